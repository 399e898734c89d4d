// The article's own day: from metadata, a date line, or a dateline that leaves the year to be told.
#pragma once

#include <optional>
#include <string_view>

#include "base/calendar.h"
#include "rulepack/calendar_table.h"
#include "zone/kinds.h"

namespace coopmine {

// The day that the groups y, m or mn, d of a match tell; nullopt when the year is missing or there is
// no such day ("31 June").
[[nodiscard]] std::optional<Day> day_of(const PatternMatch& match, const CalendarTable& calendar);

// The day that `printed` tells in any form of a date line; nullopt when it tells none.
[[nodiscard]] std::optional<Day> read_day(std::string_view printed, const LineKinds& kinds,
                                          const CalendarTable& calendar);

// "March 3" of a dateline in the year that brings it nearest to `around`; nullopt without a day in
// the match or without `around`.
[[nodiscard]] std::optional<Day> nearest_day(const PatternMatch& match, const CalendarTable& calendar,
                                             std::optional<Day> around);

}  // namespace coopmine
