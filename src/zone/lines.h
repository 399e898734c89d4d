// The lines of an article and what their shape tells: indentation, list and heading markers, emphasis,
// how they begin and end.  No word is looked at.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace coopmine {

enum class Marker : std::uint8_t {
  None,
  Bullet,   // "- ", "* ", "• "
  Number,   // "1. ", "(2) ", "a) "
  Heading,  // "# ", "## "
};

struct Line {
  Span words;                 // without indentation, marker, emphasis around it and white space
  Span shown;                 // from the first to the last byte that is not white space
  std::uint32_t indent = 0;   // columns before `shown`
  std::uint32_t columns = 0;  // code points from the line's start to the end of `shown`
  Marker marker = Marker::None;
  bool blank = true;           // white space only
  bool decor = false;          // no words: "---", "###", "{:start="4"}", "<!-- -->"
  bool hard_break = false;     // two blanks at its end (Markdown: the line ends here)
  bool bold = false;           // emphasised as a whole
  bool ends_sentence = false;  // by . ! ? : ; or an ellipsis, quotes and brackets after it left out
  bool starts_lower = false;   // begins with a small letter, after quotes and brackets
  bool upper = false;          // two capitals or more and no small letter
};

// The lines of `text` (valid UTF-8), in order, blank ones too.  Breaks are LF, CR LF and CR.
[[nodiscard]] std::vector<Line> find_lines(std::string_view text);

// White space of any kind, zero-width characters included.
[[nodiscard]] bool is_blank(char32_t c);
// `span` without white space at its ends.
[[nodiscard]] Span trimmed(std::string_view text, Span span);
// `span` without emphasis (* _) at its ends.
[[nodiscard]] Span without_emphasis(std::string_view text, Span span);
// Whether a sentence ends with the last byte of `words`.
[[nodiscard]] bool ends_sentence(std::string_view words);

}  // namespace coopmine
