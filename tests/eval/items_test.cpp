#include <doctest/doctest.h>

#include "eval/items.h"

using namespace coopmine;

namespace {

std::string actor(std::string id, std::string name, std::string text = {}) {
  RecordParty party;
  party.id = std::move(id);
  party.name = std::move(name);
  party.text = std::move(text);
  return actor_item(party);
}

std::string amount(std::string currency, double value) {
  RecordAmount sum;
  sum.currency = std::move(currency);
  sum.value = value;
  return amount_item(sum);
}

}  // namespace

TEST_CASE("an actor is its id, or else its name in small letters and digits") {
  CHECK(actor("NOR", "Norway") == "NOR");
  CHECK(actor("", "Acme Steel, Plc.") == "=acme steel plc");
  CHECK(actor("", "  3M (Deutschland)") == "=3m deutschland");
  CHECK(actor("", "", "Acme") == "=acme");
  CHECK(actor("", "") == "=");
  CHECK(actor("", "Société Générale") == "=soci t g n rale");
  // The only capitals outside of ASCII whose small form begins with a letter of a-z.
  CHECK(actor("", "\u0130ran \u212Aelvin") == "=i ran kelvin");
}

TEST_CASE("a sum is compared to six digits") {
  CHECK(amount("USD", 5000000) == "USD 5e+06");
  CHECK(amount("JPY", 15800000000) == "JPY 1.58e+10");
  CHECK(amount("EUR", 1234567) == amount("EUR", 1234568));
  CHECK(amount("EUR", 123456) != amount("EUR", 123457));
  CHECK(amount("", 0.5) == "None 0.5");
}

TEST_CASE("items are sorted and stand once") {
  CommitmentRecord record;
  record.type = "aid";
  record.status = "pledged";
  for (const char* id : {"MLI", "KEN", "MLI"}) {
    RecordParty& party = record.parties.emplace_back();
    party.role = "receiver";
    party.id = id;
  }
  record.parties.emplace_back().role = "donor";
  const SlotItems items = items_of(record);
  CHECK(items == SlotItems{{SlotKind::Type, "aid"},
                           {SlotKind::Status, "pledged"},
                           {SlotKind::Receiver, "KEN"},
                           {SlotKind::Receiver, "MLI"}});
  const SlotItems less{{SlotKind::Type, "aid"}, {SlotKind::Receiver, "MLI"}, {SlotKind::Sector, "water"}};
  CHECK(count_common(items, less) == 2);
  CHECK(items_without(items, less) == SlotItems{{SlotKind::Status, "pledged"}, {SlotKind::Receiver, "KEN"}});
  CHECK(items_without(less, items) == SlotItems{{SlotKind::Sector, "water"}});
}

TEST_CASE("every slot has a name") {
  for (std::size_t i = 0; i < kSlotKinds; ++i) CHECK_FALSE(name(static_cast<SlotKind>(i)).empty());
}
