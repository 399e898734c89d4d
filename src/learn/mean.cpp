#include "learn/mean.h"

#include <array>
#include <cmath>
#include <map>
#include <utility>

#include "rulepack/weight_table.h"

namespace coopmine {
namespace {

constexpr double kSmallest = 0.005;  // smaller weights are written as 0.00

// What all tables say of one model.
struct Sum {
  std::map<std::pair<std::string, std::string>, double> weights;  // label and feature
  std::size_t tables = 0;                                         // that have any of them
  double cut = 0;
  std::size_t cuts = 0;
};

}  // namespace

std::vector<LearnedModel> mean_of(const std::vector<WeightText>& tables, Diagnostics& diagnostics) {
  constexpr auto kModels = static_cast<std::size_t>(Model::Count_);
  std::array<Sum, kModels> sums;
  for (const WeightText& table : tables) {
    std::array<bool, kModels> seen{};
    read_weights(table.file, table.text, diagnostics, [&](const WeightLine& line) {
      const auto model = static_cast<std::size_t>(line.model);
      Sum& sum = sums[model];
      if (line.cut) {
        sum.cut += line.weight;
        ++sum.cuts;
        return;
      }
      sum.weights[{std::string(line.label), std::string(line.feature)}] += line.weight;
      if (!std::exchange(seen[model], true)) ++sum.tables;
    });
  }
  if (!diagnostics.ok()) return {};
  std::vector<LearnedModel> out;
  for (std::size_t i = 0; i < kModels; ++i) {
    const Sum& sum = sums[i];
    if (sum.weights.empty() && sum.cuts == 0) continue;
    LearnedModel model{static_cast<Model>(i), sum.cuts == 0 ? 0.5 : sum.cut / static_cast<double>(sum.cuts), {}};
    for (const auto& [key, total] : sum.weights) {
      const double mean = total / static_cast<double>(sum.tables);
      if (std::abs(mean) >= kSmallest) model.weights.push_back({key.first, key.second, mean});
    }
    out.push_back(std::move(model));
  }
  return out;
}

}  // namespace coopmine
