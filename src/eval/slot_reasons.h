// What is wrong with the slots of a record, and why.
#pragma once

#include <string>
#include <vector>

#include "eval/clue_view.h"
#include "eval/mistakes.h"

namespace coopmine {

// One reason for each item or pair of items that differs, in order of the slots.
[[nodiscard]] std::vector<Reason> slot_reasons(const Claim& gold, const Claim& record, const ClueView& clues);

// The label on one line, cut at about 60 characters.
[[nodiscard]] std::string short_label(const Claim& claim);

}  // namespace coopmine
