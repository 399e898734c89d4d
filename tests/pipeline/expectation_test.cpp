#include <doctest/doctest.h>

#include "pipeline/expectation.h"

using namespace coopmine;

namespace {

Commitment pledge() {
  Commitment commitment;
  commitment.type = CommitmentType::Aid;
  commitment.status = Status::Pledged;
  Party giver;
  giver.role = Role::Giver;
  giver.id = "JPN";
  Party receiver;
  receiver.role = Role::Receiver;
  receiver.name = "Acme";
  commitment.parties = {receiver, giver};
  MoneyValue money;
  money.value = 15.8e9;
  money.currency = "JPY";
  commitment.amounts.push_back({money, {}});
  commitment.sectors = {{"health", {}}, {"energy", {}}};
  return commitment;
}

}  // namespace

TEST_CASE("facts are read and compared whatever their order") {
  std::optional<FactsFault> fault;
  const Facts wanted =
      parse_facts("giver=JPN receiver=Acme amount=JPY 15800000000 sector=health,energy", commitment_keys(), fault);
  REQUIRE_FALSE(fault);
  CHECK(difference(wanted, facts_of(pledge())).empty());
  CHECK(show(facts_of(pledge())) ==
        "amount=JPY 15800000000 giver=JPN receiver=Acme sector=energy,health status=pledged type=aid");
}

TEST_CASE("a difference names the key, what is and what should be") {
  std::optional<FactsFault> fault;
  const Facts wanted = parse_facts("status=planned sector= date=2024", commitment_keys(), fault);
  REQUIRE_FALSE(fault);
  CHECK(difference(wanted, facts_of(pledge())) ==
        "date=nothing instead of 2024, sector=energy,health instead of nothing, status=pledged instead of planned");
}

TEST_CASE("a fault of the facts has its place") {
  std::optional<FactsFault> fault;
  CHECK(parse_facts("type=aid stauts=planned", commitment_keys(), fault).empty());
  REQUIRE(fault);
  CHECK(fault->offset == 9);
  CHECK(fault->message == "unknown key 'stauts'");
  CHECK(fault->hint == "did you mean 'status'?");
  fault.reset();
  (void)parse_facts("aid", {}, fault);
  REQUIRE(fault);
  CHECK(fault->message == "'aid' is no 'key=value'");
}

TEST_CASE("sums are written in full") {
  MoneyValue money;
  money.value = 8e9;
  money.max = 10e9;
  money.currency = "USD";
  CHECK(money_text(money) == "USD 8000000000-10000000000");
  money.max.reset();
  money.value = 0.5;
  CHECK(money_text(money) == "USD 0.5");
}
