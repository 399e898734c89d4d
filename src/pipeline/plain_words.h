// The words of an article, sentence by sentence, before anything is looked for in them.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "model/article.h"
#include "rulepack/pack.h"

namespace coopmine {

// Calls `use` with the words of each sentence: folded, every number "0".  Boilerplate is left out.
void for_each_plain_sentence(const Article& article, const RulePack& pack, const std::function<void(const std::vector<std::string_view>&)>& use);

}  // namespace coopmine
