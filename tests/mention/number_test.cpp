#include "mention/number.h"

#include "mention/typed_helper.h"

using namespace coopmine;
using namespace coopmine::test;

TEST_CASE("figures") {
  CHECK(figure_value("1,250.5", 6) == 1250500000.0);
  CHECK(figure_value("12.1", 9) == 12100000000.0);
  CHECK(figure_value("0.1", 0) == 0.1);
  CHECK(figure_value("5,00,000", 0) == 500000.0);
  CHECK(figure_value("2-1/2", 9) == 2500000000.0);
  CHECK(figure_value("3/4", 6) == 750000.0);
  CHECK(figure_value("1\xC2\xBD", 6) == 1500000.0);
  CHECK_FALSE(figure_value("", 0));
  CHECK_FALSE(figure_value("five", 0));
  CHECK_FALSE(figure_value("5x", 0));
  CHECK_FALSE(figure_value("7/0", 0));
}

TEST_CASE("numbers in words") {
  const NumberTable& numbers = shipped_pack().numbers;
  const std::vector<std::pair<std::string, double>> cases{
      {"zero", 0}, {"one", 1}, {"nineteen", 19}, {"twenty", 20}, {"twenty-one", 21}, {"ninety nine", 99},
      {"one hundred", 100}, {"a hundred", 100}, {"two hundred and five", 205},
      {"three hundred and forty-two", 342}, {"one thousand", 1000}, {"a thousand", 1000},
      {"twelve thousand five hundred", 12500}, {"one million", 1e6}, {"a million", 1e6},
      {"one million two hundred thousand", 1200000}, {"two hundred fifty million", 250e6},
      {"half a billion", 0.5e9}, {"one and a half billion", 1.5e9}, {"two and a quarter million", 2.25e6},
      {"a quarter of a million", 250000}, {"five crore", 5e7}, {"three trillion", 3e12}};
  for (const auto& entry : cases) {
    const auto& words = entry.first;
    const auto& value = entry.second;
    CAPTURE(words);
    CHECK(word_value(words, numbers) == value);
  }
  for (const std::string words : {"", "a", "and", "million", "several", "several million", "five six", "twenty fifteen",
                            "one million and a half", "two thousand million", "dollars", "many hundred"}) {
    CAPTURE(words);
    CHECK_FALSE(word_value(words, numbers));
  }
}

TEST_CASE("scales") {
  const NumberTable& numbers = shipped_pack().numbers;
  CHECK(scale_power("", numbers) == 0);
  CHECK(scale_power("mln", numbers) == 6);
  CHECK(scale_power("Billion", numbers) == 9);
  CHECK(scale_power("lakh crore", numbers) == 12);
  CHECK(scale_power("bn", numbers) == 9);
  CHECK_FALSE(scale_power("barrels", numbers));
  CHECK(scale_at_end("three hundred million", numbers) == 1e6);
  CHECK(scale_at_end("three", numbers) == 1);
}
