#include <doctest/doctest.h>

#include "rulepack/pattern.h"

using namespace coopmine;

namespace {

// A set made of one `.rules` text and one table, with what went wrong.
struct Loaded {
  RulesFile file;
  PatternNames names;
  TypedPatternSet set;
  Diagnostics diagnostics;

  explicit Loaded(std::string_view text) {
    const std::vector<Table> tables{parse_table("en/units.tsv", "forms\tkind\nday|days\ttime\nweek\ttime\nkm\tlength\n",
                                                {"forms", "kind"}, diagnostics)};
    file = parse_rules("t.rules", text, diagnostics);
    for (const RuleDefine& define : file.defines) names.add(file, define, diagnostics);
    for (const RuleEntry& entry : file.lexicons) names.add_lexicon(file, entry, tables, diagnostics);
    for (const RuleBlock& block : file.blocks) set.add({file, block}, names, diagnostics);
    names.report_unused({&file}, diagnostics);
  }
  std::string faults() const {
    std::string out;
    for (const Diagnostic& error : diagnostics.errors()) out += format(error) + "\n";
    return out;
  }
};

}  // namespace

TEST_CASE("a typed pattern finds its words and groups") {
  const Loaded loaded(R"(
define   NUM   \d+(?:[.,]\d+)*
lexicon  UNIT  units.tsv forms kind=time
pattern  duration.plain
  type    duration
  match   (?P<n>{{NUM}}) ?(?P<unit>{{UNIT}})
    |(?: (?P<tail>ago))?
  set     sign  plus
  unless  some {{NUM}} {{UNIT}}
  yes     It took 3 days.
)");
  REQUIRE(loaded.faults().empty());
  REQUIRE(loaded.set.of("duration").size() == 1);
  CHECK(loaded.set.of("money").empty());
  const TypedPattern& pattern = *loaded.set.find("duration.plain");
  CHECK(pattern.constant("sign") == "plus");
  CHECK(pattern.constant("none").empty());
  CHECK(pattern.line() == 4);

  const std::string text = "It took 3\u00a0\nDAYS, not 14km.";
  const auto match = pattern.find(text);
  REQUIRE(match);
  CHECK(quote(text, match->span()) == "3\u00a0\nDAYS");
  CHECK(match->group("n") == "3");
  CHECK(match->group("unit") == "DAYS");
  CHECK(match->group("tail").empty());
  CHECK_FALSE(match->group_span("tail"));
  CHECK(match->group_span("n")->begin == 8);
  CHECK(pattern.match_at(text, 8));
  CHECK_FALSE(pattern.match_at(text, 7));
  CHECK_FALSE(pattern.find(text, 9));

  CHECK_FALSE(pattern.find("for some 3 days"));
  const std::string two = "some 3 days, then 4 days ago";
  REQUIRE(pattern.find(two));
  CHECK(pattern.find(two)->group("n") == "4");
  CHECK(pattern.find(two)->group("tail") == "ago");
}

TEST_CASE("blanks in a class, escaped blanks and class brackets are left alone") {
  const Loaded loaded("pattern a\n type t\n match x[] ]y\\ z ?w\n yes Y.\n");
  REQUIRE(loaded.faults().empty());
  const TypedPattern& pattern = *loaded.set.find("a");
  CHECK(pattern.find("x]y z\u202fw"));
  CHECK(pattern.find("x y zw"));
  CHECK_FALSE(pattern.find("x y\nzw"));
}

TEST_CASE("a later block of the same id replaces the earlier one in its place") {
  Loaded loaded("pattern a\n type t\n match x\n yes x\npattern b\n type t\n match y\n yes y\n");
  Diagnostics diagnostics;
  const RulesFile more = parse_rules("m.rules", "pattern a\n type t\n match z\n yes z\n", diagnostics);
  loaded.set.add({more, more.blocks.at(0)}, loaded.names, diagnostics);
  REQUIRE(diagnostics.ok());
  REQUIRE(loaded.set.of("t").size() == 2);
  CHECK(loaded.set.of("t")[0].id() == "a");
  CHECK(loaded.set.of("t")[0].file() == "m.rules");
  CHECK(loaded.set.of("t")[0].find("z"));
}

TEST_CASE("faults of patterns point into the pattern") {
  CHECK(Loaded("define NUM 1\npattern a\n type t\n match a{{NUN}}{{NUM}}\n yes Y.\n").faults() ==
        "t.rules:4:9: error: '{{NUN}}' is not defined\n    4 |  match a{{NUN}}{{NUM}}\n      |         ^\n"
        "      = did you mean 'NUM'?\n");
  CHECK(Loaded("pattern a\n type t\n match a(b|[z-a])\n yes Y.\n").faults() ==
        "t.rules:3:13: error: regular expression: invalid character class range: z-a\n"
        "    3 |  match a(b|[z-a])\n      |             ^\n");
  CHECK(Loaded("define A {{B}}\ndefine B x{{A}}\npattern a\n type t\n match q{{A}}\n yes Y.\n").faults() ==
        "t.rules:5:9: error: '{{A}}' is defined by itself\n    5 |  match q{{A}}\n      |         ^\n");
  CHECK(Loaded("define A x\n").faults() ==
        "t.rules:1:8: error: 'A' is defined but not used\n    1 | define A x\n      |        ^\n      = remove it\n");
  CHECK(Loaded("lexicon U units.tsv form\n").faults() ==
        "t.rules:1:21: error: table 'units.tsv' has no column 'form'\n    1 | lexicon U units.tsv form\n"
        "      |                     ^\n      = did you mean 'forms'?\n");
}
