// Words that name a field of cooperation (rules/<lang>/sectors.tsv: form, sector, weight, note).
//
//     mine clearance   mine-action
//     trade            trade
//     dialogue         diplomacy    weak     only when nothing else is named
//     think tank       -                     no field; keeps "tank" from counting
//     ministry of      organ-of              the field behind it is the name of a body
//     minister(s)      organ-head            the field before it is the name of a body or office
//     and              list-link             joins fields in such a name
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

enum class SectorUse : std::uint8_t { Field, None, OrganOf, OrganHead, Link };

struct SectorTerm {
  SectorUse use = SectorUse::Field;
  std::string sector;     // of a Field
  bool weak = false;
  bool capitals = false;  // OrganOf, OrganHead of exact case: the field has a capital, too
};

struct SectorTable {
  FormLexicon forms;  // payload: index into terms
  std::vector<SectorTerm> terms;
  std::vector<std::string> sectors;  // all fields, sorted
};

// Faults: those of forms; a sector that is no word of small letters and hyphens, or, in an extending
// pack, one that the pack below it doesn't have; a weight other than "weak".
[[nodiscard]] SectorTable load_sectors(const Table& table, Vocabulary& words, Diagnostics& diagnostics);

}  // namespace coopmine
