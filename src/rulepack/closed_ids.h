// Ids that a column of a table may hold: small letters and hyphens; a pack that extends another may use
// only those of the pack below it, so that a slip of the pen is found.
#pragma once

#include <set>
#include <string>

#include "base/diagnostics.h"
#include "rulepack/tsv.h"

namespace coopmine {

class ClosedIds {
 public:
  // `what` names such an id in messages: "sector".
  explicit ClosedIds(std::string what) : what_(std::move(what)) {}

  // Takes the id in `column` of `row`, rows in the order of the table; false: a fault was reported.
  bool take(const Table& table, const Row& row, std::string_view column, Diagnostics& diagnostics);

  [[nodiscard]] const std::set<std::string>& ids() const { return ids_; }

 private:
  std::string what_;
  std::set<std::string> ids_;
};

}  // namespace coopmine
