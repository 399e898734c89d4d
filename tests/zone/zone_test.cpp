#include <doctest/doctest.h>

#include "zone/zone_helper.h"

using namespace coopmine;
using test::Zoned;

TEST_CASE("a wire article has its dateline cut off and its paragraphs put together") {
  const Zoned zoned(
      "RURITANIA, NORLAND SIGN\n"
      "\n"
      "26-MAR-1987 12:38:09.30\n"
      "\n"
      "STRELSAU, March 27 - Ruritania and Norland have signed a\n"
      "pact on grain, the foreign ministry of Ruritania said here\n"
      "today.\n"
      "    It said 20 ships will carry the grain before the end of\n"
      "the year.\n"
      " Reuter\n");
  CHECK(zoned.shown() ==
        "T RURITANIA, NORLAND SIGN\n"
        "LP Ruritania and Norland have signed a/pact on grain, the foreign ministry of Ruritania said here/today.\n"
        "BP It said 20 ships will carry the grain before the end of/the year.\n");
  CHECK(zoned.day() == "1987-03-26");
  CHECK(zoned.zones.date_from == DateFrom::Dateline);
  CHECK(zoned.zones.dateline_place == "STRELSAU");
}
