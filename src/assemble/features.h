// Features: the circumstances of a candidate, by the names of weights.tsv.
#pragma once

#include <string>
#include <vector>

#include "assemble/candidate.h"

namespace coopmine {

// Of a candidate with its parties and slots, before merging ("type:aid", "verb:give", "money" ...).
[[nodiscard]] std::vector<std::string> features_of(const AssembleInput& input, const Candidate& candidate);
// Of what merging adds.
void add_telling_features(Candidate& candidate);

}  // namespace coopmine
