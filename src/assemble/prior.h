// The roles that a clause and the article's first sentences give by themselves.
#pragma once

#include <vector>

#include "assemble/candidate.h"
#include "assemble/reference.h"
#include "model/commitment.h"

namespace coopmine {

struct PriorParty {
  ActorRef ref;
  Role role = Role::Party;
};

// First those the clause names in a function (frames.tsv), then those the article makes likely.
[[nodiscard]] std::vector<PriorParty> prior_parties(const AssembleInput& input, const References& references, const Frame& frame);

}  // namespace coopmine
