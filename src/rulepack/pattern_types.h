// The types of typed patterns: which stage reads them and what may be `set`.  A type that no stage reads
// would be a pattern that nobody tries, so the list is closed.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "rulepack/rules_file.h"

namespace coopmine {

struct PatternType {
  std::string name;
  std::vector<std::string> settings;  // names that `set` may give
};
[[nodiscard]] const std::vector<PatternType>& pattern_types();

// Errors for a pattern of a type that is not there, and for settings its type does not know.
void check_pattern_type(const RulesFile& file, const RuleBlock& block, Diagnostics& diagnostics);

}  // namespace coopmine
