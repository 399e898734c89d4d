#include "assemble/prior.h"

#include <algorithm>

namespace coopmine {
namespace {

class PriorFinder {
 public:
  PriorFinder(const AssembleInput& input, const References& references, const Frame& frame)
      : input_(input), references_(references), frame_(frame) {}

  std::vector<PriorParty> run() {
    for (const Filler& filler : frame_.fillers)
      if (const auto role = input_.pack.triggers.role(frame_.role_frame, filler.function))
        for (const ActorRef& ref : references_.resolve(filler.mention)) add(ref, *role);
    if (input_.rules_only) return std::move(out_);
    if (input_.pack.triggers.role(frame_.role_frame, "subject") == Role::Party) {
      complete_mutual();
    } else {
      complete_sided();
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] const Mention& mention(std::uint32_t i) const { return input_.mentions.all[i]; }
  [[nodiscard]] bool has(std::uint32_t index) const {
    return std::any_of(out_.begin(), out_.end(), [&](const PriorParty& p) { return References::same_actor(mention(p.ref.mention), mention(index)); });
  }
  [[nodiscard]] bool has(Role role) const {
    return std::any_of(out_.begin(), out_.end(), [&](const PriorParty& p) { return p.role == role; });
  }
  bool add(const ActorRef& ref, Role role) {
    if (has(ref.mention)) return false;
    out_.push_back({ref, role});
    return true;
  }

  // Actors of the clause that no function has taken.
  [[nodiscard]] std::vector<std::uint32_t> unused() const {
    std::vector<std::uint32_t> found;
    const auto before = [](const Mention& m, std::uint32_t token) { return m.first < token; };
    const auto& all = input_.mentions.all;
    for (auto m = std::lower_bound(all.begin(), all.end(), frame_.begin, before); m != all.end() && m->first < frame_.end; ++m)
      if (references_.is_party(*m)) found.push_back(static_cast<std::uint32_t>(m - all.begin()));
    return found;
  }

  void complete_mutual() {
    if (out_.size() >= 2) return;
    for (const std::uint32_t i : unused())
      if (add({i, i, ""}, Role::Party) && out_.size() >= 2) return;
    const auto& pair = references_.pair();
    const bool fits = out_.empty() || std::any_of(pair.begin(), pair.end(), [&](std::uint32_t i) { return has(i); });
    if (fits)
      for (const std::uint32_t i : pair) add({i, i, "lead"}, Role::Party);
  }

  void complete_sided() {
    if (!has(Role::Receiver))
      for (const std::uint32_t i : unused())
        if (add({i, i, ""}, Role::Receiver)) break;
    for (const Role role : {Role::Giver, Role::Receiver}) {
      if (has(role)) continue;
      for (const std::uint32_t i : references_.pair())
        if (add({i, i, "lead"}, role)) break;
    }
  }

  const AssembleInput& input_;
  const References& references_;
  const Frame& frame_;
  std::vector<PriorParty> out_;
};

}  // namespace

std::vector<PriorParty> prior_parties(const AssembleInput& input, const References& references, const Frame& frame) {
  return PriorFinder(input, references, frame).run();
}

}  // namespace coopmine
