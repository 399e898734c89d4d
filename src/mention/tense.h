// Whether the words around a date tell what was or what will be.
//
//     "The ministers met on Thursday"        Past      Thursday is the last one
//     "will be signed on Thursday"           Future    Thursday is the next one
//     "on Thursday, officials said"          Past      nothing before it: the first sign after it
#pragma once

#include <cstdint>
#include <string_view>

#include "model/token.h"
#include "rulepack/calendar_table.h"

namespace coopmine {

enum class Tense : std::uint8_t {
  Unknown,
  Past,
  Future,     // "will", "is due": a verb form that says so
  Intention   // only an infinitive says so: "agreed to sign"
};

// The tense at tokens [first, last) of a sentence: that of the nearest sign before them, else of the
// nearest after them.  Signs come from the calendar table.  Looks at no more than 60 tokens.
[[nodiscard]] Tense tense_around(std::string_view text, const Segmented& segmented,
                                 const Sentence& sentence, std::uint32_t first, std::uint32_t last,
                                 const CalendarTable& calendar);

}  // namespace coopmine
