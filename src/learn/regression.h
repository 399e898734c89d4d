// Logistic regression over named features: one choice among labels, learned from samples.
//
//     SampleSet samples;
//     samples.add(features, "giver", fold);
//     for (const LearnedWeight& w : learn_weights(samples, {0.1, 3, 3000}, kNoFold)) table.put(...);
//
// Each label against the rest, L2, by LIBLINEAR (Fan et al., JMLR 9, 2008), solver 0.  A feature's value is not 1 but
// what it says of the label alone, so that what is seen always with one label costs less than what is seen with all
// (Wang and Manning, Baselines and bigrams, ACL 2012; their interpolation is `trust`); the weights come out for values of 1.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "rulepack/weight_table.h"

namespace coopmine {

inline constexpr unsigned kNoFold = 0xffffffffU;

// What was seen: labels, mostly one, and the features they were seen with, all values 1.
class SampleSet {
 public:
  // `features` must have been made with names.
  void add(const Features& features, const std::string& label, unsigned fold) { add(features, std::vector<std::string>{label}, fold); }
  void add(const Features& features, const std::vector<std::string>& labels, unsigned fold);
  [[nodiscard]] std::size_t size() const { return rows_.size(); }

 private:
  friend std::vector<struct LearnedWeight> learn_weights(const SampleSet&, const struct Strength&, unsigned);
  struct Row {
    std::vector<std::uint32_t> features;  // indices into names_
    std::vector<std::uint32_t> labels;    // indices into labels_
    unsigned fold = 0;
  };
  std::vector<std::string> names_;
  std::unordered_map<std::uint64_t, std::uint32_t> ids_;  // hash of a name -> its index
  std::vector<std::string> labels_;
  std::vector<Row> rows_;
};

struct Strength {
  double cost = 0.1;       // LIBLINEAR's C: the higher, the closer to the samples
  std::size_t least = 3;   // samples a feature must be seen in
  std::size_t keep = 3000; // features of a label that stay: the weightiest by |weight| x sqrt(samples)
  double trust = 0.5;      // 0 to 1: how far a feature's value follows what it says alone (see above)
};

struct LearnedWeight {
  std::string label;
  std::string feature;
  double weight = 0;
};

// Of two labels "yes" and "no" only the weights of "yes"; of a label that all samples have, or none, nothing.
// Samples of `without` are left out.  The same samples in the same order give the same weights.
[[nodiscard]] std::vector<LearnedWeight> learn_weights(const SampleSet& samples, const Strength& strength, unsigned without);

}  // namespace coopmine
