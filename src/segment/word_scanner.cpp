#include "segment/word_scanner.h"

#include <unicode/uchar.h>

#include <utility>

#include "segment/icu_breaks.h"

namespace coopmine {
namespace {

bool is_word(WordBreak kind) {
  return kind == WordBreak::Letter || kind == WordBreak::Numeric || kind == WordBreak::Joiner;
}

// Whether `mark` between two of `side` is inside a word.
bool joins(WordBreak mark, WordBreak side) {
  if (mark == WordBreak::MidBoth) return side == WordBreak::Letter || side == WordBreak::Numeric;
  return (mark == WordBreak::MidLetter && side == WordBreak::Letter) || (mark == WordBreak::MidNumber && side == WordBreak::Numeric);
}

bool is_mid(WordBreak kind) {
  return kind == WordBreak::MidLetter || kind == WordBreak::MidNumber || kind == WordBreak::MidBoth;
}

}  // namespace

ScannedWord shape_of(std::string_view text, Span span) {
  const Character* table = character_table();
  ScannedWord out;
  out.span = span;
  unsigned upper = 0;
  unsigned lower = 0;
  bool first = true;
  for (std::size_t at = span.begin; at < span.end;) {
    const TextCharacter c = character_at(table, text, at);
    at += c.bytes;
    out.inner_mark = out.inner_mark || is_mid(c.is.word);
    if ((c.is.flags & Character::kLetter) != 0) {
      const bool up = (c.is.flags & Character::kUpper) != 0;
      if (first) out.capital = up;
      ++(up ? upper : lower);
      first = false;
    } else if ((c.is.flags & Character::kDigit) != 0) {
      out.digits = true;
      first = false;
    }
  }
  out.letters = upper + lower != 0;
  out.all_caps = upper >= 2 && lower == 0;
  return out;
}

bool begins_white(std::string_view text, std::size_t at) {
  const char32_t first = code_point_at(text, at).value;
  return u_isUWhiteSpace(static_cast<UChar32>(first)) != 0 || first == 0xFEFF;
}

std::size_t WordScanner::extended(std::size_t end) const {
  while (end < text_.size()) {
    const TextCharacter c = at(end);
    if (c.is.word != WordBreak::Extend) break;
    end += c.bytes;
  }
  return end;
}

// `begin` is behind a character of class `last`, one of is_word().
std::size_t WordScanner::word_end(std::size_t begin, WordBreak last) const {
  std::size_t end = begin;
  while (true) {
    const TextCharacter c = at(end);
    if (is_word(c.is.word)) {
      last = c.is.word;
      end += c.bytes;
    } else if (is_mid(c.is.word)) {
      const std::size_t after = extended(end + c.bytes);
      const TextCharacter next = at(after);
      if (next.is.word == WordBreak::Complex || !joins(c.is.word, last) || next.is.word != last) return end;
      end = after + next.bytes;
    } else if (c.is.word == WordBreak::Extend) {
      end += c.bytes;
    } else {
      return end;
    }
  }
}

std::size_t WordScanner::stretch_end(std::size_t begin) const {
  const TextCharacter first = at(begin);
  if (first.is.word == WordBreak::Complex || first.is.word == WordBreak::Extend) return begin;
  const std::size_t end = is_word(first.is.word) ? word_end(begin + first.bytes, first.is.word) : extended(begin + first.bytes);
  const TextCharacter next = at(end);
  // What a joiner or a letter of another kind would change lies here or behind one mark.
  if (next.is.word == WordBreak::Complex) return begin;
  if (is_word(first.is.word) && is_mid(next.is.word) && at(extended(end + next.bytes)).is.word == WordBreak::Complex) return begin;
  return end;
}

// The stretch from at_ to `end`; false when it is white.
bool WordScanner::take(std::size_t end, ScannedWord& out) {
  const std::size_t begin = std::exchange(at_, end);
  if (begins_white(text_, begin)) {
    space_ = true;
    last_space_ = begin;
    return false;
  }
  out = shape_of(text_, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  out.space_before = std::exchange(space_, false);
  return true;
}

bool WordScanner::take_plain(ScannedWord& out) {
  const auto byte = [&](std::size_t i) { return i < text_.size() ? static_cast<unsigned char>(text_[i]) : static_cast<unsigned char>(' '); };
  std::size_t end = at_;
  unsigned letters = 0;
  unsigned uppers = 0;
  unsigned flags = 0;
  unsigned char c = byte(end);
  const Character first = table_[c < 0x80U ? c : 0U];
  for (; c < 0x80U && is_word(table_[c].word); c = byte(++end)) {
    const unsigned own = table_[c].flags;
    flags |= own;
    letters += own & Character::kLetter;
    uppers += (own & Character::kUpper) != 0 ? 1U : 0U;
  }
  if (end == at_ || c >= 0x80U) return false;
  if (is_mid(table_[c].word)) {
    const unsigned char after = byte(end + 1);
    if (after >= 0x80U || is_word(table_[after].word)) return false;
  }
  // The first letter or digit of a word is its first character, save for `_` and `@`.
  if (first.flags == 0) return false;
  out = {};
  out.span = {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)};
  out.letters = letters != 0;
  out.digits = (flags & Character::kDigit) != 0;
  out.capital = (first.flags & Character::kUpper) != 0;
  out.all_caps = uppers >= 2 && uppers == letters;
  out.space_before = space_;
  space_ = false;
  at_ = end;
  return true;
}

bool WordScanner::next(ScannedWord& out) {
  while (true) {
    while (icu_next_ < icu_.size())
      if (take(icu_[icu_next_++], out)) return true;
    if (at_ >= text_.size()) return false;
    const TextCharacter c = at(at_);
    if (c.is.word == WordBreak::Space) {
      space_ = true;
      last_space_ = at_;
      at_ += c.bytes;
      continue;
    }
    if (take_plain(out)) return true;
    const std::size_t end = stretch_end(at_);
    if (end == at_) {
      ask_icu(space_ ? last_space_ : at_);
    } else if (take(end, out)) {
      return true;
    }
  }
}

// The first white space behind `from` before a plain letter or figure: a boundary whatever stands before it.
std::size_t WordScanner::plain_word_after(std::size_t from) const {
  const auto plain = [](const TextCharacter& c) { return c.bytes == 1 && is_word(c.is.word); };
  bool space_before = false;
  for (std::size_t here = from; here < text_.size();) {
    const TextCharacter c = at(here);
    const bool space = c.is.word == WordBreak::Space && c.bytes == 1;
    if (space && !space_before && plain(at(here + 1))) return here;
    space_before = c.is.word == WordBreak::Space;
    here += c.bytes;
  }
  return text_.size();
}

void WordScanner::ask_icu(std::size_t begin) {
  const std::size_t end = plain_word_after(at_);
  icu_ = icu_word_breaks(text_.substr(begin, end - begin));
  for (std::uint32_t& boundary : icu_) boundary += static_cast<std::uint32_t>(begin);
  icu_next_ = 0;
  at_ = begin;
}

}  // namespace coopmine
