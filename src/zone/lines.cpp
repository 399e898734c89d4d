#include "zone/lines.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace coopmine {
namespace {

constexpr std::size_t kLongestNumber = 3;  // figures or letters of a list number

std::uint32_t u32(std::size_t value) { return static_cast<std::uint32_t>(value); }

// The code point that ends before `end` (> begin).
CodePoint code_point_before(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t at = end - 1;
  while (at > begin && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return {code_point_at(text, at).value, u32(end - at)};
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }

bool is_closing(char32_t c) {
  switch (c) {
    case U'"':
    case U'\'':
    case U')':
    case U']':
    case U'*':
    case U'_':
    case U'\u201D':
    case U'\u2019':
    case U'\u00BB':
      return true;
    default:
      return false;
  }
}

bool is_stop(char32_t c) {
  return c == U'.' || c == U'!' || c == U'?' || c == U':' || c == U';' || c == U'\u2026';
}

bool is_bullet(char32_t c) {
  switch (c) {
    case U'-':
    case U'*':
    case U'+':
    case U'\u2022':
    case U'\u00B7':
    case U'\u25CF':
    case U'\u25AA':
    case U'\u25A0':
    case U'\u25E6':
    case U'\u2023':
    case U'\u2043':
    case U'\u2013':
    case U'\uF0B7':
      return true;
    default:
      return false;
  }
}

// Marks that make a rule or an end mark when nothing else stands on the line.
bool is_decor(char32_t c) {
  if (c >= 0x80) return c == U'\u2014' || c == U'\u2013' || c == U'\u2022' || is_blank(c);
  return std::string_view("#*-_=~\\|+. \t").find(static_cast<char>(c)) != std::string_view::npos;
}

bool is_enclosed(std::string_view shown, std::string_view open, std::string_view close) {
  return shown.size() >= open.size() + close.size() && shown.starts_with(open) && shown.ends_with(close);
}

bool has_no_words(std::string_view shown) {
  if (is_enclosed(shown, "{:", "}") || is_enclosed(shown, "<!--", "-->")) return true;
  for (std::size_t at = 0; at < shown.size();) {
    const CodePoint c = code_point_at(shown, at);
    if (!is_decor(c.value)) return false;
    at += c.bytes;
  }
  return true;
}

// Bytes of "12. ", "(a) ", "iv) " at the start of `shown`, 0 when there is no such number.
std::size_t number_size(std::string_view shown) {
  std::size_t at = 0;
  const bool bracket = shown.starts_with('(');
  if (bracket) ++at;
  const std::size_t first = at;
  while (at < shown.size() && is_digit(shown[at])) ++at;
  const bool figures = at > first;
  if (!figures) {
    while (at < shown.size() && is_small(shown[at])) ++at;
    if (at > first + 1 && shown.substr(first, at - first).find_first_not_of("ivx") != std::string_view::npos)
      return 0;
  }
  if (at == first || at > first + kLongestNumber || at + 1 >= shown.size()) return 0;
  const char close = shown[at++];
  if (bracket ? close != ')' : (close != '.' && close != ')')) return 0;
  if (!is_blank(code_point_at(shown, at).value)) return 0;
  return at;
}

std::size_t heading_size(std::string_view shown) {
  const std::size_t marks = std::min(shown.find_first_not_of('#'), shown.size());
  return marks > 0 && marks <= 6 && marks < shown.size() && shown[marks] == ' ' ? marks : 0;
}

// The marker of the line and where its words begin.
std::size_t read_marker(std::string_view shown, Line& line) {
  const CodePoint first = code_point_at(shown, 0);
  if (const std::size_t size = heading_size(shown); size > 0) {
    line.marker = Marker::Heading;
    return size;
  }
  if (const std::size_t size = number_size(shown); size > 0) {
    line.marker = Marker::Number;
    return size;
  }
  if (is_bullet(first.value)) {
    const std::size_t size = shown.starts_with("--") ? 2 : first.bytes;
    const bool dot = first.value > 0x80 && first.value != U'\u2013';
    if (size == shown.size() || dot || is_blank(code_point_at(shown, size).value)) {
      line.marker = Marker::Bullet;
      return size;
    }
  }
  return first.value == U'>' ? 1 : 0;
}

bool is_lower(char32_t c) {
  return c < 0x80 ? c >= U'a' && c <= U'z' : u_islower(static_cast<UChar32>(c)) != 0;
}
bool is_upper(char32_t c) {
  return c < 0x80 ? c >= U'A' && c <= U'Z' : u_isupper(static_cast<UChar32>(c)) != 0;
}

void read_letters(std::string_view words, Line& line) {
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint c = code_point_at(words, at);
    at += c.bytes;
    if (is_lower(c.value)) {
      line.starts_lower = capitals == 0;
      return;
    }
    capitals += is_upper(c.value) ? 1 : 0;
  }
  line.upper = capitals >= 2;
}

bool is_opening(char32_t c) {
  return c == U'(' || c == U'[' || c == U'"' || c == U'\'' || c == U'\u201C' || c == U'\u2018' ||
         c == U'\u00AB';
}

// Whether the words begin with a letter, quotes and brackets before it left out.
bool starts_with_letter(std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint c = code_point_at(words, at);
    if (!is_opening(c.value)) return u_isalpha(static_cast<UChar32>(c.value)) != 0;
    at += c.bytes;
  }
  return false;
}

