#include "assemble/surroundings.h"

#include <algorithm>

#include "assemble/features.h"
#include "base/calendar.h"

namespace coopmine {
namespace {

constexpr std::size_t kPhrase = 7;  // units of one phrase before the mention
constexpr std::uint32_t kList = 4;  // tokens between members of a list

class Looker {
 public:
  Looker(const AssembleInput& input, const std::vector<Unit>& units) : input_(input), units_(units) {}

  // The unit that holds `token`.
  [[nodiscard]] std::size_t unit_of(std::uint32_t token) const {
    const auto after = [](std::uint32_t t, const Unit& u) { return t < u.first; };
    const auto at = std::upper_bound(units_.begin(), units_.end(), token, after);
    return at == units_.begin() ? 0 : static_cast<std::size_t>(at - units_.begin()) - 1;
  }

  [[nodiscard]] std::string_view preposition(std::size_t unit) const {
    for (std::size_t u = unit; u-- > 0 && unit - u < kPhrase;) {
      if (units_[u].kind == UnitKind::Verb) return "verb";
      if (units_[u].kind == UnitKind::Word && is(u, WordClass::Preposition)) return word_at(input_, units_[u].first, 0).text;
      if (units_[u].kind == UnitKind::Word && (is(u, WordClass::Relative) || is(u, WordClass::Subordinator))) return "clause";
    }
    return "none";
  }

  [[nodiscard]] std::string_view verb(std::size_t unit, std::uint32_t anchor) const {
    for (std::size_t u = unit; u-- > 0;) {
      if (units_[u].first == anchor) return "anchor";
      if (units_[u].kind != UnitKind::Verb) continue;
      if (!units_[u].verb.known) return "other";
      return input_.pack.triggers.triggers[units_[u].verb.trigger].lemma;
    }
    return "none";
  }

 private:
  [[nodiscard]] bool is(std::size_t u, WordClass cls) const {
    return input_.pack.triggers.is(input_.segmented.tokens[units_[u].first].word, cls);
  }
  const AssembleInput& input_;
  const std::vector<Unit>& units_;
};

std::string_view listed(const AssembleInput& input, const Mention& m) {
  const auto& all = input.mentions.all;
  const auto before = [](const Mention& a, std::uint32_t token) { return a.first < token; };
  const auto here = std::lower_bound(all.begin(), all.end(), m.first, before);
  for (auto at = here; at != all.begin();) {
    --at;
    if (m.first - at->first > 3 * kList) break;
    if (at->type == m.type && at->last <= m.first && m.first - at->last < kList) return "later";
  }
  for (auto at = here; at != all.end() && at->first < m.last + kList; ++at)
    if (at->type == m.type && at->first >= m.last) return "first";
  return "no";
}

}  // namespace

Surroundings surroundings_of(const AssembleInput& input, std::uint32_t sentence, const Mention& mention, std::uint32_t anchor) {
  const Looker look(input, input.phrases[sentence].units);
  const std::size_t unit = look.unit_of(mention.first);
  return {look.preposition(unit), look.verb(unit, anchor), listed(input, mention)};
}

std::string_view date_relation(const AssembleInput& input, const Mention& date) {
  if (!input.zoned.date) return "unknown";
  std::string_view value = date.date->resolved ? date.date->value : date.date->coarse;
  if (value.empty()) return "unknown";
  if (value.front() == '/') return "future";
  value = value.substr(0, value.find('/'));
  const std::string today = iso(*input.zoned.date);
  if (today == value) return "day";
  if (today.starts_with(value)) return "same";
  return value < today ? "past" : "future";
}

}  // namespace coopmine
