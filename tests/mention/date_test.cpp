#include "mention/date.h"

#include "mention/typed_helper.h"

using namespace coopmine;
using namespace coopmine::test;

namespace {

constexpr const char* kDay = "2024-06-08";  // a Saturday

struct Case {
  std::string text;
  std::string values;  // joined by ", "; "" for none
  std::string day = kDay;
};

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CAPTURE(c.day);
    CHECK(find(Find::Dates, c.text, c.day).joined() == c.values);
  }
}

}  // namespace

TEST_CASE("whole days in every order") {
  check({
      {"It was signed on June 8, 2024.", "2024-06-08"},
      {"It was signed on June 8 2024.", "2024-06-08"},
      {"It was signed on June 8th, 2024.", "2024-06-08"},
      {"It was signed on June the 8th.", "2024-06-08"},
      {"It was signed on 8 June 2024.", "2024-06-08"},
      {"It was signed on the 8th of June 2024.", "2024-06-08"},
      {"It was signed on the 8th of June, 2024.", "2024-06-08"},
      {"It was signed on Jun. 8, 2023.", "2023-06-08"},
      {"It was signed on 8 Sept 2023.", "2023-09-08"},
      {"It was signed on 26-MAR-1987.", "1987-03-26"},
      {"It was signed on MARCH 26, 1987.", "1987-03-26"},
      {"It was signed on March\n    26, 1987.", "1987-03-26"},
      {"It was signed on 2024-06-08.", "2024-06-08"},
      {"It was signed on 2024-06-08T10:30:00Z.", "2024-06-08"},
      {"It was signed on 2024/06/08.", "2024-06-08"},
      {"It was signed on 08.06.2024.", "2024-06-08"},
      {"It was signed on 13/06/2024.", "2024-06-13"},
      {"It was signed on 06/13/2024.", "2024-06-13"},
      {"It was signed on 06/08/2024.", ""},
      {"It was signed on Friday, June 7, 2024.", "2024-06-07"},
      {"It was signed on Friday 7 June.", "2024-06-07"},
      {"They meet this Wednesday, June 12.", "2024-06-12"},
      {"It was signed on February 30, 2024.", ""},
      {"It was signed on February 29, 2023.", ""},
      {"It was signed on May 5 last year.", "2023-05-05"},
      {"It will be signed on May 5 next year.", "2025-05-05"},
      {"It will be signed on the 10th of October of this year.", "2024-10-10"},
      {"It is payable April two.", "1987-04-02", "1987-02-26"},
      {"The May 24 launch failed.", "2024-05-24"},
      {"Output rose to March 25 mln tonnes.", "2024-03"},
  });
}

TEST_CASE("a day without a year is the nearest one that the tense allows") {
  check({
      {"It was signed on June 1.", "2024-06-01"},
      {"It will be signed on June 30.", "2024-06-30"},
      {"It was signed on November 19.", "1986-11-19", "1987-03-30"},
      {"It was signed on December 20.", "2023-12-20"},
      {"It will be signed on December 20.", "2024-12-20"},
      {"It will take effect on January 1.", "2025-01-01"},
      {"It will take effect on January 1.", "2025-01-01", "2024-11-20"},
      {"It took effect on January 1.", "2024-01-01"},
      {"It took effect on January 1.", "2024-01-01", "2023-12-28"},
      {"It was signed on June 1.", "XXXX-06-01 unresolved", ""},
  });
}

TEST_CASE("months") {
  check({
      {"It was signed in March 2024.", "2024-03"},
      {"It was signed in March, 2024.", "2024-03"},
      {"It was signed in March of 2024.", "2024-03"},
      {"It was signed in Sept. 1986.", "1986-09"},
      {"It was signed in March of this year.", "2017-03", "2017-05-02"},
      {"It was signed in March last year.", "2023-03"},
      {"It will be signed in March next year.", "2025-03"},
      {"It was signed in March.", "2024-03"},
      {"It was signed in January.", "2024-01"},
      {"It was signed in December.", "2023-12"},
      {"It was signed in late November.", "2023-11"},
      {"It will be signed in September.", "2024-09"},
      {"They will drill around September.", "2021-09", "2021-07-08"},
      {"It will be signed in January.", "2025-01"},
      {"It was signed last July.", "2023-07"},
      {"It was signed last March.", "2024-03"},
      {"It was signed last June.", "2023-06"},
      {"It will be signed next July.", "2024-07"},
      {"It will be signed next June.", "2025-06"},
      {"It starts this July.", "2024-07"},
      {"Reserves at end-April fell.", "2024-04"},
      {"It was signed in mid-May.", "2024-05"},
      {"The April accord holds.", "2024-04"},
      {"The March accord holds.", "2024-03"},
      {"They march on and may meet.", ""},
      {"Mr May left and Ms March stayed.", ""},
      {"May they all live.", ""},
      {"It was signed in March.", "XXXX-03 unresolved", ""},
      {"It was signed in August 2017 and in November last year.", "2017-08, 2020-11", "2021-10-28"},
  });
}

