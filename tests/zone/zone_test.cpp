#include <doctest/doctest.h>

#include "zone/zone_helper.h"

using namespace coopmine;
using test::Zoned;

TEST_CASE("a wire article has its dateline cut off and its paragraphs put together") {
  const Zoned zoned(
      "RURITANIA, NORLAND SIGN\n"
      "\n"
      "26-MAR-1987 12:38:09.30&#5;&#5;&#5;RM\n"
      "\n"
      "STRELSAU, March 27 - Ruritania and Norland have signed a\n"
      "pact on grain, the foreign ministry of Ruritania said here\n"
      "today.\n"
      "    It said 20 ships will carry the grain before the end of\n"
      "March 1988.\n"
      " Reuter\n");
  CHECK(zoned.shown() ==
        "T RURITANIA, NORLAND SIGN\n"
        "LP Ruritania and Norland have signed a/pact on grain, the foreign ministry of Ruritania said "
        "here/today.\n"
        "BP It said 20 ships will carry the grain before the end of/March 1988.\n");
  CHECK(zoned.skipped() == "26-MAR-1987 12:38:09.30&#5;&#5;&#5;RM\nSTRELSAU, March 27 -\nReuter\n");
  CHECK(zoned.day() == "1987-03-26");
  CHECK(zoned.zones.date_from == DateFrom::Dateline);
  CHECK(zoned.zones.dateline_place == "STRELSAU");
}

TEST_CASE("headlines of the wire run over two lines and may hold a dash") {
  const Zoned two(
      "RURITANIA AND NORLAND AGREE ON FERRIES\n"
      "AND ON A BRIDGE - MINISTER\n"
      "STRELSAU, March 27 - The two will run ferries together from\n"
      "the first of May, the minister said.\n");
  CHECK(two.zones.title == "RURITANIA AND NORLAND AGREE ON FERRIES AND ON A BRIDGE - MINISTER");
  CHECK(two.shown().find("LP The two will run ferries") != std::string::npos);
  const Zoned one("NORLAND SEEKS SUGAR - TRADE\n\nSTRELSAU, March 27 - Norland wants sugar.\n");
  CHECK(one.zones.title == "NORLAND SEEKS SUGAR - TRADE");
}

TEST_CASE("a newspaper's lines are paragraphs, and lists of other stories no part of it") {
  const Zoned zoned(
      "Norland To Lend Ruritania Trains\n"
      "17:26 JST, June 8, 2024\n"
      "The government of Norland will lend twelve trains to Ruritania next year, officials said on Friday.\n"
      "The trains are to run between the two capitals.\n"
      "\"Politics\" POPULAR ARTICLE\n"
      "-\n"
      "Minister Opens School in the Hills; Parents Glad\n"
      "-\n"
      "Zoo Hails Birth of Twins\n"
      "ACCESS RANKING\n"
      "- Old Bridge Falls; Nobody Hurt\n");
  CHECK(
      zoned.shown() ==
      "T Norland To Lend Ruritania Trains\n"
      "LP The government of Norland will lend twelve trains to Ruritania next year, officials said on Friday.\n"
      "BP The trains are to run between the two capitals.\n");
  CHECK(zoned.day() == "2024-06-08");
}

TEST_CASE("prose that returns after a list of other stories is read again") {
  const Zoned zoned(
      "Norland lends trains\n\n"
      "Norland will lend twelve trains to Ruritania next year.\n\n"
      "Related stories\n\n"
      "Zoo hails birth of twins\n\n"
      "Mayor opens bridge\n\n"
      "The trains are to run between the two capitals from the first day of May, the minister said.\n\n"
      "They will carry the mail as well, said the head of the railways, who was in Strelsau for the talks.\n\n"
      "Read More\n\n"
      "A second loan may follow.\n\n"
      "Leave a Reply\n\n"
      "Your email address will not be published. Required fields are marked *\n\n"
      "I like trains and think that this is a very fine thing for the two countries to do, says a reader.\n");
  CHECK(
      zoned.shown() ==
      "T Norland lends trains\n"
      "LP Norland will lend twelve trains to Ruritania next year.\n"
      "BP The trains are to run between the two capitals from the first day of May, the minister said.\n"
      "BP They will carry the mail as well, said the head of the railways, who was in Strelsau for the talks.\n"
      "BP A second loan may follow.\n");
}

