// Which tokens stand inside the name of a body, office or person, so that they mean nothing else.
#pragma once

#include <cstdint>
#include <vector>

#include "model/mention.h"

namespace coopmine {

class CoveredTokens {
 public:
  // Takes the actors among `mentions`, all but references and bare adjectives of states.
  CoveredTokens(const std::vector<Mention>& mentions, std::size_t tokens);
  // Whether all of [first, last) is inside one of them.
  [[nodiscard]] bool covers(std::uint32_t first, std::uint32_t last) const {
    return first < last && last <= actor_.size() && actor_[first] != 0 && actor_[first] == actor_[last - 1];
  }

 private:
  std::vector<std::uint32_t> actor_;  // by token: 1 + index of the mention, 0: none
};

}  // namespace coopmine
