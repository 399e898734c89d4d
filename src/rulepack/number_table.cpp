#include "rulepack/number_table.h"

#include <array>
#include <charconv>
#include <utility>

namespace coopmine {
namespace {

constexpr std::array<std::pair<std::string_view, NumberKind>, 11> kKinds{{
    {"unit", NumberKind::Unit},
    {"tens", NumberKind::Tens},
    {"hundred", NumberKind::Hundred},
    {"scale", NumberKind::Scale},
    {"scale-short", NumberKind::ScaleShort},
    {"scale-glued", NumberKind::ScaleGlued},
    {"fraction", NumberKind::Fraction},
    {"one", NumberKind::One},
    {"and", NumberKind::And},
    {"ordinal", NumberKind::Ordinal},
    {"vague", NumberKind::Vague},
}};

std::optional<NumberKind> kind_of(std::string_view name) {
  for (const auto& [word, kind] : kKinds)
    if (word == name) return kind;
  return std::nullopt;
}

std::optional<double> number_of(std::string_view cell) {
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc{} || end != cell.data() + cell.size()) return std::nullopt;
  return value;
}

void mark(std::vector<bool>& flags, WordId id) {
  if (flags.size() <= id) flags.resize(id + 1U, false);
  flags[id] = true;
}

std::vector<std::string> kind_names() {
  std::vector<std::string> names;
  for (const auto& [word, kind] : kKinds) names.emplace_back(word);
  return names;
}

}  // namespace

const NumberWord* NumberTable::find(std::string_view form) const {
  const auto at = words.find(fold(form));
  return at == words.end() ? nullptr : &at->second;
}

NumberTable load_numbers(const Table& table, Vocabulary& words, Diagnostics& diagnostics) {
  NumberTable result;
  for (const Row& row : table.rows) {
    const std::string kind_name(table.cell(row, "kind"));
    const std::optional<NumberKind> kind = kind_of(kind_name);
    if (!kind) {
      const std::string near = nearest(kind_name, kind_names());
      table.fault(diagnostics, row, "kind", "unknown kind of number '" + kind_name + "'",
                  near.empty() ? "" : "did you mean '" + near + "'?");
      continue;
    }
    const std::optional<double> value = number_of(table.cell(row, "value"));
    if (!value) {
      table.fault(diagnostics, row, "value", "not a number", "write it in figures, such as 3 or 0.5");
      continue;
    }
    for (const std::string& form : split_cell(table.cell(row, "forms"))) {
      if (!result.words.emplace(fold(form), NumberWord{*kind, *value}).second)
        table.fault(diagnostics, row, "forms", "'" + form + "' stands twice in this table",
                    "leave one of the two");
      const bool starts = *kind == NumberKind::Unit || *kind == NumberKind::Tens ||
                          *kind == NumberKind::Hundred || *kind == NumberKind::Scale;
      const std::vector<WordId> ids = words.intern_form(form);
      if (starts && !ids.empty()) mark(result.starts, ids.front());
      if (*kind == NumberKind::Ordinal && !ids.empty()) mark(result.ordinals, ids.front());
    }
  }
  return result;
}

}  // namespace coopmine
