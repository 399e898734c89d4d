#include "report/article_view.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>

#include <fmt/format.h>

#include "mention/typed.h"

namespace coopmine {
namespace {

constexpr std::size_t kClues = 8;        // shown of one record
constexpr double kWeakest = 0.05;        // a weight that is worth showing

// What is marked where mentions of several types meet: the one that stands further ahead here.
constexpr std::array<MentionType, 6> kFirst{MentionType::Actor,    MentionType::Money,  MentionType::Date,
                                            MentionType::Duration, MentionType::Sector, MentionType::Instrument};

std::string mark_value(const Mention& mention) {
  switch (mention.type) {
    case MentionType::Actor: {
      const ActorValue& actor = mention.actor;
      return !actor.id.empty() ? actor.id : !actor.name.empty() ? actor.name : std::string(actor.generic);
    }
    case MentionType::Sector:
    case MentionType::Instrument: return mention.value;
    case MentionType::Money:
    case MentionType::Date:
    case MentionType::Duration: return value_text(mention);
  }
  return {};
}

std::vector<Mark> marks_of(const Mentions& mentions) {
  std::map<std::uint32_t, Mark> taken;  // by their begin
  for (const MentionType type : kFirst) {
    for (const Mention& mention : mentions.all) {
      if (mention.type != type || mention.span.empty()) continue;
      const auto next = taken.lower_bound(mention.span.begin);
      const bool meets_next = next != taken.end() && next->second.span.overlaps(mention.span);
      const bool meets_last = next != taken.begin() && std::prev(next)->second.span.overlaps(mention.span);
      if (!meets_next && !meets_last) taken.emplace(mention.span.begin, Mark{mention.span, type, mark_value(mention)});
    }
  }
  std::vector<Mark> marks;
  for (auto& [begin, mark] : taken) marks.push_back(std::move(mark));
  return marks;
}

std::string money_words(const MoneyValue& money) {
  std::string words = fmt::format("{} {}", money.currency, money.value);
  if (money.max) words += fmt::format("-{}", *money.max);
  return words;
}

std::string details(const std::string& first, std::string_view label, const std::string& second) {
  const std::string more = second.empty() ? "" : fmt::format("{} {}", label, second);
  return first.empty() || more.empty() ? first + more : first + ", " + more;
}

SlotRow party_row(std::string_view label, const Party& party) {
  const std::string name = party.name.empty() ? party.id : party.name;
  return {std::string(label), party.id.empty() || party.id == name ? name : fmt::format("{} ({})", name, party.id),
          details(party.organ, "by", party.via), party.span};
}

std::vector<SlotRow> slots_of(const Commitment& c, std::string_view text) {
  std::vector<SlotRow> rows;
  for (const Party& party : c.parties) rows.push_back(party_row(name(party.role), party));
  if (c.initiator) rows.push_back(party_row("initiator", *c.initiator));
  for (const SectorSlot& sector : c.sectors) rows.push_back({"sector", sector.id, {}, sector.span});
  if (c.instrument) rows.push_back({"instrument", c.instrument->kind, c.instrument->name, c.instrument->span});
  for (const AmountSlot& amount : c.amounts) {
    const std::string total = amount.money.cumulative ? "total to date" : "";
    rows.push_back({"sum", money_words(amount.money), details(std::string(name(amount.money.approx)), "", total), amount.span});
  }
  for (const DateSlot& date : c.dates) rows.push_back({"date", date.value, {}, date.span});
  if (c.duration) rows.push_back({"duration", c.duration->value, {}, c.duration->span});
  for (const Measure& measure : c.measures) rows.push_back({"measure", std::string(quote(text, measure.span)), {}, measure.span});
  if (c.attribution) rows.push_back({"said by", c.attribution->name, c.attribution->certainty, c.attribution->span});
  if (!c.part_of.empty()) rows.push_back({"part of", c.part_of, {}, {}});
  return rows;
}

std::vector<FiredRule> rules_of(const Commitment& c, const RulePack& pack) {
  std::vector<FiredRule> rows;
  for (const std::string& id : c.rules) {
    FiredRule row{id, {}, {}};
    for (const PackBlock& entry : pack.blocks) {
      if (entry.block->id.text != id) continue;
      row.place = fmt::format("{}:{}", entry.file->file, entry.block->id.line());
      for (const RuleValue* match : entry.block->all(RuleKey::Match)) row.match += (row.match.empty() ? "" : " or ") + match->text;
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<WeighedFeature> clues_of(const Commitment& c, const WeightTable& weights) {
  std::vector<WeighedFeature> clues;
  for (const std::string& feature : c.features) {
    const double weight = weights.weight(Model::Record, feature);
    if (std::abs(weight) >= kWeakest) clues.push_back({feature, weight});
  }
  std::stable_sort(clues.begin(), clues.end(),
                   [](const WeighedFeature& a, const WeighedFeature& b) { return std::abs(a.weight) > std::abs(b.weight); });
  if (clues.size() > kClues) clues.resize(kClues);
  return clues;
}

}  // namespace

ArticleView view_of(const Article& article, const ZonedArticle& zoned, const Mentions& mentions,
                    const std::vector<const Commitment*>& commitments, const RulePack& pack) {
  ArticleView view{article, zoned, marks_of(mentions), {}};
  for (const Commitment* c : commitments) {
    view.records.push_back({c, fmt::format("{} {}, {}", name(c->type), name(c->status), c->act), slots_of(*c, article.text),
                            rules_of(*c, pack), clues_of(*c, pack.weights)});
  }
  return view;
}

std::string_view mark_name(MentionType type) {
  switch (type) {
    case MentionType::Actor: return "actor";
    case MentionType::Sector: return "sector";
    case MentionType::Instrument: return "instrument";
    case MentionType::Money: return "money";
    case MentionType::Date: return "date";
    case MentionType::Duration: return "duration";
  }
  return {};
}

}  // namespace coopmine
