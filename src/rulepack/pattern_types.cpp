// A new type is a line here and a stage that asks TypedPatternSet::of() for it.
#include "rulepack/pattern_types.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "rulepack/tsv.h"

namespace coopmine {
namespace {

std::string hint_of(const std::string& word, const std::vector<std::string>& known) {
  if (known.empty()) return "it has no settings";
  const std::string meant = nearest(word, known);
  return meant.empty() ? fmt::format("known are: {}", fmt::join(known, " "))
                       : fmt::format("did you mean '{}'?", meant);
}

}  // namespace

const std::vector<PatternType>& pattern_types() {
  // clang-format off
  static const PatternSetting needs{"needs", {"figure", "year", "number", "currency", "month", "weekday", "day",
                                              "shift", "unit", "season", "ordinal", "until", "since", "weekend",
                                              "vague"}};
  static const PatternSetting approx{"approx", {"about", "over", "under", "up-to", "at-least"}};
  static const PatternSetting cumulative{"flag", {"cumulative"}};
  static const std::vector<PatternType> types{
      {"money", {{"form", {"sign", "sign-range", "name", "name-range", "words", "words-range"}}, needs}},
      {"money-before", {approx}},
      {"money-after", {approx}},
      {"money-total-before", {cumulative}},
      {"money-total-after", {cumulative}},
      {"money-link", {{"flag", {"converted"}}}},
      {"money-chain", {{"flag", {"converted"}}}},
      {"money-unfinished", {}},
      {"date", {{"day", {}}, {"direction", {"-1", "1"}}, {"edge", {"end"}},
                {"form", {"range", "until", "since", "offset", "weekend", "slashed", "year-list", "ref"}},
                {"joint", {"next"}}, needs, {"shift", {"-1", "0", "1"}}, {"tense", {"future"}}, {"unit", {}},
                {"value", {}}}},
      {"duration", {needs, {"value", {"none"}}}},
      {"zone", {{"kind", {"source", "navigation", "furniture", "caption", "sign-off", "related", "end"}}}, true},
      {"zone-date", {{"kind", {"date-line", "dateline"}}}, true},
      {"zone-head", {{"kind", {"date-label", "byline", "place", "attribution"}}}, true},
  };
  // clang-format on
  return types;
}

namespace {

// A setting the type does not know, or a word that the setting does not know.
void check_setting(const RulesFile& file, const RuleValue& value, const PatternType& type,
                   Diagnostics& diagnostics) {
  const std::vector<std::string> words = split_cell(value.text, ' ');
  const auto known = std::find_if(type.settings.begin(), type.settings.end(),
                                  [&](const PatternSetting& setting) { return setting.name == words.front(); });
  if (known == type.settings.end()) {
    std::vector<std::string> names;
    for (const PatternSetting& setting : type.settings) names.push_back(setting.name);
    file.fault(diagnostics, value, 0, fmt::format("type '{}' has no setting '{}'", type.name, words.front()),
               hint_of(words.front(), names));
    return;
  }
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (word.empty() || known->values.empty()) continue;
    if (std::find(known->values.begin(), known->values.end(), word) != known->values.end()) continue;
    file.fault(diagnostics, value, value.text.rfind(word), fmt::format("'{}' is no '{}'", word, known->name),
               hint_of(word, known->values));
  }
}

}  // namespace

void check_pattern_type(const RulesFile& file, const RuleBlock& block, Diagnostics& diagnostics) {
  const RuleValue* type = block.first(RuleKey::Type);
  if (type == nullptr) return;  // reported by the parser
  const auto found = std::find_if(pattern_types().begin(), pattern_types().end(),
                                  [&](const PatternType& known) { return known.name == type->text; });
  if (found == pattern_types().end()) {
    std::vector<std::string> names;
    for (const PatternType& known : pattern_types()) names.push_back(known.name);
    file.fault(diagnostics, *type, 0, fmt::format("unknown type '{}'", type->text), hint_of(type->text, names));
    return;
  }
  for (const RuleValue* value : block.all(RuleKey::Set)) check_setting(file, *value, *found, diagnostics);
}

}  // namespace coopmine
