// Token trie: longest match of multi-word forms over word ids, linear in the text whatever its size.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/token.h"

namespace coopmine {

class Trie {
 public:
  static constexpr std::uint32_t kNone = 0xffffffffU;

  struct Match {
    std::uint32_t payload = kNone;
    std::uint32_t length = 0;  // tokens; 0: no match
  };

  // Adds a form.  When the form is already there, returns the payload that stands and leaves it;
  // otherwise returns kNone.
  std::uint32_t add(std::span<const WordId> form, std::uint32_t payload);

  // The longest form that starts at tokens[at] and ends before `last`.
  [[nodiscard]] Match longest(std::span<const Token> tokens, std::size_t at, std::size_t last) const;

  // The payload of exactly this form, or kNone.
  [[nodiscard]] std::uint32_t find(std::span<const WordId> form) const;

 private:
  struct Node {
    std::uint32_t payload = kNone;
    bool leaf = true;
  };
  struct Edge {
    std::uint32_t from = 0;
    WordId word = kUnknownWord;
    std::uint32_t to = 0;  // 0: the slot is free (no edge leads back to the root)
  };
  // The node after `word`, 0 when there is none.
  [[nodiscard]] std::uint32_t step(std::uint32_t node, WordId word) const {
    if (node == 0) return word < roots_.size() ? roots_[word] : 0;
    return nodes_[node].leaf ? 0 : edges_[slot_of(node, word)].to;
  }
  // The slot of the edge, or the free one where it belongs.
  [[nodiscard]] std::size_t slot_of(std::uint32_t node, WordId word) const;
  void add_edge(std::uint32_t node, WordId word, std::uint32_t next);

  std::vector<Node> nodes_ = std::vector<Node>(1);  // the first is the root
  std::vector<std::uint32_t> roots_;  // edges of the root, by word: most tokens end here
  std::vector<Edge> edges_;           // the others: open addressing, power of two
  std::size_t edge_count_ = 0;
};

}  // namespace coopmine
