// Parties: who has which role in a candidate.
//
// The clause's functions and the article's pair give each actor a prior role (frames.tsv); weights.tsv
// decides, from that and from where and how the actor stands, which one it would have alone, and then, beside the
// other actors (compare.h), which one it has.
#pragma once

#include "assemble/candidate.h"
#include "assemble/reference.h"

namespace coopmine {

// The actors that may have a role, with what each would be alone; call it once type and status are known.
void list_actors(const AssembleInput& input, const References& references, Candidate& candidate);
// Sets parties and initiator of `candidate` from its actors, once they were compared.
void choose_parties(const AssembleInput& input, Candidate& candidate);

}  // namespace coopmine
