// Damaged rule files and tables: whatever the bytes, each fault has a place that exists.
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <random>

#include "base/utf8.h"
#include "rulepack/pattern.h"
#include "rulepack/rules_file.h"
#include "rulepack/tsv.h"

using namespace coopmine;

namespace {

constexpr const char* kRules = R"(define NUM \d+(?:[.,]\d+)*
lexicon UNIT units.tsv form kind=time
pattern a.one
  type money
  match (?P<n>{{NUM}}) ?(?P<u>{{UNIT}})
    | [ab] {{NUM}}
  unless some {{NUM}}
  set k v
  yes @2024-01-02 It took 3 d\u00e9j\u00e0.\nThen.
  => n=3
rule r.two
  match {giver:ACTORS} ~3 {@active}
  yes One.
  no Two.
)";
constexpr const char* kTable = "form\tkind\n# note\nday|days\ttime\nkm\tlength\n";

std::string damaged(std::string text, std::mt19937& random) {
  const std::string bytes = "\n\t |#{}@=\xff\xc3(]x ";
  for (unsigned i = 0; i < 1 + random() % 4; ++i) {
    const std::size_t at = random() % (text.size() + 1);
    const std::size_t length = random() % 12;
    const char byte = bytes[random() % bytes.size()];
    if (random() % 2 == 0) {
      text.insert(at, 1 + random() % 2, byte);
    } else {
      text.erase(at, length);
    }
  }
  return text;
}

void check_places(const Diagnostics& diagnostics) {
  for (const Diagnostic& error : diagnostics.errors()) {
    CAPTURE(format(error));
    CHECK_FALSE(error.message.empty());
    if (error.line == 0) continue;
    CHECK(error.column >= 0);
    CHECK(static_cast<std::size_t>(error.column) <= error.source_line.size() + 1);
  }
}

}  // namespace

TEST_CASE("damaged rules and tables are read to their end") {
  std::mt19937 random(11);
  std::size_t faulty = 0;
  for (int round = 0; round < 3000; ++round) {
    Diagnostics diagnostics;
    const std::vector<Table> tables{
        parse_table("units.tsv", round % 2 == 0 ? damaged(kTable, random) : std::string(kTable), {"form", "kind"}, diagnostics)};
    const RulesFile file = parse_rules("t.rules", damaged(kRules, random), diagnostics);
    PatternNames names;
    TypedPatternSet set;
    for (const RuleDefine& define : file.defines) names.add(file, define, diagnostics);
    for (const RuleEntry& entry : file.lexicons) names.add_lexicon(file, entry, tables, diagnostics);
    for (const RuleBlock& block : file.blocks) {
      if (block.kind == RuleKey::Pattern) set.add({file, block}, names, diagnostics);
    }
    check_places(diagnostics);
    faulty += diagnostics.ok() ? 0 : 1;
    for (const TypedPattern& pattern : set.of("money")) (void)pattern.find("He took 3 days and 4,5 km.");
  }
  CHECK(faulty > 1000);
}
