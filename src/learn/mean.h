// The mean of tables of weights: what several learnings say together.
//
// A choice's log odds are sums of weights, so that the mean table gives the mean of the log odds: an ensemble of
// regressions in one table.  What was learned from other articles, or with other features, errs elsewhere.
#pragma once

#include <vector>

#include "base/diagnostics.h"
#include "learn/learn.h"
#include "rulepack/tsv.h"

namespace coopmine {

// A weight that a table lacks counts as 0, unless it lacks the whole model: then it has no say in it.  Cuts are
// averaged, too.  Faults of the tables are reported, and then nothing is given.
[[nodiscard]] std::vector<LearnedModel> mean_of(const std::vector<Table>& tables, Diagnostics& diagnostics);

}  // namespace coopmine
