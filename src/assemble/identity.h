// The stable id of a commitment: same article bytes and same words give the same id.
#pragma once

#include <string>

#include "model/article.h"
#include "model/commitment.h"

namespace coopmine {

// 16 hex digits, the beginning of a SHA-256 over the article's digest, the type and the first telling's words.
[[nodiscard]] std::string identity(const Article& article, const Commitment& commitment);

}  // namespace coopmine
