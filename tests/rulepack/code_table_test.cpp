#include <doctest/doctest.h>

#include "rulepack/code_table.h"
#include "rulepack/pack.h"

using namespace coopmine;

namespace {

const std::vector<std::string> kColumns{"type", "status", "act", "sector", "code", "note"};

// A table, of views of `lines`, of lines "type|status|act|sector|code", cells split at ";" here, since "|" stands inside cells.
Table table_of(const std::vector<std::string>& lines) {
  Table table;
  table.file = "codes.tsv";
  table.columns = kColumns;
  for (const std::string& line : lines) {
    Row row;
    row.line = static_cast<int>(table.rows.size()) + 2;
    const auto cells = std::make_shared<Cells>(cell_parts(line, ';'));
    cells->resize(kColumns.size());
    row.cells = *cells;
    table.added.push_back({{}, {}, {}, cells});  // keeps them
    table.rows.push_back(row);
  }
  return table;
}

struct Loaded {
  CodeTable codes;
  std::vector<std::string> faults;
};

Loaded load(const std::vector<std::string>& cameo, const std::vector<std::string>& dac = {}) {
  const Table none = table_of({});
  const Table cameo_table = table_of(cameo);
  const Table dac_table = table_of(dac);
  Diagnostics diagnostics;
  Loaded loaded;
  loaded.codes = load_codes({none, cameo_table, none, none, dac_table, none}, {"give", "sign"}, {"water", "health", "energy"},
                            diagnostics);
  for (const Diagnostic& fault : diagnostics.errors()) {
    loaded.faults.push_back(std::to_string(fault.line) + ": " + fault.message + " (" + fault.hint + ")");
  }
  return loaded;
}

std::shared_ptr<const RulePack> shipped() {
  Diagnostics diagnostics;
  auto pack = load_pack({}, diagnostics);
  for (const Diagnostic& fault : diagnostics.errors()) FAIL_CHECK(format(fault));
  REQUIRE(pack);
  return pack;
}

std::vector<SectorSlot> sectors(const std::vector<std::string>& ids) {
  std::vector<SectorSlot> slots;
  for (const std::string& id : ids) slots.push_back({id, {}});
  return slots;
}

}  // namespace

TEST_CASE("the first line that fits gives the code") {
  const Loaded loaded = load({"aid;fulfilled;;water|health;073", "aid;;give;;070", ";ended|possible;;;-", ";;;;000"});
  CHECK(loaded.faults.empty());
  const auto cameo = [&](CommitmentType type, Status status, const char* act, const std::vector<std::string>& ids) {
    return codes_of(loaded.codes, type, status, act, sectors(ids)).cameo;
  };
  CHECK(cameo(CommitmentType::Aid, Status::Fulfilled, "give", {"energy", "health"}) == "073");
  CHECK(cameo(CommitmentType::Aid, Status::Fulfilled, "give", {"energy"}) == "070");
  CHECK(cameo(CommitmentType::Aid, Status::Planned, "give", {"health"}) == "070");
  CHECK(cameo(CommitmentType::Aid, Status::Fulfilled, "sign", {}) == "000");
  CHECK(cameo(CommitmentType::Support, Status::Ended, "", {}) == "");
  CHECK(codes_of(loaded.codes, CommitmentType::Aid, Status::Ended, "", {}).plover.empty());
}

TEST_CASE("each sector has a DAC code of its own, once") {
  const Loaded loaded = load({}, {"aid;;;water;140", ";;;water|energy;230", ";;;health;-"});
  CHECK(loaded.faults.empty());
  const auto dac = [&](CommitmentType type, const std::vector<std::string>& ids) {
    return codes_of(loaded.codes, type, Status::Pledged, "give", sectors(ids)).dac;
  };
  CHECK(dac(CommitmentType::Aid, {"energy", "health", "water"}) == std::vector<std::string>{"230", "140"});
  CHECK(dac(CommitmentType::Support, {"energy", "water"}) == std::vector<std::string>{"230"});
  CHECK(dac(CommitmentType::Aid, {}).empty());
}

TEST_CASE("faults of code tables") {
  const Loaded loaded = load({"aids;;;;1", ";ended|pledge;;;1", ";;gives;;1", ";;;wtaer;1", "aid;;;;", "aid|support;;;water|health;2",
                              "aid;planned;give;health;3", "aid;planned;give;energy;4"});
  CHECK(loaded.faults == std::vector<std::string>{"2: unknown type 'aids' (did you mean 'aid'?)",
                                                  "3: unknown status 'pledge' (did you mean 'pledged'?)",
                                                  "4: unknown act 'gives' (did you mean 'give'?)",
                                                  "5: unknown sector 'wtaer' (did you mean 'water'?)",
                                                  "6: no code (write - for none)",
                                                  "8: the line is never reached (a line above it fits all that it fits)"});
}

TEST_CASE("the shipped codes: every type and status has a PLOVER and a CAMEO code, speculation aside") {
  const auto pack = shipped();
  for (int t = 0; t < 7; ++t) {
    for (int s = 0; s < 8; ++s) {
      const auto type = static_cast<CommitmentType>(t);
      const auto status = static_cast<Status>(s);
      INFO(name(type), " ", name(status));
      const Codes codes = codes_of(pack->codes, type, status, "", {});
      CHECK(codes.plover.empty() == (status == Status::Possible));
      CHECK(codes.cameo.empty() == (status == Status::Possible));
    }
  }
}

TEST_CASE("the shipped codes: a signed text in a sector, a delivery, a promise, a stop") {
  const auto pack = shipped();
  const Codes text = codes_of(pack->codes, CommitmentType::Agreement, Status::Planned, "sign", sectors({"energy"}));
  CHECK(text.plover == "AGREE");
  CHECK(text.cameo == "057");
  CHECK(text.iati == "2");
  CHECK(text.aiddata == "Pipeline: Commitment");
  CHECK(text.dac == std::vector<std::string>{"230"});
  const Codes delivery = codes_of(pack->codes, CommitmentType::Aid, Status::Fulfilled, "deliver", sectors({"defence"}));
  CHECK(delivery.plover == "AID");
  CHECK(delivery.cameo == "072");
  CHECK(delivery.iati == "3");
  CHECK(delivery.aiddata == "Completion");
  CHECK(delivery.dac.empty());
  const Codes promise = codes_of(pack->codes, CommitmentType::Aid, Status::Pledged, "provide", sectors({"humanitarian"}));
  CHECK(promise.plover == "AGREE");
  CHECK(promise.cameo == "0333");
  CHECK(promise.iati == "12");
  CHECK(promise.aiddata == "Pipeline: Pledge");
  CHECK(promise.dac == std::vector<std::string>{"720"});
  CHECK(contexts_of(pack->codes, CommitmentType::Aid, Status::Pledged, "provide", sectors({"trade", "finance", "defence"})) ==
        std::vector<std::string>{"economic", "military"});
  const Codes stop = codes_of(pack->codes, CommitmentType::Aid, Status::Ended, "provide", {});
  CHECK(stop.plover == "SANCTION");
  CHECK(stop.cameo == "162");
  CHECK(stop.iati.empty());
  CHECK(stop.aiddata == "Cancelled");
}
