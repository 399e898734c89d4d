#include "base/printable.h"

#include "base/utf8.h"

namespace coopmine {

bool acts_on_terminal(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F)  // C0, DEL and C1
         || c == 0x061C                         // Arabic letter mark
         || (c >= 0x200E && c <= 0x200F)        // direction marks
         || (c >= 0x2028 && c <= 0x202E)        // line and paragraph separators, embeddings
         || (c >= 0x2066 && c <= 0x2069);       // isolates
}

std::string printable(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t bad = find_invalid_utf8(text.substr(0, 4));
    if (bad == 0) {
      out += '?';
      text.remove_prefix(1);
      continue;
    }
    const CodePoint point = code_point_at(text, 0);
    acts_on_terminal(point.value) ? out += '?' : out += text.substr(0, point.bytes);
    text.remove_prefix(point.bytes);
  }
  return out;
}

std::string one_line(std::string_view text) {
  std::string out;
  bool space = false;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank && space && !out.empty()) out += ' ';
    space = blank;
    if (!blank) out += c;
  }
  return printable(out);
}

}  // namespace coopmine
