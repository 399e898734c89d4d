// Whatever the text: zones stand in order, inside the text, apart from each other, and nothing is lost.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "zone/lines.h"
#include "zone/zone_helper.h"

using namespace coopmine;
using test::Zoned;

namespace {

constexpr std::string_view kPieces[] = {"Norland",
                                        " and ",
                                        "Ruritania ",
                                        "signed a pact",
                                        ".",
                                        ". ",
                                        ", ",
                                        "\n",
                                        "\n\n",
                                        "\r\n",
                                        "\n    ",
                                        "- ",
                                        "* ",
                                        "# ",
                                        "1. ",
                                        "(a) ",
                                        "**",
                                        "_",
                                        "---",
                                        "###",
                                        "STRELSAU, March 3 - ",
                                        "June 8, 2024",
                                        "2024-06-08",
                                        "Read More",
                                        "Related posts",
                                        "Leave a Reply",
                                        "Reuter",
                                        "By Ann Example",
                                        "\xC2\xA0",
                                        "\xE2\x80\x94",
                                        "\xE2\x80\xA2 ",
                                        "\xE2\x80\x9C",
                                        "\xC3\x89tat",
                                        "\xF0\x9F\x98\x80",
                                        "\xEF\xBF\xBD",
                                        "\t",
                                        "{:start=\"2\"}",
                                        "<!-- -->",
                                        "|",
                                        ">",
                                        "[",
                                        "("};

std::string random_text(std::mt19937& random) {
  std::string text;
  const std::size_t pieces = random() % 60;
  for (std::size_t i = 0; i < pieces; ++i) {
    if (random() % 8 == 0)
      text += static_cast<char>(random() % 0x80);
    else
      text += kPieces[random() % std::size(kPieces)];
  }
  return text;
}

bool on_boundary(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

void check_zones(const Zoned& zoned) {
  const std::string_view text = zoned.article.text;
  std::vector<Span> spans;
  for (const Block& block : zoned.zones.blocks) {
    REQUIRE(!block.span.empty());
    REQUIRE(trimmed(text, block.span) == block.span);
    if (!spans.empty()) REQUIRE(spans.back().end <= block.span.begin);
    spans.push_back(block.span);
  }
  for (const Span span : zoned.zones.skipped) {
    REQUIRE(!span.empty());
    spans.push_back(span);
  }
  std::sort(spans.begin(), spans.end(), [](Span a, Span b) { return a.begin < b.begin; });
  std::size_t seen = 0;
  for (const Span span : spans) {
    REQUIRE(span.end <= text.size());
    REQUIRE(on_boundary(text, span.begin));
    REQUIRE(on_boundary(text, span.end));
    REQUIRE(seen <= span.begin);
    const std::string_view between = text.substr(seen, span.begin - seen);
    REQUIRE_MESSAGE(std::none_of(between.begin(), between.end(), [](char c) { return c >= 'A' && c <= 'Z'; }),
                    between);
    seen = span.end;
  }
  const std::string_view rest = text.substr(seen);
  REQUIRE(std::none_of(rest.begin(), rest.end(), [](char c) { return c >= 'A' && c <= 'Z'; }));
}

}  // namespace

TEST_CASE("zones are in order, apart, inside the text and lose no capital letter") {
  std::mt19937 random(20240608);
  for (int i = 0; i < 3000; ++i) {
    const Zoned zoned(random_text(random));
    CAPTURE(zoned.article.text);
    check_zones(zoned);
  }
}

TEST_CASE("the same text has the same zones, and titles and dates of any form do no harm") {
  std::mt19937 random(7);
  for (int i = 0; i < 300; ++i) {
    const std::string text = random_text(random);
    const std::string title = random_text(random);
    const std::string date = random_text(random);
    const Zoned once(text, "2024-01-01", title, date);
    const Zoned twice(text, "2024-01-01", title, date);
    CAPTURE(text);
    check_zones(once);
    CHECK(once.shown() == twice.shown());
    CHECK(once.day() == twice.day());
    CHECK(once.zones.date.has_value());
  }
}

TEST_CASE("texts that invite to go wrong are read to their end") {
  const std::size_t many = 20000;
  const auto times = [&](std::string_view piece) {
    std::string text;
    for (std::size_t i = 0; i < many; ++i) text += piece;
    return text;
  };
  for (const std::string& text :
       {times("-\n"), times("a"), times("A\n"), times("**"), times(" "), times("\n"), times("\xC2\xA0"),
        times("1. "), times("(Photo "), times("STRELSAU, March 3 - "), times("Related posts\n"),
        times("June 8, 2024\n"), times("A, "), times("[x](y) "), times("> "), times("Norland lends. "),
        std::string("\xEF\xBB\xBF")}) {
    CAPTURE(text.substr(0, 30));
    check_zones(Zoned(text));
  }
}