TEST_CASE("a ministry's release has office, place and attribution above its text") {
  const Zoned zoned(
      "Minister Ott’s Call with the Foreign Minister of Norland\n\n"
      "Wed, 26 May 2021 14:46:43 +0000\n\n"
      "Office of the Spokesperson\n\n"
      "Strelsau, Ruritania\n\n"
      "The following is attributable to Spokesperson Ann Example:\n\n"
      "Minister Ott spoke today with the Foreign Minister of Norland about ports.\n\n"
      "They agreed to meet in the autumn.\n\n"
      "###\n");
  CHECK(zoned.shown() ==
        "T Minister Ott’s Call with the Foreign Minister of Norland\n"
        "LP Minister Ott spoke today with the Foreign Minister of Norland about ports.\n"
        "BP They agreed to meet in the autumn.\n");
  CHECK(zoned.day() == "2021-05-26");
}

TEST_CASE("Markdown: headings, run-in headings, lists and numbers begin at their words") {
  const Zoned zoned(
      "# Visit of the Minister\n\n"
      "8 Jul 2009 Posted in Visits and press releases\n\n"
      "{:start=\"1\"}\n"
      "1. The Minister for Ports of Norland visited the harbour of Strelsau today and met with the head of the "
      "port "
      "and its pilots.\n\n"
      "---\n\n"
      "## What was agreed\n\n"
      "**Harbour:** The two ports will share their pilots.\n\n"
      "They will also:\n"
      "-   **Build** a pier for large ships at the mouth of the river, to be\n"
      "    ready next year\n"
      "-   Train pilots\n\n"
      "**MINISTRY OF PORTS**\n"
      "**8 JULY 2009**\n\n"
      "Last updated on 9 Jul 2009\n");
  CHECK(zoned.shown() ==
        "T Visit of the Minister\n"
        "LP The Minister for Ports of Norland visited the harbour of Strelsau today and met with the head of "
        "the port "
        "and its pilots.\n"
        "BH What was agreed\n"
        "BH Harbour:\n"
        "BP The two ports will share their pilots.\n"
        "BH They will also:\n"
        "B* Build** a pier for large ships at the mouth of the river, to be/    ready next year\n"
        "B* Train pilots\n"
        "BH MINISTRY OF PORTS\n");
  CHECK(zoned.day() == "2009-07-08");
}

TEST_CASE("hard-wrapped text with blank lines becomes one block a paragraph") {
  const Zoned zoned(
      "Readout of a Call\n\n"
      "2023-03-17\n\n"
      "President Ott spoke with the Prime Minister of Norland today. They\n"
      "agreed to hold talks on fish in the spring, and on\n"
      "[Executive Order "
      "12](https://example.org/a/very/long/address/that/cannot/be/broken/anywhere/at/all/whatever/one/does), "
      "which\n"
      "expires, as was said when the two of them last met, on\n"
      "March 31, 2024.\n\n"
      "The two also spoke about a bridge.  \n"
      "Norland will pay for\n"
      "it.\n");
  CHECK(zoned.shown() ==
        "T Readout of a Call\n"
        "LP President Ott spoke with the Prime Minister of Norland today. They/agreed to hold talks on fish in "
        "the "
        "spring, and on/[Executive Order "
        "12](https://example.org/a/very/long/address/that/cannot/be/broken/anywhere/"
        "at/all/whatever/one/does), which/expires, as was said when the two of them last met, on/March 31, "
        "2024.\n"
        "BP The two also spoke about a bridge.\n"
        "BP Norland will pay for/it.\n");
}

TEST_CASE("an article without a title begins with its lead") {
  const std::string sentence =
      "Norland will lend Ruritania ten ferries for the summer, the minister of ports said.";
  CHECK(Zoned(sentence).shown() == "LP " + sentence + "\n");
  const Zoned glued(sentence +
                    "The ferries are old. They will be painted before they sail.\nNobody knows the colour.\n");
  CHECK(glued.zones.title.empty());
  CHECK(glued.zones.title_span.empty());
  CHECK(Zoned("Norland to lend ferries").shown() == "T Norland to lend ferries\n");
}

TEST_CASE("the title may be given, with or without its words in the text") {
  const Zoned there("Home\nMore\nNorland to Lend  Ferries\nIt will lend ten of them.\n", {},
                    "Norland to lend ferries");
  CHECK(there.zones.title == "Norland to lend ferries");
  CHECK(there.words(there.zones.title_span) == "Norland to Lend  Ferries");
  CHECK(there.shown() == "T Norland to Lend  Ferries\nLP It will lend ten of them.\n");
  const Zoned absent("Ten ferries will be lent to Ruritania.\n", {}, "Norland to lend ferries");
  CHECK(absent.zones.title == "Norland to lend ferries");
  CHECK(absent.zones.title_span.empty());
  CHECK(absent.shown() == "LP Ten ferries will be lent to Ruritania.\n");
}

