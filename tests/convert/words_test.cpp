#include <doctest/doctest.h>

#include "convert/country.h"
#include "convert/words.h"

using namespace coopmine;

namespace {

std::string range(std::string_view value) {
  const DateRange r = date_range(value);
  return r.begin + ".." + r.end + (r.exact ? "" : " about");
}

}  // namespace

TEST_CASE("dates of the codebook as days") {
  CHECK(range("2024-06-13") == "2024-06-13..");
  CHECK(range("2024-02") == "2024-02-01.. about");
  CHECK(range("2024") == "2024-01-01.. about");
  CHECK(range("/2030") == "..2030-12-31 about");
  CHECK(range("2023-12/2024-02") == "2023-12-01..2024-02-29 about");
  CHECK(range("2024-06-13/") == "2024-06-13..");
  CHECK(range("2024-02-30") == "..");
  CHECK(range("2024-13").starts_with(".."));
  CHECK(range("PAST_REF") == "..");
  CHECK(range("") == "..");
}

TEST_CASE("numbers without exponent") {
  CHECK(number_words(2500000) == "2500000");
  CHECK(number_words(1e15) == "1000000000000000");
  CHECK(number_words(0.5) == "0.5");
  CHECK(number_words(-0.0) == "0");
}

TEST_CASE("countries by both codes") {
  CHECK(alpha2_of("NOR") == "NO");
  CHECK(alpha2_of("XKX") == "XK");
  CHECK(alpha2_of("EU").empty());
  CHECK(alpha2_of("SUN").empty());
  CHECK(alpha2_of("").empty());
}
