#include "mention/date_clue.h"

#include <charconv>
#include <cstdlib>

#include <fmt/format.h>

#include "mention/number.h"

namespace coopmine {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month;

// A date without a year is the nearest one, unless it is this far off and the tense speaks against it.
constexpr int kFarAhead = 100;      // days, when the clause tells what was
constexpr int kFarBehind = 75;      // days, when it tells what will be
constexpr int kMonthsAhead = 4;     // the same for a month alone
constexpr int kMonthsBehind = 3;
constexpr int kPivot = 60;     // two figures of a year: 60 and above are 19xx

std::optional<int> leading_integer(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{}) return std::nullopt;
  return value;
}

std::string_view without_stop(std::string_view word) {
  while (!word.empty() && word.back() == '.') word.remove_suffix(1);
  return word;
}

class ClueReader {
 public:
  ClueReader(const TypedPattern& pattern, const PatternMatch& match, std::string suffix,
             const DateContext& context)
      : pattern_(pattern), match_(match), suffix_(std::move(suffix)), context_(context) {}

  [[nodiscard]] DateClue run() const {
    DateClue clue;
    clue.year = year_of(group("y"));
    clue.month = calendar(CalendarKind::Month, "m");
    if (!clue.month) clue.month = leading_integer(group("mn"));
    clue.day = leading_integer(group("d"));
    clue.year_shift = calendar(CalendarKind::Shift, "ys");
    if (!clue.day) clue.day = word_number("dw");
    clue.weekday = calendar(CalendarKind::Weekday, "wd");
    clue.week_shift = calendar(CalendarKind::Shift, "ws");
    clue.relative_day = calendar(CalendarKind::RelativeDay, "rel");
    clue.shift = calendar(CalendarKind::Shift, "shift");
    if (const CalendarWord* unit = word(CalendarKind::Unit, "unit")) clue.unit = unit->text;
    if (const CalendarWord* season = word(CalendarKind::Season, "season")) clue.season = season->text;
    clue.half = ordinal("half");
    clue.quarter = ordinal("quarter");
    if (suffix_.empty()) add_settings(clue);
    return clue;
  }

 private:
  [[nodiscard]] std::string_view group(const char* name) const {
    return without_stop(match_.group(name + suffix_));
  }
  [[nodiscard]] const CalendarWord* word(CalendarKind kind, const char* name) const {
    const std::string_view text = group(name);
    return text.empty() ? nullptr : context_.calendar->find(kind, text);
  }
  [[nodiscard]] std::optional<int> calendar(CalendarKind kind, const char* name) const {
    const CalendarWord* found = word(kind, name);
    return found == nullptr ? std::nullopt : std::optional(found->value);
  }
  [[nodiscard]] std::optional<int> word_number(const char* name) const {
    const std::optional<double> number = word_value(group(name), *context_.numbers);
    return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
  }
  [[nodiscard]] std::optional<int> ordinal(const char* name) const {
    const std::string_view text = group(name);
    if (text.empty()) return std::nullopt;
    if (const auto figure = leading_integer(text)) return figure;
    const NumberWord* found = context_.numbers->find(text);
    if (found == nullptr || found->kind != NumberKind::Ordinal) return std::nullopt;
    return static_cast<int>(found->value);
  }
  [[nodiscard]] static std::optional<int> year_of(std::string_view text) {
    const std::optional<int> figures = leading_integer(text);
    if (!figures || text.size() != 2) return figures;
    return *figures + (*figures >= kPivot ? 1900 : 2000);
  }
  void add_settings(DateClue& clue) const {
    if (const auto day_setting = leading_integer(pattern_.constant("day"))) clue.relative_day = day_setting;
    if (const auto shift = leading_integer(pattern_.constant("shift"))) clue.shift = shift;
    if (!pattern_.constant("unit").empty()) clue.unit = pattern_.constant("unit");
  }

  const TypedPattern& pattern_;
  const PatternMatch& match_;
  std::string suffix_;
  const DateContext& context_;
};

int days_between(Day from, Day to) {
  return static_cast<int>((sys_days(to) - sys_days(from)).count());
}

DatePoint vague(int direction) {
  DatePoint point;
  point.resolved = false;
  point.text = direction < 0 ? "PAST_REF" : direction > 0 ? "FUTURE_REF" : "PRESENT_REF";
  return point;
}

DatePoint unresolved(std::string text) {
  DatePoint point;
  point.text = std::move(text);
  point.resolved = false;
  return point;
}

