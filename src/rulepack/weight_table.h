// Weights: how much each circumstance speaks for a candidate's being a commitment.
//
//   weights.tsv   feature weight   one circumstance a line, `cut` the confidence from which records are written
//
// The weights are those of a logistic regression over gold (learned from it, readable, and free to be
// changed): confidence = 1 / (1 + exp(-sum)).  A circumstance that no line names weighs nothing.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostics.h"
#include "rulepack/tsv.h"

namespace coopmine {

struct WeightTable {
  std::unordered_map<std::string, double> weights;
  double cut = 0;  // confidence, 0 to 1

  // Confidence of a candidate with these features, 0 to 1.
  [[nodiscard]] double confidence(const std::vector<std::string>& features) const;
};

// Faults: a weight that is no number, a cut outside of 0 to 1.
[[nodiscard]] WeightTable load_weights(const Table& table, Diagnostics& diagnostics);

}  // namespace coopmine
