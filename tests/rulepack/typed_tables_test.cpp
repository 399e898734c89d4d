// Currencies, numbers and the calendar as tables.
#include <doctest/doctest.h>

#include "rulepack/calendar_table.h"
#include "rulepack/currency_table.h"
#include "rulepack/number_table.h"
#include "rulepack/pattern_types.h"

using namespace coopmine;

namespace {

std::string faults(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics.errors()) text += format(diagnostic) + "\n";
  return text;
}

CurrencyTable currencies(const std::string& rows, Diagnostics& diagnostics) {
  const std::vector<std::string> columns{"code", "use", "adjectives", "forms", "near", "from", "until"};
  Vocabulary words;
  return load_currencies(
      parse_table("currencies.tsv", "code\tuse\tadjectives\tforms\tnear\tfrom\tuntil\n" + rows, columns, diagnostics),
      words, diagnostics);
}

}  // namespace

TEST_CASE("names are found at the start, signs at both ends") {
  Diagnostics diagnostics;
  const CurrencyTable table = currencies(
      "USD\tname\t\tdollar|dollars\t\t\t\n"
      "CAD\tname\tCanadian\tdollar|dollars\t\t\t\n"
      "USD\tsign\t\t$|US$\t\t\t\n"
      "EUR\tsign\t\t\xE2\x82\xAC\t\t\t\n",
      diagnostics);
  REQUIRE_MESSAGE(diagnostics.ok(), faults(diagnostics));
  const auto name = [&](const char* text) {
    const CurrencyForm form = table.name_at_start(text);
    return form.senses == nullptr ? std::string() : form.senses->front().code + std::to_string(form.bytes);
  };
  CHECK(name("dollars were") == "USD7");
  CHECK(name("Dollars, it said") == "USD7");
  CHECK(name("canadian\n  dollars here") == "CAD18");
  CHECK(name("\xE2\x82\xAC" "5") == "EUR3");
  CHECK(name("dollarsign").empty());
  CHECK(name("Canadian beef").empty());
  CHECK(name("").empty());
  const auto sign = [&](const char* text) {
    const CurrencyForm form = table.sign_at_end(text);
    return form.senses == nullptr ? std::string() : form.senses->front().code + std::to_string(form.bytes);
  };
  CHECK(sign("of US$") == "USD3");
  CHECK(sign("of US $") == "USD4");
  CHECK(sign("of $") == "USD1");
  CHECK(sign("of X$") == "USD1");
  CHECK(sign("of \xE2\x82\xAC") == "EUR3");
  CHECK(sign("of").empty());
}

TEST_CASE("faults of the currency table are told with their place") {
  Diagnostics diagnostics;
  currencies("usd\tname\t\tdollar\t\t\t\nUSD\tnames\t\tdollar\t\t\t\nUSD\tname\t\tdollar\t\t87\t\n", diagnostics);
  CHECK(faults(diagnostics) ==
        "currencies.tsv:2:1: error: 'usd' is no ISO 4217 code\n"
        "    2 | usd name  dollar\n"
        "      | ^\n"
        "      = three capital letters\n"
        "currencies.tsv:3:5: error: unknown use 'names'\n"
        "    3 | USD names  dollar\n"
        "      |     ^\n"
        "      = did you mean 'name'?\n"
        "currencies.tsv:4:19: error: not a year\n"
        "    4 | USD name  dollar  87\n"
        "      |                   ^\n"
        "      = four figures, or nothing\n");
}

TEST_CASE("numbers: kinds, values and repeated forms") {
  Diagnostics diagnostics;
  Vocabulary words;
  const std::vector<std::string> columns{"kind", "value", "forms"};
  const NumberTable table = load_numbers(
      parse_table("numbers.tsv", "kind\tvalue\tforms\nunit\t3\tthree\nscale\t6\tmillion|mln\n", columns, diagnostics),
      words, diagnostics);
  REQUIRE(diagnostics.ok());
  REQUIRE(table.find("Mln") != nullptr);
  CHECK(table.find("Mln")->value == 6);
  CHECK(table.find("four") == nullptr);
  CHECK(table.is_number_word(words.find("three")));
  CHECK_FALSE(table.is_number_word(kUnknownWord));

  (void)load_numbers(parse_table("numbers.tsv", "kind\tvalue\tforms\nunits\t3\tthree\nunit\tx\tfour\nunit\t5\tfive|five\n",
                           columns, diagnostics),
               words, diagnostics);
  REQUIRE(diagnostics.errors().size() == 3);
  CHECK(diagnostics.errors()[0].message == "unknown kind of number 'units'");
  CHECK(diagnostics.errors()[1].message == "not a number");
  CHECK(diagnostics.errors()[2].message == "'five' stands twice in this table");
}

TEST_CASE("the calendar: kinds and ranges of values") {
  Diagnostics diagnostics;
  Vocabulary words;
  const std::vector<std::string> columns{"kind", "value", "forms"};
  const CalendarTable table = load_calendar(
      parse_table("calendar.tsv", "kind\tvalue\tforms\nmonth\t5\tMay|MAY\nunit\tP1Y\tyear|years\n", columns, diagnostics),
      words, diagnostics);
  REQUIRE(diagnostics.ok());
  REQUIRE(table.find(CalendarKind::Month, "may") != nullptr);
  CHECK(table.find(CalendarKind::Month, "may")->value == 5);
  CHECK(table.find(CalendarKind::Unit, "Years")->text == "P1Y");
  CHECK(table.is(words.find("may"), CalendarKind::Month));
  CHECK_FALSE(table.is(words.find("may"), CalendarKind::Unit));

  (void)load_calendar(parse_table("calendar.tsv", "kind\tvalue\tforms\nmonth\t13\tSmarch\nmoth\t1\tJanuary\n", columns, diagnostics),
                words, diagnostics);
  REQUIRE(diagnostics.errors().size() == 2);
  CHECK(diagnostics.errors()[0].message == "this is no value of a month");
  CHECK(diagnostics.errors()[1].message == "unknown kind of calendar word 'moth'");
}

TEST_CASE("a setting takes words of its closed list") {
  Diagnostics diagnostics;
  const RulesFile file = parse_rules("money.rules",
                                     "pattern p\n type money\n set form sgin\n set needs figure moth\n match x\n yes x\n",
                                     diagnostics);
  REQUIRE_MESSAGE(diagnostics.ok(), faults(diagnostics));
  check_pattern_type(file, file.blocks.front(), diagnostics);
  CHECK(faults(diagnostics) ==
        "money.rules:3:11: error: 'sgin' is no 'form'\n"
        "    3 |  set form sgin\n"
        "      |           ^\n"
        "      = did you mean 'sign'?\n"
        "money.rules:4:19: error: 'moth' is no 'needs'\n"
        "    4 |  set needs figure moth\n"
        "      |                   ^\n"
        "      = did you mean 'month'?\n");
}
