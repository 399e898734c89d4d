// Fields: what the words of a clause, of its sentence and of the article say of each sector.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "assemble/candidate.h"

namespace coopmine {

// Of one sector, by Model::Field; probabilities.
struct FieldChance {
  std::string_view sector;
  double own = 0;        // by the words of the clause
  double sentence = 0;   // the mean of the sentence's other candidates; without any, its own
  double article = 0;    // the mean of the other sentences, each by how likely it tells of a commitment; 0 where none does
  std::size_t rank = 0;  // how many sectors the clause makes likelier
};
using FieldChances = std::vector<FieldChance>;

// From what the words of each of `candidates`, which come in order of the text, say by themselves, and from the
// probability of each sentence of the article that it tells of a commitment.
class FieldTally {
 public:
  // All of them must outlive the tally.
  FieldTally(std::span<const Candidate> candidates, const std::vector<std::vector<WeightTable::Choice>>& own, const std::vector<double>& told);
  // Of one candidate, by its index.
  [[nodiscard]] FieldChances of(std::size_t candidate) const;

 private:
  using Sums = std::vector<double>;  // by sector
  // A sentence that has candidates.
  struct Told {
    std::size_t last = 0;  // behind its last candidate
    double count = 0;      // of its candidates
    double weight = 0;     // its probability
    Sums sums;
  };
  const std::vector<std::vector<WeightTable::Choice>>& own_;
  std::vector<Told> sentences_;
  Sums article_;
  double all_ = 0;  // the weights of all sentences
};

}  // namespace coopmine
