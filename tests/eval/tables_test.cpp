#include <doctest/doctest.h>

#include "eval/claims.h"
#include "eval/comparison.h"
#include "eval/groups.h"
#include "eval/rules_table.h"
#include "eval/scratch.h"

using namespace coopmine;
using claims::claim;

TEST_CASE("figures by a word of a slot") {
  const GoldSet gold = claims::gold({{claim("aid pledged sector=water sector=health", {0, 9}), claim("aid planned", {10, 19}),
                                      claim("support pledged", {20, 29}), claim("aid ended optional", {30, 39})}});
  const Predictions records = claims::records({{claim("aid pledged sector=water", {0, 9}), claim("support planned", {10, 19}),
                                                claim("aid planned sector=water", {50, 59}), claim("aid ended", {30, 39})}});
  const auto articles = pair_articles(gold, records);
  const auto types = figures_by_word(SlotKind::Type, articles);
  REQUIRE(types.size() == 2);
  CHECK(types[0].word == "aid");
  CHECK(types[0].gold == 2);
  CHECK(types[0].found == 2);
  CHECK(types[0].records == 2);  // the one of the optional gold counts nowhere
  CHECK(types[0].real == 1);
  CHECK(types[0].both == 1);
  CHECK(types[0].figures().precision == 0.5);
  CHECK(types[1].word == "support");
  CHECK(types[1].gold == 1);
  CHECK(types[1].found == 0);
  CHECK(types[1].real == 1);
  CHECK(types[1].both == 0);
  const auto sectors = figures_by_word(SlotKind::Sector, articles);
  REQUIRE(sectors.size() == 2);
  CHECK(sectors[0].word == "health");
  CHECK(sectors[0].figures().recall == 0);
  CHECK(sectors[1].figures().recall == 1);
  CHECK(sectors[1].figures().precision == 0.5);
}

TEST_CASE("the slots have names to ask by") {
  CHECK(slot_named("receiver") == SlotKind::Receiver);
  CHECK_FALSE(slot_named("receivers").has_value());
}

TEST_CASE("figures by the columns of a table") {
  const scratch::Folder folder;
  folder.write("by.tsv", "article\toutlet\tyear\na\tWire\t1987\nb.txt\tMinistry\t1987\nz\tWire\t1990\n");
  Diagnostics faults;
  const ArticleColumns columns = read_columns(folder.path() + "/by.tsv", faults);
  CHECK(faults.ok());
  CHECK(columns.names == std::vector<std::string>{"outlet", "year"});
  const GoldSet gold = claims::gold({{claim("aid pledged", {0, 9})}, {claim("aid planned", {0, 9})}, {claim("aid ended", {0, 9})}});
  const Predictions records = claims::records({{claim("aid pledged", {0, 9})}, {}, {claim("aid pledged", {20, 29})}});
  const auto articles = pair_articles(gold, records);
  const auto outlets = figures_by_column(columns, 0, articles);
  REQUIRE(outlets.size() == 3);
  CHECK(outlets[0].value.empty());
  CHECK(outlets[0].counts.articles == 1);
  CHECK(outlets[1].value == "Ministry");
  CHECK(outlets[1].counts.detection().recall == 0);
  CHECK(outlets[2].value == "Wire");
  CHECK(outlets[2].counts.whole_share() == 1);
  CHECK(outlets[2].intervals.detection.f1.low == 1);
  const auto years = figures_by_column(columns, 1, articles);
  REQUIRE(years.size() == 2);
  CHECK(years[1].counts.articles == 2);
}

TEST_CASE("faults of such a table") {
  const scratch::Folder folder;
  folder.write("by.tsv", "article\toutlet\na\tWire\nb\na.txt\tMinistry\n\n");
  Diagnostics faults;
  CHECK(read_columns(folder.path() + "/by.tsv", faults).values.at("a.txt") == std::vector<std::string>{"Wire"});
  REQUIRE(faults.errors().size() == 2);
  CHECK(faults.errors()[0].line == 3);
  CHECK(faults.errors()[0].message == "1 cells, but the header has 2");
  CHECK(faults.errors()[1].message == "'a.txt' stands twice");
  CHECK(read_columns(folder.path() + "/none.tsv", faults).names.empty());
  CHECK(faults.errors().size() == 3);
}

TEST_CASE("what each rule is worth") {
  const GoldSet gold = claims::gold({{claim("aid pledged giver=NOR", {0, 9}), claim("aid planned", {10, 19}),
                                      claim("support pledged", {20, 29}), claim("aid ended", {40, 49})}});
  const Predictions records = claims::records(
      {{claim("aid pledged giver=NOR rule=gives rule=gives", {0, 9}), claim("support planned rule=gives rule=plans", {10, 19}),
        claim("aid pledged giver=KEN rule=gives", {50, 59})}});
  const auto rows = rules_table(pair_articles(gold, records));
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].rule == "gives");
  CHECK(rows[0].records == 3);
  CHECK(rows[0].real == 2);
  CHECK(rows[0].right == 1);
  CHECK(rows[0].whole == 1);
  CHECK(rows[0].recall_share == 0.5);
  // Items: 3 right of the first, 1 of 2 of the second, 0 of 3 of the third.
  CHECK(rows[0].slots.slot_figures().precision == 0.5);
  CHECK(rows[1].rule == "plans");
  CHECK(rows[1].whole == 0);
}

