// Boundaries as ICU itself finds them: for what the scanners decline, and as the oracle of their tests.
// Line ends, tabs and the narrow no-break space (U+202F) count as plain spaces, as everywhere in segment/.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace coopmine {

// Byte offsets in `text` (valid UTF-8), ascending, its end the last of them; none for an empty text.  May be
// used by any thread.
[[nodiscard]] std::vector<std::uint32_t> icu_word_breaks(std::string_view text);
[[nodiscard]] std::vector<std::uint32_t> icu_sentence_breaks(std::string_view text);

}  // namespace coopmine
