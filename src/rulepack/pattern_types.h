// The types of typed patterns: which stage reads them and what may be `set`.  A type that no stage reads
// would be a pattern that nobody tries, so the list is closed.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "rulepack/rules_file.h"

namespace coopmine {

struct PatternSetting {
  std::string name;                 // that `set` may give
  std::vector<std::string> values;  // closed list of words, one or more of which it takes; empty: any
};

struct PatternType {
  std::string name;
  std::vector<PatternSetting> settings;
  bool gated = false;  // asked of every line of every article: TypedPatternSet::gate() is made with the pack
};
[[nodiscard]] const std::vector<PatternType>& pattern_types();

// Errors for a pattern of a type that is not there, and for settings and words of
// settings its type does not know.
void check_pattern_type(const RulesFile& file, const RuleBlock& block, Diagnostics& diagnostics);

}  // namespace coopmine
