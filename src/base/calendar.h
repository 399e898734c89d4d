// Calendar primitives: days of the proleptic Gregorian calendar and ISO 8601 text.  No domain word.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace coopmine {

using Day = std::chrono::year_month_day;

// "2024-06-08".
[[nodiscard]] std::string iso(Day day);
// "2024-06" / "2024".
[[nodiscard]] std::string iso(std::chrono::year_month month);
[[nodiscard]] std::string iso(std::chrono::year year);
// Reads "2024-06-08" (and nothing else); nullopt when it is no such day of the calendar.
[[nodiscard]] std::optional<Day> parse_iso_day(std::string_view text);
// `days` later (earlier when negative).
[[nodiscard]] Day plus_days(Day day, int days);
// 0 = Monday ... 6 = Sunday.
[[nodiscard]] int weekday_index(Day day);

}  // namespace coopmine
