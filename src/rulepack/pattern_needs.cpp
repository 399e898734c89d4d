#include "rulepack/pattern_needs.h"

#include <array>
#include <string>
#include <utility>

#include "rulepack/calendar_table.h"
#include "rulepack/currency_table.h"
#include "rulepack/number_table.h"
#include "rulepack/tsv.h"

namespace coopmine {
namespace {

constexpr std::array<std::pair<std::string_view, Need>, static_cast<std::size_t>(Need::Count_)> kNeeds{{
    {"figure", Need::Figure},
    {"year", Need::Year},
    {"number", Need::Number},
    {"currency", Need::Currency},
    {"month", Need::Month},
    {"weekday", Need::Weekday},
    {"day", Need::RelativeDay},
    {"shift", Need::Shift},
    {"unit", Need::Unit},
    {"season", Need::Season},
    {"ordinal", Need::Ordinal},
    {"until", Need::Until},
    {"since", Need::Since},
    {"weekend", Need::Weekend},
    {"vague", Need::Vague},
}};

constexpr std::array<std::pair<CalendarKind, Need>, 10> kCalendarNeeds{{
    {CalendarKind::Month, Need::Month},
    {CalendarKind::Weekday, Need::Weekday},
    {CalendarKind::RelativeDay, Need::RelativeDay},
    {CalendarKind::Shift, Need::Shift},
    {CalendarKind::Unit, Need::Unit},
    {CalendarKind::Season, Need::Season},
    {CalendarKind::CueUntil, Need::Until},
    {CalendarKind::CueSince, Need::Since},
    {CalendarKind::CueWeekend, Need::Weekend},
    {CalendarKind::CueVague, Need::Vague},
}};

}  // namespace

std::optional<Need> need_named(std::string_view word) {
  for (const auto& [name, need] : kNeeds)
    if (name == word) return need;
  return std::nullopt;
}

Needs needs_named(std::string_view words) {
  Needs needs = 0;
  for (const std::string& word : split_cell(words, ' '))
    if (const std::optional<Need> need = need_named(word)) needs |= bit(*need);
  return needs;
}

WordNeeds::WordNeeds(const CalendarTable& calendar, const NumberTable& numbers, const CurrencyTable& currencies,
                     std::size_t words) {
  needs_.resize(words);
  for (WordId word = kUnknownWord + 1; word < words; ++word) {
    Needs met = 0;
    for (const auto& [kind, need] : kCalendarNeeds)
      if (calendar.is(word, kind)) met |= bit(need);
    if (numbers.is_number_word(word)) met |= bit(Need::Number);
    if (numbers.is_ordinal(word)) met |= bit(Need::Ordinal);
    const auto with = [&](bool capital) {
      return static_cast<std::uint16_t>(met | (currencies.is_cue(word, capital) ? bit(Need::Currency) : Needs{0}));
    };
    needs_[word] = {with(false), with(true)};
  }
}

}  // namespace coopmine
