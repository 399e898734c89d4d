#include "learn/regression.h"

#include <linear.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace coopmine {
namespace {

constexpr double kSmallest = 0.005;  // weights below are not worth a line
constexpr double kPrecision = 0.01;  // LIBLINEAR's stopping tolerance

// How much each of `features` says of the label alone: |log| of how much oftener it is seen with the label than
// without, scaled to a mean square of 1; mixed with 1 by `trust`.
std::vector<double> telling(const std::vector<std::uint32_t>& features, const std::vector<std::size_t>& with,
                            const std::vector<std::size_t>& seen, double positives, double samples, double trust) {
  constexpr double kUnseen = 0.5;
  std::vector<double> out;
  double squares = 0;
  for (const std::uint32_t f : features) {
    const double yes = (static_cast<double>(with[f]) + kUnseen) / positives;
    const double no = (static_cast<double>(seen[f] - with[f]) + kUnseen) / (samples - positives);
    out.push_back(std::abs(std::log(yes / no)));
    squares += out.back() * out.back();
  }
  const double scale = squares > 0 ? std::sqrt(static_cast<double>(out.size()) / squares) : 0;
  for (double& value : out) value = trust * value * scale + 1 - trust;
  return out;
}

// One-versus-rest problems over the samples that were taken, with features numbered anew from 1 and a value each.
class Problem {
 public:
  Problem(const std::vector<const std::vector<std::uint32_t>*>& rows, const std::vector<std::uint32_t>& column, const std::vector<double>& values) {
    for (const auto* row : rows) {
      std::vector<std::uint32_t> own;
      for (const std::uint32_t f : *row)
        if (column[f] != 0) own.push_back(column[f]);
      std::sort(own.begin(), own.end());
      starts_.push_back(nodes_.size());
      for (const std::uint32_t f : own) nodes_.push_back({static_cast<int>(f), values[f - 1]});
      nodes_.push_back({-1, 0});
    }
    for (const std::size_t start : starts_) x_.push_back(nodes_.data() + start);
  }

  // The weights of "this label" against the rest, by column from 1; [0] is unused.
  std::vector<double> solve(const std::vector<bool>& positive, std::size_t columns, double cost) {
    y_.assign(positive.size(), -1);
    for (std::size_t i = 0; i < positive.size(); ++i)
      if (positive[i]) y_[i] = 1;
    problem given{};
    given.l = static_cast<int>(x_.size());
    given.n = static_cast<int>(columns);
    given.y = y_.data();
    given.x = x_.data();
    given.bias = -1;
    parameter how{};
    how.solver_type = L2R_LR;
    how.C = cost;
    how.eps = kPrecision;
    const std::unique_ptr<model, void (*)(model*)> found(train(&given, &how), [](model* m) { free_and_destroy_model(&m); });
    std::vector<double> weights(columns + 1, 0);
    const double sign = found->label[0] == 1 ? 1 : -1;
    for (std::size_t c = 0; c < columns; ++c) weights[c + 1] = sign * found->w[c];
    return weights;
  }

 private:
  std::vector<feature_node> nodes_;
  std::vector<std::size_t> starts_;
  std::vector<feature_node*> x_;
  std::vector<double> y_;
};

void say_nothing(const char*) {}

// The `keep` features with the highest |weight| x sqrt(samples), in their old order.
std::vector<std::uint32_t> weightiest(const std::vector<std::uint32_t>& features, const std::vector<double>& weights,
                                      const std::vector<std::size_t>& seen, std::size_t keep) {
  std::vector<std::pair<double, std::uint32_t>> worth;
  for (std::size_t c = 0; c < features.size(); ++c)
    worth.emplace_back(-std::abs(weights[c + 1]) * std::sqrt(static_cast<double>(seen[features[c]])), features[c]);
  std::sort(worth.begin(), worth.end());
  worth.resize(keep);
  std::vector<std::uint32_t> kept;
  for (const auto& [value, feature] : worth) kept.push_back(feature);
  std::sort(kept.begin(), kept.end());
  return kept;
}

}  // namespace

void SampleSet::add(const Features& features, const std::vector<std::string>& labels, unsigned fold) {
  Row row;
  row.fold = fold;
  for (std::size_t i = 0; i < features.hashes().size(); ++i) {
    const auto [at, fresh] = ids_.try_emplace(features.hashes()[i], static_cast<std::uint32_t>(names_.size()));
    if (fresh) names_.push_back(features.names()[i]);
    row.features.push_back(at->second);
  }
  std::sort(row.features.begin(), row.features.end());
  row.features.erase(std::unique(row.features.begin(), row.features.end()), row.features.end());
  for (const std::string& label : labels) {
    const auto known = std::find(labels_.begin(), labels_.end(), label);
    row.labels.push_back(static_cast<std::uint32_t>(known - labels_.begin()));
    if (known == labels_.end()) labels_.push_back(label);
  }
  rows_.push_back(std::move(row));
}

std::vector<LearnedWeight> learn_weights(const SampleSet& samples, const Strength& strength, unsigned without) {
  set_print_string_function(say_nothing);
  std::vector<const std::vector<std::uint32_t>*> rows;
  std::vector<const std::vector<std::uint32_t>*> labels;
  std::vector<std::size_t> seen(samples.names_.size(), 0);
  for (const SampleSet::Row& row : samples.rows_) {
    if (row.fold == without) continue;
    rows.push_back(&row.features);
    labels.push_back(&row.labels);
    for (const std::uint32_t f : row.features) ++seen[f];
  }
  const bool binary = std::find(samples.labels_.begin(), samples.labels_.end(), "yes") != samples.labels_.end();

  std::vector<std::uint32_t> features;
  for (std::uint32_t f = 0; f < seen.size(); ++f)
    if (seen[f] >= strength.least) features.push_back(f);
  std::vector<LearnedWeight> out;
  for (std::uint32_t label = 0; label < samples.labels_.size(); ++label) {
    if (binary && samples.labels_[label] != "yes") continue;
    std::vector<bool> positive;
    for (const auto* own : labels) positive.push_back(std::find(own->begin(), own->end(), label) != own->end());
    const auto positives = static_cast<double>(std::count(positive.begin(), positive.end(), true));
    if (positives == 0 || positives == static_cast<double>(rows.size())) continue;
    std::vector<std::size_t> with(samples.names_.size(), 0);
    for (std::size_t i = 0; i < rows.size(); ++i)
      for (std::size_t k = 0; positive[i] && k < rows[i]->size(); ++k) ++with[(*rows[i])[k]];
    const auto solve = [&](const std::vector<std::uint32_t>& chosen) {
      std::vector<std::uint32_t> column(samples.names_.size(), 0);
      for (std::size_t c = 0; c < chosen.size(); ++c) column[chosen[c]] = static_cast<std::uint32_t>(c) + 1;
      const std::vector<double> values = telling(chosen, with, seen, positives, static_cast<double>(rows.size()), strength.trust);
      std::vector<double> found = Problem(rows, column, values).solve(positive, chosen.size(), strength.cost);
      for (std::size_t c = 0; c < values.size(); ++c) found[c + 1] *= values[c];
      return found;
    };
    std::vector<std::uint32_t> kept = features;
    std::vector<double> weights = solve(kept);
    if (kept.size() > strength.keep) {
      kept = weightiest(kept, weights, seen, strength.keep);
      weights = solve(kept);
    }
    for (std::size_t c = 0; c < kept.size(); ++c)
      if (std::abs(weights[c + 1]) >= kSmallest) out.push_back({samples.labels_[label], samples.names_[kept[c]], weights[c + 1]});
  }
  return out;
}

}  // namespace coopmine
