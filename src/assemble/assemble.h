// From frames to commitments: references, parties, scope of slots, merging of tellings, confidence.
//
// The result is in document order of its first telling.  Every frame that has an identifiable party
// gives a candidate; Commitment::confidence says how likely it is one (weights.tsv), and whoever writes
// records cuts where WeightTable::cut or the user says.
#pragma once

#include <vector>

#include "assemble/candidate.h"

namespace coopmine {

[[nodiscard]] std::vector<Commitment> assemble(const AssembleInput& input);

}  // namespace coopmine