TEST_CASE("a title printed twice is one block") {
  const Zoned zoned(
      "Norland to lend ferries\n\n2024-06-08\n\n**Norland to Lend Ferries**\n\nIt will lend ten.\n");
  CHECK(zoned.shown() == "T Norland to lend ferries\nLP It will lend ten.\n");
}

TEST_CASE("the article's day, in the forms that it is printed in") {
  struct Row {
    std::string line;
    std::string day;
  };
  for (const Row& row : {Row{"by May 2, 2017 Health", "2017-05-02"},
                         {"Published: 3 June 2024, 10:15 GMT", "2024-06-03"},
                         {"Monday, June 3rd, 2024", "2024-06-03"},
                         {"2024-06-03T08:15:00+02:00", "2024-06-03"},
                         {"03.06.2024", "2024-06-03"},
                         {"13/06/2024", "2024-06-13"},
                         {"06/13/2024", "2024-06-13"},
                         {"Politics | Jun. 3, 2024 | 4 min read", "2024-06-03"},
                         {"Strelsau, 3 June 2024", "2024-06-03"},
                         {"By our Strelsau desk, June 3, 2024", "2024-06-03"},
                         {"Strelsau, 3 June 2024 | Ports & ferries desk", "2024-06-03"},
                         {"Strelsau, June 3, 2024 /News brief/", "2024-06-03"},
                         {"Transcript (shortened), Monday, June 3, 2024", "2024-06-03"},
                         {"The ferries that it bought on June 3, 2024", ""},
                         {"06/03/2024", ""},
                         {"31 June 2024", ""}}) {
    CAPTURE(row.line);
    const Zoned zoned("Norland to lend ferries\n" + row.line + "\nIt will lend ten of them in May.\n");
    CHECK(zoned.day() == row.day);
  }
}

TEST_CASE("which day counts: metadata, date line, dateline, foot, option") {
  const std::string body = "STRELSAU, March 3 - Norland will lend ten ferries.\n\nIt will do so soon.\n";
  const std::string head = "Norland lends\n\n4 March 2020\n\n";
  CHECK(Zoned(head + body, "2021-05-05", {}, "Thu, 5 Mar 2020 01:00:00 +0000").day() == "2020-03-05");
  CHECK(Zoned(head + body, "2021-05-05").day() == "2020-03-04");
  CHECK(Zoned(head + body, "2021-05-05", {}, "no day at all").zones.date_from == DateFrom::Dateline);
  CHECK(Zoned("Norland lends\n\n" + body, "2021-05-05").day() == "2021-03-03");
  CHECK(Zoned("Norland lends\n\n" + body, "2021-01-02").day() == "2021-03-03");
  CHECK(Zoned("Norland lends\n\nSTRELSAU, Dec 30 - It lends.\n", "2021-01-02").day() == "2020-12-30");
  CHECK(Zoned("Norland lends\n\n" + body + "\nLast updated on 8 March 2020\n", "2021-05-05").day() ==
        "2020-03-03");
  CHECK(Zoned("Norland lends\n\nIt lends ten.\n\nLast updated on 8 March 2020\n", "2021-05-05").day() ==
        "2020-03-08");
  const Zoned option("Norland lends\n\nIt lends ten.\n", "2021-05-05");
  CHECK(option.day() == "2021-05-05");
  CHECK(option.zones.date_from == DateFrom::Option);
  const Zoned none("Norland lends\n\n" + body);
  CHECK(none.day().empty());
  CHECK(none.zones.date_from == DateFrom::None);
}

TEST_CASE("datelines of agencies") {
  struct Row {
    std::string start;
    std::string place;
  };
  for (const Row& row : {Row{"KYIV, July 3 (Agency) -- ", "KYIV"},
                         {"Strelsau, Ruritania, 3 July 2024 – ", "Strelsau, Ruritania"},
                         {"MOSCOW, July 3. /AGENCY/. ", "MOSCOW"},
                         {"NEW DELHI (Agency) - ", "NEW DELHI"},
                         {"NAIROBI, Kenya — ", "NAIROBI, Kenya"},
                         {"SAMARKAND, July 3 (2024) - ", "SAMARKAND"},
                         {"LIMA, 03.07.2024. ", "LIMA"},
                         {"SINGAPORE (3 July 2024) – ", "SINGAPORE"}}) {
    CAPTURE(row.start);
    const Zoned zoned("Norland to lend ferries\n\n" + row.start + "Norland will lend ten ferries.\n");
    CHECK(zoned.zones.dateline_place == row.place);
    CHECK(zoned.shown() == "T Norland to lend ferries\nLP Norland will lend ten ferries.\n");
  }
}