TEST_CASE("years") {
  check({
      {"It will be built by 2030.", "2030"},
      {"It was built in 1987.", "1987"},
      {"The 2015 deal stands.", "2015"},
      {"Japan's 2024 budget grew.", "2024"},
      {"It starts in early 2025.", "2025"},
      {"It starts in mid-2025.", "2025"},
      {"It ends by end-1987.", "1987"},
      {"It ends by the end of 2026.", "2026"},
      {"It ends in the year 2026.", "2026"},
      {"It grew in FY2024.", "2024"},
      {"It grew in FY 25.", "2025"},
      {"It grew in fiscal 1988.", "1988"},
      {"It grew in fiscal year 1988.", "1988"},
      {"It grew in the 1987 financial year.", "1987"},
      {"They pay in 1988 and 1989.", "1988, 1989"},
      {"The EXPO-2017 fair opened.", "2017"},
      {"It opens in the second half of 2025.", "2025"},
      {"It opens in the first half of next year.", "2025"},
      {"It opens in the first half of next month.", "2024-07"},
      {"It needs 2000 people and 2015 tonnes of rice.", ""},
      {"A camp of 2000 people opened.", ""},
      {"They sent help for 2000 families.", ""},
      {"They met at 1900 GMT in room 2024.", ""},
      {"They sold 2,024 and 12024 of them.", ""},
      {"They grew in the 1970's.", ""},
  });
}

TEST_CASE("ranges") {
  check({
      {"It runs from 2024 to 2027.", "2024/2027"},
      {"It runs between 2024 and 2027.", "2024/2027"},
      {"It ran 1992 to 1996.", "1992/1996"},
      {"It is the 2024-27 plan.", "2024/2027"},
      {"It is the 2024\xE2\x80\x93" "2027 plan.", "2024/2027"},
      {"It is the 1986/87 season.", "1986/1987"},
      {"It is the 1999-00 season.", "1999/2000"},
      {"It grew in FY 2023-24.", "2023/2024"},
      {"They pay in 1987, 1988 and 1989.", "1987/1989"},
      {"They meet on September 10-11.", "2024-09-10/2024-09-11"},
      {"They meet on September 10 to 11.", "2024-09-10/2024-09-11"},
      {"They meet on 10-11 September 2024.", "2024-09-10/2024-09-11"},
      {"They meet from 10 to 11 September.", "2024-09-10/2024-09-11"},
      {"They meet on July 2 and 3.", "2024-07-02/2024-07-03"},
      {"They meet on July 2 and 9.", "2024-07-02"},
      {"They drill from April 7 to May 9.", "2024-04-07/2024-05-09"},
      {"They drill from 28 December to 3 January 2025.", "2024-12-28/2025-01-03"},
      {"They drill from December 28, 2024 to January 3, 2025.", "2024-12-28/2025-01-03"},
      {"Debts due between July 1, 1986 and June 30, 1987 count.", "1986-07-01/1987-06-30"},
      {"Debts due between September 1986 and March 1987 count.", "1986-09/1987-03"},
      {"It rained from March to May.", "2024-03/2024-05"},
      {"It rained from Monday to Wednesday.", "2024-06-03/2024-06-05"},
      {"They drilled on Sunday and Monday.", "2021-07-11/2021-07-12", "2021-07-13"},
      {"It fell from 2027 to 2024.", "2027, 2024"},
      {"The 2024-06 issue is out.", "2024-06"},
  });
}

TEST_CASE("open ends") {
  check({
      {"It holds until 2030.", "/2030"},
      {"It holds through 2030.", "/2030"},
      {"It holds until the end of 2030.", "/2030-12-31"},
      {"It holds until the end of the year.", "/2021-12-31", "2021-09-29"},
      {"It holds until the end of next year.", "/2022-12-31", "2021-09-29"},
      {"It holds until December 31st.", "/2021-12-31", "2021-09-29"},
      {"It holds until at least July 21.", "/2021-07-21", "2021-07-14"},
      {"It holds until March next year.", "/2025-03"},
      {"It will hold until Thursday.", "/2024-06-13"},
      {"It holds until next month.", "/2024-07"},
      {"They have paid since 2014.", "2014/"},
      {"They have paid since FY 2014.", "2014/"},
      {"They have paid since March.", "2024-03/"},
      {"They have paid since June 1, 2023.", "2023-06-01/"},
      {"They have paid since Monday.", "2024-06-03/"},
      {"They have paid since last year.", "2023/"},
      {"Fees fall from 2026 onwards.", "2026/"},
  });
}

