// What the program sees in an article of the gold, for the reasons of `coopmine eval --errors`.
#pragma once

#include "eval/mistakes.h"
#include "rulepack/pack.h"

namespace coopmine {

// Runs all stages over the article; offsets are code points.
[[nodiscard]] ArticleClues clues_of(const GoldArticle& article, const RulePack& pack);

}  // namespace coopmine
