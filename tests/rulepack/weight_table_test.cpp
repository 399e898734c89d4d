#include <doctest/doctest.h>

#include "rulepack/weight_table.h"

using namespace coopmine;

namespace {

WeightTable load(const std::string& rows, Diagnostics& diagnostics) {
  WeightTable table;
  add_weights("weights.tsv", "model\tlabel\tfeature\tweight\n" + rows, table, diagnostics);
  return table;
}

}  // namespace

TEST_CASE("weights of the features that hold are summed") {
  Diagnostics diagnostics;
  const WeightTable table = load("record\tyes\tverb:give\t2\nrecord\tyes\trelative\t-2\ncut\trecord\t-\t0.6\n", diagnostics);
  REQUIRE(diagnostics.ok());
  Features features;
  CHECK(table.yes(Model::Record, features) == doctest::Approx(0.5));
  features.add("verb", "give");
  CHECK(table.yes(Model::Record, features) == doctest::Approx(0.8808));
  CHECK(table.holds(Model::Record, features));
  features.add("relative");
  features.add("nobody-knows", "this");
  CHECK(table.yes(Model::Record, features) == doctest::Approx(0.5));
  CHECK_FALSE(table.holds(Model::Record, features));
}

TEST_CASE("a choice among labels has probabilities that sum to one") {
  Diagnostics diagnostics;
  const WeightTable table = load("type\taid\tverb:give\t1\ntype\tsupport\tverb:give\t1\ntype\tagreement\tverb:sign\t3\n", diagnostics);
  REQUIRE(diagnostics.ok());
  Features features(true);
  features.add("verb", "give");
  features.add("pair", "give", "aid");
  CHECK(features.names() == std::vector<std::string>{"verb:give", "pair:give/aid"});
  double sum = 0;
  for (const auto& choice : table.choices(Model::Type, features)) {
    sum += choice.probability;
    if (choice.label == "agreement") CHECK(choice.probability < 0.3);  // nothing speaks for it: 0.5 of 0.73 + 0.73 + 0.5
  }
  CHECK(sum == doctest::Approx(1));
  CHECK(table.knows(Model::Type));
  CHECK_FALSE(table.knows(Model::Status));
}

TEST_CASE("each sector has a chance of its own, however many there are") {
  Diagnostics diagnostics;
  std::string rows;
  for (int i = 0; i < 30; ++i) rows += "field\tsector-" + std::string(1, static_cast<char>('a' + i % 26)) + (i < 26 ? "" : "x") + "\tword:w\t" + (i % 2 == 0 ? "2" : "-2") + "\n";
  const WeightTable table = load(rows, diagnostics);
  REQUIRE(diagnostics.ok());
  Features f;
  f.add("word", "w");
  const auto chances = table.chances(Model::Field, f);
  REQUIRE(chances.size() == 30);
  for (std::size_t i = 0; i < chances.size(); ++i) CHECK(chances[i].probability == doctest::Approx(i % 2 == 0 ? 0.8808 : 0.1192).epsilon(0.001));
  CHECK(table.weight(Model::Field, "word:w", "sector-b") == doctest::Approx(-2));
  CHECK(table.weight(Model::Field, "word:w", "sector-none") == 0);
}

TEST_CASE("a table as it is written says what its lines say") {
  Diagnostics diagnostics;
  const WeightTable table =
      load("cut\trecord\t-\t0.40\nrecord\tyes\tverb:give\t1.50\ntype\taid\tw:caf\u00e9\t-0.25\ntype\tsupport\tw:caf\u00e9\t0.75\n", diagnostics);
  CHECK(diagnostics.ok());
  CHECK(table.cut(Model::Record) == 0.4);
  CHECK(table.knows(Model::Record));
  CHECK(table.knows(Model::Type));
  CHECK(table.weight(Model::Record, "verb:give") == doctest::Approx(1.5));
  Features f(true);
  f.add("w", std::string_view("caf\u00e9"));
  const auto choices = table.choices(Model::Type, f);
  REQUIRE(choices.size() == 2);
  CHECK(choices[0].label == "aid");
  CHECK(choices[1].label == "support");
  CHECK(choices[0].probability < choices[1].probability);
}