TEST_CASE("weekdays go with the tense of the clause") {
  check({
      {"The leaders will sign on Thursday.", "2024-06-13"},
      {"The leaders signed on Thursday.", "2024-06-06"},
      {"The leaders are to sign on Thursday.", "2024-06-13"},
      {"The pact is expected to be signed on Thursday.", "2024-06-13"},
      {"The pact will be formally signed on Thursday.", "2024-06-13"},
      {"The pact was signed on Thursday.", "2024-06-06"},
      {"The leaders agreed on Thursday to sign.", "2024-06-06"},
      {"The leaders agreed to sign on Thursday.", "2024-06-13"},
      {"On Thursday, the leaders signed.", "2024-06-06"},
      {"On Thursday, the leaders will sign.", "2024-06-13"},
      {"Talks resume Thursday, officials said.", "2024-06-06"},
      {"Talks will resume Thursday, officials said.", "2024-06-13"},
      {"Officials said Thursday that talks will resume.", "2024-06-06"},
      {"An envoy confirmed to CNN on Thursday.", "2024-06-06"},
      {"They met on Saturday.", "2024-06-08"},
      {"They will meet on Saturday.", "2024-06-08"},
      {"They met last Saturday.", "2024-06-01"},
      {"It failed last Friday.", "1987-03-06", "1987-03-12"},
      {"They meet next Monday.", "2024-06-10"},
      {"They meet on Tuesday of next week.", "2021-11-02", "2021-10-28"},
      {"They meet next week on Tuesday.", "2021-11-02", "2021-10-28"},
      {"They met on Thursday.", "XXXX-WXX-4 unresolved", ""},
  });
}

TEST_CASE("days and periods told from today") {
  check({
      {"They signed today.", "2024-06-08"},
      {"They signed yesterday.", "2024-06-07"},
      {"They sign tomorrow.", "2024-06-09"},
      {"They sign the day after tomorrow.", "2024-06-10"},
      {"They signed the day before yesterday.", "2024-06-06"},
      {"They dine tonight.", "2024-06-08"},
      {"They met this morning.", "2024-06-08"},
      {"They met last night.", "2024-06-07"},
      {"They met this month.", "2024-06"},
      {"They met last month.", "2024-05"},
      {"They meet next month.", "2024-07"},
      {"They meet next month.", "2025-01", "2024-12-15"},
      {"They met this year.", "2024"},
      {"They met earlier this year.", "2024"},
      {"They met last year.", "2023"},
      {"They meet next year.", "2025"},
      {"They meet early next year.", "2025"},
      {"They pay in the next fiscal year.", "2025"},
      {"They pay by the end of the year.", "2024"},
      {"They pay by year-end.", "2024"},
      {"They met this week.", "2024-W23 unresolved"},
      {"They meet next week.", "2024-W24 unresolved"},
      {"They met over the weekend.", "2021-07-10/2021-07-11", "2021-07-13"},
      {"They will meet at the weekend.", "2021-07-17/2021-07-18", "2021-07-13"},
      {"They joined five years ago.", "2019"},
      {"They joined two months ago.", "2024-04"},
      {"They joined three days ago.", "2024-06-05"},
      {"They joined a year ago.", "2023"},
      {"They meet in three months' time.", "2024-09"},
      {"They will meet again three months later.", "2022-01", "2021-10-20"},
      {"It will be rebuilt within three months.", "2026-02", "2025-11-13"},
      {"Sales in the third quarter of 2023 rose.", "2023-Q3 unresolved"},
      {"Sales in Q3 2023 rose.", "2023-Q3 unresolved"},
      {"It opens in autumn 2025.", "2025-FA unresolved"},
      {"It opens this summer.", "2024-SU unresolved"},
      {"It is now closed, was recently shut and opens soon.", "PAST_REF unresolved, FUTURE_REF unresolved"},
      {"They met in the past year.", ""},
      {"They met last month.", "PAST_REF unresolved", ""},
      {"They meet next month.", "FUTURE_REF unresolved", ""},
      {"They signed today.", "PRESENT_REF unresolved", ""},
  });
}

TEST_CASE("what has no form of its own says the narrowest that holds it") {
  const auto coarse = [](const char* text, const char* day) {
    const Found found = find(Find::Dates, text, day);
    REQUIRE(found.mentions.size() == 1);
    return found.mentions.front().date->coarse;
  };
  CHECK(coarse("They meet next week.", "1987-06-02") == "1987-06");
  CHECK(coarse("They met this week.", "2024-07-31") == "2024");
  CHECK(coarse("Sales in the third quarter of 2023 rose.", "2024-06-08") == "2023");
  CHECK(coarse("They have met since last week.", "2024-06-20") == "2024-06/");
  CHECK(coarse("They met recently.", "2024-06-20").empty());
}

TEST_CASE("the span is the words of the date") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"They met on Thursday.", "Thursday"},
      {"It was signed on June 8, 2024.", "June 8, 2024"},
      {"It ends by 2030.", "2030"},
      {"It holds until 2030.", "until 2030"},
      {"It was signed in Sept.", "Sept"},
      {"It runs from 2024 to 2027.", "from 2024 to 2027"},
      {"It was signed earlier this year.", "this year"},
  };
  for (const auto& entry : cases) {
    const auto& text = entry.first;
    const auto& words = entry.second;
    CAPTURE(text);
    const Found found = find(Find::Dates, text, kDay);
    REQUIRE(found.mentions.size() == 1);
    CHECK(found.words().front() == words);
  }
}
