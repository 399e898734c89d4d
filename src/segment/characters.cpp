#include "segment/characters.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <vector>

namespace coopmine {
namespace {

bool is_colon(char32_t value) { return value == U':' || value == 0xFE55 || value == 0xFF1A; }

// Whether ICU finds words in this script by a dictionary.
bool has_dictionary(UChar32 c) {
  if (u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT) return true;
  UErrorCode error = U_ZERO_ERROR;
  switch (uscript_getScript(c, &error)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HANGUL: return true;
    default: return false;
  }
}

WordBreak word_break(char32_t value) {
  const auto c = static_cast<UChar32>(value);
  if (value == U'@') return WordBreak::Letter;  // ICU's tailoring
  const int own = u_getIntPropertyValue(c, UCHAR_WORD_BREAK);
  if (u_isUWhiteSpace(c) != 0) return WordBreak::Space;  // the narrow no-break space, too, which UAX #29 takes for a part of words
  if (has_dictionary(c)) return WordBreak::Complex;
  switch (own) {
    case U_WB_ALETTER: return WordBreak::Letter;
    case U_WB_NUMERIC: return WordBreak::Numeric;
    case U_WB_EXTENDNUMLET: return WordBreak::Joiner;
    case U_WB_MIDLETTER: return is_colon(value) ? WordBreak::Other : WordBreak::MidLetter;  // ICU's tailoring
    case U_WB_MIDNUM: return WordBreak::MidNumber;
    case U_WB_MIDNUMLET:
    case U_WB_SINGLE_QUOTE: return WordBreak::MidBoth;
    case U_WB_EXTEND:
    case U_WB_FORMAT: return WordBreak::Extend;
    case U_WB_KATAKANA:
    case U_WB_HEBREW_LETTER:
    case U_WB_REGIONAL_INDICATOR:
    case U_WB_ZWJ: return WordBreak::Complex;
    default: return WordBreak::Other;
  }
}

SentenceBreak sentence_break(char32_t value) {
  if (value == U'\n' || value == U'\r' || value == U'\t') return SentenceBreak::Space;
  switch (u_getIntPropertyValue(static_cast<UChar32>(value), UCHAR_SENTENCE_BREAK)) {
    case U_SB_SP: return SentenceBreak::Space;
    case U_SB_SEP: return SentenceBreak::Separator;
    case U_SB_LOWER: return SentenceBreak::Lower;
    case U_SB_UPPER: return SentenceBreak::Upper;
    case U_SB_OLETTER: return SentenceBreak::OtherLetter;
    case U_SB_NUMERIC: return SentenceBreak::Numeric;
    case U_SB_ATERM: return SentenceBreak::FullStop;
    case U_SB_STERM: return SentenceBreak::Stop;
    case U_SB_SCONTINUE: return SentenceBreak::Continue;
    case U_SB_CLOSE: return SentenceBreak::Close;
    case U_SB_EXTEND:
    case U_SB_FORMAT: return SentenceBreak::Extend;
    default: return SentenceBreak::Other;
  }
}

std::vector<Character> make_table() {
  std::vector<Character> table(kCharacterTableEnd);
  for (char32_t value = 0; value < kCharacterTableEnd; ++value) table[value] = character_beyond_table(value);
  return table;
}

}  // namespace

const Character* character_table() {
  static const std::vector<Character> table = make_table();
  return table.data();
}

Character character_beyond_table(char32_t value) {
  const auto c = static_cast<UChar32>(value);
  Character out{word_break(value), sentence_break(value), 0};
  if (u_isalpha(c) != 0) out.flags |= Character::kLetter;
  if (out.flags != 0 && (u_isUUppercase(c) != 0 || u_istitle(c) != 0)) out.flags |= Character::kUpper;
  if (u_isdigit(c) != 0) out.flags |= Character::kDigit;
  return out;
}

}  // namespace coopmine
