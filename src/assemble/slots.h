// Scope: which sectors, sums, dates, durations and texts belong to which act.
#pragma once

#include "assemble/candidate.h"
#include "assemble/fields.h"

namespace coopmine {

// The mentions of the sentence and title that may fill a slot, with their features; and the sectors that `fields` makes
// likely though no mention names them.
void list_values(const AssembleInput& input, Candidate& candidate, const FieldChances& fields);
// Sets sectors, instrument, amounts, dates and duration of `candidate` from its values.
void choose_values(const AssembleInput& input, Candidate& candidate);

}  // namespace coopmine
