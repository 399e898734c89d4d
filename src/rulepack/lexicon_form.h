// Forms of lexicons whose lines are one term each (sectors.tsv, instruments.tsv).
//
//     mine-action           "mine-action" and "mine action": a hyphen may be a space
//     program(me)(s)        "program", "programs", "programme", "programmes"
//     =AI                   exactly this case; no sentence in capitals has it
//
// A row of an extending pack takes the place of a form that another row has given already; the same
// form twice in one file is a fault.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "model/token.h"
#include "rulepack/trie.h"
#include "rulepack/tsv.h"
#include "rulepack/words.h"

namespace coopmine {

// All forms a cell stands for, in a fixed order, without its `=`.  Empty when a bracket has no
// partner, stands inside another one, or there are more than four.
[[nodiscard]] std::vector<std::string> expand_form(std::string_view cell);

// Forms with a number each, found by their longest match.
class FormLexicon {
 public:
  struct Match {
    std::uint32_t payload = Trie::kNone;
    std::uint32_t length = 0;  // tokens; 0: no match
  };

  // Adds the forms of column `form` of `row`.
  void add(const Table& table, const Row& row, std::uint32_t payload, Vocabulary& words,
           Diagnostics& diagnostics);

  // The longest form that starts at tokens[at] and ends before `last`.  `text` is the article's;
  // `exact` says whether forms of exact case may match.
  [[nodiscard]] Match longest(std::string_view text, std::span<const Token> tokens, std::size_t at,
                              std::size_t last, bool exact) const;

 private:
  struct Entry {
    std::uint32_t payload = 0;
    std::vector<std::string> printed;  // its words in their case; empty: any
    std::size_t source = 0;
    int line = 0;
  };
  void add_one(const Table& table, const Row& row, const std::string& form, bool exact, Entry entry,
               Vocabulary& words, Diagnostics& diagnostics);

  Trie trie_;  // payload: index into entries_
  std::vector<Entry> entries_;
};

// Whether all the sentence's words are written in capitals, so that case says nothing.
[[nodiscard]] bool in_capitals(std::span<const Token> sentence);

}  // namespace coopmine
