// From frames to commitments: references, choice of type, status, parties and slots, merging of
// tellings, confidence.
//
// The result is in document order of its first telling.  Every frame that has an identifiable party
// gives a candidate; Commitment::confidence says how likely it is one (weights.tsv), and whoever writes
// records cuts where the table or the user says.
#pragma once

#include <vector>

#include "assemble/candidate.h"

namespace coopmine {

// With `trace`, the candidates as they were before merging are added to it.
[[nodiscard]] std::vector<Commitment> assemble(const AssembleInput& input, std::vector<Candidate>* trace = nullptr);

}  // namespace coopmine
