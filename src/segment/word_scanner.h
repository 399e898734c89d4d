// Word boundaries of UTF-8 by the rules of UAX #29 as ICU 72 has them, many times as fast as ICU.
//
//     WordScanner scanner("He can't.");
//     for (ScannedWord word; scanner.next(word);) ...      "He" "can't" "."
//
// A stretch that begins with white space or U+FEFF is passed over.  The boundaries are exactly ICU's (line ends and tabs as plain spaces): what the
// scanner has no rules for goes to ICU, from there to the next plain word (tests/segment compares both).
// Linear in the text, apart from ICU's dictionaries.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "segment/characters.h"

namespace coopmine {

// The stretch between two boundaries, and what its letters are like.
struct ScannedWord {
  Span span;
  bool space_before = false;  // white space stands between it and the stretch before
  bool letters = false;
  bool digits = false;
  bool capital = false;   // the first letter or digit is a letter in upper or title case
  bool all_caps = false;  // two letters or more, none in lower case
  bool inner_mark = false;  // a mark that joins letters or figures stands inside (' . , ;)
};

// The same of a stretch that is cut by hand.
[[nodiscard]] ScannedWord shape_of(std::string_view text, Span span);

// Whether the stretch that begins at byte `at` is passed over.
[[nodiscard]] bool begins_white(std::string_view text, std::size_t at);

class WordScanner {
 public:
  explicit WordScanner(std::string_view text) : text_(text), table_(character_table()) {}

  // The next stretch that is no white space; false at the end of the text.
  [[nodiscard]] bool next(ScannedWord& out);

 private:
  [[nodiscard]] TextCharacter at(std::size_t byte) const {
    if (byte >= text_.size()) return {{WordBreak::Space, SentenceBreak::Space, 0}, 0};
    return character_at(table_, text_, byte);
  }
  // Takes a word of plain letters and figures; false, and nothing taken, when a rule has to be looked at.
  [[nodiscard]] bool take_plain(ScannedWord& out);
  // The end of what extends the character that ends at `end`.
  [[nodiscard]] std::size_t extended(std::size_t end) const;
  // The end of the stretch that begins at `begin`; `begin` itself when it is ICU's business.
  [[nodiscard]] std::size_t stretch_end(std::size_t begin) const;
  [[nodiscard]] std::size_t word_end(std::size_t begin, WordBreak last) const;
  [[nodiscard]] std::size_t plain_word_after(std::size_t from) const;
  void ask_icu(std::size_t begin);
  [[nodiscard]] bool take(std::size_t end, ScannedWord& out);

  std::string_view text_;
  const Character* table_;
  std::size_t at_ = 0;
  std::size_t last_space_ = 0;  // where the white space character before at_ begins
  bool space_ = false;
  std::vector<std::uint32_t> icu_;  // boundaries that ICU has found and next() has not passed
  std::size_t icu_next_ = 0;
};

}  // namespace coopmine
