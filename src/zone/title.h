// Which of the first drafts is the title.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "zone/layout.h"

namespace coopmine {

// Whether drafts[at] reads as a title: no full sentence, or one that stands alone above a longer text.
[[nodiscard]] bool reads_as_title(std::string_view text, const std::vector<Draft>& drafts, std::size_t at);

// Letters and figures alone, case folded, without character references: what makes two printings of a
// title the same.
[[nodiscard]] std::string title_key(std::string_view words);
// Whether two keys are one title: equal, or the one begins the other ("Title" and "Title - Site").
[[nodiscard]] bool same_title(std::string_view key, std::string_view other);

// `words` with each run of white space as one blank.
[[nodiscard]] std::string folded_space(std::string_view words);

}  // namespace coopmine