std::size_t line_end(std::string_view text, std::size_t begin) {
  while (begin < text.size() && text[begin] != '\n' && text[begin] != '\r') ++begin;
  return begin;
}

Line read_line(std::string_view text, std::size_t begin, std::size_t end) {
  Line line;
  line.shown = trimmed(text, {u32(begin), u32(end)});
  line.words = line.shown;
  if (line.shown.empty()) return line;
  line.blank = false;
  line.indent = u32(count_code_points(text.substr(begin, line.shown.begin - begin)));
  const std::string_view shown = quote(text, line.shown);
  line.columns = line.indent + u32(count_code_points(shown));
  line.hard_break = end >= line.shown.end + std::size_t{2};
  if (const CodePoint first = code_point_at(shown, 0); first.bytes == shown.size() && is_bullet(first.value)) {
    line.marker = Marker::Bullet;
    line.words.begin = line.words.end;
    return line;
  }
  line.decor = has_no_words(shown);
  if (line.decor) return line;
  const std::size_t marker = read_marker(shown, line);
  const Span marked = trimmed(text, {line.shown.begin + u32(marker), line.shown.end});
  line.words = without_emphasis(text, marked);
  const std::string_view words = quote(text, line.words);
  line.bold = line.words.begin > marked.begin && line.words.end < marked.end &&
              words.find("**") == std::string_view::npos;
  line.ends_sentence = ends_sentence(words);
  read_letters(words, line);
  line.starts_lower = line.starts_lower && starts_with_letter(words);
  return line;
}

}  // namespace

bool is_blank(char32_t c) {
  if (c <= 0x20) return c == 0x20 || (c >= 0x09 && c <= 0x0D);
  return c == 0xA0 || c == 0x85 || c == 0x1680 || (c >= 0x2000 && c <= 0x200F) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x2060 || c == 0x3000 || c == 0xFEFF;
}

Span trimmed(std::string_view text, Span span) {
  while (span.begin < span.end) {
    const CodePoint c = code_point_at(text, span.begin);
    if (!is_blank(c.value)) break;
    span.begin += c.bytes;
  }
  while (span.begin < span.end) {
    const CodePoint c = code_point_before(text, span.begin, span.end);
    if (!is_blank(c.value)) break;
    span.end -= c.bytes;
  }
  return span;
}

Span without_emphasis(std::string_view text, Span span) {
  const auto is_mark = [&](std::uint32_t at) { return text[at] == '*' || text[at] == '_'; };
  Span inner = span;
  while (inner.begin < inner.end && is_mark(inner.begin)) ++inner.begin;
  while (inner.end > inner.begin && is_mark(inner.end - 1)) --inner.end;
  inner = trimmed(text, inner);
  return inner.empty() ? span : inner;
}

bool ends_sentence(std::string_view words) {
  std::size_t end = words.size();
  while (end > 0) {
    const CodePoint c = code_point_before(words, 0, end);
    if (!is_closing(c.value) && !is_blank(c.value)) return is_stop(c.value);
    end -= c.bytes;
  }
  return false;
}

std::vector<Line> find_lines(std::string_view text) {
  std::vector<Line> lines;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = line_end(text, begin);
    lines.push_back(read_line(text, begin, end));
    begin = end + 1;
    if (text.substr(end, 2) == "\r\n") ++begin;
  }
  return lines;
}

}  // namespace coopmine
