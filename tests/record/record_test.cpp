#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "record/record_source.h"

using namespace coopmine;

namespace {

// Hands the text out in pieces of `piece` bytes.
BytePull pull_of(const std::string& text, std::size_t piece) {
  return [&text, piece, at = std::size_t{0}](char* into, std::size_t size) mutable {
    const std::size_t count = std::min({piece, size, text.size() - at});
    std::copy_n(text.begin() + static_cast<std::ptrdiff_t>(at), count, into);
    at += count;
    return count;
  };
}

struct Read {
  std::vector<CommitmentRecord> records;
  std::vector<std::string> faults;
};

Read read_all(const std::string& text, std::size_t piece = 7) {
  RecordSource source("r.jsonl", pull_of(text, piece));
  Read result;
  while (auto item = source.next()) {
    if (const auto* fault = std::get_if<Diagnostic>(&*item)) {
      result.faults.push_back(format(*fault));
    } else {
      result.records.push_back(std::get<CommitmentRecord>(std::move(*item)));
    }
  }
  return result;
}

const std::string kFull =
    R"({"kind":"commitment","schema":"coopmine/1","id":"0123456789abcdef",)"
    R"("doc":{"id":"a/b.txt","title":"T","date":"2024-06-08","date_from":"dateline","lang":"en","sha256":"ff","url":["x",1]},)"
    R"("type":"aid","status":"pledged","act":"give",)"
    R"("parties":[{"role":"giver","id":"NOR","name":"Norway","kind":"state","organ":"government","text":"Oslo","span":[3,7],"via":null},)"
    R"({"role":"receiver","id":null,"name":"Wells plc","kind":"company","organ":null,"text":null,"span":null,"via":"title"}],)"
    R"("initiator":{"id":"NOR","name":"Norway","text":"Oslo","span":[3,7],"via":null},)"
    R"("sectors":[{"id":"water","text":"wells","span":[10,15]}],)"
    R"("instrument":{"kind":"plan","text":"plan","span":[20,24],"name":"Blue Plan"},)"
    R"("amounts":[{"value":2500000.25,"currency":"USD","max":3e6,"approx":"over","cumulative":true,"text":"$2.5m","span":[30,35]}],)"
    R"("dates":[{"value":"/2030","text":"by 2030","span":[40,47]}],"duration":{"value":"P10Y","text":"ten years","span":[50,59]},)"
    R"("measures":[{"text":"pumps","span":[60,65]}],)"
    R"("attribution":{"speaker":{"id":"NOR","name":"Norway"},"text":"she said","span":[70,78],"certainty":"reported"},)"
    R"("part_of":"fedcba9876543210",)"
    R"("evidence":[{"text":"Oslo gives","span":[3,13],"sentence":2,"zone":"lead","trigger":{"text":"gives","lemma":"give","span":[8,13]}}],)"
    R"("rules":["aid.gives","x"],"confidence":0.91,"codes":{"plover":"AID","cameo":"070","iati":"2","aiddata":null,"dac":["140"]}})";

}  // namespace

