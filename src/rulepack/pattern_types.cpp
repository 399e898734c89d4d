// A new type is a line here and a stage that asks TypedPatternSet::of() for it.
#include "rulepack/pattern_types.h"

#include <algorithm>

#include <fmt/format.h>

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
  static const std::vector<PatternType> types{
      {"money", {"form", "needs"}},
      {"money-before", {"approx"}},
      {"money-after", {"approx"}},
      {"money-total-before", {"flag"}},
      {"money-total-after", {"flag"}},
      {"money-link", {"flag"}},
      {"money-unfinished", {}},
      {"date", {"day", "direction", "edge", "form", "joint", "needs", "shift", "tense", "unit", "value"}},
      {"duration", {"needs", "value"}},
      {"zone", {"kind"}},
  };
  // clang-format on
  return types;
}

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
  for (const RuleValue* value : block.all(RuleKey::Set)) {
    const std::string word = value->text.substr(0, value->text.find(' '));
    if (std::find(found->settings.begin(), found->settings.end(), word) != found->settings.end()) continue;
    file.fault(diagnostics, *value, 0, fmt::format("type '{}' has no setting '{}'", found->name, word),
               hint_of(word, found->settings));
  }
}

}  // namespace coopmine
