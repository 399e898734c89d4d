#include "rulepack/trie.h"

#include <algorithm>
#include <utility>

namespace coopmine {

std::size_t Trie::slot_of(std::uint32_t node, WordId word) const {
  const std::size_t mask = edges_.size() - 1;
  const std::uint64_t key = (static_cast<std::uint64_t>(node) << 32) | word;
  std::size_t slot = ((key * 0x9E3779B97F4A7C15ULL) >> 32) & mask;
  while (edges_[slot].to != 0 && (edges_[slot].from != node || edges_[slot].word != word)) slot = (slot + 1) & mask;
  return slot;
}

void Trie::add_edge(std::uint32_t node, WordId word, std::uint32_t next) {
  nodes_[node].leaf = false;
  if ((edge_count_ + 1) * 2 > edges_.size()) {
    const std::vector<Edge> old = std::exchange(edges_, std::vector<Edge>(std::max<std::size_t>(edges_.size() * 2, 16)));
    for (const Edge& edge : old)
      if (edge.to != 0) edges_[slot_of(edge.from, edge.word)] = edge;
  }
  edges_[slot_of(node, word)] = {node, word, next};
  ++edge_count_;
}

std::uint32_t Trie::add(std::span<const WordId> form, std::uint32_t payload) {
  std::uint32_t node = 0;
  for (const WordId word : form) {
    std::uint32_t next = step(node, word);
    if (next == 0) {
      next = static_cast<std::uint32_t>(nodes_.size());
      nodes_.emplace_back();
      if (node == 0) {
        if (word >= roots_.size()) roots_.resize(word + 1, 0);
        roots_[word] = next;
      } else {
        add_edge(node, word, next);
      }
    }
    node = next;
  }
  if (node == 0) return kNone;  // an empty form is in no text
  if (nodes_[node].payload == kNone) {
    nodes_[node].payload = payload;
    return kNone;
  }
  return nodes_[node].payload;
}

Trie::Match Trie::longest(std::span<const Token> tokens, std::size_t at, std::size_t last) const {
  Match best;
  std::uint32_t node = 0;
  const std::size_t end = std::min(last, tokens.size());
  for (std::size_t i = at; i < end; ++i) {
    if (tokens[i].word == kUnknownWord) break;
    node = step(node, tokens[i].word);
    if (node == 0) break;
    if (nodes_[node].payload != kNone) {
      best = {nodes_[node].payload, static_cast<std::uint32_t>(i - at + 1)};
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
  return nodes_[node].payload;
}

}  // namespace coopmine
