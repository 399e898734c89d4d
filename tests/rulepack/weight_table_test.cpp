#include <doctest/doctest.h>

#include "rulepack/weight_table.h"

using namespace coopmine;

namespace {

WeightTable load(const std::string& rows, Diagnostics& diagnostics) {
  const std::string text = "model\tlabel\tfeature\tweight\n" + rows;
  return load_weights(parse_table("weights.tsv", text, {"model", "label", "feature", "weight"}, diagnostics), diagnostics);
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

TEST_CASE("a table as it is written is read at once, and means the same") {
  const std::string text =
      "# learned\nmodel\tlabel\tfeature\tweight\ncut\trecord\t-\t0.40\nrecord\tyes\tverb:give\t1.50\n"
      "type\taid\tw:caf\u00e9\t-0.25\ntype\tsupport\tw:caf\u00e9\t0.75\n";
  const auto quick = WeightTable::as_written(text);
  REQUIRE(quick);
  Diagnostics diagnostics;
  const WeightTable slow = load_weights(parse_table("weights.tsv", text, {"model", "label", "feature", "weight"}, diagnostics), diagnostics);
  CHECK(diagnostics.ok());
  for (const Model model : {Model::Record, Model::Type}) {
    CHECK(quick->cut(model) == slow.cut(model));
    CHECK(quick->knows(model) == slow.knows(model));
  }
  CHECK(quick->weight(Model::Record, "verb:give") == slow.weight(Model::Record, "verb:give"));
  CHECK(quick->weight(Model::Record, "verb:give") == doctest::Approx(1.5));
  Features f(true);
  f.add("w", std::string_view("caf\u00e9"));
  const auto ours = quick->choices(Model::Type, f), theirs = slow.choices(Model::Type, f);
  REQUIRE(ours.size() == 2);
  REQUIRE(theirs.size() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(ours[i].label == theirs[i].label);
    CHECK(ours[i].probability == theirs[i].probability);
  }
}

TEST_CASE("a table that is not as it is written is left to the slow reader") {
  const std::string head = "model\tlabel\tfeature\tweight\n";
  CHECK(WeightTable::as_written(head));
  CHECK_FALSE(WeightTable::as_written(""));
  CHECK_FALSE(WeightTable::as_written("label\tmodel\tfeature\tweight\n"));
  for (const char* line : {"record\tyes\tx\t1", "record\tyes\tx\tone\n", "record\tyes\tx\n", "record\tyes\tx\t1\t2\n", "record\taid\tx\t1\n",
                           "recrod\tyes\tx\t1\n", "cut\trecord\t-\t2\n", "record\tyes\tx \t1\n", "record\tyes\tx\t1\r\n", "\n",
                           "record\tyes\t\xff\t1\n", "record\tyes\t\x01\t1\n"})
    CHECK_FALSE(WeightTable::as_written(head + line));
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
