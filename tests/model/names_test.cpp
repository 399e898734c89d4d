#include <doctest/doctest.h>

#include "model/commitment.h"

using namespace coopmine;

TEST_CASE("every type, status and role has one word that leads back to it") {
  for (const char* word : {"agreement", "aid", "commerce", "access", "institution", "support", "cooperation"}) {
    CAPTURE(word);
    REQUIRE(commitment_type(word));
    CHECK(name(*commitment_type(word)) == word);
  }
  for (const char* word : {"fulfilled", "concluded", "pledged", "planned", "proposed", "discussed", "possible", "ended"}) {
    CAPTURE(word);
    REQUIRE(status_of(word));
    CHECK(name(*status_of(word)) == word);
  }
  for (const char* word : {"party", "giver", "receiver"}) {
    CAPTURE(word);
    REQUIRE(role_of(word));
    CHECK(name(*role_of(word)) == word);
  }
  CHECK_FALSE(commitment_type("treaty"));
  CHECK_FALSE(status_of("Pledged"));
  CHECK_FALSE(role_of(""));
}

TEST_CASE("approximations, kinds and zones are named as in the record") {
  CHECK(name(Approx::None).empty());
  CHECK(name(Approx::UpTo) == "up-to");
  CHECK(name(Approx::AtLeast) == "at-least");
  CHECK(name(ActorKind::Organisation) == "organisation");
  CHECK(name(Zone::Lead) == "lead");
}
