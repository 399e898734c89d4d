// Quotes of gold files -> where they stand in the article.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "record/record.h"

namespace coopmine {

// An article's text made fit for looking up quotes: its code points.  Invalid bytes count as U+FFFD, one
// for each maximal subpart of an ill-formed sequence.
[[nodiscard]] std::u32string code_points_of(std::string_view utf8);

// First place of `quote` in `text`, in code points; the white space between its words may be any (also line
// ends and no-break spaces), that at its ends is free.  nullopt: not there, or a quote without words.
[[nodiscard]] std::optional<CodeSpan> find_quote(std::u32string_view text, std::u32string_view quote);

}  // namespace coopmine
