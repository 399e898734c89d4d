// Dates.
//
//     find_dates(article.text, segmented, zoned.date, pack, mentions);
//
// Appends a mention of type Date for each date that the patterns of type `date` find, resolved against
// the article's own day with the tense of the clause (date_value.h, tense.h).  The span is the group
// `x` of the pattern, or all of its match.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "model/mention.h"
#include "model/token.h"
#include "rulepack/pack.h"

namespace coopmine {

// Without an article day, dates that need one stay unresolved.  Linear in the text.
void find_dates(std::string_view text, const Segmented& segmented, std::optional<Day> article_date,
                const RulePack& pack, std::vector<Mention>& mentions);

}  // namespace coopmine
