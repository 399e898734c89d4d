#include "rulepack/words.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <span>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "base/utf8.h"

namespace coopmine {
namespace {

constexpr std::size_t kPlainWord = 64;  // bytes of a word that is folded without asking for memory
constexpr std::size_t kFirstSlots = std::size_t{1} << 15;  // enough for the shipped words

// What UAX #29 needs to know of a code point.
enum class Class : std::uint8_t {
  Other, Space, Letter, Numeric, Joiner, Katakana, MidLetter, MidNumber, MidBoth, Extend
};

Class class_of_other(char32_t value) {
  switch (u_getIntPropertyValue(static_cast<UChar32>(value), UCHAR_WORD_BREAK)) {
    case U_WB_ALETTER:
    case U_WB_HEBREW_LETTER: return Class::Letter;
    case U_WB_NUMERIC: return Class::Numeric;
    case U_WB_EXTENDNUMLET: return Class::Joiner;
    case U_WB_KATAKANA: return Class::Katakana;
    // ICU takes the colons out of MidLetter.
    case U_WB_MIDLETTER: return value == 0xFE55 || value == 0xFF1A ? Class::Other : Class::MidLetter;
    case U_WB_MIDNUM: return Class::MidNumber;
    case U_WB_MIDNUMLET: return Class::MidBoth;
    case U_WB_EXTEND:
    case U_WB_FORMAT:
    case U_WB_ZWJ: return Class::Extend;
    default: break;
  }
  return u_isUWhiteSpace(static_cast<UChar32>(value)) != 0 ? Class::Space : Class::Other;
}

Class class_of(char32_t value) {
  if (value >= 0x80) return class_of_other(value);
  if ((value >= U'a' && value <= U'z') || (value >= U'A' && value <= U'Z')) return Class::Letter;
  if (value >= U'0' && value <= U'9') return Class::Numeric;
  switch (value) {
    case U' ': case U'\t': case U'\n': case U'\r': case U'\v': case U'\f': return Class::Space;
    case U'@': return Class::Letter;  // ICU's tailoring
    case U'_': return Class::Joiner;
    case U'.': case U'\'': return Class::MidBoth;
    case U',': case U';': return Class::MidNumber;
    default: return Class::Other;
  }
}

bool is_apostrophe(char32_t value) {
  return value == U'\'' || value == 0x2018 || value == 0x2019 || value == 0x02BC || value == 0xFF07;
}

bool is_line_end(char32_t value) { return value == U'\n' || value == U'\r'; }

// A code point with all that extends it.
struct Unit {
  std::uint32_t begin = 0;
  char32_t value = 0;
  Class kind = Class::Other;
};

class WordFinder {
 public:
  WordFinder(std::string_view text, std::vector<Span>& out) : text_(text), out_(out) {
    units_.reserve(text.size() + 1);
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint point = code_point_at(text, at);
      const Class kind = class_of(point.value);
      const bool joins = kind == Class::Extend && !units_.empty() && !is_line_end(units_.back().value);
      if (!joins) {
        units_.push_back({static_cast<std::uint32_t>(at), point.value,
                          kind == Class::Extend ? Class::Other : kind});
      }
      at += point.bytes;
    }
  }

  void run() {
    for (std::size_t at = 0; at < units_.size();) {
      if (kind(at) == Class::Space) {
        ++at;
      } else if (is_word(kind(at))) {
        at = take_word(at);
      } else if (is_apostrophe(units_[at].value) && is_s(at + 1) && !is_word(kind(at + 2))) {
        at = emit(at, at + 2);
      } else {
        at = emit(at, at + 1);
      }
    }
  }

 private:
  static bool is_word(Class kind) {
    return kind == Class::Letter || kind == Class::Numeric || kind == Class::Joiner ||
           kind == Class::Katakana;
  }
  Class kind(std::size_t at) const { return at < units_.size() ? units_[at].kind : Class::Space; }
  bool is_s(std::size_t at) const {
    return at < units_.size() && (units_[at].value == U's' || units_[at].value == U'S');
  }

  std::size_t emit(std::size_t first, std::size_t last) {
    const std::size_t end = last < units_.size() ? units_[last].begin : text_.size();
    out_.push_back({units_[first].begin, static_cast<std::uint32_t>(end)});
    return last;
  }

  // How many units after `at` (a word's last unit so far) still belong to the word: 0, 1 or 2.
  std::size_t more(std::size_t at) const {
    const Class here = kind(at);
    const Class next = kind(at + 1);
    const Class after = kind(at + 2);
    if (is_word(next)) {
      const bool kana = here == Class::Katakana || next == Class::Katakana;
      const bool joiner = here == Class::Joiner || next == Class::Joiner;
      return !kana || joiner || here == next ? 1 : 0;
    }
    const bool both = next == Class::MidBoth;
    if ((both || next == Class::MidLetter) && here == Class::Letter && after == Class::Letter) return 2;
    if ((both || next == Class::MidNumber) && here == Class::Numeric && after == Class::Numeric) return 2;
    return 0;
  }

