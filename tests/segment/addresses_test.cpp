#include "segment/addresses.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "segment/tokens.h"

using namespace coopmine;

namespace {

// The words that are left, with a blank between; addresses stand in no sentence.
std::string words_of(const std::string& text) { return test::tokens_of(text, " "); }

std::string passed_over(const std::string& text) {
  std::string out;
  for (const Span s : addresses(text)) out += (out.empty() ? "" : " ") + std::string(quote(text, s));
  return out;
}

}  // namespace

TEST_CASE("an address ends before the marks of its sentence") {
  CHECK(passed_over("See https://example.org/a-pact_(2024)/x?y=1#z, and more.") == "https://example.org/a-pact_(2024)/x?y=1#z");
  CHECK(passed_over("(see www.example.org/aid).") == "www.example.org/aid");
  CHECK(passed_over("<ftp://example.org/> \"http://example.org.\"") == "ftp://example.org/ http://example.org");
  CHECK(passed_over("It is www. or :// or nothing.") == "www ://");
  CHECK(passed_over("nothing").empty());
}

TEST_CASE("of a link its words alone are read") {
  CHECK(passed_over("the [grid [new] deal](https://example.org/health-aid) holds") == "[ ](https://example.org/health-aid)");
  CHECK(words_of("Mali signed the [grid deal](https://example.org/health/2024/05/06), it said.") == "Mali signed the grid deal , it said .");
  CHECK(words_of("Mali signed https://example.org/a.Health.Pact today. It left.") == "Mali signed today . / It left .");
  CHECK(words_of("a ](https://example.org) b") == "a ] ( ) b");
}

TEST_CASE("addresses of any text are in order and apart") {
  const std::vector<std::string> pieces{"[", "](", ")", "(", "https://", "www.", "://", "a", ".", " ", "\u00E9", "example.org", "]"};
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (auto n = random() % 24; n > 0; --n) text += pieces[random() % pieces.size()];
    std::uint32_t last = 0;
    for (const Span s : addresses(text)) {
      INFO("text: " << text);
      CHECK(s.begin >= last);
      CHECK_FALSE(s.empty());
      CHECK(s.end <= text.size());
      last = s.end;
    }
  }
}
