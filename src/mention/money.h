// Sums of money.
//
//     find_money(article.text, segmented, zoned.date, pack, mentions);
//
// Appends a mention of type Money for each sum that the patterns of type `money` find and whose
// currency the currency table knows.  The span is the sum itself; words that qualify it ("more than",
// "to date") stand outside and give `approx` and `cumulative`.  What is no sum gives nothing: a number
// without a currency, "tens of millions of dollars", a currency whose country can't be told.
//
// How a pattern of type `money` is read, by `set form`:
//   sign        (?P<cur>US$) (?P<num>1.5) (?P<scale>bn)            the currency ends the group `cur`
//   sign-range  the same, and (?P<cur2>) (?P<num2>) (?P<scale2>)
//   name        (?P<num>25) (?P<scale>mln) (?P<cur>dlrs to build)  the currency begins the group `cur`
//   name-range  the same, and (?P<num2>) (?P<scale2>), (?P<cur1>) for one named twice
//   words       (?P<words>half a billion) (?P<cur>dollars)
// Patterns of type money-before and money-after are tried on the words beside a sum; they set
// `approx` or `cumulative`.  Patterns of type money-link match all that stands between a sum and one
// that only converts it, those of type money-chain what stands between two conversions, those of type
// money-unfinished what shows that a number in words begins further left ("2 to three").
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "model/mention.h"
#include "model/token.h"
#include "rulepack/pack.h"

namespace coopmine {

// `date` is the article's own day, for words whose currency depends on the year.  Linear in the text.
void find_money(std::string_view text, const Segmented& segmented, std::optional<Day> date,
                const RulePack& pack, std::vector<Mention>& mentions);

}  // namespace coopmine
