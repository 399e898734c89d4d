// Word classes: which words keep the same company.
//
// A word that the gold never shows is judged by its class: "apportioned" stands among "allocated" and
// "earmarked".  Classes are learned from plain articles, without gold.  Each word is known by how often every
// other word stands right before and right after it; words change classes, one by one, as long as classes and
// neighbours tell more about each other (the exchange algorithm: Kneser & Ney 1993, Martin, Liermann & Ney 1998;
// with the neighbours left unclassed, as Uszkoreit & Brants 2008).  Then the classes are classed in the same
// way, twice.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rulepack/cluster_table.h"

namespace coopmine {

struct ClusterConfig {
  std::array<std::size_t, kClusterLevels> classes{100, 400, 2000};  // coarse, middle, fine
  std::size_t words = 25000;    // at most so many, the most frequent
  std::uint64_t seen = 8;       // a word is classed when it was seen so often
  std::size_t contexts = 8000;  // the most frequent words, which count as neighbours
  unsigned rounds = 12;         // in which every word may change its class
  std::function<void(const std::string&)> progress;  // told what is done; may be empty
};

// What stands beside what.
class WordCounts {
 public:
  // The words of one sentence, folded.
  void add(const std::vector<std::string_view>& sentence);
  [[nodiscard]] std::size_t words() const { return names_.size(); }

 private:
  friend class Clustering;
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> index_;
  std::vector<const std::string*> names_;
  std::vector<std::uint64_t> seen_;
  std::unordered_map<std::uint64_t, std::uint32_t> pairs_;  // first << 32 | second
};

// One class of words, within its wider ones; numbers count from 0.
struct WordCluster {
  std::array<std::uint32_t, kClusterLevels> classes{};
  std::vector<std::string> words;  // the most frequent first
};

// In order of the numbers, coarse first.  Same counts, same classes.
[[nodiscard]] std::vector<WordCluster> cluster(const WordCounts& counts, const ClusterConfig& config);
// As the text of clusters.tsv.
[[nodiscard]] std::string text_of(const std::vector<WordCluster>& classes);

}  // namespace coopmine
