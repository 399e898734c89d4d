// Surroundings: by which words a mention hangs on its sentence.
//
//     Surroundings s = surroundings_of(input, sentence, mention, anchor);
//     s.preposition   "to" of "pledged to send $5 million to the people of Kenya", for Kenya
//     s.verb          the nearest verb before it: "anchor" when it is the frame's, else its lemma, "other", "none"
#pragma once

#include <string_view>

#include "assemble/candidate.h"

namespace coopmine {

struct Surroundings {
  std::string_view preposition = "none";  // the word before its phrase; "none" when no preposition stands there
  std::string_view verb = "none";
  std::string_view listed = "no";  // "first", "later" member of a list of its kind; "no": alone
};

// `anchor`: first token of the frame's anchor.  Views point into the pack or are constants.
[[nodiscard]] Surroundings surroundings_of(const AssembleInput& input, std::uint32_t sentence, const Mention& mention, std::uint32_t anchor);

// Where a date lies, seen from the article's own: "past", "day" (the very day), "same" (its month or year), "future"; "unknown".
[[nodiscard]] std::string_view date_relation(const AssembleInput& input, const Mention& date);

}  // namespace coopmine
