// Durations: how long something runs.
//
//     find_durations(article.text, segmented, pack, mentions);
//
// Appends a mention of type Duration, with an ISO 8601 value, for each length of time that the
// patterns of type `duration` find ("10-year" P10Y, "18 months" P18M, "two and a half years" P30M,
// "24 hours" PT24H).  Groups: `n` the number, in figures or words (none: one), `half` (one and a half), `unit`, `x` the span if
// not all of the match.  A pattern with `set value none` takes its words away from the others and
// gives nothing: ages, "37 mln dlrs a year".  A length of time that is over ("in the past five
// years") has the rule duration.past.
#pragma once

#include <string_view>
#include <vector>

#include "model/mention.h"
#include "model/token.h"
#include "rulepack/pack.h"

namespace coopmine {

// Linear in the text.
void find_durations(std::string_view text, const Segmented& segmented, const RulePack& pack,
                    std::vector<Mention>& mentions);

// `count` times a unit such as "P1Y", "PT1H" or "P10Y"; a broken number of years is told in months, of
// days in hours.  "" when there is no whole number of anything.
//     iso_duration(2.5, "P1Y")   "P30M"
[[nodiscard]] std::string iso_duration(double count, std::string_view unit);

}  // namespace coopmine
