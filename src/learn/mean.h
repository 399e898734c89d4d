// The mean of tables of weights: what several learnings say together.
//
// A choice's log odds are sums of weights, so that the mean table gives the mean of the log odds: an ensemble of
// regressions in one table.  What was learned from other articles, or with other features, errs elsewhere.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "learn/learn.h"

namespace coopmine {

// A table of weights as text, and what stands for it in messages.
struct WeightText {
  std::string file;
  std::string text;
};

// A weight that a table lacks counts as 0, unless it lacks the whole model: then it has no say in it.  Cuts are
// averaged, too.  Faults of the tables are reported, and then nothing is given.
[[nodiscard]] std::vector<LearnedModel> mean_of(const std::vector<WeightText>& tables, Diagnostics& diagnostics);

}  // namespace coopmine
