#include "learn/cluster.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include <fmt/format.h>

namespace coopmine {
namespace {

// What is classed: how often each context stands beside it.
struct Item {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> contexts;  // context, count
  std::uint64_t total = 0;
};

// n log n, from a table for small n.
class Entropy {
 public:
  Entropy() : table_(kTable) {
    for (std::size_t n = 1; n < kTable; ++n) table_[n] = static_cast<float>(static_cast<double>(n) * std::log(static_cast<double>(n)));
  }
  [[nodiscard]] float operator()(std::uint64_t n) const {
    if (n < kTable) return table_[n];
    const auto value = static_cast<double>(n);
    return static_cast<float>(value * std::log(value));
  }

 private:
  static constexpr std::size_t kTable = std::size_t{1} << 16U;
  std::vector<float> table_;
};

// The exchange algorithm over items that come in order of their frequency.
class Exchange {
 public:
  Exchange(const std::vector<Item>& items, std::size_t contexts, std::size_t classes)
      : items_(items), classes_(std::min(classes, items.size())), counts_(contexts * classes_), totals_(classes_), members_(classes_), gain_(classes_) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      class_of_.push_back(static_cast<std::uint32_t>(i % classes_));
      add(i, class_of_[i], true);
    }
  }

  // Every item may change its class; how many did.
  std::size_t round() {
    std::size_t moved = 0;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const std::uint32_t from = class_of_[i];
      if (members_[from] == 1) continue;  // no class is left empty
      add(i, from, false);
      const std::uint32_t to = best(i, from);
      add(i, to, true);
      class_of_[i] = to;
      moved += from != to;
    }
    return moved;
  }
  [[nodiscard]] const std::vector<std::uint32_t>& classes() const { return class_of_; }

 private:
  void add(std::size_t item, std::uint32_t to, bool in) {
    for (const auto& [context, count] : items_[item].contexts) {
      std::uint32_t& cell = counts_[context * classes_ + to];
      cell = in ? cell + count : cell - count;
    }
    totals_[to] = in ? totals_[to] + items_[item].total : totals_[to] - items_[item].total;
    members_[to] = in ? members_[to] + 1 : members_[to] - 1;
  }

  // Where the item, which is in no class, tells most; `home` when no other class is better.
  [[nodiscard]] std::uint32_t best(std::size_t item, std::uint32_t home) {
    for (std::size_t c = 0; c < classes_; ++c) gain_[c] = entropy_(totals_[c]) - entropy_(totals_[c] + items_[item].total);
    for (const auto& [context, count] : items_[item].contexts) {
      const std::uint32_t* row = &counts_[context * classes_];
      const float alone = entropy_(count);
      for (std::size_t c = 0; c < classes_; ++c) gain_[c] += row[c] == 0 ? alone : entropy_(row[c] + count) - entropy_(row[c]);
    }
    std::uint32_t to = home;
    for (std::uint32_t c = 0; c < classes_; ++c)
      if (gain_[c] > gain_[to]) to = c;
    return to;
  }

  const std::vector<Item>& items_;
  Entropy entropy_;
  std::size_t classes_;
  std::vector<std::uint32_t> counts_;  // context by class
  std::vector<std::uint64_t> totals_;
  std::vector<std::uint32_t> members_;
  std::vector<std::uint32_t> class_of_;
  std::vector<float> gain_;
};

// The items of each class as one.
std::vector<Item> joined(const std::vector<Item>& items, const std::vector<std::uint32_t>& class_of, std::size_t classes) {
  std::vector<std::map<std::uint32_t, std::uint32_t>> sums(classes);
  std::vector<Item> out(classes);
  for (std::size_t i = 0; i < items.size(); ++i) {
    for (const auto& [context, count] : items[i].contexts) sums[class_of[i]][context] += count;
    out[class_of[i]].total += items[i].total;
  }
  for (std::size_t c = 0; c < classes; ++c) out[c].contexts.assign(sums[c].begin(), sums[c].end());
  return out;
}

}  // namespace

void WordCounts::add(const std::vector<std::string_view>& sentence) {
  std::uint64_t last = 0;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    auto found = index_.find(sentence[i]);
    if (found == index_.end()) {
      found = index_.emplace(std::string(sentence[i]), static_cast<std::uint32_t>(names_.size())).first;
      names_.push_back(&found->first);
      seen_.push_back(0);
    }
    const std::uint64_t word = found->second;
    ++seen_[word];
    if (i > 0) ++pairs_[last << 32U | word];
    last = word;
  }
}

