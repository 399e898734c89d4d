// What a sentence must hold for a typed pattern to be worth trying: `set needs figure month`.  A pattern that
// names nothing is tried everywhere.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "model/token.h"

namespace coopmine {

struct CalendarTable;
struct NumberTable;
class CurrencyTable;

enum class Need : std::uint8_t {
  Figure, Year, Number, Currency, Month, Weekday, RelativeDay, Shift, Unit, Season, Ordinal,
  Until, Since, Weekend, Vague, Count_
};
using Needs = std::uint32_t;  // bit set

[[nodiscard]] constexpr Needs bit(Need need) { return Needs{1} << static_cast<unsigned>(need); }

// The need a rule calls by `word`; nullopt: none is called so.
[[nodiscard]] std::optional<Need> need_named(std::string_view word);
// Of several, with blanks between; unknown ones are left out (pattern_types.h reports them).
[[nodiscard]] Needs needs_named(std::string_view words);

// What single words meet, looked up by WordId.
class WordNeeds {
 public:
  WordNeeds() = default;
  // `words`: the size of the vocabulary.
  WordNeeds(const CalendarTable& calendar, const NumberTable& numbers, const CurrencyTable& currencies, std::size_t words);
  [[nodiscard]] Needs of(const Token& token) const {
    if (token.word >= needs_.size()) return 0;
    const Entry& entry = needs_[token.word];
    return token.capital ? entry.capital : entry.small;
  }

 private:
  struct Entry {
    std::uint16_t small = 0;
    std::uint16_t capital = 0;  // when the word is written with one
  };
  static_assert(static_cast<unsigned>(Need::Count_) <= 16);
  std::vector<Entry> needs_;
};

}  // namespace coopmine
