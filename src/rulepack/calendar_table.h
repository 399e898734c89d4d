// The calendar in words (rules/<lang>/calendar.tsv: kind, value, forms): months, weekdays, "today",
// "next", units of time, seasons, and the words that tell a past clause from a coming one.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "rulepack/tsv.h"
#include "rulepack/words.h"

namespace coopmine {

enum class CalendarKind : std::uint8_t {
  Month,         // value 1..12
  Weekday,       // value 1 (Monday) .. 7
  RelativeDay,   // days from the article's day: "yesterday" -1
  Shift,         // periods from the article's own: "last" -1, "this" 0, "next" 1
  Unit,          // text: ISO 8601 duration of one: "P1Y", "PT1H"
  Season,        // text: letters of TIMEX3: "SU"
  Past,          // tense words, see mention/tense.h
  PastEnding,
  NotPast,
  Future,
  Be,
  Infinitive,
  NotVerb,
  NoInfinitive,
  CueUntil,      // words without which no pattern of that family need be tried
  CueSince,
  CueWeekend,
  CueVague,
  Count_
};

struct CalendarWord {
  int value = 0;
  std::string text;  // kinds Unit and Season
};

struct CalendarTable {
  using Forms = std::map<std::string, CalendarWord, std::less<>>;  // by folded form
  std::array<Forms, static_cast<std::size_t>(CalendarKind::Count_)> forms;
  std::vector<std::uint32_t> kinds;  // WordId -> bit set of CalendarKind, for forms of one word

  // The entry of a form in any case; nullptr when that kind has none.
  [[nodiscard]] const CalendarWord* find(CalendarKind kind, std::string_view form) const;
  [[nodiscard]] bool is(WordId word, CalendarKind kind) const {
    return word < kinds.size() && ((kinds[word] >> static_cast<unsigned>(kind)) & 1U) != 0;
  }
};

// Faults: an unknown kind, a value out of range, a form that stands twice in its kind.
[[nodiscard]] CalendarTable load_calendar(const Table& table, Vocabulary& words,
                                          Diagnostics& diagnostics);

}  // namespace coopmine
