#include "zone/article_date.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace coopmine {
namespace {

std::optional<int> number(std::string_view figures) {
  int value = 0;
  const auto [end, error] = std::from_chars(figures.data(), figures.data() + figures.size(), value);
  if (error != std::errc{} || end == figures.data()) return std::nullopt;
  return value;
}

std::optional<int> month_of(const PatternMatch& match, const CalendarTable& calendar) {
  if (const std::string_view figures = match.group("mn"); !figures.empty()) return number(figures);
  std::string_view word = match.group("m");
  if (word.ends_with('.')) word.remove_suffix(1);
  const CalendarWord* month = calendar.find(CalendarKind::Month, word);
  return month == nullptr ? std::nullopt : std::optional(month->value);
}

std::optional<Day> valid_day(std::optional<int> year, std::optional<int> month, std::optional<int> day) {
  if (!year || !month || !day) return std::nullopt;
  const Day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                 std::chrono::day{static_cast<unsigned>(*day)}};
  return date.ok() ? std::optional(date) : std::nullopt;
}

}  // namespace

std::optional<Day> day_of(const PatternMatch& match, const CalendarTable& calendar) {
  return valid_day(number(match.group("y")), month_of(match, calendar), number(match.group("d")));
}

std::optional<Day> read_day(std::string_view printed, const LineKinds& kinds, const CalendarTable& calendar) {
  const auto match = kinds.date_line(printed);
  return match ? day_of(*match, calendar) : std::nullopt;
}

std::optional<Day> nearest_day(const PatternMatch& match, const CalendarTable& calendar,
                               std::optional<Day> around) {
  if (!around) return std::nullopt;
  const int year = static_cast<int>(around->year());
  std::optional<Day> best;
  const auto distance = [&](Day day) {
    return std::abs((std::chrono::sys_days{day} - std::chrono::sys_days{*around}).count());
  };
  for (const int candidate : {year - 1, year, year + 1}) {
    const auto day = valid_day(candidate, month_of(match, calendar), number(match.group("d")));
    if (day && (!best || distance(*day) < distance(*best))) best = day;
  }
  return best;
}

}  // namespace coopmine
