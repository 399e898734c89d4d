// The scorer against a slow one, on gold and records made by chance.
#include <random>

#include <doctest/doctest.h>

#include "eval/figures.h"
#include "eval/oracle.h"
#include "eval/pairing.h"

using namespace coopmine;

namespace {

class Chance {
 public:
  explicit Chance(std::uint32_t seed) : engine_(seed) {}
  std::size_t below(std::size_t size) { return engine_() % size; }
  bool one_in(std::size_t n) { return below(n) == 0; }
  const char* of(std::initializer_list<const char*> words) { return *(words.begin() + below(words.size())); }

 private:
  std::mt19937 engine_;
};

RecordParty party(Chance& chance) {
  RecordParty p;
  p.role = chance.of({"party", "giver", "receiver"});
  if (!chance.one_in(4)) p.id = chance.of({"NOR", "KEN", "MLI", "EU"});
  p.name = chance.of({"Norway", "Acme Steel, Plc", "ACME  steel PLC", ""});
  p.text = chance.of({"Oslo", "acme"});
  return p;
}

// Few values, so that claims agree often.
Claim claim(Chance& chance) {
  Claim c;
  CommitmentRecord& r = c.record;
  r.type = chance.of({"aid", "agreement", "support"});
  r.status = chance.of({"pledged", "planned"});
  for (std::size_t n = chance.below(4); n > 0; --n) r.parties.push_back(party(chance));
  if (chance.one_in(4)) r.initiator = party(chance);
  for (std::size_t n = chance.below(3); n > 0; --n) r.sectors.emplace_back().value = chance.of({"water", "health"});
  if (chance.one_in(3)) r.instrument.emplace().kind = chance.of({"plan", "treaty"});
  for (std::size_t n = chance.below(3); n > 0; --n) {
    RecordAmount& sum = r.amounts.emplace_back();
    sum.value = static_cast<double>(chance.below(3)) * 1234567.8;
    sum.currency = chance.of({"USD", "EUR", ""});
  }
  for (std::size_t n = chance.below(2); n > 0; --n) r.dates.emplace_back().value = chance.of({"2024", "/2030"});
  if (chance.one_in(5)) r.duration.emplace().value = "P1Y";
  r.optional = chance.one_in(6);
  for (std::size_t n = 1 + chance.below(2); n > 0; --n) {
    const auto begin = static_cast<std::int64_t>(chance.below(40));
    c.spans.push_back({begin, begin + 1 + static_cast<std::int64_t>(chance.below(7))});
  }
  c.items = items_of(r);
  return c;
}

std::vector<Claim> claims(Chance& chance, std::size_t most) {
  std::vector<Claim> all;
  for (std::size_t n = chance.below(most); n > 0; --n) {
    // Now and then the same again, with other optional gold around it: equals must be told apart by place.
    all.push_back(!all.empty() && chance.one_in(4) ? all.back() : claim(chance));
  }
  return all;
}

}  // namespace

TEST_CASE("figures are those of the slow scorer") {
  std::size_t paired = 0;
  std::size_t whole = 0;
  std::size_t freed = 0;
  for (std::uint32_t seed = 1; seed <= 400; ++seed) {
    INFO("seed ", seed);
    Chance chance(seed);
    EvalCounts quick;
    oracle::Score slow;
    for (std::size_t article = 0; article < 3; ++article) {
      const auto gold = claims(chance, 7);
      auto records = claims(chance, 9);
      for (std::size_t n = chance.below(4); n > 0 && !gold.empty(); --n) {
        records.push_back(gold[chance.below(gold.size())]);
        records.back().record.optional = false;
      }
      const PairedClaims pairs = pair_claims(gold, records);
      freed += pairs.freed.size();
      quick += counts_of(pairs);
      oracle::add(gold, records, slow);
    }
    REQUIRE(quick.gold == slow.gold);
    REQUIRE(quick.records == slow.records);
    REQUIRE(quick.paired == slow.paired);
    REQUIRE(quick.whole == slow.whole);
    for (std::size_t i = 0; i < kSlotKinds; ++i) {
      const std::string slot(name(static_cast<SlotKind>(i)));
      INFO(slot);
      const RightWrong& a = quick.slots[i];
      REQUIRE(std::array{a.right, a.spurious, a.missed} == slow.of(slot));
    }
    paired += quick.paired;
    whole += quick.whole;
  }
  CHECK(paired > 1000);
  CHECK(whole > 200);
  CHECK(freed > 200);
}

