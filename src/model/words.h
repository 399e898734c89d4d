// The words for kinds of blocks and forms of actors, as features, explanations and messages use them.
#pragma once

#include <string_view>

#include "model/article.h"
#include "model/mention.h"

namespace coopmine {

// "title", "paragraph", "heading", "bullet".
[[nodiscard]] std::string_view name(BlockKind kind);
// "name", "adjective", "people", "organ", "person", "place", "generic".
[[nodiscard]] std::string_view name(ActorForm form);

}  // namespace coopmine
