// Sentence boundaries of UTF-8 by the rules of UAX #29 as ICU 72 has them, many times as fast as ICU (line
// ends and tabs as plain spaces; tests/segment compares both).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace coopmine {

// Byte offsets in `text` (valid UTF-8), ascending, its end the last of them; none for an empty text.  Linear.
[[nodiscard]] std::vector<std::uint32_t> sentence_breaks(std::string_view text);

}  // namespace coopmine
