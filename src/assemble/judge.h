// Judging: which candidates are commitments.
//
// First each sentence: does it tell of one?  Then the candidates of a sentence among each other: which is
// the act it tells of?  Then each candidate by what both have said and by its neighbours.  A sentence mostly
// tells of one act, and what stands beside it says more about that than any single clause.
#pragma once

#include <vector>

#include "assemble/candidate.h"

namespace coopmine {

// Sets rank and chance of the candidates, which come in order of the text and have all their slots.
// Without weights every chance is 0.5.  When learning, keeps what was said of the candidates and returns the
// sentences that have any, with what was said of them.
std::vector<SentenceCase> judge(const AssembleInput& input, std::vector<Candidate>& candidates);

}  // namespace coopmine
