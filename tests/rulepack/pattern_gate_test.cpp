#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "rulepack/pattern.h"

using namespace coopmine;

namespace {

struct Loaded {
  RulesFile file;
  PatternNames names;
  TypedPatternSet set;
  Diagnostics diagnostics;

  explicit Loaded(std::string_view text) {
    file = parse_rules("t.rules", text, diagnostics);
    for (const RuleBlock& block : file.blocks) set.add({file, block}, names, diagnostics);
    REQUIRE(diagnostics.ok());
  }
};

constexpr std::string_view kRules = R"(
pattern a.word
  type   zone
  match  ^ab+$
  match  ^b+
  yes    ab
pattern a.guarded
  type   zone
  match  ^a.*c
  unless bb
  yes    ac
pattern a.tail
  type   zone
  match  c$
  yes    c
)";

}  // namespace

TEST_CASE("a gate lets through the patterns that match at the start, guards left out") {
  const Loaded loaded(kRules);
  const PatternGate& gate = loaded.set.gate("zone");
  CHECK(gate.starting("abb") == std::vector<std::size_t>{0});
  CHECK(gate.starting("abbc") == std::vector<std::size_t>{1});
  CHECK(gate.starting("BC") == std::vector<std::size_t>{0});
  CHECK(gate.starting("c") == std::vector<std::size_t>{2});
  CHECK(gate.starting("").empty());
  CHECK(loaded.set.gate("money").starting("abb").empty());
}

TEST_CASE("a gate shuts out no pattern that matches") {
  const Loaded loaded(kRules);
  const PatternGate& gate = loaded.set.gate("zone");
  const auto& patterns = loaded.set.of("zone");
  std::mt19937 random(3);
  for (int i = 0; i < 2000; ++i) {
    std::string text;
    for (std::size_t left = random() % 6; left > 0; --left) text += "abc "[random() % 4];
    CAPTURE(text);
    const std::vector<std::size_t> open = gate.starting(text);
    for (std::size_t k = 0; k < patterns.size(); ++k) {
      if (!patterns[k].match_at(text, 0)) continue;
      CHECK(std::find(open.begin(), open.end(), k) != open.end());
    }
  }
}

TEST_CASE("a gate is that of the patterns that stand") {
  Loaded loaded(kRules);
  const TypedPatternSet before = loaded.set;
  CHECK(loaded.set.gate("zone").starting("abb").size() == 1);
  REQUIRE(loaded.set.remove("a.word"));
  CHECK(loaded.set.gate("zone").starting("abb").empty());
  CHECK(before.gate("zone").starting("abb").size() == 1);
}
