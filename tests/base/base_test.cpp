#include <doctest/doctest.h>

#include "base/boxed.h"
#include "base/calendar.h"
#include "base/diagnostics.h"
#include "base/utf8.h"

using namespace coopmine;
using namespace std::chrono_literals;

TEST_CASE("days are read and written as ISO 8601") {
  const auto day = parse_iso_day("2024-06-08");
  REQUIRE(day);
  CHECK(iso(*day) == "2024-06-08");
  CHECK(iso(2024y / 6) == "2024-06");
  CHECK(iso(2024y) == "2024");
  CHECK(weekday_index(*day) == 5);
  CHECK(iso(plus_days(*day, -8)) == "2024-05-31");
  CHECK(iso(plus_days(2024y / 2 / 28, 2)) == "2024-03-01");
}

TEST_CASE("what is no day of the calendar is refused") {
  for (const char* text : {"2023-02-29", "2024-13-01", "2024-6-08", "2024-06-08 ", "2024/06/08", "", "aaaa-bb-cc"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_iso_day(text));
  }
}

TEST_CASE("UTF-8: code points, counting, faults") {
  const std::string text = "a\u00e9\u20ac\U0001F600z";
  CHECK(count_code_points(text) == 5);
  CHECK(code_point_at(text, 0).value == U'a');
  CHECK(code_point_at(text, 1).value == 0xE9);
  CHECK(code_point_at(text, 3).value == 0x20AC);
  CHECK(code_point_at(text, 6).value == 0x1F600);
  CHECK(code_point_at(text, 6).bytes == 4);
  CHECK(find_invalid_utf8(text) == std::string::npos);
  CHECK(find_invalid_utf8("ab\xff") == 2);
  CHECK(find_invalid_utf8("\xC0\xAF") == 0);
  CHECK(find_invalid_utf8("\xED\xA0\x80") == 0);
  CHECK(find_invalid_utf8("\xF4\x90\x80\x80") == 0);
  CHECK(find_invalid_utf8("ok\xE2\x82") == 2);
}

TEST_CASE("the offset map agrees with plain counting at every byte") {
  std::string text;
  for (int i = 0; i < 400; ++i) text += i % 3 == 0 ? "\u20ac" : i % 7 == 0 ? "\U0001F600" : "x";
  const OffsetMap map(text);
  for (std::size_t at = 0; at <= text.size(); ++at) {
    CHECK(map.code_points(static_cast<std::uint32_t>(at)) == count_code_points(text.substr(0, at)));
  }
  CHECK(OffsetMap("plain").code_points(3) == 3);
}

TEST_CASE("a diagnostic shows the place, the line, a caret and what to do") {
  const Diagnostic diagnostic{"en/aid.rules", 12, 19, "unknown type 'ACTROS'", "did you mean 'ACTORS'?",
                              "  match    {giver:ACTROS} ~3 {vg}"};
  CHECK(format(diagnostic) ==
        "en/aid.rules:12:19: error: unknown type 'ACTROS'\n"
        "   12 |   match    {giver:ACTROS} ~3 {vg}\n"
        "      |                   ^\n"
        "      = did you mean 'ACTORS'?");
  CHECK(format({"x.tsv", 0, 0, "no header line", "", ""}) == "x.tsv: error: no header line");
}

TEST_CASE("a long line is shown in part, around its caret") {
  const std::string line = std::string(300, 'a') + "X" + std::string(300, 'b');
  CHECK(format({"f", 1, 301, "here", "", line}) ==
        "f:1:301: error: here\n    1 | ..." + std::string(60, 'a') + "X" + std::string(39, 'b') +
            "...\n      | " + std::string(63, ' ') + "^");
}

TEST_CASE("the nearest candidate is proposed, or none") {
  const std::vector<std::string> types{"ACTORS", "MONEY", "DATE"};
  CHECK(nearest("ACTROS", types) == "ACTORS");
  CHECK(nearest("mony", types) == "MONEY");
  CHECK(nearest("sector", types).empty());
  CHECK(nearest("", types).empty());
  CHECK(did_you_mean("DATES", types, "one of them") == "did you mean 'DATE'?");
  CHECK(did_you_mean("place", types, "one of them") == "one of them");
}

TEST_CASE("the bound of the edit distance leaves out nothing that is near") {
  // Cut, added, changed and swapped letters, as far as a third of the word goes, and one step further.
  const std::vector<std::string> word{"abcdefghi"};
  for (const char* near : {"bcdefghi", "abcdefg", "xabcdefghiyz", "abcxyzghi", "bacdfeghi", "badcfeghi", "defghi"}) {
    CHECK(nearest(near, word) == word[0]);
  }
  for (const char* far : {"abwxyzghi", "badcfehgi", "efghi", "ihgfedcba", "xxxxxabcdefghi"}) {
    CHECK(nearest(far, word).empty());
  }
}

TEST_CASE("a boxed value is copied as the value is, and reads as a default one without it") {
  Boxed<std::string> empty;
  CHECK(empty->empty());
  Boxed<std::string> word = std::string("grain");
  Boxed<std::string> copy = word;
  copy.make() += "s";
  CHECK(*word == "grain");
  CHECK(*copy == "grains");
  word = copy;
  CHECK(*word == "grains");
  copy = std::move(word);
  CHECK(*copy == "grains");
  copy = empty;
  CHECK(copy->empty());
  empty.make() = "rice";
  CHECK(*empty == "rice");
}
