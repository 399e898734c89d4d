// What the words of a date mean on the day the article was written.
//
// A pattern names its parts by groups; a second date of a range has the same names with a 2:
//   y m mn d      year (four figures, or two after the first of a range), month word, month figure, day
//   ys            "last", "this", "next" of "June 8 last year"
//   dw            day in words ("April two")
//   wd ws rel     weekday; "next" of "Tuesday next week"; "today", "yesterday"
//   shift unit    "next" "month"; shift also before m, wd and season
//   half quarter season        "second", "third", "spring"
//   n unit        "three" "weeks" (ago)
// Settings of a pattern: `form` point (default), range, until, since, offset, weekend, slashed,
// year-list or ref; `edge end` (until: the last day of the period); `joint next` (a range only of two
// days in a row); `direction -1|1` and `tense future` (offset); `value` (ref); `day`, `shift` and
// `unit` in place of a group.
//
//     today 2024-06-08 (Saturday)    "on Thursday", Future     2024-06-13
//                                    "last July"               2023-07
//                                    "until 2030"              /2030
//                                    "next week"               2024-W24, not resolved: no codebook form
//     no day known                   "on Thursday"             XXXX-WXX-4, not resolved
#pragma once

#include <optional>

#include "base/calendar.h"
#include "mention/tense.h"
#include "model/mention.h"
#include "rulepack/calendar_table.h"
#include "rulepack/number_table.h"
#include "rulepack/pattern.h"

namespace coopmine {

struct DateContext {
  std::optional<Day> today;  // the article's own day
  Tense tense = Tense::Unknown;
  const CalendarTable* calendar = nullptr;
  const NumberTable* numbers = nullptr;
};

// nullopt when the words are no date after all (30 February, a range that runs backwards, 06/08/2024).
[[nodiscard]] std::optional<DateValue> date_value(const TypedPattern& pattern, const PatternMatch& match,
                                                  const DateContext& context);

}  // namespace coopmine
