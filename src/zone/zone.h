// Zones: what of an article is its title, its lead and its body, what its frame (date, byline, source)
// and what does not belong to it (navigation, related stories, captions, comment forms).
//
//     TOKYO AND LIMA SIGN PACT            title
//     8 June 2024                         date, skipped
//     TOKYO, June 8 (Agency) - Japan ...  lead, from "Japan" on; place "TOKYO"
//     Related stories                     skipped, with the headlines under it
//
// Every byte that is not white space, a list marker or a heading marker is in a block or in `skipped`.
// The language of it all (months, "Related stories", how a dateline is written) stands in the patterns
// of type `zone` and in calendar.tsv; how lines make paragraphs is told in layout.h.
#pragma once

#include <optional>

#include "base/calendar.h"
#include "model/article.h"
#include "rulepack/pack.h"

namespace coopmine {

struct ZoneConfig {
  std::optional<Day> date;  // day of an article that tells none itself
};

// The zones of `article`, which must outlive them.  The date comes from the metadata, else a date line
// under the title, a dateline that tells the year, the title, a dateline without the year (nearest to the
// foot's or the option's), a date line at the foot, the option; the first of these that there is.  Linear in
// the text; never fails.
[[nodiscard]] ZonedArticle find_zones(const Article& article, const RulePack& pack, const ZoneConfig& config);

}  // namespace coopmine
