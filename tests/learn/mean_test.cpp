#include <doctest/doctest.h>

#include <algorithm>

#include "learn/mean.h"

using namespace coopmine;

namespace {

WeightText table(const std::string& rows) { return {"weights.tsv", "model\tlabel\tfeature\tweight\n" + rows}; }

WeightTable loaded(const WeightText& from, Diagnostics& diagnostics) {
  WeightTable weights;
  add_weights(from.file, from.text, weights, diagnostics);
  return weights;
}

}  // namespace

TEST_CASE("the mean of two tables gives the mean of their log odds, of a model that one lacks the other's") {
  Diagnostics diagnostics;
  const WeightText one = table("cut\trecord\t-\t0.4\nrecord\tyes\tverb:give\t2\nrecord\tyes\trelative\t-1\nfield\tenergy\tword:grid\t3\n");
  const WeightText two = table("cut\trecord\t-\t0.6\nrecord\tyes\tverb:give\t1\n");
  const WeightTable mean = table_of(mean_of({one, two}, diagnostics));
  REQUIRE(diagnostics.ok());
  const WeightTable first = loaded(one, diagnostics), second = loaded(two, diagnostics);
  for (const char* feature : {"verb:give", "relative", "nothing"})
    CHECK(mean.weight(Model::Record, feature) == doctest::Approx((first.weight(Model::Record, feature) + second.weight(Model::Record, feature)) / 2));
  CHECK(mean.weight(Model::Field, "word:grid", "energy") == doctest::Approx(3));
  CHECK(mean.cut(Model::Record) == doctest::Approx(0.5));
}

TEST_CASE("a table with a fault has no mean, and the fault is told") {
  Diagnostics diagnostics;
  const WeightText good = table("record\tyes\tverb:give\t2\n");
  const WeightText bad = table("recrod\tyes\tverb:give\t2\n");
  CHECK(mean_of({good, bad}, diagnostics).empty());
  CHECK_FALSE(diagnostics.ok());
}