TEST_CASE("the pair with the best agreement is made first, and each claim pairs once") {
  Chance chance(1);
  Claim gold;
  gold.record.type = "aid";
  gold.record.status = "pledged";
  gold.spans = {{10, 20}};
  gold.items = items_of(gold.record);
  Claim poor = gold;
  poor.record.status = "planned";
  poor.items = items_of(poor.record);
  const std::vector<Claim> golds{gold};
  const std::vector<Claim> records{poor, gold};
  const PairedClaims pairs = pair_claims(golds, records);
  CHECK(pairs.record_of == std::vector<std::size_t>{1});
  CHECK(pairs.gold_of == std::vector<std::size_t>{kUnpaired, 0});
  const EvalCounts counts = counts_of(pairs);
  CHECK(counts.whole == 1);
  CHECK(counts.slots[index_of(SlotKind::Status)].spurious == 1);
}

TEST_CASE("places that only touch do not overlap") {
  Claim a;
  Claim b;
  a.spans = {{0, 5}, {10, 12}};
  b.spans = {{5, 10}};
  CHECK_FALSE(places_overlap(a, b));
  b.spans = {{5, 11}};
  CHECK(places_overlap(a, b));
}

TEST_CASE("optional gold pairs last and takes its record along") {
  Claim must;
  must.record.type = "aid";
  must.record.status = "pledged";
  must.spans = {{0, 5}};
  must.items = items_of(must.record);
  Claim may = must;
  may.record.optional = true;
  may.spans = {{0, 30}};
  Claim record = must;
  Claim other = must;
  other.spans = {{20, 25}};
  const std::vector<Claim> gold{may, must};
  const std::vector<Claim> records{record, other};
  const PairedClaims pairs = pair_claims(gold, records);
  CHECK(pairs.gold.size() == 1);
  CHECK(pairs.records.size() == 1);
  REQUIRE(pairs.freed.size() == 1);
  CHECK(pairs.freed[0]->spans[0] == CodeSpan{20, 25});
}

TEST_CASE("figures without anything to divide by are 0") {
  const EvalCounts none;
  CHECK(none.detection().f1 == 0);
  CHECK(none.slot_figures().precision == 0);
  CHECK(none.whole_share() == 0);
  const Intervals intervals = bootstrap({});
  CHECK(intervals.whole.high == 0);
}

TEST_CASE("bootstrap intervals hold the figure, narrow with more articles, and are the same every time") {
  const auto parts = [](std::size_t count) {
    std::vector<EvalCounts> out(count);
    for (std::size_t i = 0; i < count; ++i) {
      out[i].gold = 4;
      out[i].records = 4;
      out[i].paired = i % 5;
      out[i].whole = i % 2;
    }
    return out;
  };
  const Intervals few = bootstrap(parts(20));
  const Intervals many = bootstrap(parts(500));
  CHECK(few.detection.f1.low < 0.5);
  CHECK(few.detection.f1.high > 0.5);
  CHECK(many.detection.f1.high - many.detection.f1.low < few.detection.f1.high - few.detection.f1.low);
  // 500 draws of a share with standard deviation .354 an article: .5 +- 1.96 x .354 / sqrt(500).
  CHECK(many.detection.f1.low == doctest::Approx(0.469).epsilon(0.01));
  CHECK(many.detection.f1.high == doctest::Approx(0.531).epsilon(0.01));
  const Intervals again = bootstrap(parts(20));
  CHECK(again.detection.f1.low == few.detection.f1.low);
  CHECK(again.whole.high == few.whole.high);
}

TEST_CASE("the interval of a gain compares the same articles") {
  std::vector<EvalCounts> before(40);
  for (std::size_t i = 0; i < before.size(); ++i) before[i] = {1, 10, 10, i % 10, 0, {}};
  auto after = before;
  for (EvalCounts& one : after) one.paired += 1;
  const GainIntervals gain = bootstrap_gain(before, after);
  CHECK(gain.detection.low == doctest::Approx(0.1));
  CHECK(gain.detection.high == doctest::Approx(0.1));
  const GainIntervals none = bootstrap_gain(before, before);
  CHECK(none.slots.low == 0);
  CHECK(none.detection.high == 0);
}
