// Reports: who is said to say what a clause tells of.
//
//     Japan will give Mali 20 generators, the ministry said on Monday.    words "the ministry said", speaker the ministry
//
// A verb that reports governs the clause ("sources said Japan will"), stands beside it behind a mark, or a
// source is named ("according to the ministry").  Bounded look around the verb; what is unclear stays empty.
#pragma once

#include <cstdint>
#include <vector>

#include "base/span.h"
#include "frame/clause.h"

namespace coopmine {

struct Report {
  std::int32_t speaker = -1;  // index into Mentions::all; -1: nobody who is known
  Span words;                 // who says so, and the verb; of a quotation that nobody is said to have spoken, its own words; else empty
  bool quoted = false;        // the anchor stands inside quotation marks that hold a whole clause
};

// Whether the predicate, when it is a verb, tells what somebody said: known, told as done, not negated.
// `clause`: what it says is a finite clause; then verbs that react ("stressed that") tell, too, when it is known whose.
[[nodiscard]] bool tells(const Predicate& predicate, bool clause, const std::vector<Unit>& units, const TriggerTable& table);

// `reporter`: the outermost predicate above the anchor that tells; kNoPredicate: none.
[[nodiscard]] Report read_report(const std::vector<Predicate>& predicates, std::int32_t anchor, std::int32_t reporter,
                                 const std::vector<Unit>& units, const ClauseContext& context);

}  // namespace coopmine
