#include <cmath>
#include <map>
#include <random>
#include <set>

#include <doctest/doctest.h>

#include "learn/cluster.h"
#include "rulepack/cluster_table.h"

using namespace coopmine;

namespace {

// "the dog sleeps": three kinds of words, each seen beside every word of the next kind.
const std::array<std::vector<std::string>, 3> kKinds{{{"the", "a", "this"}, {"dog", "cat", "cow", "hen"}, {"sleeps", "eats", "runs", "sits"}}};

WordCounts farm(std::size_t sentences) {
  std::mt19937 random(7);
  WordCounts counts;
  for (std::size_t i = 0; i < sentences; ++i) {
    std::vector<std::string_view> words;
    for (const auto& kind : kKinds) words.emplace_back(kind[random() % kind.size()]);
    counts.add(words);
  }
  return counts;
}

ClusterConfig small(std::size_t coarse, std::size_t middle, std::size_t fine) {
  ClusterConfig config;
  config.classes = {coarse, middle, fine};
  return config;
}

std::map<std::string, std::uint32_t> finest(const std::vector<WordCluster>& classes) {
  std::map<std::string, std::uint32_t> of;
  for (const WordCluster& c : classes)
    for (const std::string& word : c.words) CHECK(of.emplace(word, c.classes[kClusterLevels - 1]).second);
  return of;
}

// What classes and the words beside tell about each other, from all sentences anew: the slow oracle.
double told(const std::vector<std::vector<std::string>>& sentences, const std::map<std::string, std::uint32_t>& of) {
  std::map<std::pair<std::uint32_t, std::string>, double> pairs;
  std::map<std::uint32_t, double> totals;
  for (const auto& words : sentences) {
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
      ++pairs[{of.at(words[i]), ">" + words[i + 1]}];
      ++pairs[{of.at(words[i + 1]), "<" + words[i]}];
      ++totals[of.at(words[i])];
      ++totals[of.at(words[i + 1])];
    }
  }
  double sum = 0;
  for (const auto& [pair, n] : pairs) sum += n * std::log(n);
  for (const auto& [cls, n] : totals) sum -= n * std::log(n);
  return sum;
}

}  // namespace

TEST_CASE("words that keep the same company are one class") {
  const auto of = finest(cluster(farm(2000), small(1, 2, 3)));
  REQUIRE(of.size() == 11);
  std::set<std::uint32_t> classes;
  for (const auto& kind : kKinds) {
    for (const std::string& word : kind) CHECK(of.at(word) == of.at(kind.front()));
    classes.insert(of.at(kind.front()));
  }
  CHECK(classes.size() == 3);
}

TEST_CASE("a finer class lies in one wider class") {
  std::map<std::uint32_t, std::set<std::uint32_t>> wider;
  const auto classes = cluster(farm(500), small(2, 3, 6));
  for (const WordCluster& c : classes) wider[c.classes[2]].insert(c.classes[1]);
  CHECK(wider.size() == 6);
  for (const auto& [fine, middles] : wider) CHECK(middles.size() == 1);
}

TEST_CASE("no word that moves alone would tell more") {
  std::mt19937 random(3);
  std::vector<std::vector<std::string>> sentences;
  WordCounts counts;
  for (int i = 0; i < 300; ++i) {
    std::vector<std::string> words;
    for (int k = 0; k < 6; ++k) words.push_back(std::string(1, static_cast<char>('a' + (random() % 4 + random() % (k + 1)) % 12)));
    counts.add({words.begin(), words.end()});
    sentences.push_back(std::move(words));
  }
  ClusterConfig config = small(1, 2, 4);
  config.rounds = 100;
  auto of = finest(cluster(counts, config));
  const double best = told(sentences, of);
  for (const auto& [word, home] : std::map(of)) {
    for (std::uint32_t other = 0; other < 4; ++other) {
      of[word] = other;
      CHECK(told(sentences, of) <= best + 0.01);
    }
    of[word] = home;
  }
}

TEST_CASE("rare words have no class, and more classes than words are as many as there are words") {
  WordCounts counts = farm(100);
  counts.add({"unicorn", "a|b"});
  const auto classes = cluster(counts, small(50, 50, 50));
  CHECK(classes.size() == 11);
  CHECK_FALSE(finest(classes).contains("unicorn"));
  CHECK(cluster(WordCounts(), ClusterConfig()).empty());
}

TEST_CASE("the table is read back as it was written, and the same articles give the same table") {
  const std::string text = text_of(cluster(farm(300), small(2, 3, 4)));
  CHECK(text == text_of(cluster(farm(300), small(2, 3, 4))));
  Diagnostics diagnostics;
  const ClusterTable table = load_clusters(parse_table("clusters.tsv", text, {"coarse", "middle", "fine", "words"}, diagnostics), diagnostics);
  CHECK(diagnostics.ok());
  CHECK(table.words() == 11);
  CHECK(table.find("cow")->at(2).text == table.find("hen")->at(2).text);
}
