// From frames to commitments: references, choice of type, status, parties and slots, merging of
// tellings, confidence.
//
// The result is in document order of its first telling.  Every frame gives a candidate; how likely it is a
// commitment (judge.h) is the Commitment::confidence of what comes of it.  Candidates without an identified
// party, and those less likely than AssembleInput::least, are left out before tellings are merged.
#pragma once

#include <vector>

#include "assemble/candidate.h"

namespace coopmine {

// With `trace`, it gets what the choices were made from, before merging.
[[nodiscard]] std::vector<Commitment> assemble(const AssembleInput& input, AssembleTrace* trace = nullptr);

}  // namespace coopmine
