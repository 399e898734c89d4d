#include <doctest/doctest.h>

#include "rulepack/rules_file.h"

using namespace coopmine;

namespace {

constexpr const char* kGood = R"(# A comment
define  NUM  \d+

rule aid.gives
  match   {giver:ACTORS} ~3 {vg}
    | {receiver:ACTORS}?
  unless  never {vg}
  set     weight 2
  yes @2024-02-11 Japan will give Mali a grant.
  =>      giver=JPN receiver=MLI
  =>      type=aid
  no      Japan gave up.

pattern money.x
  type   money
  match  a
         |b
  yes    One.\nTwo.
)";

std::string faults(std::string_view text) {
  Diagnostics diagnostics;
  (void)parse_rules("t.rules", text, diagnostics);
  std::string out;
  for (const Diagnostic& error : diagnostics.errors()) out += format(error) + "\n";
  return out;
}

}  // namespace

TEST_CASE("blocks, values and examples are read with their places") {
  Diagnostics diagnostics;
  const RulesFile file = parse_rules("t.rules", kGood, diagnostics);
  REQUIRE(diagnostics.ok());
  REQUIRE(file.blocks.size() == 2);
  CHECK(file.defines.at(0).name.text == "NUM");
  CHECK(file.defines.at(0).value.text == "\\d+");
  CHECK(file.defines.at(0).value.place().column == 14);

  const RuleBlock& rule = file.blocks[0];
  CHECK(rule.kind == RuleKey::Rule);
  CHECK(rule.id.text == "aid.gives");
  const RuleValue& match = *rule.first(RuleKey::Match);
  CHECK(match.text == "{giver:ACTORS} ~3 {vg} {receiver:ACTORS}?");
  CHECK(match.place().line == 5);
  CHECK(match.place(match.text.find("{receiver")).line == 6);
  CHECK(match.place(match.text.find("receiver")).column == 8);
  CHECK(match.without_joints().text == "{giver:ACTORS} ~3 {vg}{receiver:ACTORS}?");
  CHECK(rule.settings().at(0).name == "weight");
  CHECK(rule.settings().at(0).value == "2");
  REQUIRE(rule.examples.size() == 2);
  CHECK(rule.examples[0].yes);
  CHECK(iso(*rule.examples[0].date) == "2024-02-11");
  CHECK(rule.examples[0].text.text == "Japan will give Mali a grant.");
  CHECK(rule.examples[0].results.size() == 2);
  CHECK_FALSE(rule.examples[1].yes);

  CHECK(file.blocks[1].first(RuleKey::Match)->without_joints().text == "ab");
  CHECK(file.blocks[1].examples[0].text.text == "One. \nTwo.");
}

TEST_CASE("every fault of form is reported with its place") {
  CHECK(faults("mtach x\n") ==
        "t.rules:1:1: error: unknown key 'mtach'\n    1 | mtach x\n      | ^\n      = did you mean 'match'?\n");
  CHECK(faults("  yes Hello.\n") ==
        "t.rules:1:3: error: 'yes' stands outside of a rule or pattern\n    1 |   yes Hello.\n      |   ^\n"
        "      = begin one with 'rule ID' or 'pattern ID'\n");
  CHECK(faults("rule a\n  match x\n  yes Y.\n") ==
        "t.rules:1:6: error: rule 'a' has no 'no'\n    1 | rule a\n      |      ^\n"
        "      = give a sentence in which it must not fire\n");
  CHECK(faults("pattern a\n  type t\n  yes Y.\n") ==
        "t.rules:1:9: error: pattern 'a' has no 'match'\n    1 | pattern a\n      |         ^\n");
  CHECK(faults("rule a\n  match x\n  type f\n  yes Y.\n  no N.\n  => z\n") ==
        "t.rules:3:3: error: 'type' has no place in a rule\n    3 |   type f\n      |   ^\n"
        "t.rules:6:3: error: '=>' follows no 'yes'\n    6 |   => z\n      |   ^\n"
        "      = it tells what the 'yes' above it gives\n");
  CHECK(faults("pattern a\n type t\n match x\n yes @2024-2-1 Y.\n") ==
        "t.rules:4:6: error: '@2024-2-1' is no day\n    4 |  yes @2024-2-1 Y.\n      |      ^\n"
        "      = write @YEAR-MONTH-DAY, as in @2024-06-08\n");
  CHECK(faults("pattern a\n type t\n type u\n match x\n yes Y.\npattern a\n type t\n match x\n yes Y.\n") ==
        "t.rules:3:2: error: 'type' stands twice in a pattern\n    3 |  type u\n      |  ^\n"
        "t.rules:6:9: error: id 'a' stands twice\n    6 | pattern a\n      |         ^\n");
  CHECK(faults("pattern A_b\n type t\n match\n | x\n yes Y.\n") ==
        "t.rules:1:9: error: 'A_b' is no id\n    1 | pattern A_b\n      |         ^\n"
        "      = an id is made of small letters, digits, '.' and '-'\n"
        "t.rules:3:2: error: 'match' has no value\n    3 |  match\n      |  ^\n"
        "t.rules:1:9: error: pattern 'A_b' has no 'match'\n    1 | pattern A_b\n      |         ^\n");
  CHECK(faults("| x\n") == "t.rules:1:1: error: '|' continues no value\n    1 | | x\n      | ^\n");
  CHECK(faults("define X\n") ==
        "t.rules:1:8: error: 'define' wants a name and a value\n    1 | define X\n      |        ^\n");
}
