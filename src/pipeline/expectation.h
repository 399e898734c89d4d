// What an example of a rule says it gives: the line `=>`, compared with what was found.
//
//     => giver=JPN receiver=UKR amount=JPY 15800000000 sector=mine-action status=pledged
//
// A key that is named must hold exactly these values (several with commas, in any order); a key that
// is not named may hold anything.  `=> none` stands alone.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/commitment.h"
#include "model/mention.h"

namespace coopmine {

// Key -> values, sorted.  As text: "giver=JPN party=KAZ,UZB".
using Facts = std::map<std::string, std::vector<std::string>>;

struct FactsFault {
  std::size_t offset = 0;  // in the text
  std::string message;
  std::string hint;
};

// Reads "key=value key=value"; a word without `=` goes on with the value before it.  A key that is not
// in `known` is a fault; `known` empty lets every key pass.
[[nodiscard]] Facts parse_facts(std::string_view text, const std::vector<std::string>& known,
                                std::optional<FactsFault>& fault);

[[nodiscard]] const std::vector<std::string>& commitment_keys();
[[nodiscard]] Facts facts_of(const Commitment& commitment);

// "JPY 15800000000", "USD 8000000000-10000000000".
[[nodiscard]] std::string money_text(const MoneyValue& money);

// The keys of `wanted` in which `found` differs: "status=planned instead of pledged"; "" for none.
[[nodiscard]] std::string difference(const Facts& wanted, const Facts& found);
[[nodiscard]] std::string show(const Facts& facts);

}  // namespace coopmine
