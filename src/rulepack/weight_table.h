// Weights: what speaks for each choice that a clause alone leaves open, learned from gold, readable, and
// free to be changed.
//
//   weights.tsv   model label feature weight
//
//   model sentence   label yes        does this sentence tell of a commitment?
//   model rank       label yes        is this candidate the one of its sentence that is?
//   model record     label yes        is this candidate a commitment?  its confidence
//   model type       label aid ...    of which type?
//   model status     label pledged ...
//   model role       label none, party, giver, receiver   what is this actor in it?
//   model side       label yes        do these two actors stand on the same side?
//   model sector, amount, date, duration, instrument, initiator    label yes
//   model cut        label record ...  feature -   the least probability of `yes` that counts
//
// Each label of a model is a logistic regression of its own: the weights of a choice's features are summed;
// where there are several labels, their probabilities are scaled to one.  A feature that no line names weighs nothing.  Features are compared by a 64-bit
// FNV-1a hash of their names.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostics.h"
#include "rulepack/tsv.h"

namespace coopmine {

// The circumstances of one choice.  add("verb", "give") is the feature "verb:give".
class Features {
 public:
  // With `named`, the names are kept, too, for people and for learning.
  Features() = default;
  explicit Features(bool named) : named_(named) {}
  void add(std::string_view name);
  void add(std::string_view name, std::string_view value);
  void add(std::string_view name, std::string_view first, std::string_view second);
  void add(const Features& more);
  // Drops what is there twice; the first of each stays.
  void unique();

  [[nodiscard]] const std::vector<std::uint64_t>& hashes() const { return hashes_; }
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  [[nodiscard]] bool named() const { return named_; }

 private:
  bool named_ = false;
  std::vector<std::uint64_t> hashes_;
  std::vector<std::string> names_;
};

enum class Model : std::uint8_t {
  Sentence, Rank, Record, Type, Status, Role, Side, Sector, Amount, Date, Duration, Instrument, Initiator, Count_
};
[[nodiscard]] std::string_view name(Model model);

class WeightTable {
 public:
  // Whether the table knows the model at all.
  [[nodiscard]] bool knows(Model model) const { return !of(model).labels.empty(); }
  // The probability of label `yes`, 0 to 1.
  [[nodiscard]] double yes(Model model, const Features& features) const;
  // Whether that is at least the model's cut (0.5 when none is named).
  [[nodiscard]] bool holds(Model model, const Features& features) const { return yes(model, features) >= cut(model); }
  [[nodiscard]] double cut(Model model) const { return of(model).cut; }

  struct Choice {
    std::string_view label;
    double probability = 0;
  };
  // All labels with their probabilities, in the table's order.
  [[nodiscard]] std::vector<Choice> choices(Model model, const Features& features) const;

  void put(Model model, const std::string& label, std::string_view feature, double weight);
  void set_cut(Model model, double cut) { models_[static_cast<std::size_t>(model)].cut = cut; }

 private:
  static constexpr std::size_t kLabels = 8;
  struct Weights {
    std::vector<std::string> labels;
    std::unordered_map<std::uint64_t, std::array<float, kLabels>> weights;
    double cut = 0.5;
  };
  [[nodiscard]] const Weights& of(Model model) const { return models_[static_cast<std::size_t>(model)]; }
  [[nodiscard]] std::array<double, kLabels> sums(const Weights& weights, const Features& features) const;
  std::array<Weights, static_cast<std::size_t>(Model::Count_)> models_;
};

// Faults: an unknown model or label, a weight that is no number, a cut outside of 0 to 1.
[[nodiscard]] WeightTable load_weights(const Table& table, Diagnostics& diagnostics);

}  // namespace coopmine