TEST_CASE("reliability in ten steps") {
  const GoldSet gold = claims::gold({{claim("aid pledged", {0, 9}), claim("aid planned", {10, 19})}});
  const Predictions records = claims::records(
      {{claim("aid pledged confidence=0.7", {0, 9}), claim("support planned confidence=0.79", {10, 19}),
        claim("aid pledged confidence=1", {50, 59}), claim("aid pledged confidence=0", {60, 69}), claim("aid ended", {70, 79})}});
  const Reliability table = reliability(pair_articles(gold, records));
  CHECK(table.bins[7].records == 2);
  CHECK(table.bins[7].real == 2);
  CHECK(table.bins[7].right == 1);
  CHECK(table.bins[7].whole == 1);
  CHECK(table.bins[9].records == 1);
  CHECK(table.bins[9].real == 0);
  CHECK(table.bins[0].records == 1);
  CHECK(table.without == 1);
  // (|1.49 - 1| + |1 - 0| + |0 - 0|) / 4
  CHECK(table.calibration_error() == doctest::Approx(0.3725));
}

TEST_CASE("the calibration table") {
  const GoldSet gold = claims::gold({{claim("aid pledged", {0, 9}), claim("aid planned", {10, 19})}});
  Claim body = claim("aid pledged giver=NOR rule=gives", {0, 9});
  body.record.parties[0].span = CodeSpan{0, 3};
  body.record.evidence.emplace_back().zone = "body";
  Claim title = claim("support planned giver=NOR rule=gives", {10, 19});
  title.record.parties[0].via = "pair";
  title.record.evidence.emplace_back().zone = "title";
  const Claim alone = claim("aid planned rule=plans", {50, 59});
  const Predictions records = claims::records({{body, title, alone}});
  CHECK(calibration_table(pair_articles(gold, records)) ==
        "# How many of the records of a rule, standing in a context, are commitments of the right type.\n"
        "rule\tcontext\tright\ttotal\n"
        "*\t*\t1\t3\n"
        "*\t- none\t0\t1\n"
        "*\tbody named\t1\t1\n"
        "*\ttitle inferred\t0\t1\n"
        "gives\t*\t1\t2\n"
        "gives\tbody named\t1\t1\n"
        "gives\ttitle inferred\t0\t1\n"
        "plans\t*\t0\t1\n"
        "plans\t- none\t0\t1\n");
}

TEST_CASE("what became better and worse") {
  const GoldSet gold = claims::gold({{claim("aid pledged giver=NOR", {0, 9}), claim("aid planned", {10, 19}),
                                      claim("support pledged giver=NOR", {20, 29}), claim("aid ended", {30, 39}),
                                      claim("access planned", {40, 49}), claim("aid possible giver=MLI", {50, 59})},
                                     {claim("aid pledged", {0, 9})}});
  const Predictions before = claims::records({{claim("aid planned giver=KEN", {0, 9}), claim("aid planned", {10, 19}),
                                               claim("support pledged giver=NOR", {20, 29}), claim("aid pledged", {60, 69}),
                                               claim("access planned", {40, 49}), claim("aid possible giver=KEN", {50, 59})},
                                              {}});
  const Predictions after = claims::records({{claim("aid pledged giver=KEN", {0, 9}), claim("aid ended", {30, 39}),
                                              claim("support pledged giver=KEN", {20, 29}), claim("aid pledged", {70, 79}),
                                              claim("access planned", {40, 49}), claim("aid possible giver=SWE", {50, 59})},
                                             {}});
  const Comparison result = compare(pair_articles(gold, before), pair_articles(gold, after));
  std::vector<ChangeKind> kinds;
  for (const Change& change : result.changes) kinds.push_back(change.kind);
  CHECK(kinds == std::vector<ChangeKind>{ChangeKind::Better, ChangeKind::Lost, ChangeKind::Worse, ChangeKind::Found,
                                         ChangeKind::Changed, ChangeKind::SpuriousGone, ChangeKind::SpuriousNew});
  CHECK(result.changes[0].mended == SlotItems{{SlotKind::Status, "planned"}, {SlotKind::Status, "pledged"}});
  CHECK(result.changes[0].broken.empty());
  CHECK(result.changes[2].broken == SlotItems{{SlotKind::Giver, "KEN"}, {SlotKind::Giver, "NOR"}});
  CHECK(result.changes[5].claim->spans[0] == CodeSpan{60, 69});
  CHECK(result.changes[6].claim->spans[0] == CodeSpan{70, 79});
  CHECK(result.before.paired == 5);
  CHECK(result.after.paired == 5);
  CHECK(is_gain(ChangeKind::SpuriousGone));
  CHECK_FALSE(is_gain(ChangeKind::Changed));
  CHECK_FALSE(is_loss(ChangeKind::Changed));
  CHECK(is_loss(ChangeKind::Worse));
}
