#include <doctest/doctest.h>

#include "rulepack/construction.h"

using namespace coopmine;

TEST_CASE("the one thing that keeps a construction from firing") {
  ConstructionSource source;
  source.id = "gives";
  source.match = "{subject:ACTORS} ~3 {@active} (MONEY | NOUN)? DATE {to:ACTORS}";
  source.unless = {"NOUN ~2 {@active}"};
  ConstructionSource other;
  other.id = "either";
  other.match = "ACTORS {@noun} | {@noun} PLACE";
  Vocabulary words;
  Diagnostics diagnostics;
  const ConstructionSet set = ConstructionSet::compile({source, other}, words, TriggerTable{}, diagnostics);
  REQUIRE(diagnostics.ok());

  // One letter a unit: A actors, 1 an active trigger, 4 a trigger noun, M sum, D date, N noun, P place.
  CHECK(set.obstacle(0, "A1DA") == "");
  CHECK(set.obstacle(0, "A1MDA") == "");
  CHECK(set.obstacle(0, "A1MD") == "no {to:ACTORS}");
  CHECK(set.obstacle(0, "1NDA") == "no {subject:ACTORS}");
  CHECK(set.obstacle(0, "A1NA") == "no DATE");
  CHECK(set.obstacle(0, "AN1DA") == "unless NOUN ~2 {@active}");
  CHECK_FALSE(set.obstacle(0, "1MD").has_value());
  CHECK_FALSE(set.obstacle(0, "A4DA").has_value());
  CHECK(set.obstacle(1, "4P") == "");
  CHECK_FALSE(set.obstacle(1, "4").has_value());
}

TEST_CASE("bars without blanks bind tighter than a sequence") {
  ConstructionSource source;
  source.match = "{@verb} MONEY|NOUN|{by:PLACE} {to:ACTORS}";
  ConstructionSource inside;
  inside.match = "{@noun} (DATE|MONEY ACTORS | PLACE)";
  Vocabulary words;
  Diagnostics diagnostics;
  const ConstructionSet set = ConstructionSet::compile({source, inside}, words, TriggerTable{}, diagnostics);
  REQUIRE(diagnostics.ok());
  CHECK(set.obstacle(0, "1MA") == "");
  CHECK(set.obstacle(0, "1NA") == "");
  CHECK(set.obstacle(0, "1PA") == "");
  CHECK(set.captures(0, "1PA").size() == 2);
  CHECK(set.obstacle(0, "1M") == "no {to:ACTORS}");
  CHECK(set.obstacle(0, "1A") == "no MONEY|NOUN|{by:PLACE}");
  CHECK(set.matching("1M").empty());
  CHECK(set.obstacle(1, "4DA") == "");
  CHECK(set.obstacle(1, "4MA") == "");
  CHECK(set.obstacle(1, "4P") == "");
  CHECK(set.matching("4D").empty());
}
