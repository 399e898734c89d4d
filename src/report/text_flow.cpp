#include "report/text_flow.h"

#include <algorithm>
#include <utility>

#include <unicode/uchar.h>

#include "base/printable.h"
#include "base/utf8.h"

namespace coopmine {
namespace {

bool is_blank(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029 || c == 0x3000;
}

std::string escape_of(TextStyle style) {
  std::string out = "\033[0";
  if (style.bold) out += ";1";
  if (style.faint) out += ";2";
  if (style.ink != Ink::Plain) out += ";3" + std::to_string(static_cast<int>(style.ink));
  return out + "m";
}

}  // namespace

int cells_of(char32_t c) {
  const auto point = static_cast<UChar32>(c);
  switch (u_charType(point)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR: return 0;
    default: break;
  }
  const int syllable = u_getIntPropertyValue(point, UCHAR_HANGUL_SYLLABLE_TYPE);
  if (syllable == U_HST_VOWEL_JAMO || syllable == U_HST_TRAILING_JAMO) return 0;
  const int width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::size_t cells_of(std::string_view text) {
  std::size_t cells = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    cells += static_cast<std::size_t>(cells_of(point.value));
    at += point.bytes;
  }
  return cells;
}

void TextFlow::add(std::string_view text, TextStyle style) {
  while (!text.empty()) {
    const bool valid = find_invalid_utf8(text.substr(0, 4)) != 0;
    const CodePoint point = valid ? code_point_at(text, 0) : CodePoint{'?', 1};
    const bool acts = acts_on_terminal(point.value);
    if (is_blank(point.value)) {
      end_word();
      blank_ = true;
      blank_style_ = style;
    } else {
      put(valid && !acts ? text.substr(0, point.bytes) : "?", acts ? '?' : point.value, style);
    }
    text.remove_prefix(point.bytes);
  }
}

void TextFlow::put(std::string_view bytes, char32_t c, TextStyle style) {
  const int cells = cells_of(c);
  if (cells == 0 && !word_.empty()) {
    word_.back().bytes += bytes;
    return;
  }
  const bool after_wide = !word_.empty() && word_.back().cells == 2;
  if (cells == 2 || after_wide) end_word();
  word_.push_back({std::string(bytes), cells, style});
}

void TextFlow::end_word() {
  if (word_.empty()) return;
  std::size_t cells = 0;
  for (const Cell& cell : word_) cells += static_cast<std::size_t>(cell.cells);
  const std::size_t gap = blank_ && begun_ ? 1 : 0;
  if (begun_ && column_ + gap + cells > config_.width) {
    break_line();
  } else if (gap > 0) {
    write({" ", 1, word_.front().style == blank_style_ ? blank_style_ : TextStyle{}});
  }
  blank_ = false;
  for (const Cell& cell : word_) {
    if (column_ + static_cast<std::size_t>(cell.cells) > config_.width && column_ > indent_) break_line();
    write(cell);
  }
  word_.clear();
}

void TextFlow::write(const Cell& cell) {
  if (!begun_) {
    out_.append(indent_, ' ');
    column_ = indent_;
    begun_ = true;
  }
  wear(cell.style);
  out_ += cell.bytes;
  column_ += static_cast<std::size_t>(cell.cells);
}

void TextFlow::wear(TextStyle style) {
  if (!config_.color || style == worn_) return;
  out_ += escape_of(style);
  worn_ = style;
}

void TextFlow::break_line() {
  wear({});
  out_ += '\n';
  column_ = 0;
  begun_ = false;
}

void TextFlow::end_line() {
  end_word();
  blank_ = false;
  if (begun_) break_line();
}

void TextFlow::blank_line() {
  end_line();
  out_ += '\n';
}

void TextFlow::pad_to(std::size_t cells) {
  end_word();
  blank_ = false;
  do {
    write({" ", 1, {}});
  } while (column_ < cells);
}

std::string TextFlow::take() {
  end_word();
  return std::exchange(out_, {});
}

}  // namespace coopmine
