// Clauses: how the predicates of a sentence hang together.
//
//     Japan plans to pledge to continue supporting Ukraine .
//
//     plans       subject Japan
//     to pledge   complement of plans, subject Japan
//     to continue complement of pledge
//     supporting  complement of continue, object Ukraine
//
// A predicate is a verb group or a trigger noun.  Links go from the inner predicate to the outer one.
// The reading is one pass over the units with bounded look-back.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/mention.h"
#include "model/phrase.h"
#include "model/token.h"
#include "rulepack/trigger_table.h"

namespace coopmine {

enum class Link : std::uint8_t {
  Root,
  Complement,  // infinitive, gerund or clause that the outer predicate says something of
  Adjunct,     // ", bringing ...", "by signing", "to help": goes with the outer act
  Relative,    // "the deal, which", "a deal signed by": hangs on a noun
  Object,      // a noun that a verb has as its object
  Nested       // a noun behind a preposition that another noun has
};

inline constexpr std::int32_t kNoPredicate = -1;

struct Predicate {
  std::uint32_t unit = 0;
  bool noun = false;
  std::int32_t parent = kNoPredicate;
  Link link = Link::Root;
  std::int32_t subject = -1;       // unit of the actors; -1: none
  std::int32_t subject_noun = -1;  // predicate of the noun that is the subject, or that a relative clause hangs on
  std::uint32_t end = 0;           // units [unit, end): up to the next verb or clause mark
  bool conditional = false;
};

struct ClauseContext {
  std::string_view text;
  const std::vector<Token>& tokens;
  const std::vector<Mention>& mentions;
  const TriggerTable& table;
};

[[nodiscard]] std::vector<Predicate> read_clauses(const std::vector<Unit>& units, const ClauseContext& context);

}  // namespace coopmine
