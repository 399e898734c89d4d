// Weights: what speaks for each choice that a clause alone leaves open, learned from gold, readable, and
// free to be changed.
//
//   weights.tsv   model label feature weight
//
//   model gate       label yes        do the words of this sentence promise a commitment?
//   model sentence   label yes        does this sentence tell of a commitment?
//   model rank       label yes        is this candidate the one of its sentence that is?
//   model record     label yes        is this candidate a commitment?  its confidence
//   model type       label aid ...    of which type?
//   model status     label pledged ...
//   model role       label none, party, giver, receiver   what is this actor in it?
//   model part       label none, party, giver, receiver   what is it, seen beside the others and the rest of the article?
//   model side       label yes        do these two actors stand on the same side?
//   model field      label energy ... is this sector what the clause is about, named or not?
//   model sector, amount, date, duration, instrument, initiator    label yes
//   model same       label yes        do these two candidates tell of one commitment?
//   model cut        label record ...  feature -   the least probability of `yes` that counts
//
// Each label of a model is a logistic regression of its own: the weights of a choice's features are summed;
// where one of several labels is to be chosen, their probabilities are scaled to one.  A feature that no line names
// weighs nothing.  Features are compared by a 64-bit hash of their names (text_hash.h).
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "rulepack/text_hash.h"

namespace coopmine {

// The name of a feature, written where it is added; hashed by the compiler.
class FeatureName {
 public:
  template <std::size_t N>
  consteval FeatureName(const char (&name)[N])  // NOLINT(google-explicit-constructor): written as plain text
      : text_(name, N - 1), alone_(text_hash(text_)), before_value_(alone_ + text_hash(":")) {}
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] TextHash alone() const { return alone_; }
  [[nodiscard]] TextHash before_value() const { return before_value_; }

 private:
  std::string_view text_;
  TextHash alone_;
  TextHash before_value_;
};

// The circumstances of one choice.  add("verb", "give") is the feature "verb:give".
class Features {
 public:
  // With `named`, the names are kept, too, for people and for learning.
  Features() = default;
  explicit Features(bool named) : named_(named) {}
  void add(FeatureName name);
  void add(FeatureName name, const HashedText& value);
  void add(FeatureName name, const HashedText& first, const HashedText& second);
  void add(const Features& more);
  // Drops what is there twice; the first of each stays.
  void unique();
  // Gives back the memory that no feature takes.
  void shrink() { hashes_.shrink_to_fit(); }

  [[nodiscard]] const std::vector<std::uint64_t>& hashes() const { return hashes_; }
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  [[nodiscard]] bool named() const { return named_; }

 private:
  void push(TextHash hash) {
    if (hashes_.capacity() == 0) hashes_.reserve(kUsual);
    hashes_.push_back(hash.value);
  }
  static constexpr std::size_t kUsual = 48;
  bool named_ = false;
  std::vector<std::uint64_t> hashes_;
  std::vector<std::string> names_;
};

enum class Model : std::uint8_t {
  Gate, Sentence, Rank, Record, Type, Status, Role, Part, Side, Field, Sector, Amount, Date, Duration, Instrument, Initiator, Same, Count_
};
[[nodiscard]] std::string_view name(Model model);

class WeightTable {
 public:
  // Whether the table knows the model at all.
  [[nodiscard]] bool knows(Model model) const { return !of(model).labels.empty(); }
  // The probability of label `yes`, 0 to 1.
  [[nodiscard]] double yes(Model model, const Features& features) const;
  // What one feature adds to the log odds of a label, by their names.
  [[nodiscard]] double weight(Model model, std::string_view feature, std::string_view label = "yes") const;
  // Whether that is at least the model's cut (0.5 when none is named).
  [[nodiscard]] bool holds(Model model, const Features& features) const { return yes(model, features) >= cut(model); }
  [[nodiscard]] double cut(Model model) const { return of(model).cut; }

  struct Choice {
    std::string_view label;
    double probability = 0;
  };
  // All labels with the probability of each for itself, in the table's order.
  [[nodiscard]] std::vector<Choice> chances(Model model, const Features& features) const;
  // The same scaled to one: of one choice among the labels.
  [[nodiscard]] std::vector<Choice> choices(Model model, const Features& features) const;

  // Makes room for so many features of a model.
  void expect(Model model, std::size_t features);
  // Gives back the memory that no weight takes.
  void shrink();
  void put(Model model, std::string_view label, std::string_view feature, double weight);
  // The same for the lines of a table: those of one feature mostly stand together, and its row is looked for once.
  class Writer {
   public:
    explicit Writer(WeightTable& table) : table_(table) {}
    void put(Model model, std::string_view label, std::string_view feature, double weight);

   private:
    WeightTable& table_;
    Model model_ = Model::Count_;
    std::string_view feature_;  // of the last line
    std::size_t row_ = 0;
    std::size_t label_ = 0;
  };
  void set_cut(Model model, double cut) { models_[static_cast<std::size_t>(model)].cut = cut; }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  // A flat table.  Most features have no row, and are told by one look at `filter`, which is small enough to stay near.
  struct Weights {
    std::vector<std::string> labels;
    std::vector<std::uint64_t> features;  // by row
    std::vector<float> weights;           // by row, of each label
    std::vector<std::uint32_t> slots;  // open addressing, power of two: some bits of a mixed hash, 1 + row; 0: free
    std::vector<std::uint64_t> filter;  // a bit for each of some bits of a mixed hash: whether any row has it
    double cut = 0.5;

    // A row, or kNone.
    [[nodiscard]] std::size_t find(std::uint64_t feature) const;
    [[nodiscard]] double at(std::size_t row, std::size_t label) const { return static_cast<double>(weights[row * labels.size() + label]); }
    std::size_t make(std::uint64_t feature);
    std::size_t make_label(std::string_view label, std::size_t near);  // `near`: where it may stand among them
    void put_slot(std::uint64_t feature, std::size_t row);
    void resize(std::size_t size);  // of the slots; never smaller
  };
  [[nodiscard]] const Weights& of(Model model) const { return models_[static_cast<std::size_t>(model)]; }
  std::array<Weights, static_cast<std::size_t>(Model::Count_)> models_;
};

// The columns of weights.tsv.
[[nodiscard]] const std::vector<std::string>& weight_columns();

// A line of weights.tsv: the weight of a feature for a label, or with `cut` the model's cut.
struct WeightLine {
  Model model = Model::Gate;
  bool cut = false;
  std::string_view label, feature;  // of the text; empty for a cut
  double weight = 0;
};
// Gives the sound lines of `text` to `use`; `file` stands for it in messages.
// Faults: an unknown model or label, a weight that is no number, a cut outside of 0 to 1.
void read_weights(const std::string& file, std::string_view text, Diagnostics& diagnostics, const std::function<void(const WeightLine&)>& use);

// Puts the lines of `text` into `table`, in the place of those for the same model, label and feature.  Faults as read_weights.
void add_weights(const std::string& file, std::string_view text, WeightTable& table, Diagnostics& diagnostics);

}  // namespace coopmine
