// Names of firms, universities and NGOs: capitalised words that end in a corporate word ("Harbour
// Steel Corp", "Lviv Polytechnic University") or begin with one ("University of Lviv", "Bank of Cyprus
// Holdings").  A state's name inside them is no actor.
#pragma once

#include <cstddef>
#include <vector>

#include "mention/actor_atoms.h"

namespace coopmine {

struct FirmName {
  std::size_t first = 0;  // atoms [first, last)
  std::size_t last = 0;
};

// In order, not overlapping: firms of the table, and in running text names that end or begin as firms' names do
// (headlines in capitals don't show where a name begins).
void find_firms(const AtomSentence& sentence, std::vector<FirmName>& out);

}  // namespace coopmine
