#include "assemble/slots.h"

#include <algorithm>

namespace coopmine {
namespace {

constexpr std::string_view kWeak = "sector.weak";

class SlotFiller {
 public:
  SlotFiller(const AssembleInput& input, Candidate& candidate)
      : input_(input), candidate_(candidate), frame_(*candidate.frame), out_(candidate.commitment) {}

  void run() {
    for (const Mention& m : input_.mentions.all) {
      if (m.first >= candidate_.scope_end) break;
      if (m.first < candidate_.scope_begin) continue;
      switch (m.type) {
        case MentionType::Sector: sector(m); break;
        case MentionType::Money: money(m); break;
        case MentionType::Date: date(m); break;
        case MentionType::Duration: duration(m); break;
        case MentionType::Instrument: instrument(m); break;
        case MentionType::Actor: break;
      }
    }
    if (frame_.instrument >= 0) take_instrument(input_.mentions.all[static_cast<std::size_t>(frame_.instrument)]);
    drop_weak_sectors();
  }

 private:
  [[nodiscard]] bool in_clause(const Mention& m) const { return m.first >= frame_.begin && m.first < frame_.end; }

  void sector(const Mention& m) {
    if (!in_clause(m)) return;
    const auto same = [&](const SectorSlot& s) { return s.id == m.value; };
    if (m.rule == kWeak) weak_.push_back(m.value);
    if (std::none_of(out_.sectors.begin(), out_.sectors.end(), same)) out_.sectors.push_back({m.value, m.span});
  }
  // "Economic" counts only where nothing narrower is named.
  void drop_weak_sectors() {
    const auto is_weak = [&](const SectorSlot& s) { return std::find(weak_.begin(), weak_.end(), s.id) != weak_.end(); };
    if (std::all_of(out_.sectors.begin(), out_.sectors.end(), is_weak)) return;
    std::erase_if(out_.sectors, is_weak);
  }

  void money(const Mention& m) {
    if (!in_clause(m) || m.money.converted) return;
    const auto same = [&](const AmountSlot& a) { return a.money.value == m.money.value && a.money.currency == m.money.currency; };
    if (std::none_of(out_.amounts.begin(), out_.amounts.end(), same)) out_.amounts.push_back({m.money, m.span});
  }

  void date(const Mention& m) {
    if (out_.status == Status::Discussed) return;
    const std::string& value = m.date.resolved ? m.date.value : m.date.coarse;
    if (value.empty()) return;
    const auto same = [&](const DateSlot& d) { return d.value == value; };
    if (std::none_of(out_.dates.begin(), out_.dates.end(), same)) out_.dates.push_back({value, m.span});
  }

  void duration(const Mention& m) {
    if (in_clause(m) && !out_.duration && !m.value.empty()) out_.duration = DurationSlot{m.value, m.span};
  }

  void instrument(const Mention& m) {
    if (in_clause(m) && !out_.instrument) take_instrument(m);
  }
  void take_instrument(const Mention& m) {
    InstrumentSlot slot;
    slot.kind = m.value;
    slot.span = m.span;
    const std::string_view text = input_.zoned.article->text;
    if (!m.name.empty()) slot.name = std::string(quote(text, m.name));
    out_.instrument = std::move(slot);
  }

  const AssembleInput& input_;
  Candidate& candidate_;
  const Frame& frame_;
  Commitment& out_;
  std::vector<std::string> weak_;
};

}  // namespace

void set_slots(const AssembleInput& input, Candidate& candidate) { SlotFiller(input, candidate).run(); }

}  // namespace coopmine
