// The scanners against ICU, which is slower and right by definition.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "segment/icu_breaks.h"
#include "segment/sentence_scanner.h"
#include "segment/word_scanner.h"

using namespace coopmine;

namespace {

std::vector<Span> words_by_icu(std::string_view text) {
  std::vector<Span> out;
  std::uint32_t begin = 0;
  for (const std::uint32_t end : icu_word_breaks(text)) {
    if (!begins_white(text, begin)) out.push_back({begin, end});
    begin = end;
  }
  return out;
}

std::vector<Span> words_by_scanner(std::string_view text) {
  std::vector<Span> out;
  WordScanner scanner(text);
  for (ScannedWord word; scanner.next(word);) {
    const ScannedWord again = shape_of(text, word.span);
    CHECK(word.letters == again.letters);
    CHECK(word.digits == again.digits);
    CHECK(word.capital == again.capital);
    CHECK(word.all_caps == again.all_caps);
    CHECK(word.inner_mark == again.inner_mark);
    out.push_back(word.span);
  }
  return out;
}

void compare(const std::string& text) {
  INFO("text: " << text);
  CHECK(words_by_scanner(text) == words_by_icu(text));
  CHECK(sentence_breaks(text) == icu_sentence_breaks(text));
}

// Pieces whose neighbours decide about boundaries: each class of UAX #29, ICU's exceptions, scripts it treats alone.
const std::vector<std::string> kPieces{
    "a", "b", "Z", "I", "1", "9", "word", "Word", "WORD", " ", " ", "  ", "\n", "\r\n", "\t", "\v", ".", ".", ",", ";", ":",
    "'", "\"", "!", "?", "-", "_", "@", "/", "(", ")", "[", "]", "\u2019", "\u2018", "\u201C", "\u201D", "\u2013", "\u2014",
    "\u2026", "\u00A0", "\u00AD", "\u0301", "\u200B", "\u200C", "\u200D", "\u200E", "\u2060", "\uFEFF", "\u00B7", "\u2027",
    "\u02BC", "\u2028", "\u2029", "\u0085", "\u202F", "\u20AC", "\u00A9", "\u00E9", "\u00C9", "\u0131", "\u0130", "\u01C5", "\u0416", "\u0436",
    "\u03A9", "\u05D0", "\u05D1", "\u0627", "\u0660", "\u0E01\u0E32", "\u1780", "\u3042", "\u30A2", "\u30FC", "\u4E2D\u6587", "\u3002",
    "\uFF0E", "\uFF01", "\uFF1A", "\uFF07", "\uAC00", "\u1100", "\U0001F600", "\U0001F1FA", "\U0001F1F8", "\U0001F468", "\U0001F3FD",
    "\U00020000", "\uFF21", "\uFE55", "\u203C", "\u202F", "\u00AB", "\u00BB", "\u0387", "\u066B", "\u2044", "\u2064", "\u0903"};

// A number below `limit`.
std::uint32_t pick(std::mt19937& random, std::uint32_t limit) { return static_cast<std::uint32_t>(random()) % limit; }

}  // namespace

TEST_CASE("boundaries are ICU's in strings made of pieces that decide about them") {
  std::mt19937 random(7);
  for (int round = 0; round < 40000; ++round) {
    std::string text;
    const unsigned length = 1 + pick(random, 12);
    const bool any = pick(random, 3) == 0;  // most strings of a common kind, so that the rules are reached
    for (unsigned i = 0; i < length; ++i) text += kPieces[pick(random, any ? static_cast<std::uint32_t>(kPieces.size()) : 38U)];
    compare(text);
  }
}

TEST_CASE("boundaries are ICU's in strings of any code points") {
  std::mt19937 random(8);
  for (int round = 0; round < 4000; ++round) {
    std::string text;
    for (unsigned i = 0; i < 10; ++i) {
      const std::uint32_t limit = std::vector<std::uint32_t>{0x80, 0x500, 0x3000, 0xD800, 0x20000}[pick(random, 5)];
      const std::uint32_t value = 1 + pick(random, limit - 1);
      if (value < 0x80) {
        text += static_cast<char>(value);
      } else if (value < 0x800) {
        text += {static_cast<char>(0xC0U | (value >> 6)), static_cast<char>(0x80U | (value & 0x3FU))};
      } else if (value < 0x10000) {
        if (value >= 0xD800 && value < 0xE000) continue;
        text += {static_cast<char>(0xE0U | (value >> 12)), static_cast<char>(0x80U | ((value >> 6) & 0x3FU)),
                 static_cast<char>(0x80U | (value & 0x3FU))};
      } else {
        text += {static_cast<char>(0xF0U | (value >> 18)), static_cast<char>(0x80U | ((value >> 12) & 0x3FU)),
                 static_cast<char>(0x80U | ((value >> 6) & 0x3FU)), static_cast<char>(0x80U | (value & 0x3FU))};
      }
    }
    compare(text);
  }
}

TEST_CASE("boundaries are ICU's in articles") {
  for (const auto& entry : std::filesystem::directory_iterator(COOPMINE_SOURCE_DIR "/corpus")) {
    if (entry.path().extension() != ".txt") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    CHECK_MESSAGE(words_by_scanner(text) == words_by_icu(text), entry.path().string());
    CHECK_MESSAGE(sentence_breaks(text) == icu_sentence_breaks(text), entry.path().string());
  }
}