TEST_CASE("a title may hold the day, or be glued to the text") {
  CHECK(Zoned("Morning briefing - 15/06/2022\n\nNorland lends ten ferries.\n").day() == "2022-06-15");
  CHECK(Zoned("Briefing by the Minister, June 15, 2022\n\n16 June 2022\n\nGood day.\n").day() == "2022-06-16");
  const Zoned glued(
      "Norland to lend ferries STRELSAU, March 3, 2024 (Agency) - Norland will lend ten ferries. They are "
      "old.");
  CHECK(glued.shown() == "T Norland to lend ferries\nLP Norland will lend ten ferries. They are old.\n");
  CHECK(glued.zones.dateline_place == "STRELSAU");
  CHECK(glued.day() == "2024-03-03");
}

TEST_CASE("menus and the site's name above the title are skipped") {
  const Zoned zoned(
      "Government portal\n"
      "Home > Ports > Ferries\n\n"
      "Accessibility | Contact | Log in\n\n"
      "Norland lends ferries\n\n"
      "STRELSAU | Sunday, 28 January 2024\n\n"
      "Norland has lent ten ferries to Ruritania, the ministry of ports said on Sunday.\n\n"
      "Listen | Watch | More on this story\n"
      "Zoo hails birth of twins\n");
  CHECK(zoned.shown() ==
        "T Norland lends ferries\n"
        "LP Norland has lent ten ferries to Ruritania, the ministry of ports said on Sunday.\n");
  CHECK(zoned.day() == "2024-01-28");
  CHECK(zoned.zones.dateline_place == "STRELSAU");
}

TEST_CASE("numbered paragraphs are paragraphs, numbered items are items") {
  const Zoned zoned(
      "Norland to lend ferries\n\n"
      "1. Norland will lend ten ferries to Ruritania, the minister of ports said on Friday.\n\n"
      "2. It will also:\n\n"
      "(a) train pilots; and\n\n"
      "(b) build a pier.\n");
  CHECK(zoned.shown() ==
        "T Norland to lend ferries\n"
        "LP Norland will lend ten ferries to Ruritania, the minister of ports said on Friday.\n"
        "BP It will also:\n"
        "B* train pilots; and\n"
        "B* build a pier.\n");
}

TEST_CASE("captions, credits, sharing and sign-offs are skipped") {
  const Zoned zoned(
      "Norland to lend ferries\n"
      "By Ann Example and Bo Sample\n"
      "Share this article\n"
      "The two ministers on a pier. (Photo by Ann Example/Agency)\n"
      "The two ministers on a boat, June 2, 2024. (Agency/Ann Example)\n"
      "Norland will lend ten ferries to Ruritania, the minister said.\n"
      "Read more: Pier falls into the sea\n"
      "Sign up for our daily newsletter\n"
      "It asked for nothing in return.\n"
      "Tags: ferries, ports\n"
      "Source: Government of Norland\n"
      "(Reporting by Ann Example; Editing by Bo Sample)\n"
      "© 2024 The Strelsau Post\n"
      "Back to top\n");
  CHECK(zoned.shown() ==
        "T Norland to lend ferries\n"
        "LP Norland will lend ten ferries to Ruritania, the minister said.\n"
        "BP It asked for nothing in return.\n");
}

TEST_CASE("headlines of other stories printed twice, forms and the title again are skipped") {
  const Zoned zoned(
      "Norland to lend ferries\n\n"
      "Norland will lend ten ferries to Ruritania, the minister said.\n\n"
      "Ruritania&#39;s zoo hails the birth of twins\n\n"
      "Ruritania's zoo hails the birth of twins\n\n"
      "Enter your email to get our news\n\n"
      "By subscribing you agree to our\nprivacy policy.\n\n"
      "Minister speaks on a pier – Oct 29, 2021\n\n"
      "It asked for nothing in return.\n\n"
      "Norland to Lend Ferries\n");
  CHECK(zoned.shown() ==
        "T Norland to lend ferries\n"
        "LP Norland will lend ten ferries to Ruritania, the minister said.\n"
        "BP It asked for nothing in return.\n");
}

TEST_CASE("words of furniture within a sentence are none") {
  const Zoned zoned(
      "NORLAND PAYS MORE\n\n"
      "STRELSAU, March 27 - Norland will pay its fishermen 20 crowns a\n"
      "share.\n"
      "    It will also pay for nets, for boats and for all that is\n"
      "related to the trade, in which many live and work, and will be\n"
      "share holder of the port.\n");
  CHECK(zoned.shown() ==
        "T NORLAND PAYS MORE\n"
        "LP Norland will pay its fishermen 20 crowns a/share.\n"
        "BP It will also pay for nets, for boats and for all that is/related to the trade, in which many live "
        "and "
        "work, and will be/share holder of the port.\n");
}
