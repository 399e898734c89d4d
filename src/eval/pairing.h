// Which record is which gold commitment of one article.
//
// A record and a gold commitment can pair when their places overlap.  Pairs are made one to one, those
// with the best agreement of slots first (2 x common items / all items; of equals the first in the gold,
// then in the records).  Optional gold pairs last and is then taken out together with its record: it
// counts neither way.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "eval/claim.h"

namespace coopmine {

struct PairedClaims {
  std::vector<const Claim*> gold;     // without the optional ones
  std::vector<const Claim*> records;  // without those that pair with optional gold or are optional
  std::vector<const Claim*> freed;    // records that were taken out
  // For each of `gold` its record (index into `records`), and for each of `records` its gold; kUnpaired: none.
  std::vector<std::size_t> record_of;
  std::vector<std::size_t> gold_of;
};
inline constexpr std::size_t kUnpaired = static_cast<std::size_t>(-1);

// The claims must outlive the result.
[[nodiscard]] PairedClaims pair_claims(const std::vector<Claim>& gold, const std::vector<Claim>& records);

[[nodiscard]] bool places_overlap(const Claim& a, const Claim& b);

}  // namespace coopmine
