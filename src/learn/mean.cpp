#include "learn/mean.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "rulepack/weight_table.h"

namespace coopmine {
namespace {

constexpr double kSmallest = 0.005;  // smaller weights are written as 0.00
constexpr std::string_view kCut = "cut";

double number(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// What all tables say of one model.
struct Sum {
  std::map<std::pair<std::string, std::string>, double> weights;  // label and feature
  double cut = 0;
  std::size_t cuts = 0;
  std::size_t tables = 0;
};

}  // namespace

std::vector<LearnedModel> mean_of(const std::vector<Table>& tables, Diagnostics& diagnostics) {
  std::map<std::string, Sum, std::less<>> sums;
  for (const Table& table : tables) {
    static_cast<void>(load_weights(table, diagnostics));  // tells every fault
    std::set<std::string> seen;
    for (const Row& row : table.rows) {
      const std::string model(table.cell(row, "model")), label(table.cell(row, "label"));
      const double weight = number(table.cell(row, "weight"));
      if (model == kCut) {
        sums[label].cut += weight;
        ++sums[label].cuts;
        continue;
      }
      sums[model].weights[{label, std::string(table.cell(row, "feature"))}] += weight;
      if (seen.insert(model).second) ++sums[model].tables;
    }
  }
  if (!diagnostics.ok()) return {};
  std::vector<LearnedModel> out;
  for (std::size_t i = 0; i < static_cast<std::size_t>(Model::Count_); ++i) {
    const auto sum = sums.find(name(static_cast<Model>(i)));
    if (sum == sums.end()) continue;
    LearnedModel model{static_cast<Model>(i), sum->second.cuts == 0 ? 0.5 : sum->second.cut / static_cast<double>(sum->second.cuts), {}};
    for (const auto& [key, total] : sum->second.weights) {
      const double mean = total / static_cast<double>(sum->second.tables);
      if (std::abs(mean) >= kSmallest) model.weights.push_back({key.first, key.second, mean});
    }
    out.push_back(std::move(model));
  }
  return out;
}

}  // namespace coopmine
