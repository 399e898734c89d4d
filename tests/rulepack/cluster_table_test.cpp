#include <doctest/doctest.h>

#include "rulepack/cluster_table.h"

using namespace coopmine;

namespace {

ClusterTable load(const std::string& rows, Diagnostics& diagnostics) {
  const std::string text = "coarse\tmiddle\tfine\twords\n" + rows;
  return load_clusters(parse_table("clusters.tsv", text, {"coarse", "middle", "fine", "words"}, diagnostics), diagnostics);
}

}  // namespace

TEST_CASE("a word has the classes of its line") {
  Diagnostics diagnostics;
  const ClusterTable table = load("a1\tb2\tc3\tpledged|vowed\na1\tb2\tc4\tgrain\n", diagnostics);
  REQUIRE(diagnostics.ok());
  CHECK(table.words() == 3);
  const ClusterTable::Names* vowed = table.find("vowed");
  REQUIRE(vowed != nullptr);
  CHECK((*vowed)[0].text == "a1");
  CHECK((*vowed)[2].text == "c3");
  CHECK(table.find("grain")->at(2).text == "c4");
  CHECK(table.find("grains") == nullptr);
  CHECK(ClusterTable().find("grain") == nullptr);
}

TEST_CASE("of two lines for a word the first counts") {
  Diagnostics diagnostics;
  CHECK(load("a1\tb1\tc1\tgrain\na2\tb2\tc2\tgrain\n", diagnostics).find("grain")->at(0).text == "a1");
}

TEST_CASE("a table grows beyond what was expected of it") {
  ClusterTable table;
  table.expect(10);
  const std::uint32_t names = table.add_names({"a", "b", "c"});
  for (int i = 0; i < 1000; ++i) table.put(std::to_string(i), names);
  CHECK(table.words() == 1000);
  for (int i = 0; i < 1000; ++i) CHECK(table.find(std::to_string(i)) != nullptr);
}

TEST_CASE("a class without a name and a line without words are faults") {
  Diagnostics diagnostics;
  const ClusterTable table = load("a1\t\tc3\tpledged\na1\tb2\tc3\t\n", diagnostics);
  REQUIRE(diagnostics.errors().size() == 2);
  CHECK(diagnostics.errors()[0].message == "a class has no name");
  CHECK(diagnostics.errors()[0].line == 2);
  CHECK(diagnostics.errors()[1].message == "a class has no words");
  CHECK(diagnostics.errors()[1].line == 3);
  CHECK(table.words() == 0);
}
