// Numbers in words (rules/<lang>/numbers.tsv: kind, value, forms).
//
//     twenty-five million   tens 20, unit 5, scale 6
//     $5bn                  scale-short 9
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "rulepack/tsv.h"
#include "rulepack/words.h"

namespace coopmine {

enum class NumberKind : std::uint8_t {
  Unit,         // 1 to 19, adds
  Tens,         // 20, 30 ... adds
  Hundred,      // multiplies by 100
  Scale,        // power of ten, a word: "million", "mln", "crore"
  ScaleShort,   // power of ten, an abbreviation that may stand apart: "bn"
  ScaleGlued,   // power of ten, only glued to a figure: "m"
  Fraction,     // part of the scale that follows: "half"
  One,          // "a" in "a million"
  And,          // joins parts
  Ordinal,      // "second"
  Vague         // "several": no number
};

struct NumberWord {
  NumberKind kind = NumberKind::Unit;
  double value = 0;  // the power of ten for the three Scale kinds
};

struct NumberTable {
  std::map<std::string, NumberWord, std::less<>> words;  // by folded form
  std::vector<bool> starts;    // by WordId: units, tens, hundred and scales
  std::vector<bool> ordinals;  // by WordId

  // The entry of a form in any case; nullptr when it is none.
  [[nodiscard]] const NumberWord* find(std::string_view form) const;
  [[nodiscard]] bool is_number_word(WordId id) const { return id < starts.size() && starts[id]; }
  [[nodiscard]] bool is_ordinal(WordId id) const { return id < ordinals.size() && ordinals[id]; }
};

// Faults: an unknown kind, a value that is no number, a form that stands twice.
[[nodiscard]] NumberTable load_numbers(const Table& table, Vocabulary& words,
                                       Diagnostics& diagnostics);

}  // namespace coopmine
