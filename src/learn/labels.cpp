#include "learn/labels.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace coopmine {
namespace {

RecordParty record_party(Role role, const std::string& id, const std::string& who) {
  RecordParty party;
  party.role = std::string(name(role));
  party.id = id;
  party.name = who;
  return party;
}

RecordAmount record_amount(const MoneyValue& money) {
  RecordAmount amount;
  amount.value = money.value;
  amount.currency = money.currency;
  return amount;
}

RecordSlot record_slot(const std::string& value) {
  RecordSlot slot;
  slot.value = value;
  return slot;
}

bool overlap(const std::vector<CodeSpan>& spans, CodeSpan span) {
  return std::any_of(spans.begin(), spans.end(), [&](CodeSpan s) { return s.overlaps(span); });
}

double agreement_of(const SlotItems& a, const SlotItems& b) {
  return 2.0 * static_cast<double>(count_common(a, b)) / static_cast<double>(a.size() + b.size());
}

}  // namespace

SlotItems items_of(const Commitment& c) {
  CommitmentRecord record;
  record.type = std::string(name(c.type));
  record.status = std::string(name(c.status));
  for (const Party& p : c.parties) record.parties.push_back(record_party(p.role, p.id, p.name));
  if (c.initiator) record.initiator = record_party(c.initiator->role, c.initiator->id, c.initiator->name);
  for (const SectorSlot& s : c.sectors) record.sectors.push_back(record_slot(s.id));
  for (const DateSlot& d : c.dates) record.dates.push_back(record_slot(d.value));
  for (const AmountSlot& a : c.amounts) record.amounts.push_back(record_amount(a.money));
  if (c.duration) record.duration = record_slot(c.duration->value);
  if (c.instrument) {
    record.instrument.emplace();
    record.instrument->kind = c.instrument->kind;
  }
  return items_of(record);
}

ArticleLabels::ArticleLabels(const GoldArticle& gold, const ArticleLayers& layers) : gold_(gold), layers_(layers), map_(gold.text) {}

const Claim* ArticleLabels::of_anchor(const Candidate& candidate) const {
  const Frame& f = *candidate.frame;
  const auto& tokens = layers_.segmented.tokens;
  const CodeSpan anchor = code({tokens[f.anchor].span.begin, tokens[f.anchor + f.anchor_length - 1].span.end});
  const std::int64_t begin = map_.code_points(f.trigger.begin);
  const Claim* best = nullptr;
  std::int64_t nearest = std::numeric_limits<std::int64_t>::max();
  for (const Claim& claim : gold_.claims) {
    if (!overlap(claim.spans, anchor)) continue;
    for (const CodeSpan s : claim.spans)
      if (std::abs(s.begin - begin) < nearest) nearest = std::abs(s.begin - begin), best = &claim;
  }
  return best;
}

std::vector<const Claim*> ArticleLabels::in_sentence(std::uint32_t sentence) const {
  const CodeSpan span = code(layers_.segmented.sentences[sentence].span);
  std::vector<const Claim*> found;
  for (const Claim& claim : gold_.claims)
    if (overlap(claim.spans, span)) found.push_back(&claim);
  return found;
}

const Claim* ArticleLabels::nearest(const Candidate& candidate) const {
  const auto claims = in_sentence(candidate.frame->sentence);
  const SlotItems own = items_of(candidate.commitment);
  const auto best = std::max_element(claims.begin(), claims.end(), [&](const Claim* a, const Claim* b) { return agreement_of(own, a->items) < agreement_of(own, b->items); });
  return best == claims.end() ? nullptr : *best;
}

ArticleLabels::Told ArticleLabels::told(std::uint32_t sentence) const {
  const auto claims = in_sentence(sentence);
  if (claims.empty()) return Told::No;
  return std::any_of(claims.begin(), claims.end(), [](const Claim* c) { return !c->optional(); }) ? Told::Yes : Told::Optional;
}

double ArticleLabels::agreement(const Candidate& candidate) const {
  const SlotItems own = items_of(candidate.commitment);
  double best = 0;
  for (const Claim* claim : in_sentence(candidate.frame->sentence))
    if (!claim->optional()) best = std::max(best, agreement_of(own, claim->items));
  return best;
}

std::vector<bool> ArticleLabels::chosen(const std::vector<const Candidate*>& candidates) const {
  std::vector<bool> out(candidates.size(), false);
  if (candidates.empty()) return out;
  std::vector<const Claim*> left = in_sentence(candidates.front()->frame->sentence);
  std::erase_if(left, [](const Claim* c) { return c->optional(); });
  std::vector<std::size_t> order(candidates.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return candidates[a]->rank < candidates[b]->rank; });
  // The likeliest candidate has one of them, whatever it says; the rest must agree better than it does.
  for (const std::size_t i : order) {
    if (left.empty()) break;
    const SlotItems own = items_of(candidates[i]->commitment);
    const auto best = std::max_element(left.begin(), left.end(), [&](const Claim* a, const Claim* b) { return agreement_of(own, a->items) < agreement_of(own, b->items); });
    const Claim* told = of_anchor(*candidates[i]);
    if (candidates[i]->rank != 0 && told != *best && agreement_of(own, (*best)->items) < 0.5) continue;
    out[i] = true;
    left.erase(best);
  }
  return out;
}

bool ArticleLabels::has(const Claim& claim, SlotKind slot, const Mention& m) {
  std::string value = m.value;
  if (m.type == MentionType::Actor) value = actor_item(record_party(Role::Party, m.actor.id, m.actor.name));
  if (m.type == MentionType::Money) value = amount_item(record_amount(*m.money));
  if (m.type == MentionType::Date) value = m.date->resolved ? m.date->value : m.date->coarse;
  return has(claim, slot, value);
}

bool ArticleLabels::has(const Claim& claim, SlotKind slot, const std::string& value) {
  return std::binary_search(claim.items.begin(), claim.items.end(), SlotItem{slot, value});
}

std::vector<std::string> ArticleLabels::sectors(const Claim& claim) {
  std::vector<std::string> out;
  for (const SlotItem& item : claim.items)
    if (item.slot == SlotKind::Sector) out.push_back(item.value);
  return out;
}

std::string ArticleLabels::role(const Claim& claim, const Mention& actor) {
  for (const SlotKind slot : {SlotKind::Party, SlotKind::Giver, SlotKind::Receiver})
    if (has(claim, slot, actor)) return std::string(name(slot));
  return "none";
}

}  // namespace coopmine
