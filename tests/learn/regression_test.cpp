#include <doctest/doctest.h>

#include <algorithm>

#include "learn/regression.h"

using namespace coopmine;

namespace {

Features words(const std::vector<std::string>& all) {
  Features f(true);
  for (const std::string& word : all) f.add("w", word);
  return f;
}

double weight(const std::vector<LearnedWeight>& weights, const std::string& label, const std::string& feature) {
  const auto found = std::find_if(weights.begin(), weights.end(), [&](const LearnedWeight& w) { return w.label == label && w.feature == feature; });
  return found == weights.end() ? 0 : found->weight;
}

// "give" says yes, "take" says no, "the" says nothing; "rare" is seen twice.
SampleSet samples() {
  SampleSet set;
  for (unsigned i = 0; i < 40; ++i) {
    set.add(words({"the", "give"}), "yes", i % 2);
    set.add(words({"the", "take"}), "no", i % 2);
  }
  set.add(words({"rare", "give"}), "yes", 0);
  set.add(words({"rare", "give"}), "yes", 1);
  return set;
}

}  // namespace

TEST_CASE("what is seen always with one label weighs more when what a feature says alone is trusted") {
  const auto ratio = [](double trust) {
    SampleSet set = samples();
    for (unsigned i = 0; i < 30; ++i) set.add(words({"often", "give"}), i % 3 == 0 ? "no" : "yes", 0);
    const auto weights = learn_weights(set, {1, 3, 100, trust}, kNoFold);
    return weight(weights, "yes", "w:take") / std::abs(weight(weights, "yes", "w:often"));
  };
  CHECK(std::abs(ratio(1)) > std::abs(ratio(0)));
}

TEST_CASE("samples of one label alone end well") {
  SampleSet set;
  set.add(words({"give"}), "yes", 0);
  set.add(words({"send"}), "yes", 0);
  set.add(words({"take"}), "no", 1);
  CHECK(learn_weights(set, {1, 1, 100, 0.5}, 1).size() <= 2);
}

TEST_CASE("what goes with yes weighs for it, what goes with no against it") {
  const auto weights = learn_weights(samples(), {1, 3, 100}, kNoFold);
  CHECK(weight(weights, "yes", "w:give") > 1);
  CHECK(weight(weights, "yes", "w:take") < -1);
  CHECK(std::abs(weight(weights, "yes", "w:the")) < 0.2);
  CHECK(std::none_of(weights.begin(), weights.end(), [](const LearnedWeight& w) { return w.label == "no"; }));
}

TEST_CASE("a feature must be seen often enough, and the weightiest stay") {
  CHECK(weight(learn_weights(samples(), {1, 3, 100}, kNoFold), "yes", "w:rare") == 0);
  CHECK(weight(learn_weights(samples(), {1, 2, 100}, kNoFold), "yes", "w:rare") != 0);
  const auto two = learn_weights(samples(), {1, 2, 2}, kNoFold);
  REQUIRE(two.size() == 2);
  CHECK(weight(two, "yes", "w:give") > 0);
  CHECK(weight(two, "yes", "w:take") < 0);
}

TEST_CASE("samples of a fold are left out") {
  SampleSet set;
  for (unsigned i = 0; i < 20; ++i) {
    set.add(words({"a"}), "yes", 0);
    set.add(words({"b"}), "no", 0);
    set.add(words({"a"}), "no", 1);
    set.add(words({"b"}), "yes", 1);
  }
  CHECK(weight(learn_weights(set, {1, 3, 100}, 1), "yes", "w:a") > 0.5);
  CHECK(weight(learn_weights(set, {1, 3, 100}, 0), "yes", "w:a") < -0.5);
}

TEST_CASE("a sample may have several labels, or none") {
  SampleSet set;
  for (unsigned i = 0; i < 20; ++i) {
    set.add(words({"grid", "port"}), std::vector<std::string>{"energy", "transport"}, 0);
    set.add(words({"grid"}), std::vector<std::string>{"energy"}, 0);
    set.add(words({"song"}), std::vector<std::string>{}, 0);
  }
  const auto weights = learn_weights(set, {1, 3, 100}, kNoFold);
  CHECK(weight(weights, "energy", "w:grid") > 0.5);
  CHECK(weight(weights, "energy", "w:song") < -0.5);
  CHECK(weight(weights, "transport", "w:port") > 0.5);
  CHECK(weight(weights, "transport", "w:song") < 0);
}

TEST_CASE("of several labels each has weights of its own; of one there is nothing to learn") {
  SampleSet set;
  for (unsigned i = 0; i < 20; ++i)
    for (const char* label : {"giver", "receiver", "none"}) set.add(words({label}), label, 0);
  const auto weights = learn_weights(set, {1, 3, 100}, kNoFold);
  for (const char* label : {"giver", "receiver", "none"}) {
    CHECK(weight(weights, label, std::string("w:") + label) > 0.5);
    CHECK(weight(weights, label, label == std::string("none") ? "w:giver" : "w:none") < -0.3);
  }
  SampleSet one;
  for (unsigned i = 0; i < 20; ++i) one.add(words({"a"}), "yes", 0);
  CHECK(learn_weights(one, {1, 3, 100}, kNoFold).empty());
}
