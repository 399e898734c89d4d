// Judging: which candidates are commitments.
//
// First each sentence: does it tell of one?  Then the candidates of a sentence among each other: which is
// the act it tells of?  Then each candidate by what both have said and by its neighbours.  A sentence mostly
// tells of one act, and what stands beside it says more about that than any single clause.
#pragma once

#include <vector>

#include "assemble/candidate.h"

namespace coopmine {

struct SentenceChances {
  std::vector<double> chance;       // of each sentence of the article, that it tells of a commitment; 0 without candidates
  double expected = 0;              // how many do
  std::vector<SentenceCase> cases;  // when learning: what was said of those that have candidates
};

// By the clauses of their candidates, which come in order of the text, need no slots, and stay as they are.
[[nodiscard]] SentenceChances judge_sentences(const AssembleInput& input, const std::vector<Candidate>& candidates);

// Sets rank and chance of candidates that have all their slots.  Without weights every chance is 0.5.
void judge_candidates(const AssembleInput& input, const SentenceChances& sentences, std::vector<Candidate>& candidates);

}  // namespace coopmine