class Clustering {
 public:
  Clustering(const WordCounts& counts, const ClusterConfig& config) : counts_(counts), config_(config) {}

  std::vector<WordCluster> run() {
    rank();
    if (order_.empty()) return {};
    std::vector<Item> items = words();
    // From the finest level up: the class of each class of the level below.
    std::array<std::vector<std::uint32_t>, kClusterLevels> levels;
    for (std::size_t level = kClusterLevels; level-- > 0;) {
      levels[level] = classed(items, config_.classes[level]);
      const std::size_t classes = *std::max_element(levels[level].begin(), levels[level].end()) + std::size_t{1};
      items = joined(items, levels[level], classes);
    }
    return listed(levels);
  }

 private:
  // Words that are classed, the most frequent first.
  void rank() {
    for (std::uint32_t i = 0; i < counts_.names_.size(); ++i)
      if (counts_.seen_[i] >= config_.seen && counts_.names_[i]->find_first_of("|\t") == std::string::npos) order_.push_back(i);
    std::sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
      return counts_.seen_[a] != counts_.seen_[b] ? counts_.seen_[a] > counts_.seen_[b] : *counts_.names_[a] < *counts_.names_[b];
    });
    if (order_.size() > config_.words) order_.resize(config_.words);
  }

  [[nodiscard]] std::vector<Item> words() const {
    static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> place(counts_.names_.size(), kNone);
    for (std::uint32_t i = 0; i < order_.size(); ++i) place[order_[i]] = i;
    std::vector<Item> items(order_.size());
    const auto put = [&](std::uint32_t word, std::uint32_t beside, bool after, std::uint32_t count) {
      if (word == kNone || beside == kNone || beside >= config_.contexts) return;
      items[word].contexts.emplace_back(beside * 2 + (after ? 1 : 0), count);
      items[word].total += count;
    };
    for (const auto& [pair, count] : counts_.pairs_) {
      const std::uint32_t first = place[pair >> 32U], second = place[pair & 0xFFFFFFFFU];
      put(first, second, true, count);
      put(second, first, false, count);
    }
    for (Item& item : items) std::sort(item.contexts.begin(), item.contexts.end());
    return items;
  }

  [[nodiscard]] std::vector<std::uint32_t> classed(const std::vector<Item>& items, std::size_t classes) const {
    Exchange exchange(items, 2 * std::min(config_.contexts, order_.size()), classes);
    for (unsigned round = 1; round <= config_.rounds; ++round) {
      const std::size_t moved = exchange.round();
      if (config_.progress) config_.progress(fmt::format("{} classes: {} of {} moved in round {}", classes, moved, items.size(), round));
      if (moved == 0) break;
    }
    return exchange.classes();
  }

  [[nodiscard]] std::vector<WordCluster> listed(const std::array<std::vector<std::uint32_t>, kClusterLevels>& levels) const {
    std::map<std::array<std::uint32_t, kClusterLevels>, std::vector<std::string>> sorted;
    for (std::size_t i = 0; i < order_.size(); ++i) {
      std::array<std::uint32_t, kClusterLevels> classes{};
      std::size_t at = i;
      for (std::size_t level = kClusterLevels; level-- > 0;) classes[level] = levels[level][at], at = classes[level];
      sorted[classes].push_back(*counts_.names_[order_[i]]);
    }
    std::vector<WordCluster> out;
    for (auto& [classes, words] : sorted) out.push_back({classes, std::move(words)});
    return out;
  }

  const WordCounts& counts_;
  const ClusterConfig& config_;
  std::vector<std::uint32_t> order_;
};

std::vector<WordCluster> cluster(const WordCounts& counts, const ClusterConfig& config) { return Clustering(counts, config).run(); }

std::string text_of(const std::vector<WordCluster>& classes) {
  std::string out = "# Words that keep the same company; see rulepack/cluster_table.h.  Found in plain articles by `coopmine cluster`.\n";
  out += "coarse\tmiddle\tfine\twords\n";
  for (const WordCluster& c : classes) out += fmt::format("a{}\tb{}\tc{}\t{}\n", c.classes[0], c.classes[1], c.classes[2], fmt::join(c.words, "|"));
  return out;
}

}  // namespace coopmine
