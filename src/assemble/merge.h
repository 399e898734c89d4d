// Merging: the tellings of one commitment in title, lead and body become one.
#pragma once

#include <vector>

#include "assemble/candidate.h"

namespace coopmine {

// Joins candidates that tell of the same act; slots that the fuller telling left open are filled.
[[nodiscard]] std::vector<Candidate> merge_tellings(std::vector<Candidate> candidates);

}  // namespace coopmine
