// An article for a terminal: its words with what was found in them marked, and each record below the paragraph
// that tells it.
//
//     Norway will give Kenya $5 million.       in colour, or plain:
//     [Norway]{NOR} *will give*(1) [Kenya]{KEN} [$5 million]{USD 5000000}.
//
//       (1) aid pledged, provide  0.71
//           giver       Norway (NOR)  "Norway"
//           rule        verb.object (rules/en/constructions.rules:4)  {@active} ~1 {object:ACTORS}
//           for         verb:give 0.51
#pragma once

#include <string>

#include "report/article_view.h"
#include "report/text_flow.h"

namespace coopmine {

[[nodiscard]] std::string article_text(const ArticleView& view, const FlowConfig& config);

}  // namespace coopmine
