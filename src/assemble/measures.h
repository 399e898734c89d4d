// Measures: further concrete acts that the sentence of a commitment names and that are no record by themselves.
//
//     The EU will support Ukraine, including the removal of barriers to trade.    "removal of barriers to trade"
#pragma once

#include <vector>

#include "assemble/candidate.h"

namespace coopmine {

// Gives each surviving candidate that is the likeliest of its sentence its measures.  `survives`: by index into `candidates`.
void add_measures(const AssembleInput& input, std::vector<Candidate>& candidates, const std::vector<bool>& survives);

}  // namespace coopmine
