// Sectors: the words that name a field of cooperation.
//
//     Their Ministry of Trade and Industry will help with mine clearance and rice seeds.
//
//     mine clearance   mine-action   sector.term
//     rice, seeds      agriculture   sector.term
//
// The longest term counts.  A field that is only part of the name of a body or office ("Ministry of
// Trade and Industry", "health minister") is none, nor is one inside an actor's name that `out`
// already holds.  Rule sector.weak marks terms that count only where no sector.term stands beside them.
#pragma once

#include <string_view>
#include <vector>

#include "model/mention.h"
#include "model/token.h"
#include "rulepack/sector_table.h"

namespace coopmine {

// Appends the sectors of an article to `out`, in order of their first token; they never overlap.
// `text` is the article's.  Call it after find_actors().  Linear in the tokens.
void find_sectors(std::string_view text, const Segmented& segmented, const SectorTable& table,
                  std::vector<Mention>& out);

}  // namespace coopmine