class Resolver {
 public:
  Resolver(const DateClue& clue, const DateContext& context) : clue_(clue), context_(context) {}

  [[nodiscard]] std::optional<DatePoint> run() const {
    if (clue_.relative_day) return relative_day(*clue_.relative_day);
    if (clue_.month && (*clue_.month < 1 || *clue_.month > 12)) return std::nullopt;
    if (clue_.month && clue_.day) return month_day();
    if (clue_.month) return month_alone();
    if (clue_.weekday && clue_.week_shift) return weekday_of_week();
    if (clue_.weekday) return weekday();
    if (!clue_.season.empty()) return part_of_year("-" + clue_.season);
    if (clue_.quarter) return quarter();
    if (clue_.half) return half();
    if (!clue_.unit.empty()) return period();
    if (clue_.year) return year_point(*clue_.year);
    return std::nullopt;
  }

 private:
  [[nodiscard]] int this_year() const { return static_cast<int>(context_.today->year()); }
  [[nodiscard]] int this_month() const {
    return static_cast<int>(static_cast<unsigned>(context_.today->month()));
  }

  // The year that the words name, by number or as "last year".
  [[nodiscard]] std::optional<int> named_year() const {
    if (clue_.year) return clue_.year;
    if (clue_.year_shift && context_.today) return this_year() + *clue_.year_shift;
    return std::nullopt;
  }

  [[nodiscard]] std::optional<DatePoint> relative_day(int days) const {
    if (!context_.today) return vague(days);
    return day_point(plus_days(*context_.today, days));
  }

  [[nodiscard]] std::optional<DatePoint> month_day() const {
    const auto in_year = [&](int y) {
      return Day{year{y}, month{static_cast<unsigned>(*clue_.month)}, day{static_cast<unsigned>(*clue_.day)}};
    };
    if (const auto named = named_year()) {
      if (!in_year(*named).ok()) return std::nullopt;
      return day_point(in_year(*named));
    }
    if (!in_year(2000).ok()) return std::nullopt;
    if (!context_.today) return unresolved(fmt::format("XXXX-{:02}-{:02}", *clue_.month, *clue_.day));
    std::optional<Day> best;
    for (int y = this_year() - 1; y <= this_year() + 1; ++y) {
      const Day candidate = in_year(y);
      if (candidate.ok() && (!best || badness(candidate) < badness(*best))) best = candidate;
    }
    if (!best) return std::nullopt;
    return day_point(*best);
  }

  // Days away, with a year added for the side that the tense speaks against.
  [[nodiscard]] int badness(Day candidate) const {
    const int days = days_between(*context_.today, candidate);
    const bool against = (context_.tense == Tense::Past && days > kFarAhead) ||
                         (context_.tense == Tense::Future && days < -kFarBehind);
    const bool doubtful = context_.tense == Tense::Intention && days < -kFarBehind;
    return std::abs(days) + (against ? 366 : doubtful ? kFarBehind : 0);
  }

  [[nodiscard]] std::optional<DatePoint> month_alone() const {
    const month named{static_cast<unsigned>(*clue_.month)};
    if (const auto y = named_year()) return month_point(year{*y} / named);
    if (!context_.today) return unresolved(fmt::format("XXXX-{:02}", *clue_.month));
    int ahead = *clue_.month - this_month();  // months from now, this year
    if (clue_.shift) {
      if (*clue_.shift < 0 && ahead >= 0) ahead -= 12;
      if (*clue_.shift > 0 && ahead <= 0) ahead += 12;
    } else {
      if (ahead > 6) ahead -= 12;
      if (ahead < -6) ahead += 12;
      if (context_.tense == Tense::Past && ahead >= kMonthsAhead) ahead -= 12;
      if (context_.tense == Tense::Future && ahead <= -kMonthsBehind) ahead += 12;
    }
    return month_point(context_.today->year() / context_.today->month() + months{ahead});
  }

  [[nodiscard]] std::optional<DatePoint> weekday() const {
    if (!context_.today) return unresolved(fmt::format("XXXX-WXX-{}", *clue_.weekday));
    const int back = (weekday_index(*context_.today) - (*clue_.weekday - 1) + 7) % 7;
    const int ahead = (7 - back) % 7;
    const int shift = clue_.shift.value_or(0);
    int days = 0;
    if (shift < 0) {
      days = back == 0 ? -7 : -back;
    } else if (shift > 0) {
      days = ahead == 0 ? 7 : ahead;
    } else if (to_come() || (clue_.shift && context_.tense == Tense::Unknown)) {
      days = ahead;
    } else {
      days = -back;
    }
    return day_point(plus_days(*context_.today, days));
  }