  // Single letters with a dot between each two, and a dot after the last.
  bool is_dotted(std::size_t first, std::size_t last) const {
    if (last - first < 3 || last >= units_.size() || units_[last].value != U'.') return false;
    for (std::size_t i = first; i < last; ++i) {
      const bool letter_due = (i - first) % 2 == 0;
      if (letter_due ? kind(i) != Class::Letter : units_[i].value != U'.') return false;
    }
    return (last - first) % 2 == 1;
  }

  std::size_t take_word(std::size_t first) {
    std::size_t end = first + 1;
    for (std::size_t step = more(first); step > 0; step = more(end - 1)) end += step;
    if (is_dotted(first, end)) return emit(first, end + 1);
    if (end - first > 2 && is_s(end - 1) && is_apostrophe(units_[end - 2].value)) {
      emit(first, end - 2);
      return emit(end - 2, end);
    }
    return emit(first, end);
  }

  std::string_view text_;
  std::vector<Span>& out_;
  std::vector<Unit> units_;
};

// The words of a text without marks that may join any, as most forms are; false, and nothing done, of another.
bool find_plain_words(std::string_view text, std::vector<Span>& out) {
  const auto kind = [](char c) { return class_of(static_cast<unsigned char>(c)); };
  const auto plain = [&](char c) {
    const Class own = static_cast<unsigned char>(c) < 0x80U ? kind(c) : Class::Extend;
    return own == Class::Letter || own == Class::Numeric || own == Class::Space || own == Class::Other;
  };
  if (!std::all_of(text.begin(), text.end(), plain)) return false;
  const auto in_word = [&](std::size_t at) { return kind(text[at]) == Class::Letter || kind(text[at]) == Class::Numeric; };
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    while (in_word(at) && end < text.size() && in_word(end)) ++end;
    if (kind(text[at]) != Class::Space) out.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    at = end;
  }
  return true;
}

bool is_dropped(char32_t value) {
  return value == 0x00AD || (value >= 0x200C && value <= 0x200F) || value == 0x2060 ||
         value == 0xFEFF;
}

std::u16string to_utf16(std::string_view utf8) {
  std::u16string out;
  out.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint point = code_point_at(utf8, at);
    at += point.bytes;
    if (is_dropped(point.value)) continue;
    const char32_t value = is_apostrophe(point.value) ? U'\'' : point.value;
    if (value < 0x10000) {
      out.push_back(static_cast<char16_t>(value));
    } else {
      out.push_back(static_cast<char16_t>(0xD7C0 + (value >> 10)));
      out.push_back(static_cast<char16_t>(0xDC00 + (value & 0x3FF)));
    }
  }
  return out;
}

std::string to_utf8(const std::u16string& text) {
  std::string out(text.size() * 3 + 1, '\0');
  std::int32_t length = 0;
  UErrorCode status = U_ZERO_ERROR;
  u_strToUTF8WithSub(out.data(), static_cast<std::int32_t>(out.size()), &length, text.data(),
                     static_cast<std::int32_t>(text.size()), 0xFFFD, nullptr, &status);
  out.resize(U_FAILURE(status) ? 0 : static_cast<std::size_t>(length));
  return out;
}

std::u16string fold_case(const std::u16string& text) {
  // A code point folds to three at most.
  std::u16string out(text.size() * 3 + 1, u'\0');
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t length =
      u_strFoldCase(out.data(), static_cast<std::int32_t>(out.size()), text.data(),
                    static_cast<std::int32_t>(text.size()), U_FOLD_CASE_DEFAULT, &status);
  if (U_FAILURE(status)) return text;
  out.resize(static_cast<std::size_t>(length));
  return out;
}

std::u16string compose(const std::u16string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* nfc = unorm2_getNFCInstance(&status);
  if (U_FAILURE(status)) return text;
  const auto size = static_cast<std::int32_t>(text.size());
  if (unorm2_isNormalized(nfc, text.data(), size, &status) != 0) return text;
  // Normalisation to NFC makes UTF-16 at most three times as long.
  std::u16string out(text.size() * 3 + 1, u'\0');
  const std::int32_t length = unorm2_normalize(nfc, text.data(), size, out.data(),
                                               static_cast<std::int32_t>(out.size()), &status);
  if (U_FAILURE(status)) return text;
  out.resize(static_cast<std::size_t>(length));
  return out;
}

