// What the scanners of words and sentences need to know of a code point, from ICU's properties.
//
// The classes are those of UAX #29 as ICU 72 tailors it, with those run together that its rules treat
// alike: Extend and Format are one class, and so are all letters but those that need more than the rules.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/utf8.h"

namespace coopmine {

// For word boundaries.
enum class WordBreak : std::uint8_t {
  Other,
  Space,      // white space that joins no words
  Letter,
  Numeric,
  Joiner,     // ExtendNumLet
  MidLetter,
  MidNumber,
  MidBoth,    // MidNumLet and Single_Quote
  Extend,     // Extend and Format
  Complex     // left to ICU: dictionaries, Hebrew, flags, zero width joiners
};

// For sentence boundaries.
enum class SentenceBreak : std::uint8_t {
  Other, Space, Separator, Lower, Upper, OtherLetter, Numeric, FullStop, Stop, Continue, Close, Extend
};

struct Character {
  static constexpr std::uint8_t kLetter = 1;
  static constexpr std::uint8_t kUpper = 2;  // a letter in upper or title case
  static constexpr std::uint8_t kDigit = 4;

  WordBreak word = WordBreak::Other;
  SentenceBreak sentence = SentenceBreak::Other;
  std::uint8_t flags = 0;
};

// Line ends and tabs count as plain spaces.  Of U+0000 to U+2FFF by a table that is made at the first call.
[[nodiscard]] const Character* character_table();
[[nodiscard]] Character character_beyond_table(char32_t value);
inline constexpr char32_t kCharacterTableEnd = 0x3000;

// A code point of `text` with what is known of it.
struct TextCharacter {
  Character is;
  std::uint32_t bytes = 1;
};
[[nodiscard]] inline TextCharacter character_at(const Character* table, std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80U) return {table[lead], 1};
  const CodePoint point = code_point_at(text, at);
  return {point.value < kCharacterTableEnd ? table[point.value] : character_beyond_table(point.value), point.bytes};
}

}  // namespace coopmine
