// Instruments: the nouns that name a text between parties.
//
//     Tokyo and Kyiv signed a new Agreement on Mutual Legal Assistance.
//
//     first, last   the noun: Agreement
//     span          the noun with its determiner and adjectives: "a new Agreement"
//     name          as printed, when written with capitals: "Agreement on Mutual Legal Assistance"
//     value         its kind: agreement
//
// The longest form counts.  Words that may be verbs ("plan") count only as nouns, that is behind a
// determiner, a possessive, a verb or a preposition.  Nouns inside an actor's name that `out` already
// holds are none.
#pragma once

#include <string_view>
#include <vector>

#include "model/mention.h"
#include "model/token.h"
#include "rulepack/instrument_table.h"
#include "rulepack/trigger_table.h"

namespace coopmine {

// Appends the instruments of an article to `out`, in order of their first token.  Spans may overlap
// those of actors ("a U.S. agreement"), the nouns [first, last) never overlap each other.  `triggers`
// tells determiners, verbs and small words.  Linear: at most 8 tokens are read to the left of a noun.
void find_instruments(std::string_view text, const Segmented& segmented, const InstrumentTable& table,
                      const TriggerTable& triggers, std::vector<Mention>& out);

}  // namespace coopmine
