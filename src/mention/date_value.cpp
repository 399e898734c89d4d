#include "mention/date_value.h"

#include <cmath>
#include <vector>

#include <fmt/format.h>

#include "mention/date_clue.h"
#include "mention/number.h"

namespace coopmine {
namespace {

using std::chrono::months;

constexpr int kLongestRange = 120;  // years
constexpr double kFarthest = 500;   // units of an offset

DateValue value_of(const DatePoint& point) { return {point.text, point.resolved, point.coarse}; }

bool is_figure(char c) { return c >= '0' && c <= '9'; }

class ValueReader {
 public:
  ValueReader(const TypedPattern& pattern, const PatternMatch& match, const DateContext& context)
      : pattern_(pattern), match_(match), context_(context) {}

  [[nodiscard]] std::optional<DateValue> run() const {
    const std::string& form = pattern_.constant("form");
    if (form == "range") return range();
    if (form == "until") return until();
    if (form == "since") return since();
    if (form == "offset") return offset();
    if (form == "weekend") return weekend();
    if (form == "slashed") return slashed();
    if (form == "year-list") return year_list();
    if (form == "ref") return DateValue{pattern_.constant("value"), false, {}};
    const auto point = resolve(clue(""), context_);
    if (!point) return std::nullopt;
    return value_of(*point);
  }

 private:
  [[nodiscard]] DateClue clue(const std::string& suffix) const {
    return read_clue(pattern_, match_, suffix, context_);
  }

  [[nodiscard]] std::optional<DateValue> until() const {
    const auto point = resolve(clue(""), context_);
    if (!point) return std::nullopt;
    const bool edge = pattern_.constant("edge") == "end" && point->last;
    DateValue value{"/" + (edge ? iso(*point->last) : point->text), point->resolved || edge, {}};
    if (!value.resolved && !point->coarse.empty()) value.coarse = "/" + point->coarse;
    return value;
  }

  [[nodiscard]] std::optional<DateValue> since() const {
    DateContext past = context_;
    if (pattern_.constant("tense") != "future") past.tense = Tense::Past;
    const auto point = resolve(clue(""), past);
    if (!point) return std::nullopt;
    return DateValue{point->text + "/", point->resolved, point->coarse.empty() ? "" : point->coarse + "/"};
  }

  // What one end of a range leaves out stands at the other.
  static void share(DateClue& first, DateClue& second) {
    if (!second.month && second.day) second.month = first.month;
    if (!first.month && first.day) first.month = second.month;
    if (second.year_shift && !first.year_shift && !first.year) first.year_shift = second.year_shift;
    if (first.month && second.month && second.year && !first.year) {
      const bool over_new_year = *first.month > *second.month;
      first.year = *second.year - (over_new_year ? 1 : 0);
    }
    if (first.month && second.month && first.year && !second.year) {
      const bool over_new_year = *second.month < *first.month;
      second.year = *first.year + (over_new_year ? 1 : 0);
    }
  }

  [[nodiscard]] std::optional<DateValue> range() const {
    DateClue first = clue("");
    DateClue second = clue("2");
    fix_century(first, second);
    share(first, second);
    const auto low = resolve(first, context_);
    if (!low) return std::nullopt;
    if (second.month && !second.year && !second.year_shift && low->first) {
      const bool over_new_year = first.month && *second.month < *first.month;
      second.year = static_cast<int>(low->first->year()) + (over_new_year ? 1 : 0);
    }
    auto high = resolve(second, context_);
    if (!high) return std::nullopt;
    if (second.weekday && low->first && high->first && *high->first < *low->first)
      high = day_point(plus_days(*high->first, 7));
    return joined(*low, *high);
  }

  // "1986-87", "1999-00": two figures belong to the century of the first year.
  void fix_century(const DateClue& first, DateClue& second) const {
    if (!first.year || !second.year || match_.group("y2").size() != 2) return;
    const int figures = *second.year % 100;
    second.year = *first.year / 100 * 100 + figures;
    if (*second.year <= *first.year && figures < 30 && *first.year % 100 > 90) second.year = *second.year + 100;
  }

  [[nodiscard]] std::optional<DateValue> joined(const DatePoint& low, const DatePoint& high) const {
    const bool in_order = low.first && high.first ? *low.first < *high.first : !(low.resolved && high.resolved);
    if (!in_order) return std::nullopt;
    if (low.first && high.first) {
      const int years = static_cast<int>(high.first->year()) - static_cast<int>(low.first->year());
      if (years > kLongestRange) return std::nullopt;
      if (pattern_.constant("joint") == "next" && plus_days(*low.last, 1) != *high.first) return std::nullopt;
    }
    return DateValue{low.text + "/" + high.text, low.resolved && high.resolved, {}};
  }

