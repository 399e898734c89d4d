// What is wrong with the slots of a record, and why.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "eval/clue_view.h"
#include "eval/mistakes.h"

namespace coopmine {

// One reason for each item or pair of items that differs, in order of the slots.
[[nodiscard]] std::vector<Reason> slot_reasons(const Claim& gold, const Claim& record, const ClueView& clues);

// On one line, cut behind 60 characters.
[[nodiscard]] std::string short_words(std::string_view words);
[[nodiscard]] inline std::string short_label(const Claim& claim) { return short_words(claim.label); }

}  // namespace coopmine
