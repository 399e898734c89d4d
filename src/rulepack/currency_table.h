// Currencies (rules/<lang>/currencies.tsv): what a sum of money may be called, and in which years
// and company a word means which currency.
//
//     25.6 mln dlrs   name after the number, any case
//     US$1.5bn        sign, letter by letter as in the table, before or after the number
//     500 mln pesos   several meanings: the one whose `near` word ("Mexican") stands nearest
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "rulepack/tsv.h"
#include "rulepack/words.h"

namespace coopmine {

// One meaning of a form.
struct CurrencySense {
  std::string code;          // ISO 4217
  bool name = false;         // a name, else a sign or code
  bool weak = false;         // has other meanings: only with a scale ("5 bn"), a sign also with "5,000"
  int from = 0;              // years of articles in which it holds
  int until = 9999;
  std::vector<WordId> near;  // empty: the meaning that holds without such a word
};

// A form found at the edge of a piece of text.
struct CurrencyForm {
  std::size_t bytes = 0;                              // how much of the text it covers
  const std::vector<CurrencySense>* senses = nullptr;  // nullptr: none found
};

class CurrencyTable {
 public:
  // The longest name or sign that `text` begins with; it ends where no letter or digit goes on.
  [[nodiscard]] CurrencyForm name_at_start(std::string_view text) const;
  // The longest sign that `text` ends with; no letter or digit stands before it.  White space inside
  // a sign ("US $") does not count.
  [[nodiscard]] CurrencyForm sign_at_end(std::string_view text) const;
  // Whether a sum may stand where this word is (last of a name; or, with a capital, a sign made of
  // letters), or this byte.
  [[nodiscard]] bool is_cue(WordId word, bool capital) const {
    return word < cues_.size() && (cues_[word] == Cue::Name || (cues_[word] == Cue::Sign && capital));
  }
  [[nodiscard]] bool may_begin_symbol(char byte) const {
    return symbol_bytes_[static_cast<unsigned char>(byte)];
  }
  [[nodiscard]] bool has_code(const std::string& code) const { return codes_.count(code) != 0; }

 private:
  friend CurrencyTable load_currencies(const Table&, Vocabulary&, Diagnostics&);
  using Forms = std::map<std::string, std::vector<CurrencySense>, std::less<>>;
  Forms names_;  // folded, single spaces
  Forms signs_;  // as printed, no spaces
  std::map<std::string, int, std::less<>> codes_;  // code -> rows
  enum class Cue : std::uint8_t { None, Sign, Name };
  void add_cue(const std::string& form, bool name, Vocabulary& words);
  std::vector<Cue> cues_;                 // by WordId
  std::array<bool, 256> symbol_bytes_{};  // bytes that symbols ("$") begin with
  std::size_t longest_name_ = 0;  // bytes
  std::size_t longest_sign_ = 0;
};

// Faults: an unknown use, a code that is not three capitals, a year that is none, no forms.
[[nodiscard]] CurrencyTable load_currencies(const Table& table, Vocabulary& words,
                                            Diagnostics& diagnostics);

}  // namespace coopmine
