#include "rulepack/weight_table.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <optional>
#include <stdexcept>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "model/commitment.h"
#include "rulepack/tsv.h"

namespace coopmine {
namespace {

constexpr std::string_view kCut = "cut";
constexpr std::array<std::string_view, static_cast<std::size_t>(Model::Count_)> kModels{
    "gate", "sentence", "rank", "record", "type", "status", "role", "part", "side", "field", "sector", "amount", "date", "duration", "instrument", "initiator", "same"};

constexpr std::uint32_t kRow = (1U << 20) - 1;  // the bits of a slot that tell the row

std::uint64_t mixed(std::uint64_t hash) {
  hash ^= hash >> 32;
  return hash * 0x9E3779B97F4A7C15ULL;
}

// What a slot keeps of a mixed hash, in the bits that the row leaves.
std::uint32_t tag(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32); }

constexpr std::size_t kSlotsOfFilter = 8;  // slots a word of the filter: eight bits a slot, sixteen and more a row

std::size_t filter_word(std::uint64_t hash, std::size_t words) { return (hash >> 40U) & (words - 1); }
std::uint64_t filter_bit(std::uint64_t hash) { return std::uint64_t{1} << (hash & 63U); }

std::optional<Model> model_named(std::string_view word) {
  const auto found = std::find(kModels.begin(), kModels.end(), word);
  if (found == kModels.end()) return std::nullopt;
  return static_cast<Model>(found - kModels.begin());
}

std::vector<std::string> models() { return {kModels.begin(), kModels.end()}; }

// The choices of a model; of Model::Field any sector.
std::vector<std::string> labels_of(Model model) {
  std::vector<std::string> labels;
  const auto add = [&]<class Value>(Value first) {
    for (int i = static_cast<int>(first); !name(static_cast<Value>(i)).empty(); ++i) labels.emplace_back(name(static_cast<Value>(i)));
  };
  switch (model) {
    case Model::Type: add(CommitmentType{}); break;
    case Model::Status: add(Status{}); break;
    case Model::Role: case Model::Part:
      labels.emplace_back("none");
      add(Role{});
      break;
    default: labels.emplace_back("yes");
  }
  return labels;
}

// The index of a label, looked for from `near` on and around: lines of one feature have its labels in order.  labels.size(): none.
std::size_t index_near(const std::vector<std::string>& labels, std::string_view label, std::size_t near) {
  for (std::size_t i = near; i < labels.size(); ++i)
    if (labels[i] == label) return i;
  for (std::size_t i = 0; i < std::min(near, labels.size()); ++i)
    if (labels[i] == label) return i;
  return labels.size();
}

// Says which labels a model has.
class KnownLabels {
 public:
  bool has(Model model, std::string_view label) {
    if (model == Model::Field) return true;
    if (model != model_) labels_ = labels_of(model), model_ = model, last_ = 0;
    const std::size_t at = index_near(labels_, label, last_);
    if (at == labels_.size()) return false;
    last_ = at;
    return true;
  }

