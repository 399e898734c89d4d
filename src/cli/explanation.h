// What every stage made of an article, sentence by sentence, for people who write rules.  A rule that
// nearly fired is one that a single thing kept from it: a guard, or a piece of its pattern.
//
//     3 body paragraph [120,178)
//     Japan has pledged $5 million to Mali.
//       tokens    Japan|has|pledged|$|5|million|to|Mali|.
//       mention   actor JPN          "Japan" [120,125)  actor.name
//       mention   money USD 5000000  "$5 million" [138,148)  money.sign (rules/en/money.rules:12)
//       units     [Japan] <has pledged> $5 million to [Mali] .
//       at        pledge (triggers.tsv promise:12): ACTORS {@active} MONEY to ACTORS .
//         fired   active.gives (rules/en/aid.rules:4)  subject=Japan to=Mali
//         nearly  active.for (rules/en/aid.rules:19)  no {for:ACTORS}
//       record    type=aid status=pledged giver=JPN receiver=MLI amount=USD 5000000
//         rules   aid.gives
//
// Offsets are code points, as in the records.
#pragma once

#include <string>

#include "pipeline/pipeline.h"
#include "rulepack/pack.h"

namespace coopmine {

// Ends with a line feed.  With `color`, headings stand out by terminal escapes.
[[nodiscard]] std::string explanation(const Article& article, const ArticleLayers& layers,
                                      const RulePack& pack, bool color);

}  // namespace coopmine
