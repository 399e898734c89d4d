#include "rulepack/trie.h"

#include <algorithm>

namespace coopmine {

std::uint32_t Trie::step(std::uint32_t node, WordId word) const {
  if (node == 0) return word < roots_.size() ? roots_[word] : 0;
  const auto edge = edges_.find(key(node, word));
  return edge == edges_.end() ? 0 : edge->second;
}

std::uint32_t Trie::add(std::span<const WordId> form, std::uint32_t payload) {
  std::uint32_t node = 0;
  for (const WordId word : form) {
    std::uint32_t next = step(node, word);
    if (next == 0) {
      next = static_cast<std::uint32_t>(payloads_.size());
      payloads_.push_back(kNone);
      if (node == 0) {
        if (word >= roots_.size()) roots_.resize(word + 1, 0);
        roots_[word] = next;
      } else {
        edges_.emplace(key(node, word), next);
      }
    }
    node = next;
  }
  if (node == 0) return kNone;  // an empty form is in no text
  if (payloads_[node] == kNone) {
    payloads_[node] = payload;
    return kNone;
  }
  return payloads_[node];
}

Trie::Match Trie::longest(std::span<const Token> tokens, std::size_t at, std::size_t last) const {
  Match best;
  std::uint32_t node = 0;
  const std::size_t end = std::min(last, tokens.size());
  for (std::size_t i = at; i < end; ++i) {
    if (tokens[i].word == kUnknownWord) break;
    node = step(node, tokens[i].word);
    if (node == 0) break;
    if (payloads_[node] != kNone) {
      best = {payloads_[node], static_cast<std::uint32_t>(i - at + 1)};
    }
  }
  return best;
}

std::uint32_t Trie::find(std::span<const WordId> form) const {
  std::uint32_t node = 0;
  for (const WordId word : form) {
    node = word == kUnknownWord ? 0 : step(node, word);
    if (node == 0) return kNone;
  }
  return payloads_[node];
}

}  // namespace coopmine
