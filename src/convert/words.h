// Words of records as several formats write them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/record.h"

namespace coopmine {

// Shortest decimal that reads back as `value`, without exponent: "2500000", "0.5".
[[nodiscard]] std::string number_words(double value);

// "a; b".
[[nodiscard]] std::string joined(const std::vector<std::string>& words);

// The id, or else the name, or else the words.
[[nodiscard]] std::string party_word(const RecordParty& party);
// Those with that role; of an empty role all.
[[nodiscard]] std::vector<const RecordParty*> parties_of(const CommitmentRecord& record, std::string_view role);

// A party and another, of one record.  From the giver to the receiver, or, mutual, of two parties in the
// order of the record.  Null: nobody is known on that side.
struct Dyad {
  const RecordParty* from = nullptr;
  const RecordParty* to = nullptr;
  bool mutual = false;
};
// Each giver with each receiver, and each pair of parties; at least one, also for a record without any.
[[nodiscard]] std::vector<Dyad> dyads_of(const CommitmentRecord& record);

// A date of the codebook, taken apart: "2024-06-13" has a begin, "/2030" an end, "2024/2027" both.  A month
// or year stands for its first day as a begin and its last day as an end.
struct DateRange {
  std::string begin;  // YYYY-MM-DD; may be empty
  std::string end;
  bool exact = true;  // false: a month or year was made a day
};
[[nodiscard]] DateRange date_range(std::string_view value);

}  // namespace coopmine
