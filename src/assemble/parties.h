// Parties: who fills the roles of a frame, first those the clause names, then those the article makes certain.
#pragma once

#include "assemble/candidate.h"
#include "assemble/reference.h"

namespace coopmine {

// Sets parties and initiator of `candidate`.
void set_parties(const AssembleInput& input, const References& references, Candidate& candidate);

// What ActorRef `ref` is as a party in `role`.
[[nodiscard]] Party party_of(const AssembleInput& input, const ActorRef& ref, Role role);

}  // namespace coopmine
