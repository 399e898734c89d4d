// Scope: which sectors, sums, dates, durations and texts of a sentence belong to which act.
#pragma once

#include "assemble/candidate.h"

namespace coopmine {

// Sets sectors, instrument, amounts, dates and duration of `candidate` from its scope.
void set_slots(const AssembleInput& input, Candidate& candidate);

}  // namespace coopmine
