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

TEST_CASE("a search finds the same in a long run, by its automaton, as in a short one") {
  const Loaded loaded(R"(
pattern a.year
  type   date
  set    needs  year
  match  \b20\d\d\b
  match  in \d+
  yes    2020
pattern a.word
  type   date
  match  b+c
  unless xb
  yes    bc
pattern a.month
  type   date
  set    needs  month
  match  b
  yes    b
)");
  const PatternSearch& search = loaded.set.search("date");
  CHECK((search.wanted() & bit(Need::Year)) != 0);
  const auto& patterns = loaded.set.of("date");
  std::mt19937 random(4);
  std::vector<PatternTry> tries;
  std::size_t fewer = 0;
  for (int i = 0; i < 4000; ++i) {
    std::string text(20, ' ');
    for (std::size_t left = 8; left > 0; --left) text += std::vector<std::string>{"2020", "in ", "b", "c", "x", " "}[random() % 6];
    CAPTURE(text);
    const Needs met = bit(Need::Year);
    search.candidates(text, met, tries);
    fewer += tries.size() < 2 ? 1U : 0U;
    std::size_t next = 0;
    for (const TypedPattern& pattern : patterns) {
      const bool tried = next < tries.size() && tries[next].pattern->id() == pattern.id();
      const auto all = (pattern.needs() & ~met) == 0 ? pattern.find(text) : std::nullopt;
      const auto some = tried ? tries[next].pattern->find(text, 0, tries[next].lines) : std::nullopt;
      REQUIRE(all.has_value() == some.has_value());
      if (all) CHECK(all->span() == some->span());
      next += tried ? 1U : 0U;
    }
    CHECK(next == tries.size());
  }
  CHECK(fewer > 0);
}
