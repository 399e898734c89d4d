// The examples of the typed patterns for money, dates and durations.
//
//     yes @2024-06-08  They will sign on Thursday.
//     =>  2024-06-13
//
// `yes`: the text gives exactly the values of its `=>` lines (value_text() of typed.h), in order, and
// at least one of them by this pattern.  `no`: this pattern gives none.  The helpers beside a sum
// (money-before and the like) have no mentions of their own: `yes` then asks for the values, `no` that
// no sum has what the helper sets.
#pragma once

#include <functional>

#include "base/diagnostics.h"
#include "model/article.h"
#include "model/token.h"
#include "rulepack/pack.h"

namespace coopmine {

using SegmentArticle = std::function<Segmented(const ZonedArticle&)>;

// Runs the examples of one block; a block that is no typed pattern of this room has nothing to say.
// Faults stand at the example's own place.
void check_typed_examples(const PackBlock& block, const RulePack& pack, const SegmentArticle& segment,
                          Diagnostics& diagnostics);

}  // namespace coopmine
