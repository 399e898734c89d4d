#include "rulepack/weight_table.h"

#include <charconv>
#include <cmath>

namespace coopmine {
namespace {

constexpr std::string_view kCut = "cut";

}  // namespace

double WeightTable::confidence(const std::vector<std::string>& features) const {
  double sum = 0;
  for (const std::string& feature : features) {
    const auto found = weights.find(feature);
    if (found != weights.end()) sum += found->second;
  }
  return 1.0 / (1.0 + std::exp(-sum));
}

WeightTable load_weights(const Table& table, Diagnostics& diagnostics) {
  WeightTable out;
  for (const Row& row : table.rows) {
    const std::string& feature = table.cell(row, "feature");
    const std::string& text = table.cell(row, "weight");
    double weight = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), weight);
    const bool number = error == std::errc() && end == text.data() + text.size();
    if (!number || (feature == kCut && (weight < 0 || weight > 1))) {
      table.fault(diagnostics, row, "weight", "'" + text + "' is no weight", feature == kCut ? "write a number from 0 to 1" : "write a number, like 0.5 or -1.2");
      continue;
    }
    if (feature == kCut)
      out.cut = weight;
    else
      out.weights[feature] = weight;
  }
  return out;
}

}  // namespace coopmine
