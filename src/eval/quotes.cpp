#include "eval/quotes.h"

#include <vector>

#include "base/utf8.h"
#include "read/transcode.h"

namespace coopmine {
namespace {

// Unicode white space and the four information separators, as Python's str.split has it.
bool is_space(char32_t c) {
  return (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x20) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

std::vector<std::u32string_view> words_of(std::u32string_view text) {
  std::vector<std::u32string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && !is_space(text[end])) ++end;
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

// The end of `words` when they stand at `at`; npos when they don't.
std::size_t end_of_match(std::u32string_view text, std::size_t at, const std::vector<std::u32string_view>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) {
      const std::size_t gap = at;
      while (at < text.size() && is_space(text[at])) ++at;
      if (at == gap) return std::u32string_view::npos;
    }
    if (text.substr(at, words[i].size()) != words[i]) return std::u32string_view::npos;
    at += words[i].size();
  }
  return at;
}

}  // namespace

std::u32string code_points_of(std::string_view utf8) {
  std::string text(utf8);
  mend_utf8(text);
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    out += point.value;
    at += point.bytes;
  }
  return out;
}

std::optional<CodeSpan> find_quote(std::u32string_view text, std::u32string_view quote) {
  const auto words = words_of(quote);
  if (words.empty()) return std::nullopt;
  for (std::size_t at = text.find(words.front()); at != std::u32string_view::npos;
       at = text.find(words.front(), at + 1)) {
    const std::size_t end = end_of_match(text, at, words);
    if (end != std::u32string_view::npos) {
      return CodeSpan{static_cast<std::int64_t>(at), static_cast<std::int64_t>(end)};
    }
  }
  return std::nullopt;
}

}  // namespace coopmine
