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

// What a sentence holds.  A pattern names what it needs with `set needs figure month`; one that names
// nothing is tried everywhere.
enum class Need : std::uint8_t {
  Figure, Year, Number, Currency, Month, Weekday, RelativeDay, Shift, Unit, Season, Ordinal,
  Until, Since, Weekend, Vague, Count_
};
using Needs = std::uint32_t;

// The need a rule calls by `word`; nullopt: none is called so.
[[nodiscard]] std::optional<Need> need_named(std::string_view word);

[[nodiscard]] Needs needs_met(std::string_view text, const Segmented& segmented,
                              const Sentence& sentence, const RulePack& pack);

struct GatedPattern {
  const TypedPattern* pattern = nullptr;
  Needs needs = 0;
};
// The patterns of a type, in file order.
[[nodiscard]] std::vector<GatedPattern> gated(const TypedPatternSet& patterns, const std::string& type);

// A mention of `span` (bytes of the article) with the tokens of the sentence that overlap it.
[[nodiscard]] Mention typed_mention(MentionType type, Span span, const Segmented& segmented,
                                    const Sentence& sentence, std::string rule);

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
