// Frames: the acts that a sentence tells of, with their parties by grammatical function.
//
//     Tokyo will give Kyiv 20 generators.
//
//     aid, pledged, act provide, frame give; subject=Tokyo, indirect=Kyiv
//
// Triggers (triggers.tsv) in the places where a clause or a construction (*.rules) puts them, paired by
// valency.tsv; operators above give the status.  Negated acts give no frame.
#pragma once

#include <vector>

#include "model/article.h"
#include "model/frame.h"
#include "model/mention.h"
#include "model/phrase.h"
#include "model/token.h"
#include "rulepack/pack.h"

namespace coopmine {

// Whether a sentence in which no table finds an act has a frame all the same, on its predicate: an act of no known
// kind, whose type and worth are left to the weights.
enum class LastResort : bool { None, Predicate };

// The frames of one sentence, in order of their anchors; of a sentence that lists without an end the first sixteen.
[[nodiscard]] std::vector<Frame> find_frames(std::string_view text, const Segmented& segmented, const Mentions& mentions,
                                             const PhrasedSentence& phrased, const RulePack& pack, LastResort last_resort);

}  // namespace coopmine
