// The `.rules` files of a pack, as they are written: blocks, keys and values with their places.
// What a value means (a regular expression, a construction) is the business of whoever compiles it.
//
// A file is lines of `key value`.  `#` begins a comment line, a line that begins with `|` goes on
// with the value above it, indentation is free.  The keys are a closed list:
//
//     pack NAME / version V / extends shipped            the file pack.rules alone
//     define NAME VALUE                                  a name for a piece of a pattern: {{NAME}}
//     lexicon NAME TABLE COLUMN [COLUMN=VALUE ...]       a name for the words of a table: {{NAME}}
//     rule ID    with match+ unless* set* and examples         a construction over tokens
//     pattern ID with type match+ unless* set* and examples    a typed pattern over characters
//     yes [@DATE] TEXT, => RESULT (one or more, for the yes above), no [@DATE] TEXT
//
// In the text of an example `\n` stands for a line break.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "base/diagnostics.h"

namespace coopmine {

struct Place {
  int line = 0;
  int column = 0;  // in code points, 1-based
};

// One value, with the place of each of its lines (one Piece a line).
struct RuleValue {
  struct Piece {
    std::size_t offset = 0;  // in `text`
    Place place;
  };
  std::string text;           // the lines joined by one space
  std::vector<Piece> pieces;  // never empty in a parsed file

  // Where byte `offset` of `text` stands in the file.
  [[nodiscard]] Place place(std::size_t offset = 0) const;
  [[nodiscard]] int line() const { return place().line; }
  // The same value with its lines joined by nothing, places kept: for regular expressions.
  [[nodiscard]] RuleValue without_joints() const;
};

enum class RuleKey : std::uint8_t {
  Pack, Version, Extends, Define, Lexicon, Rule, Pattern,  // of the file
  Type, Match, Unless, Set, Yes, Result, No                // of a block
};
[[nodiscard]] std::string_view name(RuleKey key);

struct RuleEntry {
  RuleKey key = RuleKey::Match;
  RuleValue value;
};

struct RuleExample {
  bool yes = true;
  std::optional<Day> date;  // of the article the sentence would stand in
  RuleValue text;
  std::vector<RuleValue> results;  // the lines `=>` that belong to it
};

// `set NAME VALUE`, cut in two.
struct RuleSetting {
  std::string name;
  std::string value;
};

struct RuleBlock {
  RuleKey kind = RuleKey::Rule;  // Rule or Pattern
  RuleValue id;
  std::vector<RuleEntry> entries;  // type, match, unless, set, in file order
  std::vector<RuleExample> examples;

  [[nodiscard]] const RuleValue* first(RuleKey key) const;
  [[nodiscard]] std::vector<const RuleValue*> all(RuleKey key) const;
  [[nodiscard]] std::vector<RuleSetting> settings() const;
};

struct RuleDefine {
  RuleValue name;
  RuleValue value;
};

struct RulesFile {
  std::string file;                // as shown in messages
  std::vector<std::string> lines;  // for diagnostics
  std::vector<RuleEntry> header;   // pack, version, extends
  std::vector<RuleDefine> defines;
  std::vector<RuleEntry> lexicons;
  std::vector<RuleBlock> blocks;

  // An error at byte `offset` of a value.
  void fault(Diagnostics& diagnostics, const RuleValue& value, std::size_t offset,
             std::string message, std::string hint = {}) const;
};

// Parses `text`; every fault of form is reported: unknown and misplaced keys, missing values, blocks
// without a `match`, a rule without a `yes` and a `no`, a pattern without a `yes`, a `=>` that
// follows no `yes`, dates that are none, an id that stands twice in the file.
[[nodiscard]] RulesFile parse_rules(std::string file, std::string_view text,
                                    Diagnostics& diagnostics);

}  // namespace coopmine