 private:
  Model model_ = Model::Count_;
  std::vector<std::string> labels_;
  std::size_t last_ = 0;
};

double logistic(double odds) { return 1.0 / (1.0 + std::exp(-odds)); }

std::optional<double> number(std::string_view text) {
  // As `learn` writes them: "-0.43" is a whole number of hundredths.
  if (text.size() > 3 && text[text.size() - 3] == '.') {
    const bool minus = text.front() == '-';
    int hundredths = 0;
    std::size_t digits = 0;
    for (const char c : text.substr(minus ? 1 : 0))
      if (c >= '0' && c <= '9') hundredths = 10 * hundredths + (c - '0'), ++digits;
    if (digits + (minus ? 2 : 1) == text.size() && digits <= 6) return (minus ? -hundredths : hundredths) / 100.0;
  }
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

std::string_view name(Model model) { return kModels[static_cast<std::size_t>(model)]; }

void Features::add(FeatureName name) {
  push(name.alone());
  if (named_) names_.emplace_back(name.text());
}

void Features::add(FeatureName name, const HashedText& value) {
  push(name.before_value() + value.hash);
  if (named_) names_.push_back(std::string(name.text()) + ":" + std::string(value.text));
}

void Features::add(FeatureName name, const HashedText& first, const HashedText& second) {
  constexpr TextHash kBetween = text_hash("/");
  push(name.before_value() + first.hash + kBetween + second.hash);
  if (named_) names_.push_back(std::string(name.text()) + ":" + std::string(first.text) + "/" + std::string(second.text));
}

void Features::add(const Features& more) {
  hashes_.insert(hashes_.end(), more.hashes_.begin(), more.hashes_.end());
  if (named_) names_.insert(names_.end(), more.names_.begin(), more.names_.end());
}

void Features::unique() {
  // Open addressing over places in `hashes_`, 1 + place; memory is kept from one call to the next.
  thread_local std::vector<std::uint32_t> seen;
  const std::size_t size = std::bit_ceil(hashes_.size() * 2 + 1);
  seen.assign(size, 0);
  const auto take = [&](std::uint64_t hash, std::size_t place) {
    std::size_t at = (mixed(hash) >> 32) & (size - 1);
    for (; seen[at] != 0; at = (at + 1) & (size - 1))
      if (hashes_[seen[at] - 1] == hash) return false;
    seen[at] = static_cast<std::uint32_t>(place + 1);
    return true;
  };
  std::size_t to = 0;
  for (std::size_t i = 0; i < hashes_.size(); ++i) {
    if (!take(hashes_[i], to)) continue;
    hashes_[to] = hashes_[i];
    if (named_ && to != i) names_[to] = std::move(names_[i]);
    ++to;
  }
  hashes_.resize(to);
  if (named_) names_.resize(to);
}

std::size_t WeightTable::Weights::find(std::uint64_t feature) const {
  if (slots.empty()) return kNone;
  const std::uint64_t hash = mixed(feature);
  if ((filter[filter_word(hash, filter.size())] & filter_bit(hash)) == 0) return kNone;
  const std::size_t mask = slots.size() - 1;
  for (std::size_t at = (hash >> 8) & mask; slots[at] != 0; at = (at + 1) & mask) {
    if (((slots[at] ^ tag(hash)) & ~kRow) != 0) continue;
    const std::size_t row = (slots[at] & kRow) - 1;
    if (features[row] == feature) return row;
  }
  return kNone;
}

void WeightTable::Weights::put_slot(std::uint64_t feature, std::size_t row) {
  const std::uint64_t hash = mixed(feature);
  const std::size_t mask = slots.size() - 1;
  std::size_t at = (hash >> 8) & mask;
  while (slots[at] != 0) at = (at + 1) & mask;
  slots[at] = (tag(hash) & ~kRow) | static_cast<std::uint32_t>(row + 1);
  filter[filter_word(hash, filter.size())] |= filter_bit(hash);
}

std::size_t WeightTable::Weights::make(std::uint64_t feature) {
  if (const std::size_t row = find(feature); row != kNone) return row;
  if (features.size() >= kRow) throw std::length_error("too many weights");
  features.push_back(feature);
  weights.resize(features.size() * labels.size(), 0);
  if (features.size() * 2 > slots.size())
    resize(std::max<std::size_t>(slots.size() * 2, 64));
  else
    put_slot(feature, features.size() - 1);
  return features.size() - 1;
}

std::size_t WeightTable::Weights::make_label(std::string_view label, std::size_t near) {
  const std::size_t known = index_near(labels, label, near);
  if (known < labels.size()) return known;
  std::vector<float> wider;
  wider.reserve(features.capacity() * (known + 1));
  for (std::size_t row = 0; row < features.size(); ++row) {
    for (std::size_t i = 0; i < known; ++i) wider.push_back(weights[row * known + i]);
    wider.push_back(0);
  }
  weights = std::move(wider);
  labels.emplace_back(label);
  return known;
}

void WeightTable::Weights::resize(std::size_t size) {
  if (size <= slots.size()) return;
  slots.assign(size, 0);
  filter.assign(std::max<std::size_t>(size / kSlotsOfFilter, 1), 0);
  for (std::size_t i = 0; i < features.size(); ++i) put_slot(features[i], i);
}

double WeightTable::weight(Model model, std::string_view feature, std::string_view label) const {
  const Weights& weights = of(model);
  const std::size_t row = weights.find(text_hash(feature).value);
  const auto at = static_cast<std::size_t>(std::find(weights.labels.begin(), weights.labels.end(), label) - weights.labels.begin());
  return row == kNone || at == weights.labels.size() ? 0 : weights.at(row, at);
}

double WeightTable::yes(Model model, const Features& features) const {
  const Weights& weights = of(model);
  double sum = 0;
  for (const std::uint64_t hash : features.hashes())
    if (const std::size_t row = weights.find(hash); row != kNone) sum += weights.at(row, 0);
  return logistic(sum);
}

std::vector<WeightTable::Choice> WeightTable::chances(Model model, const Features& features) const {
  const Weights& weights = of(model);
  std::vector<double> sums(weights.labels.size(), 0);
  for (const std::uint64_t hash : features.hashes()) {
    const std::size_t row = weights.find(hash);
    for (std::size_t i = 0; row != kNone && i < sums.size(); ++i) sums[i] += weights.at(row, i);
  }
  std::vector<Choice> out;
  out.reserve(sums.size());
  for (std::size_t i = 0; i < sums.size(); ++i) out.push_back({weights.labels[i], logistic(sums[i])});
  return out;
}

std::vector<WeightTable::Choice> WeightTable::choices(Model model, const Features& features) const {
  std::vector<Choice> out = chances(model, features);
  double total = 0;
  for (const Choice& choice : out) total += choice.probability;
  for (Choice& choice : out) choice.probability /= total;
  return out;
}

void WeightTable::expect(Model model, std::size_t features) {
  Weights& weights = models_[static_cast<std::size_t>(model)];
  weights.features.reserve(weights.features.size() + features);
  weights.resize(std::bit_ceil(std::max<std::size_t>(2 * (weights.features.size() + features), 64)));
}

void WeightTable::shrink() {
  for (Weights& weights : models_) {
    weights.features.shrink_to_fit();
    weights.weights.shrink_to_fit();
  }
}

void WeightTable::put(Model model, std::string_view label, std::string_view feature, double weight) {
  Writer(*this).put(model, label, feature, weight);
}

void WeightTable::Writer::put(Model model, std::string_view label, std::string_view feature, double weight) {
  Weights& weights = table_.models_[static_cast<std::size_t>(model)];
  label_ = weights.make_label(label, label_);
  if (model != model_ || feature != feature_) {
    row_ = weights.make(text_hash(feature).value);
    model_ = model;
    feature_ = feature;
  }
  weights.weights[row_ * weights.labels.size() + label_] = static_cast<float>(weight);
}

const std::vector<std::string>& weight_columns() {
  static const std::vector<std::string> columns{"model", "label", "feature", "weight"};
  return columns;
}

void read_weights(const std::string& file, std::string_view text, Diagnostics& diagnostics, const std::function<void(const WeightLine&)>& use) {
  TableReader reader(file, text, weight_columns(), diagnostics);
  const std::size_t model_at = reader.column("model"), label_at = reader.column("label"), feature_at = reader.column("feature"), weight_at = reader.column("weight");
  if (std::max({model_at, label_at, feature_at, weight_at}) >= reader.columns().size()) return;  // reported by the reader
  std::string_view last;  // lines of one model stand together
  std::optional<Model> model;
  KnownLabels labels;
  for (Row row; reader.next(row);) {
    const std::string_view word = row.cells[model_at], label = row.cells[label_at], number_text = row.cells[weight_at];
    const bool cut = word == kCut;
    if (const std::string_view named = cut ? label : word; named != last) model = model_named(named), last = named;
    const auto weight = number(number_text);
    if (!model) {
      const std::string unknown(cut ? label : word);
      reader.fault(row, cut ? "label" : "model", "unknown model '" + unknown + "'",
                   did_you_mean(unknown, models(), fmt::format("one of {}", fmt::join(models(), ", "))));
    } else if (!cut && !labels.has(*model, label)) {
      reader.fault(row, "label", fmt::format("unknown label '{}' of model '{}'", label, word),
                   did_you_mean(label, labels_of(*model), fmt::format("one of {}", fmt::join(labels_of(*model), ", "))));
    } else if (!weight || (cut && (*weight < 0 || *weight > 1))) {
      reader.fault(row, "weight", "'" + std::string(number_text) + "' is no weight",
                   cut ? "write a number from 0 to 1" : "write a number, like 0.5 or -1.2");
    } else if (cut) {
      use({*model, true, {}, {}, *weight});
    } else {
      use({*model, false, label, row.cells[feature_at], *weight});
    }
  }
}

namespace {

// How many lines begin with each model's name: as many features it may have, where models stand in the first column.
void make_room(std::string_view text, WeightTable& table) {
  std::array<std::size_t, static_cast<std::size_t>(Model::Count_)> lines{};
  std::string_view last;
  std::optional<Model> model;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (!(line.size() > last.size() && line.starts_with(last) && line[last.size()] == '\t')) last = line.substr(0, line.find('\t')), model = model_named(last);
    if (model) ++lines[static_cast<std::size_t>(*model)];
  }
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (lines[i] > 0) table.expect(static_cast<Model>(i), lines[i]);
}

}  // namespace

void add_weights(const std::string& file, std::string_view text, WeightTable& table, Diagnostics& diagnostics) {
  make_room(text, table);
  WeightTable::Writer writer(table);
  read_weights(file, text, diagnostics, [&](const WeightLine& line) {
    if (line.cut) return table.set_cut(line.model, line.weight);
    writer.put(line.model, line.label, line.feature, line.weight);
  });
  table.shrink();
}

}  // namespace coopmine
