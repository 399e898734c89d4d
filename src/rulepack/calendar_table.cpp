#include "rulepack/calendar_table.h"

#include <charconv>
#include <optional>
#include <utility>

namespace coopmine {
namespace {

struct KindRow {
  std::string_view name;
  CalendarKind kind;
  int low = 0;  // allowed values; low > high: the value is text
  int high = 0;
};

constexpr int kText = -1;
constexpr std::array<KindRow, 21> kKinds{{
    {"month", CalendarKind::Month, 1, 12},
    {"month-doubtful", CalendarKind::Month, 1, 12},
    {"month-short", CalendarKind::Month, 1, 12},
    {"weekday", CalendarKind::Weekday, 1, 7},
    {"weekday-short", CalendarKind::Weekday, 1, 7},
    {"day", CalendarKind::RelativeDay, -7, 7},
    {"shift", CalendarKind::Shift, -1, 1},
    {"unit", CalendarKind::Unit, 0, kText},
    {"season", CalendarKind::Season, 0, kText},
    {"past", CalendarKind::Past, 0, 0},
    {"past-ending", CalendarKind::PastEnding, 0, 0},
    {"not-past", CalendarKind::NotPast, 0, 0},
    {"future", CalendarKind::Future, 0, 0},
    {"be", CalendarKind::Be, 0, 0},
    {"infinitive", CalendarKind::Infinitive, 0, 0},
    {"not-verb", CalendarKind::NotVerb, 0, 0},
    {"no-infinitive", CalendarKind::NoInfinitive, 0, 0},
    {"cue-until", CalendarKind::CueUntil, 0, 0},
    {"cue-since", CalendarKind::CueSince, 0, 0},
    {"cue-weekend", CalendarKind::CueWeekend, 0, 0},
    {"cue-vague", CalendarKind::CueVague, 0, 0},
}};

const KindRow* kind_row(std::string_view name) {
  for (const KindRow& row : kKinds)
    if (row.name == name) return &row;
  return nullptr;
}

std::optional<int> integer_of(std::string_view cell) {
  int value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc{} || end != cell.data() + cell.size()) return std::nullopt;
  return value;
}

std::optional<CalendarWord> word_of(const KindRow& kind, const std::string& cell) {
  if (kind.high == kText) {
    if (cell.empty()) return std::nullopt;
    return CalendarWord{0, cell};
  }
  const std::optional<int> value = integer_of(cell);
  if (!value || *value < kind.low || *value > kind.high) return std::nullopt;
  return CalendarWord{*value, {}};
}

void report_kind(const Table& table, const Row& row, Diagnostics& diagnostics) {
  std::vector<std::string> names;
  for (const KindRow& known : kKinds) names.emplace_back(known.name);
  const std::string kind(table.cell(row, "kind"));
  const std::string near = nearest(kind, names);
  table.fault(diagnostics, row, "kind", "unknown kind of calendar word '" + kind + "'",
              near.empty() ? "" : "did you mean '" + near + "'?");
}

void mark(std::vector<std::uint32_t>& kinds, WordId id, CalendarKind kind) {
  if (kinds.size() <= id) kinds.resize(id + 1U, 0);
  kinds[id] |= 1U << static_cast<unsigned>(kind);
}

}  // namespace

const CalendarWord* CalendarTable::find(CalendarKind kind, std::string_view form) const {
  const Forms& of_kind = forms[static_cast<std::size_t>(kind)];
  const auto at = of_kind.find(fold(form));
  return at == of_kind.end() ? nullptr : &at->second;
}

CalendarTable load_calendar(const Table& table, Vocabulary& words, Diagnostics& diagnostics) {
  CalendarTable result;
  for (const Row& row : table.rows) {
    const KindRow* kind = kind_row(table.cell(row, "kind"));
    if (kind == nullptr) {
      report_kind(table, row, diagnostics);
      continue;
    }
    const std::optional<CalendarWord> word = word_of(*kind, std::string(table.cell(row, "value")));
    if (!word) {
      table.fault(diagnostics, row, "value", "this is no value of a " + std::string(kind->name),
                  "the head of the file says which values a kind may have");
      continue;
    }
    CalendarTable::Forms& forms = result.forms[static_cast<std::size_t>(kind->kind)];
    for (const std::string& form : split_cell(table.cell(row, "forms"))) {
      const auto [at, fresh] = forms.emplace(fold(form), *word);
      if (!fresh && at->second.value != word->value)
        table.fault(diagnostics, row, "forms", "'" + form + "' stands twice in this kind",
                    "leave one of the two");
      const std::vector<WordId> ids = words.intern_form(form);
      if (ids.size() == 1) mark(result.kinds, ids.front(), kind->kind);
    }
  }
  return result;
}

}  // namespace coopmine
