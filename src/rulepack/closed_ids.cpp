#include "rulepack/closed_ids.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

namespace coopmine {

bool ClosedIds::take(const Table& table, const Row& row, std::string_view column, Diagnostics& diagnostics) {
  const std::string id(table.cell(row, column));
  const bool plain = !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || c == '-';
  });
  if (!plain || id.front() == '-' || id.back() == '-') {
    table.fault(diagnostics, row, column, fmt::format("'{}' is no {}", id, what_), "write small letters and hyphens");
    return false;
  }
  if (row.source != 0 && !ids_.contains(id)) {
    const std::string near = nearest(id, {ids_.begin(), ids_.end()});
    table.fault(diagnostics, row, column, fmt::format("unknown {} '{}'", what_, id),
                near.empty() ? fmt::format("use one of {}", table.file) : fmt::format("did you mean '{}'?", near));
    return false;
  }
  ids_.insert(id);
  return true;
}

}  // namespace coopmine
