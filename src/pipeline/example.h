// Runs the examples of one block of a pack.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "pipeline/check.h"
#include "pipeline/expectation.h"

namespace coopmine {

class ExampleChecker {
 public:
  // With `by_any_rule`, a `yes` is content with the right result whatever rule gave it.
  ExampleChecker(const RulePack& pack, const ExampleRunner& run, bool by_any_rule)
      : pack_(pack), run_(run), by_any_rule_(by_any_rule) {}

  // Faults of the block's examples.  `first_only` stops at the first.
  [[nodiscard]] Diagnostics check(const PackBlock& block, bool first_only = false) const;

 private:
  void check_rule(const PackBlock& block, const RuleExample& example, Diagnostics& out) const;
  void check_groups(const PackBlock& block, const RuleExample& example, Diagnostics& out) const;

  const RulePack& pack_;
  const ExampleRunner& run_;
  bool by_any_rule_;
};

}  // namespace coopmine