// Eight bytes at a time.
std::uint64_t hash_of(std::string_view word) {
  constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15ULL;
  std::uint64_t hash = word.size() * kFactor;
  const auto mix = [&](std::uint64_t bytes) {
    hash = (hash ^ bytes) * kFactor;
    hash ^= hash >> 32;
  };
  while (word.size() >= 8) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, word.data(), 8);
    mix(bytes);
    word.remove_prefix(8);
  }
  std::uint64_t rest = 0;
  for (std::size_t i = 0; i < word.size(); ++i) rest |= std::uint64_t{static_cast<unsigned char>(word[i])} << (8 * i);
  mix(rest);
  return hash;
}

// Folds words of plain letters, apostrophes and dashes; 0 when the word holds anything else or has no room.
std::size_t fold_plain(std::string_view word, std::span<char> out) {
  if (word.size() > out.size()) return 0;
  std::size_t size = 0;
  for (std::size_t at = 0; at < word.size();) {
    const auto c = static_cast<unsigned char>(word[at]);
    if (c < 0x80U) {
      out[size++] = static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
      ++at;
      continue;
    }
    const CodePoint point = code_point_at(word, at);
    if (point.value == 0x2018 || point.value == 0x2019) {
      out[size++] = '\'';
    } else if (point.value >= 0x2010 && point.value <= 0x2027) {
      for (std::uint32_t i = 0; i < point.bytes; ++i) out[size++] = word[at + i];
    } else {
      return 0;
    }
    at += point.bytes;
  }
  return size;
}

}  // namespace

void find_words(std::string_view text, std::vector<Span>& out) {
  if (!find_plain_words(text, out)) WordFinder(text, out).run();
}

std::string fold(std::string_view utf8) {
  const bool ascii = std::all_of(utf8.begin(), utf8.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
  if (!ascii) return to_utf8(compose(fold_case(to_utf16(utf8))));
  std::string out(utf8);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::vector<std::string> split_words(std::string_view form) {
  std::vector<Span> spans;
  find_words(form, spans);
  std::vector<std::string> words;
  words.reserve(spans.size());
  for (const Span span : spans) words.push_back(fold(quote(form, span)));
  return words;
}

Vocabulary::Vocabulary() : words_(1), slots_(kFirstSlots) {}

std::size_t Vocabulary::slot_of(std::string_view folded, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  const auto half = static_cast<std::uint32_t>(hash >> 32);
  std::size_t slot = hash & mask;
  while (slots_[slot].id != kUnknownWord && (slots_[slot].hash != half || words_[slots_[slot].id] != folded)) slot = (slot + 1) & mask;
  return slot;
}

WordId Vocabulary::intern(std::string_view folded) {
  if (folded.empty()) return kUnknownWord;
  if (words_.size() * 2 > slots_.size()) grow();
  const std::uint64_t hash = hash_of(folded);
  Slot& slot = slots_[slot_of(folded, hash)];
  if (slot.id != kUnknownWord) return slot.id;
  slot = {static_cast<std::uint32_t>(hash >> 32), static_cast<WordId>(words_.size())};
  words_.emplace_back(folded);
  return slot.id;
}

std::vector<WordId> Vocabulary::intern_form(std::string_view form) {
  std::vector<Span> spans;
  find_words(form, spans);
  std::vector<WordId> ids;
  ids.reserve(spans.size());
  for (const Span span : spans) ids.push_back(intern_printed(quote(form, span)));
  return ids;
}

WordId Vocabulary::intern_printed(std::string_view word) {
  std::array<char, kPlainWord> buffer;  // NOLINT(cppcoreguidelines-pro-type-member-init): written before it is read
  const std::size_t size = fold_plain(word, buffer);
  return size != 0 ? intern({buffer.data(), size}) : intern(fold(word));
}

WordId Vocabulary::find(std::string_view folded) const { return slots_[slot_of(folded, hash_of(folded))].id; }

WordId Vocabulary::find_printed(std::string_view word) const {
  std::array<char, kPlainWord> buffer;  // NOLINT(cppcoreguidelines-pro-type-member-init): written before it is read
  const std::size_t size = fold_plain(word, buffer);
  return size != 0 ? find({buffer.data(), size}) : find(fold(word));
}

void Vocabulary::grow() {
  slots_.assign(slots_.size() * 2, {});
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t id = 1; id < words_.size(); ++id) {
    const std::uint64_t hash = hash_of(words_[id]);
    std::size_t slot = hash & mask;
    while (slots_[slot].id != kUnknownWord) slot = (slot + 1) & mask;
    slots_[slot] = {static_cast<std::uint32_t>(hash >> 32), static_cast<WordId>(id)};
  }
}

}  // namespace coopmine
