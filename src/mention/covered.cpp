#include "mention/covered.h"

#include <algorithm>

namespace coopmine {

CoveredTokens::CoveredTokens(const std::vector<Mention>& mentions, std::size_t tokens) : actor_(tokens, 0) {
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const Mention& mention = mentions[i];
    if (mention.type != MentionType::Actor || mention.actor.form == ActorForm::Generic ||
        mention.actor.form == ActorForm::Adjective) {
      continue;
    }
    const auto last = std::min<std::size_t>(mention.last, tokens);
    for (std::size_t at = mention.first; at < last; ++at) actor_[at] = static_cast<std::uint32_t>(i + 1);
  }
}

}  // namespace coopmine
