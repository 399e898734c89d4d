// Comparing: the actors of a candidate beside each other, and beside what they are in the rest of the article.
//
// What an actor would be alone (Model::Role) is a first guess.  One giver makes a second less likely, what is joined
// by "and" stands on one side, and who gives all over an article gives here, too: Model::Part decides with all first
// guesses at hand.  The method is that of stacked sequence labelling: Krishnan and Manning, "An effective two-stage
// model for exploiting non-local dependencies in named entity recognition", ACL 2006.
#pragma once

#include <span>
#include <vector>

#include "assemble/candidate.h"

namespace coopmine {

// Sets `chances` of all actors of `candidates`, whole sentences in order of the text; `told` is the probability of each
// sentence of the article that it tells of a commitment.
void compare_actors(const AssembleInput& input, const std::vector<double>& told, std::span<Candidate> candidates);

}  // namespace coopmine
