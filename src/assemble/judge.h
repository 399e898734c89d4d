// Judging: which candidates are commitments.
//
// First each sentence: does it tell of one?  Then the candidates of a sentence among each other: which is
// the act it tells of?  Then each candidate by what both have said and by its neighbours.  A sentence mostly
// tells of one act, and what stands beside it says more about that than any single clause.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "assemble/candidate.h"

namespace coopmine {

struct SentenceChances {
  std::vector<double> chance;       // of each sentence of the article, that it tells of a commitment; 0 without candidates
  double expected = 0;              // how many do
  std::vector<SentenceCase> cases;  // when learning: what was said of those that have candidates
};

// Judges the sentences of an article one after the other, each by its candidates, which need no slots and stay as they
// are.  Sentences come in order of the text; those that never come have no candidates.
class SentenceJudge {
 public:
  explicit SentenceJudge(const AssembleInput& input);
  ~SentenceJudge();
  SentenceJudge(const SentenceJudge&) = delete;
  SentenceJudge& operator=(const SentenceJudge&) = delete;
  // The probability that the sentence tells of a commitment.
  double judge(std::uint32_t sentence, std::span<const Candidate> candidates);
  [[nodiscard]] SentenceChances take() { return std::move(out_); }

 private:
  class Reader;
  const AssembleInput& input_;
  std::unique_ptr<Reader> reader_;
  SentenceChances out_;
};

// Sets rank and chance of candidates that have all their slots, whole sentences of them.  Without weights every chance is 0.5.
void judge_candidates(const AssembleInput& input, const SentenceChances& sentences, std::span<Candidate> candidates);

}  // namespace coopmine
