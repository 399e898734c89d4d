#include <doctest/doctest.h>

#include <array>

#include "assemble/fields.h"

using namespace coopmine;

TEST_CASE("a sector is known by the clause, its sentence and the rest of the article") {
  std::array<Frame, 3> frames;
  frames[0].sentence = frames[1].sentence = 1;
  frames[2].sentence = 3;
  std::vector<Candidate> candidates(3);
  for (std::size_t i = 0; i < 3; ++i) candidates[i].frame = &frames[i];
  const std::vector<std::vector<WeightTable::Choice>> own{{{"health", 0.9}, {"energy", 0.2}}, {{"health", 0.5}, {"energy", 0.6}}, {{"health", 0.1}, {"energy", 0.8}}};
  const std::vector<double> told{0, 0.5, 0, 0.25};
  const FieldTally tally(candidates, own, told);
  const std::array<FieldChances, 3> fields{tally.of(0), tally.of(1), tally.of(2)};
  const FieldChance& health = fields[0][0];
  CHECK(health.sector == "health");
  CHECK(health.own == 0.9);
  CHECK(health.sentence == doctest::Approx(0.5));
  CHECK(health.article == doctest::Approx(0.1));
  CHECK(health.rank == 0);
  CHECK(fields[1][0].rank == 1);
  // Alone in its sentence, it stands for it; the rest of the article is the mean of the two others.
  CHECK(fields[2][1].sentence == 0.8);
  CHECK(fields[2][1].article == doctest::Approx(0.4));
}

TEST_CASE("without weights there are no fields") {
  Frame frame;
  std::vector<Candidate> one(1);
  one.front().frame = &frame;
  const std::vector<std::vector<WeightTable::Choice>> own{{}};
  const std::vector<double> told{0.5};
  CHECK(FieldTally(one, own, told).of(0).empty());
}
