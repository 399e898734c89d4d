// The gate: which sentences are read closely.
//
// Most sentences of the news tell of no commitment, and their words alone say so.  A light look at each
// (its words, each actor being one of them; model `gate` of weights.tsv) keeps most of them closed, and what
// costs more is done for the others only.  The title and headings, which tell of what stands under them,
// stay open, and so does a sentence with a trigger that a pack of the user's own adds.
#pragma once

#include <vector>

#include "assemble/candidate.h"
#include "model/mention.h"
#include "model/token.h"
#include "rulepack/pack.h"

namespace coopmine {

// Sets Sentence::quiet.  `mentions`: the actors, in order of the text.  Without weights nothing is quiet; the less
// likely the commitments that are wanted (`least`), the wider the gate stands.  The cases, when learning: one for each
// sentence that the gate looks at.
void close_gate(std::string_view text, const RulePack& pack, const WeightTable& weights, double least, const Mentions& mentions,
                Segmented& segmented, std::vector<SentenceCase>* cases);

}  // namespace coopmine
