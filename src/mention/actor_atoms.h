// The words of a sentence as an actor's name sees them: each atom a name of the table, a role word,
// or a single token.
//
//     "the Ukrainian foreign minister said"
//      the            role Article
//      Ukrainian      adjective of UKR
//      foreign minister   role Title
//      said           role Function
//
// Names and roles are found by the longest match of their tries, a name before a role of the same
// length.  A name has to be written in its case, unless the whole sentence is in capitals.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "model/token.h"
#include "rulepack/actor_table.h"

namespace coopmine {

// What a name may mean here; null: not that.
struct NameMeaning {
  const Actor* name = nullptr;
  const Actor* adjective = nullptr;
  const Actor* demonym = nullptr;
  const Actor* capital = nullptr;
  bool person = false;  // some person of the table has this name
  bool trap = false;
  bool firm = false;    // a trap, too: the name of a firm

  // The actor of the likeliest meaning: name, adjective, people, capital.
  [[nodiscard]] const Actor* actor() const {
    return name != nullptr ? name : adjective != nullptr ? adjective : demonym != nullptr ? demonym : capital;
  }
};

struct ActorAtom {
  std::uint32_t first = 0;  // tokens [first, last)
  std::uint32_t last = 0;
  const RoleSet* role = nullptr;
  const std::vector<NameReading>* readings = nullptr;  // when it is a name
  NameMeaning meaning;
  bool word = false;     // has letters
  bool capital = false;  // its first token has a capital
  bool tight = false;    // no space before it

  [[nodiscard]] bool has(RoleClass wanted) const { return role != nullptr && role->has(wanted); }
  [[nodiscard]] const RoleReading* as(RoleClass wanted) const {
    return role != nullptr ? role->find(wanted) : nullptr;
  }
};

enum class LetterCase : std::uint8_t {
  Mixed,     // running text
  Title,     // Every Word With A Capital
  AllCaps    // EVERY LETTER
};

struct AtomSentence {
  std::string_view text;         // of the article
  const Segmented* segmented = nullptr;
  const Sentence* sentence = nullptr;
  LetterCase letters = LetterCase::Mixed;
  bool american = false;  // the article is about places of the U.S.: names that are also its states are those
  std::vector<ActorAtom> atoms;

  [[nodiscard]] std::size_t size() const { return atoms.size(); }
  // The atom at `at`; an empty one past either end.
  [[nodiscard]] const ActorAtom& at(std::size_t at) const;
  [[nodiscard]] std::string_view quote(const ActorAtom& atom) const;
  // Whether the atom is this one character.
  [[nodiscard]] bool is(std::size_t at, char mark) const;
  // A hyphen or dash glued to the words on both sides.
  [[nodiscard]] bool joins(std::size_t at) const;
  // A capitalised word that no table knows as a name.
  [[nodiscard]] bool unknown_capital(std::size_t at) const;
};

// Reads sentence after sentence; `out` keeps its memory from one to the next.
class AtomReader {
 public:
  AtomReader(const ActorTable& table, std::string_view text, const Segmented& segmented, std::optional<Day> date)
      : table_(table), text_(text), segmented_(segmented), date_(date) {}

  void read(const Sentence& sentence, AtomSentence& out);

 private:
  [[nodiscard]] ActorAtom next(std::size_t at, std::size_t last, LetterCase letters) const;
  [[nodiscard]] bool name_at(std::size_t at, std::size_t last, LetterCase letters, ActorAtom& atom) const;
  [[nodiscard]] const RoleSet* role_at(std::size_t at, std::size_t last, std::uint32_t& length) const;
  [[nodiscard]] bool cut_short(std::size_t at, std::size_t end, std::size_t last, const RoleSet& role) const;
  [[nodiscard]] bool fits(const NameReading& reading, std::size_t at, std::size_t length, LetterCase letters) const;
  void mean(const NameReading& reading, NameMeaning& meaning) const;
  [[nodiscard]] bool american() const;

  const ActorTable& table_;
  std::string_view text_;
  const Segmented& segmented_;
  std::optional<Day> date_;
  std::optional<bool> american_;  // looked for when a name asks for it
};

}  // namespace coopmine
