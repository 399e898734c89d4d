// Constructions: patterns over the units of a projected sentence, written in *.rules and compiled to
// RE2 over one byte a unit.
//
// A sentence is projected around one trigger, its anchor.  A pattern names the anchor once and
// captures actors (or sums, dates) in a grammatical function:
//
//     match  {subject:ACTORS} ~6 {@active}          Japan has in recent weeks PROVIDED
//     match  {@verb} ~8 to {to:ACTORS}              SENT 20 generators to Ukraine
//
// Atoms: ACTORS MODIFIER PLACE VERB FINITE INFINITIVE GERUND PARTICIPLE NOUN MONEY DATE DURATION NUMBER WORD
//   ADVERB DETERMINER RELATIVE SUBORDINATOR COMMA SEMICOLON COLON DASH QUOTE OPEN CLOSE HYPHEN
//   {@active} {@passive} {@gerund} {@verb} {@noun} {@any}   the anchor
//   word   that word, whatever its case;  a|b  one of them;  ( ... )?  an option;  ( a b | c )  a group
//   ~n     up to n units that are no actor, verb, comma, bracket or clause mark
//   ~~n    up to n units of any kind but ; and :
//   ^ $    the ends of the sentence
// Matching is linear (RE2); of several matches the leftmost-first one counts.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "model/phrase.h"
#include "rulepack/trigger_table.h"
#include "rulepack/words.h"

namespace re2 {
class RE2;
}

namespace coopmine {

// A construction as it stands in a .rules file.
struct ConstructionSource {
  std::string id;
  std::string file;
  int line = 0;
  std::string match;
  int match_line = 0;
  int match_column = 0;  // column of the pattern's first character
  std::vector<std::string> unless;  // patterns that must not match
};

struct Capture {
  std::string function;
  std::uint32_t unit = 0;
};

class ConstructionSet {
 public:
  ConstructionSet();
  ConstructionSet(ConstructionSet&&) noexcept;
  ConstructionSet& operator=(ConstructionSet&&) noexcept;
  ~ConstructionSet();

  // Compiles all sources; every fault (unknown atom, no anchor, two captures of one name in a row,
  // unbalanced bracket) is reported at its column inside the pattern.
  static ConstructionSet compile(const std::vector<ConstructionSource>& sources, Vocabulary& words,
                                 const TriggerTable& triggers, Diagnostics& diagnostics);

  // The projected sentence, one byte a unit, with units[anchor] as the anchor.
  [[nodiscard]] std::string project(const std::vector<Unit>& units, const std::vector<Token>& tokens,
                                    std::string_view text, std::size_t anchor) const;
  // The names of the projected units, for people ("ACTORS has {@active} NOUN to ACTORS").
  [[nodiscard]] std::string show(std::string_view projected) const;

  // Indices of the constructions that match, ascending.
  [[nodiscard]] std::vector<int> matching(std::string_view projected) const;
  // What construction `index` captures there; empty when it does not match.
  [[nodiscard]] std::vector<Capture> captures(int index, std::string_view projected) const;
  // The one thing for which construction `index` does not fire there: "unless WORDS" of a guard, "no
  // PIECE" of a piece of the pattern without which it would match.  "": it fires; nullopt: more than one
  // thing.  Slow; for people who write rules.
  [[nodiscard]] std::optional<std::string> obstacle(int index, std::string_view projected) const;
  [[nodiscard]] const ConstructionSource& source(int index) const;
  [[nodiscard]] int size() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace coopmine
