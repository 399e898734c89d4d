// What money, dates and durations have in common: candidates from typed patterns, tried only in
// sentences that hold what the pattern needs, and the choice among those that overlap.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/mention.h"
#include "model/token.h"
#include "rulepack/pack.h"

namespace coopmine {

// What of `wanted` a sentence holds, and perhaps more.
[[nodiscard]] Needs needs_met(std::string_view text, const Segmented& segmented, const Sentence& sentence,
                              const RulePack& pack, Needs wanted);

// A mention of `span` (bytes of the article) with the tokens of the sentence that overlap it.
[[nodiscard]] Mention typed_mention(MentionType type, Span span, const Segmented& segmented,
                                    const Sentence& sentence, std::string_view rule);

// Keeps, of mentions that overlap, the one that begins first, then the longer, then the earlier in
// the list; the result is in order of the text.
[[nodiscard]] std::vector<Mention> leftmost_longest(std::vector<Mention> mentions);

// Whether a figure that covers `span` of `text` is cut out of a longer one ("2" of "1.2", "10" of
// "10,5", "5th", "G20").
[[nodiscard]] bool cuts_figure(std::string_view text, Span span);

// The value as examples of rules write it: "USD 1500000000 over", "2024-06-13", "2024-W23 unresolved",
// "P10Y".
[[nodiscard]] std::string value_text(const Mention& mention);

}  // namespace coopmine
