// `coopmine check`: is a pack sound, and does every line of its rules earn its place?
//
// The pack is loaded (all faults of form), linted (names nothing uses, two rules of one pattern), and
// every example is run.  A `yes` of a construction must give the records of its `=>`, one of them by
// that rule; a `no` must give none by it.  A `yes` of a typed pattern must be found by it, with the
// value of its `=>`; a `no` must not.  With `mutate`, each rule, each `match` of several and each
// `unless` is taken out in turn, and some example must then fail (a whole pattern need not be: its own
// `yes` asks for it).
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "base/diagnostics.h"
#include "model/article.h"
#include "model/commitment.h"
#include "rulepack/pack.h"

namespace coopmine {

struct CheckConfig {
  PackSource source;
  bool mutate = false;
};

struct CheckReport {
  Diagnostics faults;  // none: the pack is sound
  std::size_t blocks = 0;
  std::size_t examples = 0;
  std::size_t mutations = 0;
};

// The records that all stages together make of the article of one example.
using ExampleRunner = std::function<std::vector<Commitment>(const RulePack&, const Article&)>;

[[nodiscard]] CheckReport check_pack(const CheckConfig& config, const ExampleRunner& run);

}  // namespace coopmine
