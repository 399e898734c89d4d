// Merging: the tellings of one commitment in title, lead and body become one.
#pragma once

#include <vector>

#include "assemble/candidate.h"

namespace coopmine {

// Joins candidates that tell of the same act; slots that the fuller telling left open are filled.  Whether two
// sentences tell of one act is a choice of weights.tsv; without weights, rules of thumb decide.
[[nodiscard]] std::vector<Candidate> merge_tellings(const AssembleInput& input, std::vector<Candidate> candidates);

// What speaks for two candidates of different sentences telling of one act.
[[nodiscard]] Features telling_features(const AssembleInput& input, const Candidate& earlier, const Candidate& later);

}  // namespace coopmine
