// Nouns that name a text between parties (rules/<lang>/instruments.tsv: form, kind, use, note).
//
//     memorandum of understanding   memorandum
//     plan(s)                       plan         determined    may be a verb: "a plan", not "they plan"
//     great deal                    -                          no text; keeps "deal" from counting
//     of                            name-link                  stands inside a text's own name
//
// How forms are written: lexicon_form.h.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "rulepack/lexicon_form.h"
#include "rulepack/tsv.h"
#include "rulepack/words.h"

namespace coopmine {

enum class InstrumentUse : std::uint8_t { Noun, Determined, None, NameLink };

struct InstrumentTerm {
  InstrumentUse use = InstrumentUse::Noun;
  std::string kind;  // of a Noun or Determined
};

struct InstrumentTable {
  FormLexicon forms;  // payload: index into terms
  std::vector<InstrumentTerm> terms;
  std::vector<std::string> kinds;  // sorted
};

// Faults: as in sector_table.h; a use other than "determined".
[[nodiscard]] InstrumentTable load_instruments(const Table& table, Vocabulary& words, Diagnostics& diagnostics);

}  // namespace coopmine