TEST_CASE("each fault of a line is told") {
  for (const char* line : {"record\tyes\tx\tone\n", "record\tyes\tx\n", "record\tyes\tx\t1\t2\n", "record\taid\tx\t1\n", "recrod\tyes\tx\t1\n",
                           "cut\trecord\t-\t2\n", "record\tyes\t\xff\t1\n", "record\tyes\t\x01\t1\n"}) {
    Diagnostics diagnostics;
    load(line, diagnostics);
    CHECK_FALSE(diagnostics.ok());
  }
}

TEST_CASE("faults of a weight table are told with their place") {
  Diagnostics diagnostics;
  load("records\tyes\tx\t1\nrecord\tyes\tx\tmuch\ncut\trecord\t-\t2\n", diagnostics);
  REQUIRE(diagnostics.errors().size() == 3);
  CHECK(diagnostics.errors()[0].line == 2);
  CHECK(diagnostics.errors()[0].message == "unknown model 'records'");
  CHECK(diagnostics.errors()[1].message == "'much' is no weight");
  CHECK(diagnostics.errors()[2].hint == "write a number from 0 to 1");
}

TEST_CASE("a label that is no choice of its model is refused") {
  Diagnostics diagnostics;
  load("type\taids\tx\t1\nrole\tnone\tx\t1\nsame\tno\tx\t1\nstatus\tended\tx\t1\n", diagnostics);
  REQUIRE(diagnostics.errors().size() == 2);
  CHECK(diagnostics.errors()[0].message == "unknown label 'aids' of model 'type'");
  CHECK(diagnostics.errors()[0].hint == "did you mean 'aid'?");
  CHECK(diagnostics.errors()[1].message == "unknown label 'no' of model 'same'");
  CHECK(diagnostics.errors()[1].hint == "one of yes");
}

TEST_CASE("the hash of a text is put together from those of its parts") {
  const std::string text = "modality:infinitive/will be";
  for (std::size_t first = 0; first <= text.size(); ++first)
    for (std::size_t second = first; second <= text.size(); ++second)
      CHECK(text_hash(text.substr(0, first)) + text_hash(text.substr(first, second - first)) + text_hash(text.substr(second)) == text_hash(text));
  CHECK(text_hash("a").value != text_hash("aa").value);
  CHECK(text_hash(std::string_view("\0", 1)).value != text_hash("").value);
}

TEST_CASE("of features that stand several times one is kept, in the order of the first") {
  Features features(true);
  for (int i = 0; i < 300; ++i) features.add("n", std::to_string(i % 100));
  features.unique();
  REQUIRE(features.names().size() == 100);
  CHECK(features.hashes().size() == 100);
  for (std::size_t i = 0; i < 100; ++i) CHECK(features.names()[i] == "n:" + std::to_string(i));
}

TEST_CASE("a later table's weight stands in the place of an earlier one's for the same label and feature") {
  Diagnostics diagnostics;
  WeightTable table;
  const std::string head = "feature\tweight\tmodel\tlabel\n";  // columns in any order
  add_weights("one.tsv", head + "word:a\t1\ttype\taid\nword:a\t2\ttype\taccess\n-\t0.3\tcut\trecord\n", table, diagnostics);
  add_weights("two.tsv", head + "word:a\t-1\ttype\taccess\n-\t0.4\tcut\trecord\n", table, diagnostics);
  REQUIRE(diagnostics.ok());
  CHECK(table.weight(Model::Type, "word:a", "aid") == doctest::Approx(1));
  CHECK(table.weight(Model::Type, "word:a", "access") == doctest::Approx(-1));
  CHECK(table.cut(Model::Record) == doctest::Approx(0.4));
}
