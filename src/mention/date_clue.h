// The parts of a date as read from a match, before they are resolved.
#pragma once

#include <optional>
#include <string>

#include "mention/date_value.h"

namespace coopmine {

struct DateClue {
  std::optional<int> year, month, day;
  std::optional<int> year_shift;    // "last year" beside a month
  std::optional<int> weekday;       // 1 Monday .. 7
  std::optional<int> week_shift;    // "next week" beside a weekday
  std::optional<int> relative_day;  // days from today
  std::optional<int> shift;         // periods from the current one
  std::string unit;                 // "P1M"; empty: none
  std::string season;               // "SU"
  std::optional<int> half, quarter;

  [[nodiscard]] bool empty() const {
    return !year && !month && !day && !weekday && !relative_day && unit.empty() && season.empty() &&
           !half && !quarter;
  }
};

// Reads the groups whose names end in `suffix` ("" or "2") and the settings of the pattern.
[[nodiscard]] DateClue read_clue(const TypedPattern& pattern, const PatternMatch& match,
                                 const std::string& suffix, const DateContext& context);

// A stretch of days as ISO 8601, and its edges where they are days.
struct DatePoint {
  std::string text;
  bool resolved = true;
  std::optional<Day> first, last;
  std::string coarse;  // see DateValue
};

// nullopt: there is no such day.
[[nodiscard]] std::optional<DatePoint> resolve(const DateClue& clue, const DateContext& context);

[[nodiscard]] DatePoint day_point(Day day);
[[nodiscard]] DatePoint month_point(std::chrono::year_month month);
[[nodiscard]] DatePoint year_point(int year);
// "2024-W23" of the week that holds the day.
[[nodiscard]] DatePoint week_point(Day day);

}  // namespace coopmine
