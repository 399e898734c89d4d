// A gold commitment or a record as the scorer sees it.
#pragma once

#include <string>
#include <vector>

#include "eval/items.h"
#include "record/record.h"

namespace coopmine {

struct Claim {
  CommitmentRecord record;      // of a gold commitment only its slots
  SlotItems items;
  std::vector<CodeSpan> spans;  // where it is told: evidence of a record, quotes of the gold
  std::string label;            // words to show it by: the first quote or evidence

  [[nodiscard]] bool optional() const { return record.optional; }
};

}  // namespace coopmine
