// Segmentation: blocks -> sentences and word tokens.
//
// Words and sentence ends are ICU's (UAX #29), found by scanners of our own with line ends as spaces, so
// that hard-wrapped copy reads like running text.  On top of that:
//   - a possessive clitic is a token of its own:     Japan's  -> "Japan" "'s",  states' -> "states" "'"
//   - a dotted acronym is one token:                 U.S.     -> "U.S."
//   - no sentence ends after an abbreviation of the pack or after a single initial ("K. Abdrakhmanov");
//   - glued sentences are split:                     recovery.During -> "recovery" "." | "During"
//   - a block (paragraph, headline, bullet) always ends a sentence;
//   - a sentence of more than `max_tokens` tokens is cut there, and says so (Sentence::cut).
#pragma once

#include "model/article.h"
#include "model/token.h"
#include "rulepack/abbreviation_table.h"
#include "rulepack/words.h"

namespace coopmine {

struct SegmentConfig {
  std::uint32_t max_tokens = 400;  // cap of one sentence, so that every later stage stays linear
};

// Token spans are bytes of `zoned.article->text`.  Tokens and sentences stand in document order and
// lie inside the blocks.  Linear in the text.
[[nodiscard]] Segmented segment(const ZonedArticle& zoned, const Vocabulary& words,
                                const AbbreviationTable& abbreviations, const SegmentConfig& config);

}  // namespace coopmine
