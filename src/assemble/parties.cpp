#include "assemble/parties.h"

#include <algorithm>
#include <optional>

namespace coopmine {
namespace {

constexpr std::uint32_t kBefore = 1;  // sentences to look back for a counterpart

class PartyFinder {
 public:
  PartyFinder(const AssembleInput& input, const References& references, Candidate& candidate)
      : input_(input), references_(references), candidate_(candidate), frame_(*candidate.frame) {}

  void run() {
    for (const Filler& filler : frame_.fillers) {
      const auto role = input_.pack.triggers.role(frame_.role_frame, filler.function);
      if (role) add(filler.mention, *role);
    }
    if (mutual()) {
      complete_mutual();
    } else {
      complete_sided();
    }
    drop_doubles();
    set_initiator();
  }

 private:
  [[nodiscard]] std::vector<Party>& parties() { return candidate_.commitment.parties; }
  [[nodiscard]] const Mention& mention(std::uint32_t i) const { return input_.mentions.all[i]; }
  [[nodiscard]] bool mutual() const { return input_.pack.triggers.role(frame_.role_frame, "subject") == Role::Party; }

  [[nodiscard]] static bool same(const Party& a, const Party& b) { return a.id.empty() ? b.id.empty() && a.name == b.name : a.id == b.id; }
  [[nodiscard]] bool has(const Party& party) {
    return std::any_of(parties().begin(), parties().end(), [&](const Party& p) { return same(p, party); });
  }
  [[nodiscard]] std::size_t count(Role role) {
    return static_cast<std::size_t>(std::count_if(parties().begin(), parties().end(), [&](const Party& p) { return p.role == role; }));
  }

  bool add(std::uint32_t index, Role role) {
    bool any = false;
    for (const ActorRef& ref : references_.resolve(index)) any = add(ref, role) || any;
    return any;
  }
  bool add(const ActorRef& ref, Role role) {
    Party party = party_of(input_, ref, role);
    if (has(party)) return false;
    parties().push_back(std::move(party));
    return true;
  }
  bool add_via(std::uint32_t index, Role role, std::string via) { return add(ActorRef{index, index, std::move(via)}, role); }

  // Actors of the clause that no function has taken.
  [[nodiscard]] std::vector<std::uint32_t> unused() const {
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < input_.mentions.all.size(); ++i) {
      const Mention& m = mention(i);
      if (m.first >= frame_.end) break;
      if (m.first < frame_.begin || !references_.is_party(m)) continue;
      const bool used = std::any_of(frame_.fillers.begin(), frame_.fillers.end(), [&](const Filler& f) { return f.mention == i; });
      if (!used) found.push_back(i);
    }
    return found;
  }
  // The first mention at the anchor or behind it.
  [[nodiscard]] std::uint32_t here() const {
    const auto less = [](const Mention& m, std::uint32_t token) { return m.first < token; };
    const auto& all = input_.mentions.all;
    auto at = std::lower_bound(all.begin(), all.end(), frame_.begin, less);
    if (at == all.end() && at != all.begin()) --at;
    return static_cast<std::uint32_t>(at - all.begin());
  }
  [[nodiscard]] std::size_t states() {
    return static_cast<std::size_t>(std::count_if(parties().begin(), parties().end(), [](const Party& p) { return !p.id.empty(); }));
  }

  void complete_mutual() {
    if (parties().size() >= 2) return;
    for (const std::uint32_t i : unused()) {
      add(ActorRef{i, i, ""}, Role::Party);
      if (parties().size() >= 2) return;
    }
    if (input_.mentions.all.empty()) return;
    // Two of the title or lead, when the one named is among them or none is.
    const auto& pair = references_.pair();
    const bool fits = parties().empty() || std::any_of(pair.begin(), pair.end(), [&](std::uint32_t i) { return mention(i).actor.id == parties().front().id; });
    if (fits)
      for (const std::uint32_t i : pair) add_via(i, Role::Party, "lead");
    if (parties().size() >= 2) return;
    for (const std::uint32_t i : references_.before(here(), kBefore)) {
      if (parties().size() >= 2) return;
      add_via(i, Role::Party, "before");
    }
  }

  void complete_sided() {
    if (input_.mentions.all.empty()) return;
    const std::vector<std::uint32_t> rest = unused();
    if (count(Role::Receiver) == 0)
      for (const std::uint32_t i : rest)
        if (add(ActorRef{i, i, ""}, Role::Receiver)) break;
    if (count(Role::Giver) == 0) fill_from_context(Role::Giver);
    if (count(Role::Receiver) == 0) fill_from_context(Role::Receiver);
  }
  void fill_from_context(Role role) {
    for (const std::uint32_t i : references_.pair())
      if (add_via(i, role, "lead")) return;
  }

  void drop_doubles() {
    auto& all = parties();
    for (std::size_t i = 0; i < all.size(); ++i)
      for (std::size_t k = all.size(); k-- > i + 1;)
        if (same(all[i], all[k])) all.erase(all.begin() + static_cast<std::ptrdiff_t>(k));
  }

  void set_initiator() {
    const Status s = candidate_.commitment.status;
    if (s != Status::Proposed && s != Status::Planned) return;
    if (frame_.asker < 0) return;
    const auto refs = references_.resolve(static_cast<std::uint32_t>(frame_.asker));
    if (refs.size() != 1) return;
    Party party = party_of(input_, refs.front(), Role::Party);
    candidate_.commitment.initiator = std::move(party);
  }

  const AssembleInput& input_;
  const References& references_;
  Candidate& candidate_;
  const Frame& frame_;
};

}  // namespace

Party party_of(const AssembleInput& input, const ActorRef& ref, Role role) {
  const Mention& named = input.mentions.all[ref.mention];
  Party party;
  party.role = role;
  party.id = named.actor.id;
  party.name = named.actor.name;
  party.kind = named.actor.kind;
  party.organ = ref.via.empty() ? named.actor.organ : std::string();
  party.span = input.mentions.all[ref.said].span;
  party.via = ref.via;
  return party;
}

void set_parties(const AssembleInput& input, const References& references, Candidate& candidate) {
  PartyFinder(input, references, candidate).run();
}

}  // namespace coopmine
