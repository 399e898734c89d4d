#include "assemble/merge.h"

#include <algorithm>

namespace coopmine {
namespace {

// From weakest to strongest, for the status of several tellings.
int strength(Status s) {
  switch (s) {
    case Status::Possible: return 0;
    case Status::Discussed: return 1;
    case Status::Proposed: return 2;
    case Status::Planned: return 3;
    case Status::Pledged: return 4;
    case Status::Concluded: return 5;
    case Status::Fulfilled: return 6;
    case Status::Ended: return 7;
  }
  return 0;
}

bool same(const Party& a, const Party& b) { return a.id.empty() ? b.id.empty() && a.name == b.name : a.id == b.id; }

std::size_t shared_parties(const Commitment& a, const Commitment& b) {
  return static_cast<std::size_t>(std::count_if(a.parties.begin(), a.parties.end(), [&](const Party& p) {
    return std::any_of(b.parties.begin(), b.parties.end(), [&](const Party& q) { return same(p, q); });
  }));
}
bool parties_fit(const Commitment& a, const Commitment& b) {
  const std::size_t shared = shared_parties(a, b);
  return shared != 0 && shared >= std::min(a.parties.size(), b.parties.size());
}

std::size_t shared_sectors(const Commitment& a, const Commitment& b) {
  return static_cast<std::size_t>(std::count_if(a.sectors.begin(), a.sectors.end(), [&](const SectorSlot& s) {
    return std::any_of(b.sectors.begin(), b.sectors.end(), [&](const SectorSlot& t) { return t.id == s.id; });
  }));
}
bool sectors_fit(const Commitment& a, const Commitment& b) {
  return a.sectors.empty() || b.sectors.empty() || shared_sectors(a, b) != 0;
}

bool share_amount(const Commitment& a, const Commitment& b) {
  return std::any_of(a.amounts.begin(), a.amounts.end(), [&](const AmountSlot& x) {
    return std::any_of(b.amounts.begin(), b.amounts.end(), [&](const AmountSlot& y) {
      return x.money.currency == y.money.currency && x.money.value == y.money.value;
    });
  });
}
bool amounts_fit(const Commitment& a, const Commitment& b) { return a.amounts.empty() || b.amounts.empty() || share_amount(a, b); }

bool instruments_fit(const Commitment& a, const Commitment& b) {
  return !a.instrument || !b.instrument || a.instrument->kind == b.instrument->kind;
}
bool heading(const Candidate& c) { return c.commitment.evidence.front().zone == Zone::Title; }

bool statuses_fit(const Candidate& a, const Candidate& b) {
  const Status x = a.commitment.status, y = b.commitment.status;
  if ((x == Status::Ended) != (y == Status::Ended)) return false;
  return x == y || heading(a) || heading(b) || std::abs(strength(x) - strength(y)) <= 2;
}

bool same_act(const Candidate& a, const Candidate& b) {
  const Commitment& x = a.commitment;
  const Commitment& y = b.commitment;
  if (x.type != y.type || !parties_fit(x, y) || !sectors_fit(x, y) || !amounts_fit(x, y) || !instruments_fit(x, y) || !statuses_fit(a, b)) return false;
  if (x.evidence.front().sentence == y.evidence.front().sentence) return x.evidence.front().trigger.overlaps(y.evidence.front().span);
  if (share_amount(x, y)) return true;
  if (heading(a) || heading(b)) return true;
  if (x.type == CommitmentType::Agreement && x.instrument && y.instrument) return true;
  return shared_sectors(x, y) != 0 && (a.frame->lemma == b.frame->lemma || a.frame->noun_class == b.frame->noun_class);
}

template <typename Slot, typename Same>
void add_missing(std::vector<Slot>& to, const std::vector<Slot>& from, Same same_slot) {
  for (const Slot& slot : from)
    if (std::none_of(to.begin(), to.end(), [&](const Slot& s) { return same_slot(s, slot); })) to.push_back(slot);
}

std::size_t filled(const Commitment& c) {
  return c.parties.size() + c.sectors.size() + c.amounts.size() + c.dates.size() + (c.instrument ? 1U : 0U) + (c.duration ? 1U : 0U);
}

void absorb(Candidate& into, const Candidate& other) {
  Commitment& x = into.commitment;
  const Commitment& y = other.commitment;
  if (strength(y.status) > strength(x.status) && !other.frame->nominal && !heading(other)) {
    x.status = y.status;
    x.initiator = y.initiator;
  }
  const bool inferred = std::all_of(y.parties.begin(), y.parties.end(), [](const Party& p) { return !p.via.empty(); });
  if (!inferred && y.parties.size() > x.parties.size()) x.parties = y.parties;
  add_missing(x.sectors, y.sectors, [](const SectorSlot& a, const SectorSlot& b) { return a.id == b.id; });
  add_missing(x.amounts, y.amounts, [](const AmountSlot& a, const AmountSlot& b) { return a.money.value == b.money.value && a.money.currency == b.money.currency; });
  add_missing(x.dates, y.dates, [](const DateSlot& a, const DateSlot& b) { return a.value == b.value; });
  if (!x.instrument) x.instrument = y.instrument;
  if (!x.duration) x.duration = y.duration;
  if (!x.initiator) x.initiator = y.initiator;
  add_missing(x.evidence, y.evidence, [](const Evidence& a, const Evidence& b) { return a.sentence == b.sentence; });
  add_missing(x.rules, y.rules, [](const std::string& a, const std::string& b) { return a == b; });
  into.chance = std::max(into.chance, other.chance);
}

}  // namespace

std::vector<Candidate> merge_tellings(std::vector<Candidate> candidates) {
  std::vector<Candidate> out;
  for (Candidate& c : candidates) {
    const auto twin = std::find_if(out.begin(), out.end(), [&](const Candidate& o) { return same_act(o, c); });
    if (twin == out.end()) {
      out.push_back(std::move(c));
      continue;
    }
    if (filled(c.commitment) > filled(twin->commitment)) std::swap(c, *twin);
    absorb(*twin, c);
  }
  return out;
}

}  // namespace coopmine
