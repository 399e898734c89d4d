// Token trie: longest match of multi-word forms over word ids, linear in the text whatever its size.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
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
  [[nodiscard]] static std::uint64_t key(std::uint32_t node, WordId word) {
    return (static_cast<std::uint64_t>(node) << 32) | word;
  }
  // The node after `word`, 0 when there is none (no edge leads back to the root).
  [[nodiscard]] std::uint32_t step(std::uint32_t node, WordId word) const;

  std::vector<std::uint32_t> payloads_{kNone};  // one a node; node 0 is the root
  std::vector<std::uint32_t> roots_;            // edges of the root, by word: most tokens end here
  std::unordered_map<std::uint64_t, std::uint32_t> edges_;
};

}  // namespace coopmine