  [[nodiscard]] bool to_come() const {
    return context_.tense == Tense::Future || context_.tense == Tense::Intention;
  }

  // "Tuesday next week"
  [[nodiscard]] std::optional<DatePoint> weekday_of_week() const {
    if (!context_.today) return unresolved(fmt::format("XXXX-WXX-{}", *clue_.weekday));
    const int monday = -weekday_index(*context_.today) + 7 * *clue_.week_shift;
    return day_point(plus_days(*context_.today, monday + *clue_.weekday - 1));
  }

  [[nodiscard]] std::optional<int> some_year() const {
    if (const auto named = named_year()) return named;
    if (!context_.today) return std::nullopt;
    return this_year() + clue_.shift.value_or(0);
  }

  // What the codebook has no form for: quarters and seasons.
  [[nodiscard]] DatePoint part_of_year(const std::string& part) const {
    const auto y = some_year();
    DatePoint point = unresolved((y ? fmt::format("{:04}", *y) : std::string("XXXX")) + part);
    if (y) point.coarse = iso(year{*y});
    return point;
  }

  [[nodiscard]] std::optional<DatePoint> quarter() const {
    if (*clue_.quarter < 1 || *clue_.quarter > 4) return std::nullopt;
    return part_of_year(fmt::format("-Q{}", *clue_.quarter));
  }

  // Half of a year is told by its year, half of a month by its month.
  [[nodiscard]] std::optional<DatePoint> half() const {
    if (*clue_.half > 2) return std::nullopt;
    if (!clue_.unit.empty()) return period();
    const auto y = some_year();
    if (!y) return unresolved(fmt::format("XXXX-H{}", *clue_.half));
    return year_point(*y);
  }

  [[nodiscard]] std::optional<DatePoint> period() const {
    const int shift = clue_.shift.value_or(0);
    if (!context_.today) return vague(shift);
    if (clue_.unit == "P1Y") return year_point(this_year() + shift);
    if (clue_.unit == "P1M") return month_point(context_.today->year() / context_.today->month() + months{shift});
    if (clue_.unit == "P1W") return week_point(plus_days(*context_.today, 7 * shift));
    if (clue_.unit == "P1D") return day_point(plus_days(*context_.today, shift));
    if (clue_.unit == "P3M") {
      const year_month in = context_.today->year() / context_.today->month() + months{3 * shift};
      DatePoint point = unresolved(fmt::format("{:04}-Q{}", static_cast<int>(in.year()),
                                               (static_cast<unsigned>(in.month()) + 2) / 3));
      point.coarse = iso(in.year());
      return point;
    }
    if (clue_.unit == "P10Y") return unresolved(fmt::format("{:03}", this_year() / 10 + shift));
    return vague(shift);
  }

  const DateClue& clue_;
  const DateContext& context_;
};

}  // namespace

DateClue read_clue(const TypedPattern& pattern, const PatternMatch& match, const std::string& suffix,
                   const DateContext& context) {
  return ClueReader(pattern, match, suffix, context).run();
}

std::optional<DatePoint> resolve(const DateClue& clue, const DateContext& context) {
  return Resolver(clue, context).run();
}

DatePoint day_point(Day day_of) { return {iso(day_of), true, day_of, day_of, {}}; }

DatePoint month_point(year_month of) {
  return {iso(of), true, of / day{1}, Day{of / std::chrono::last}, {}};
}

DatePoint year_point(int of) {
  const year y{of};
  return {iso(y), true, y / month{1} / day{1}, y / month{12} / day{31}, {}};
}

DatePoint week_point(Day of) {
  const Day thursday = plus_days(of, 3 - weekday_index(of));
  const Day january = thursday.year() / month{1} / day{1};
  const int week = days_between(january, thursday) / 7 + 1;
  DatePoint point = unresolved(fmt::format("{:04}-W{:02}", static_cast<int>(thursday.year()), week));
  point.first = plus_days(thursday, -3);
  point.last = plus_days(thursday, 3);
  point.coarse = point.first->month() == point.last->month() ? iso(thursday.year() / thursday.month())
                                                             : iso(thursday.year());
  return point;
}

}  // namespace coopmine
