#include "mention/duration.h"

#include "mention/typed_helper.h"

using namespace coopmine;
using namespace coopmine::test;

TEST_CASE("durations") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"The pact runs for 10 years.", "P10Y"},
      {"It is a 10-year pact.", "P10Y"},
      {"It is a three-year pact.", "P3Y"},
      {"It is a two-year, $800,000 plan.", "P2Y"},
      {"It is a five year plan.", "P5Y"},
      {"It is a 72-hour truce.", "PT72H"},
      {"They will pay over the next five years.", "P5Y"},
      {"They must meet within 24 hours.", "PT24H"},
      {"It lasts two weeks.", "P2W"},
      {"It lasts 18 months.", "P18M"},
      {"It lasts 18\n    months.", "P18M"},
      {"It lasts 90 days.", "P90D"},
      {"It lasts two and a half years.", "P30M"},
      {"It lasts 1.5 years.", "P18M"},
      {"It lasts a year and a half.", "P18M"},
      {"It lasts half a year.", "P6M"},
      {"It lasts for a decade.", "P10Y"},
      {"It took a decade.", "P10Y"},
      {"It lasts for the next decade.", "P10Y"},
      {"It lasts for the coming year.", "P1Y"},
      {"It is a decade-long plan.", "P10Y"},
      {"It is a months-long plan.", ""},
      {"It lasts twenty-five years.", "P25Y"},
      {"It lasts two decades.", "P20Y"},
      {"It lasts a fortnight, not two fortnights.", "P2W, P4W"},
      {"It is repayable over 20 years, with a five-year grace period.", "P20Y, P5Y"},
      {"They worked for years.", ""},
      {"They worked for several months.", ""},
      {"They pay 37 mln dlrs a year.", ""},
      {"They work 24 hours a day.", ""},
      {"A 10-year-old girl, a man 40 years old and a boy aged 12 came.", ""},
      {"A quarter of them left.", ""},
      {"They cut three-quarters of it.", ""},
      {"They might one day meet.", "P1D"},
  };
  for (const auto& entry : cases) {
    const auto& text = entry.first;
    const auto& values = entry.second;
    CAPTURE(text);
    CHECK(find(Find::Durations, text).joined() == values);
  }
}

TEST_CASE("a length of time that is over has a rule of its own") {
  for (const std::string text : {"They met in the past five years.", "They met five years ago.", "They met a year ago.",
                           "It was the first visit in 12 years.", "It fell over the past decade.",
                           "They met two weeks earlier."}) {
    CAPTURE(text);
    const Found found = find(Find::Durations, text);
    REQUIRE(found.mentions.size() == 1);
    CHECK(found.mentions.front().rule == "duration.past");
  }
  const Found open = find(Find::Durations, "They will meet for the next five years.");
  REQUIRE(open.mentions.size() == 1);
  CHECK(open.mentions.front().rule == "duration.plain");
}

TEST_CASE("iso_duration multiplies a unit") {
  CHECK(iso_duration(10, "P1Y") == "P10Y");
  CHECK(iso_duration(2.5, "P1Y") == "P30M");
  CHECK(iso_duration(2, "P10Y") == "P20Y");
  CHECK(iso_duration(24, "PT1H") == "PT24H");
  CHECK(iso_duration(1.5, "PT1H") == "PT90M");
  CHECK(iso_duration(0.5, "P1D") == "PT12H");
  CHECK(iso_duration(1.3, "P1W").empty());
  CHECK(iso_duration(0, "P1Y").empty());
  CHECK(iso_duration(3, "year").empty());
}
