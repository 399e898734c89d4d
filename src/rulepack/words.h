// Words of the pack: folding, splitting a lexicon form into words, and the vocabulary of ids.
//
// Folding: Unicode default case folding, typographic apostrophes to ', soft hyphens and joiners
// dropped, NFC.  Words are those of Unicode's word boundaries (UAX #29, as ICU 72 tailors it) that
// are not white space, with two additions: a clitic 's is a word of its own, and a sequence of
// single letters with dots keeps its last dot.  Splitting agrees with segment/ (a test holds the two
// against each other): "Côte d'Ivoire" -> "côte" "d'ivoire", "U.S." -> "u.s.", "Japan's" -> "japan"
// "'s", "Japan-Ukraine" -> "japan" "-" "ukraine", "K. Abe" -> "k" "." "abe", "15.8bn" -> "15.8bn".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/token.h"

namespace coopmine {

// Appends the words of `text` (valid UTF-8) to `out`, as spans of bytes.  Linear; shared by
// split_words() and by whoever cuts running text.
void find_words(std::string_view text, std::vector<Span>& out);

[[nodiscard]] std::string fold(std::string_view utf8);
// The folded words of a lexicon form.
[[nodiscard]] std::vector<std::string> split_words(std::string_view form);

// Folded word <-> id.  Ids start at 1; kUnknownWord (0) is no word.  Built once, then read-only.
class Vocabulary {
 public:
  Vocabulary();
  WordId intern(std::string_view folded);
  // The same of a word as it is printed.
  WordId intern_printed(std::string_view word);
  // Interns every word of a form.
  std::vector<WordId> intern_form(std::string_view form);
  [[nodiscard]] WordId find(std::string_view folded) const;
  // The same of a word as it is printed.  Asks for no memory in most words.
  [[nodiscard]] WordId find_printed(std::string_view word) const;
  [[nodiscard]] const std::string& word(WordId id) const { return words_[id]; }
  [[nodiscard]] std::size_t size() const { return words_.size(); }

 private:
  struct Slot {
    std::uint32_t hash = 0;  // the upper half, so that few words are compared in vain
    WordId id = kUnknownWord;
  };
  void grow();
  // The slot of the word, or the empty one where it belongs.
  [[nodiscard]] std::size_t slot_of(std::string_view folded, std::uint64_t hash) const;
  std::vector<std::string> words_;
  std::vector<Slot> slots_;  // open addressing, power of two
};

}  // namespace coopmine
