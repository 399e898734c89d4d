// Classes of words that keep the same company (rules/<lang>/clusters.tsv: coarse, middle, fine, words), as
// `coopmine cluster` finds them in plain articles:
//
//     a12   b57   c913   pledged|vowed|promised
//
// The names of the classes are free; models of weights.tsv speak of them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "rulepack/text_hash.h"
#include "rulepack/tsv.h"

namespace coopmine {

inline constexpr std::size_t kClusterLevels = 3;

class ClusterTable {
 public:
  using Names = std::array<HashedText, kClusterLevels>;  // of its classes, the widest first

  // The classes of a folded word; nullptr: none.
  [[nodiscard]] const Names* find(const HashedText& word) const;
  // Of two lines for one word the first counts.
  void put(const HashedText& word, std::uint32_t names);
  std::uint32_t add_names(const std::array<std::string_view, kClusterLevels>& names);
  // Makes room for so many words.
  void expect(std::size_t words);
  [[nodiscard]] std::size_t words() const { return words_; }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t names = 0;  // 1 + index; 0: free
  };
  void resize(std::size_t slots);
  [[nodiscard]] std::size_t slot_of(std::uint64_t hash) const;
  std::vector<Slot> slots_;  // open addressing, power of two
  std::vector<Names> names_;
  std::deque<std::string> kept_;
  std::size_t words_ = 0;
};

// Faults: a class without a name, a line without words.
[[nodiscard]] ClusterTable load_clusters(const Table& table, Diagnostics& diagnostics);

}  // namespace coopmine