TEST_CASE("every key of a record is read") {
  const Read read = read_all(kFull + "\n");
  CHECK(read.faults.empty());
  REQUIRE(read.records.size() == 1);
  const CommitmentRecord& r = read.records.front();
  CHECK(r.id == "0123456789abcdef");
  CHECK(r.doc.id == "a/b.txt");
  CHECK(r.doc.date == "2024-06-08");
  REQUIRE(r.doc.kept.size() == 1);
  CHECK(r.doc.kept[0].second == R"(["x",1])");
  CHECK(r.type == "aid");
  CHECK(r.act == "give");
  REQUIRE(r.parties.size() == 2);
  CHECK(r.parties[0].organ == "government");
  CHECK(r.parties[0].span == CodeSpan{3, 7});
  CHECK(r.parties[1].id.empty());
  CHECK_FALSE(r.parties[1].span.has_value());
  CHECK(r.parties[1].via == "title");
  CHECK(r.initiator->id == "NOR");
  CHECK(r.sectors[0].value == "water");
  CHECK(r.instrument->name == "Blue Plan");
  CHECK(r.instrument->span == CodeSpan{20, 24});
  CHECK(r.amounts[0].value == 2500000.25);
  CHECK(r.amounts[0].max == 3e6);
  CHECK(r.amounts[0].cumulative);
  CHECK(r.dates[0].value == "/2030");
  CHECK(r.duration->text == "ten years");
  CHECK(r.measures[0].text == "pumps");
  CHECK(r.attribution->name == "Norway");
  CHECK(r.attribution->certainty == "reported");
  CHECK(r.part_of == "fedcba9876543210");
  CHECK(r.evidence[0].sentence == 2);
  CHECK(r.evidence[0].lemma == "give");
  CHECK(r.evidence[0].trigger.span == CodeSpan{8, 13});
  CHECK(r.rules == std::vector<std::string>{"aid.gives", "x"});
  CHECK(r.confidence == 0.91);
  CHECK(r.codes.cameo == "070");
  CHECK(r.codes.aiddata.empty());
  CHECK(r.codes.dac == std::vector<std::string>{"140"});
}

TEST_CASE("lines of other kinds and empty lines are passed over, whatever the pieces they come in") {
  const std::string text =
      "\n  \r\n" R"({"kind":"mention","doc":{"id":"a"},"type":"date"})" "\r\n" + kFull + "\r\n\n" + kFull;
  for (const std::size_t piece : {1U, 2U, 64U, 100000U}) {
    const Read read = read_all(text, piece);
    CHECK(read.faults.empty());
    CHECK(read.records.size() == 2);
  }
}

TEST_CASE("a line that can't be used is told with its number and the others are read") {
  const std::string no_evidence = R"({"doc":{"id":"a"},"type":"aid","status":"pledged","evidence":[]})";
  const std::string bad_role = R"({"doc":{"id":"a"},"type":"aid","status":"pledged","parties":[{"role":"giver"},{"role":7}]})";
  const std::string bad_sum = R"({"doc":{"id":"a"},"type":"aid","status":"pledged","amounts":[{"value":"5"}]})";
  CHECK(read_all("{\"a\":\"\xFF\"}").faults.at(0).find("Invalid encoding") != std::string::npos);
  const Read read = read_all("{\"a\":\n[1]\n" + no_evidence + "\n" + bad_role + "\n" + bad_sum + "\n" + kFull + "\n");
  CHECK(read.records.size() == 1);
  REQUIRE(read.faults.size() == 5);
  CHECK(read.faults[0].starts_with("r.jsonl:1:"));
  CHECK(read.faults[0].find("not JSON") != std::string::npos);
  CHECK(read.faults[1].starts_with("r.jsonl:2: error: not a JSON object"));
  CHECK(read.faults[2].starts_with("r.jsonl:3: error: evidence: missing"));
  CHECK(read.faults[3].starts_with("r.jsonl:4: error: parties[1].role: not a string"));
  CHECK(read.faults[4].starts_with("r.jsonl:5: error: amounts[0].value: not a number"));
}

TEST_CASE("gold writes slots as plain words") {
  const Read read = read_all(
      R"({"doc":{"id":"a"},"type":"aid","status":"pledged","sectors":["water"],"dates":["2024"],"duration":"P1Y",)"
      R"("instrument":"plan","evidence":[{"span":[1,2]}],"optional":true})");
  REQUIRE(read.records.size() == 1);
  CHECK(read.records[0].sectors[0].value == "water");
  CHECK(read.records[0].dates[0].value == "2024");
  CHECK(read.records[0].duration->value == "P1Y");
  CHECK(read.records[0].instrument->kind == "plan");
  CHECK(read.records[0].optional);
}
