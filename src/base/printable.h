// Words of anybody made fit for a terminal: none of them can act on it.
#pragma once

#include <string>
#include <string_view>

namespace coopmine {

// Whether a character acts on a terminal instead of standing in it: controls (C0, DEL, C1), and what breaks a
// line or turns its direction.
[[nodiscard]] bool acts_on_terminal(char32_t c);

// `text` with such characters, and bytes that are no UTF-8, shown as "?".
[[nodiscard]] std::string printable(std::string_view text);

// The same on one line: white space folded to single blanks.
[[nodiscard]] std::string one_line(std::string_view text);

}  // namespace coopmine