  // "1987, 1988 and 1989"
  [[nodiscard]] std::optional<DateValue> year_list() const {
    const std::string_view words = match_.group("list");
    std::vector<int> years;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (!is_figure(words[i])) continue;
      if (i == 0 || !is_figure(words[i - 1])) years.push_back(0);
      years.back() = years.back() * 10 + (words[i] - '0');
    }
    for (std::size_t i = 1; i < years.size(); ++i)
      if (years[i] != years[i - 1] + 1) return std::nullopt;
    if (years.size() < 2) return std::nullopt;
    return DateValue{fmt::format("{:04}/{:04}", years.front(), years.back()), true, {}};
  }

  [[nodiscard]] std::optional<int> count() const {
    const std::string_view words = match_.group("n");
    std::optional<double> number = figure_value(words, 0);
    if (!number) number = word_value(words, *context_.numbers);
    if (!number) {
      const NumberWord* word = context_.numbers->find(words);
      if (word != nullptr && word->kind == NumberKind::One) number = 1;
    }
    if (!number || *number != std::floor(*number) || *number > kFarthest) return std::nullopt;
    return static_cast<int>(*number);
  }

  [[nodiscard]] std::optional<DateValue> offset() const {
    const std::optional<int> n = count();
    const CalendarWord* unit = context_.calendar->find(CalendarKind::Unit, match_.group("unit"));
    if (!n || unit == nullptr) return std::nullopt;
    const int direction = pattern_.constant("direction") == "-1" ? -1 : 1;
    const bool wrong_tense = pattern_.constant("tense") == "future" && context_.tense != Tense::Future &&
                             context_.tense != Tense::Intention;
    if (!context_.today || wrong_tense)
      return DateValue{direction < 0 ? "PAST_REF" : "FUTURE_REF", false, {}};
    const Day today = *context_.today;
    const int steps = direction * *n;
    if (unit->text == "P1Y") return value_of(year_point(static_cast<int>(today.year()) + steps));
    if (unit->text == "P1M") return value_of(month_point(today.year() / today.month() + months{steps}));
    if (unit->text == "P1W") return value_of(week_point(plus_days(today, 7 * steps)));
    if (unit->text == "P2W") return value_of(week_point(plus_days(today, 14 * steps)));
    if (unit->text == "P1D") return value_of(day_point(plus_days(today, steps)));
    if (unit->text == "P10Y") return DateValue{fmt::format("{:03}", static_cast<int>(today.year()) / 10 + steps), false, {}};
    return std::nullopt;
  }

  // Saturday and Sunday.
  [[nodiscard]] std::optional<DateValue> weekend() const {
    if (!context_.today) return DateValue{"XXXX-WXX-WE", false, {}};
    const Day today = *context_.today;
    const int index = weekday_index(today);
    const int shift = clue("").shift.value_or(0);
    int saturday = 5 - index;  // days to the Saturday of this week
    const bool in_weekend = index >= 5;
    const bool to_come = context_.tense == Tense::Future || context_.tense == Tense::Intention;
    if (shift < 0 || (shift == 0 && !to_come && !in_weekend)) saturday -= 7;
    if (shift > 0 && in_weekend) saturday += 7;
    const Day first = plus_days(today, saturday);
    return DateValue{iso(first) + "/" + iso(plus_days(first, 1)), true, {}};
  }

  // 13/06/2024 or 06/13/2024, not 06/08/2024.
  [[nodiscard]] std::optional<DateValue> slashed() const {
    DateClue parts = clue("");
    if (!parts.month || !parts.day || !parts.year) return std::nullopt;
    if (*parts.month <= 12 && *parts.day <= 12 && *parts.month != *parts.day) return std::nullopt;
    if (*parts.month > 12) std::swap(parts.month, parts.day);
    const auto point = resolve(parts, context_);
    if (!point) return std::nullopt;
    return value_of(*point);
  }

  const TypedPattern& pattern_;
  const PatternMatch& match_;
  const DateContext& context_;
};

}  // namespace

std::optional<DateValue> date_value(const TypedPattern& pattern, const PatternMatch& match,
                                    const DateContext& context) {
  return ValueReader(pattern, match, context).run();
}

}  // namespace coopmine
