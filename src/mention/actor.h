// Actors: everyone who can be a party, found in an article's sentences.
//
//     In Tokyo, Ukrainian Foreign Minister Marta Kovalenko thanked the Japanese government.  She said ...
//
//     Tokyo                                      JPN      Place    actor.place
//     Ukrainian Foreign Minister Marta Kovalenko UKR      Person   actor.person-title
//     the Japanese government                    JPN      Organ    actor.organ        organ=government
//     She                                        -        Generic  actor.generic      generic=he
//
// One mention covers the whole noun phrase, from its article to its last word; a bare name stands
// without the article, a possessive clitic is outside and sets ActorValue::possessive.
//
// Forms: see mention.h.  What the words alone don't decide is left open for assemble/: a Generic has
// no id, only its class (`generic`: pair, pair-we, we, i, they, it, he, our-country, our-government,
// group, members, parties, bank, country, region, company of roles.tsv, or the organ: "the ministry"
// has generic=ministry).  Firms, universities and NGOs are of kind Company, without an id, with their
// name as printed.  Former officials and officials of bodies without an id are of kind Other.  A title
// or an acronym that belongs to one state ("State Department") has that state's id.  A minister, envoy
// or spokesman whose state is not told has that of the first actor of the last sentence that names one
// (rule actor.person-near); a captain or director without a state has none and is of kind Other.
//
// Two readings of the sentences, each linear: running text first, so that those whom it introduces are
// known by surname in headlines too.
#pragma once

#include <vector>

#include "model/article.h"
#include "model/mention.h"
#include "model/token.h"
#include "rulepack/actor_table.h"

namespace coopmine {

struct ActorConfig {
  bool references = true;  // pronouns and "the two countries" as Generic mentions
  bool firms = true;       // firms, universities and NGOs as Company mentions
};

// Appends the article's actors to `out`, in order of their first token; they never overlap.
void find_actors(const ZonedArticle& article, const Segmented& segmented, const ActorTable& table,
                 const ActorConfig& config, std::vector<Mention>& out);

}  // namespace coopmine
