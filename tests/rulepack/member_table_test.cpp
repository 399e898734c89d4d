#include <doctest/doctest.h>

#include "rulepack/member_table.h"

using namespace coopmine;

namespace {

MemberTable load(const std::string& rows, Diagnostics& diagnostics) {
  return load_members(parse_table("members.tsv", "group\tmembers\n" + rows, {"group", "members"}, diagnostics), diagnostics);
}

std::string fault_of(const std::string& rows) {
  Diagnostics diagnostics;
  (void)load(rows, diagnostics);
  REQUIRE(diagnostics.errors().size() == 1);
  return diagnostics.errors().front().message;
}

}  // namespace

TEST_CASE("a group has its members and nobody else") {
  Diagnostics diagnostics;
  const MemberTable table = load("BALTICS\tEST|LVA|LTU\nBENELUX\tBEL|LUX|NLD\n", diagnostics);
  REQUIRE(diagnostics.ok());
  CHECK(table.is_group("BALTICS"));
  CHECK_FALSE(table.is_group("EST"));
  CHECK(table.has("BALTICS", "LVA"));
  CHECK_FALSE(table.has("BALTICS", "BEL"));
  CHECK_FALSE(table.has("EST", "BALTICS"));
  CHECK_FALSE(table.has("NORDIC", "EST"));
}

TEST_CASE("lines of members that say nothing, or too much, are faults") {
  CHECK(fault_of("\tEST\n") == "a line without a group");
  CHECK(fault_of("BALTICS\t\n") == "a group without members");
  CHECK(fault_of("BALTICS\tEST\nBALTICS\tLVA\n") == "group 'BALTICS' stands twice");
  CHECK(fault_of("BALTICS\tEST|BALTICS\n") == "group 'BALTICS' is among its own members");
}
