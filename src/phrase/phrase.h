// Phrases: one sentence's tokens and mentions -> units (model/phrase.h).
//
//     Japan and Ukraine have agreed to expand cooperation in energy .
//     [Actors: Japan, Ukraine] [Verb: have agreed] [Verb: to expand] [Noun: cooperation] in [Word] .
//
// Verb groups are read by a small finite automaton over the word classes of words.tsv and the forms
// of triggers.tsv; a word that can be noun and verb is decided by what stands beside it.
#pragma once

#include <vector>

#include "model/article.h"
#include "model/mention.h"
#include "model/phrase.h"
#include "model/token.h"
#include "rulepack/trigger_table.h"

namespace coopmine {

// The units of sentence `index`.  Mentions must be sorted by their first token.
[[nodiscard]] PhrasedSentence find_phrases(std::string_view text, const Segmented& segmented,
                                           std::uint32_t index, const Mentions& mentions,
                                           const TriggerTable& triggers);

}  // namespace coopmine
