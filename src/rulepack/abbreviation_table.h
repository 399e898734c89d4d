// Abbreviations after which no sentence ends (rules/<lang>/abbreviations.tsv: form, note).
#pragma once

#include <unordered_set>

#include "base/diagnostics.h"
#include "rulepack/tsv.h"
#include "rulepack/words.h"

namespace coopmine {

// Forms are written with their full stop ("Gen.").  A form that begins with a capital is one only
// when printed so; one in lower case ("dlrs.") is one in any case.
struct AbbreviationTable {
  std::unordered_set<WordId> any_case;
  std::unordered_set<WordId> capitalised;
};

[[nodiscard]] AbbreviationTable load_abbreviations(const Table& table, Vocabulary& words,
                                                   Diagnostics& diagnostics);

}  // namespace coopmine
