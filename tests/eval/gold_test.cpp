#include <doctest/doctest.h>

#include "eval/gold.h"
#include "eval/quotes.h"
#include "eval/scratch.h"

using namespace coopmine;

namespace {

std::string shown(const Diagnostics& faults) {
  std::string out;
  for (const Diagnostic& fault : faults.errors()) {
    out += fault.file.substr(fault.file.rfind('/') + 1);
    if (fault.line > 0) out += ":" + std::to_string(fault.line);
    out += ": " + fault.message + (fault.hint.empty() ? "" : " (" + fault.hint + ")") + "\n";
  }
  return out;
}

std::optional<CodeSpan> place(std::string_view text, std::string_view quote) {
  return find_quote(code_points_of(text), code_points_of(quote));
}

}  // namespace

TEST_CASE("a quote is found whatever white space stands between its words") {
  CHECK(place("Oslo  will\r\n\tpay", "will pay") == CodeSpan{6, 16});
  CHECK(place("Oslo will\xC2\xA0pay", " will  pay ") == CodeSpan{5, 13});
  CHECK(place("willpay will pay", "will pay") == CodeSpan{8, 16});
  CHECK(place("a a b", "a b") == CodeSpan{2, 5});
  CHECK(place("\xC3\x96sterreich zahlt", "zahlt") == CodeSpan{11, 16});
  CHECK_FALSE(place("will pay", "will paid"));
  CHECK_FALSE(place("will pay", "  "));
  CHECK_FALSE(place("", "x"));
}

TEST_CASE("invalid bytes count as one character for each ill-formed piece") {
  CHECK(place("\xE2\x82 x", "x") == CodeSpan{2, 3});
  CHECK(place("\xFF\xFFx", "x") == CodeSpan{2, 3});
}

TEST_CASE("gold of the codebook's form") {
  const scratch::Folder folder;
  folder.write("b.txt", "Norway will give Kenya\n$5 million.");
  folder.write("b.gold.json",
               R"({"date": null, "note": "n", "commitments": [{"quotes": ["will give Kenya $5 million", "Norway"],
    "type": "aid", "status": "pledged", "parties": [{"role": "giver", "id": "NOR", "name": "Norway"}],
    "initiator": null, "sectors": ["water"], "instrument": null,
    "amounts": [{"value": 5000000, "currency": "USD", "cumulative": true}],
    "dates": ["2024"], "duration": null, "optional": true}]})");
  folder.write("a.txt", "Nothing.");
  folder.write("a.gold.json", R"({"date": "2024-06-08", "commitments": []})");
  folder.write("unread.txt", "An article without gold is passed over.");
  Diagnostics faults;
  const GoldSet gold = load_gold(folder.path(), {}, faults);
  CHECK(shown(faults) == "");
  REQUIRE(gold.articles.size() == 2);
  CHECK(gold.articles[0].name == "a.txt");
  CHECK(gold.articles[0].claims.empty());
  REQUIRE(gold.articles[1].claims.size() == 1);
  const Claim& claim = gold.articles[1].claims[0];
  CHECK(claim.label == "will give Kenya $5 million");
  CHECK(claim.spans == std::vector<CodeSpan>{{7, 33}, {0, 6}});
  CHECK(claim.optional());
  CHECK(claim.items == SlotItems{{SlotKind::Type, "aid"},
                                 {SlotKind::Status, "pledged"},
                                 {SlotKind::Giver, "NOR"},
                                 {SlotKind::Sector, "water"},
                                 {SlotKind::Amount, "USD 5e+06"},
                                 {SlotKind::Date, "2024"}});
}

TEST_CASE("a faulty annotation leaves out its article alone, and every fault is told") {
  const scratch::Folder folder;
  const std::string aid = R"("type": "aid", "status": "pledged")";
  folder.write("good.txt", "Norway pays.");
  folder.write("good.gold.json", R"({"commitments": [{"quotes": ["Norway pays"], )" + aid + "}]}");
  folder.write("broken.txt", "x");
  folder.write("broken.gold.json", "{\"commitments\": [\n  {,}]}");
  folder.write("list.txt", "x");
  folder.write("list.gold.json", "[]");
  folder.write("alone.gold.json", "{}");
  folder.write("quote.txt", "Norway pays.");
  folder.write("quote.gold.json",
               "{\"commitments\": [\n {\"quotes\": [\"Norway pays\"], " + aid + "},\n {\"quotes\": [\"Norway paid\"], " + aid + "}]}");
  folder.write("none.txt", "x");
  folder.write("none.gold.json", R"({"commitments": [{"quotes": [], )" + aid + "}]}");
  folder.write("role.txt", "x");
  folder.write("role.gold.json", R"({"commitments": [{"quotes": ["x"], "type": "aid", "status": "pledged", "parties": [{"id": "NOR"}]}]})");
  Diagnostics faults;
  const GoldSet gold = load_gold(folder.path(), {}, faults);
  REQUIRE(gold.articles.size() == 1);
  CHECK(gold.articles[0].name == "good.txt");
  CHECK(gold.left_out == 6);
  CHECK(shown(faults) ==
        "alone.gold.json: no article alone.txt beside it (add the article, or take the annotation away)\n"
        "broken.gold.json:2: not JSON: Missing a name for object member.\n"
        "list.gold.json: no list 'commitments' (write {\"date\": null, \"commitments\": [ ... ]})\n"
        "none.gold.json: #1 has no quotes (write \"quotes\": [\"words of the article\"])\n"
        "quote.gold.json:3: #2 quote not in the article: \"Norway paid\" (copy it letter by letter from the article)\n"
        "role.gold.json: #1 parties[0].role: missing\n");
}

TEST_CASE("unknown words and keys are told and the article still counts") {
  const scratch::Folder folder;
  folder.write("a.txt", "Norway pays.");
  folder.write("a.gold.json",
               "{\"commitments\": [\n{\"quotes\": [\"Norway pays\"], \"type\": \"aids\", \"status\": \"pledge\",\n"
               "\"parties\": [{\"role\": \"donor\", \"id\": \"NOR\"}], \"sector\": [\"water\"]}]}");
  Diagnostics faults;
  const GoldSet gold = load_gold(folder.path(), {}, faults);
  CHECK(gold.articles.size() == 1);
  CHECK(gold.left_out == 0);
  CHECK(shown(faults) ==
        "a.gold.json:3: #1 unknown key 'sector' (did you mean 'sectors'?)\n"
        "a.gold.json:2: #1 type: 'aids' is none (did you mean 'aid'?)\n"
        "a.gold.json:2: #1 status: 'pledge' is none (did you mean 'pledged'?)\n"
        "a.gold.json:2: #1 role: 'donor' is none (one of party, giver, receiver)\n");
}

TEST_CASE("only the articles asked for") {
  const scratch::Folder folder;
  for (const std::string name : {"alpha", "beta"}) {
    folder.write(name + ".txt", "x");
    folder.write(name + ".gold.json", R"({"commitments": []})");
  }
  Diagnostics faults;
  const GoldSet gold = load_gold(folder.path(), {"beta", "alpah"}, faults);
  REQUIRE(gold.articles.size() == 1);
  CHECK(gold.articles[0].name == "beta.txt");
  CHECK(faults.errors().at(0).message == "no gold for 'alpah'");
  CHECK(faults.errors().at(0).hint == "did you mean 'alpha'?");
}

TEST_CASE("a folder without gold, and none at all") {
  const scratch::Folder folder;
  Diagnostics faults;
  CHECK(load_gold(folder.path(), {}, faults).articles.empty());
  CHECK(load_gold(folder.path() + "/no", {}, faults).articles.empty());
  REQUIRE(faults.errors().size() == 2);
  CHECK(faults.errors()[0].message == "no gold in it");
  CHECK(faults.errors()[1].message.starts_with("can't be read: "));
}

TEST_CASE("brat stand-off gives the same claims") {
  const scratch::Folder folder;
  folder.write("a.txt", "Norway said on Friday that it will give Kenya $5 million for wells.");
  folder.write("a.ann",
               "T1\tAid 34 38\tgive\n"
               "T2\tActor 0 6\tNorway\n"
               "T3\tActor 39 44\tKenya\n"
               "T4\tMoney 45 55\t$5 million\n"
               "T5\tQuote 29 38;39 55\twill give Kenya $5 million\n"
               "T6\tSector 60 65\twells\n"
               "T7\tDate 15 21\tFriday\n"
               "T8\tActor 0 6\tOslo Water\n"
               "E1\tAid:T1 Giver:T2 Receiver1:T3 Receiver2:T8 Amount:T4 Quote:T5 Sector:T6 Date:T7 Initiator:T2\n"
               "A1\tStatus E1 pledged\n"
               "A2\tCumulative T4\n"
               "A3\tOptional E1\n"
               "N1\tReference T2 coopmine:NOR\tNorway\n"
               "N2\tReference T3 coopmine:KEN\tKenya\n"
               "#1\tAnnotatorNotes T4\tUSD 5000000\n"
               "#2\tAnnotatorNotes T6\twater\n"
               "#3\tAnnotatorNotes T7\t2024-06-07\n"
               "#4\tAnnotatorNotes E1\tis it one?\n"
               "R1\tSame Arg1:T2 Arg2:T8\n"
               "*\tEquiv T2 T8\n");
  Diagnostics faults;
  const GoldSet gold = load_gold(folder.path(), {}, faults);
  CHECK(shown(faults) == "");
  REQUIRE(gold.articles.size() == 1);
  REQUIRE(gold.articles[0].claims.size() == 1);
  const Claim& claim = gold.articles[0].claims[0];
  CHECK(claim.spans == std::vector<CodeSpan>{{29, 38}, {39, 55}});
  CHECK(claim.label == "will give Kenya $5 million");
  CHECK(claim.optional());
  CHECK(claim.record.amounts.at(0).cumulative);
  CHECK(claim.items == SlotItems{{SlotKind::Type, "aid"},
                                 {SlotKind::Status, "pledged"},
                                 {SlotKind::Initiator, "NOR"},
                                 {SlotKind::Giver, "NOR"},
                                 {SlotKind::Receiver, "=oslo water"},
                                 {SlotKind::Receiver, "KEN"},
                                 {SlotKind::Sector, "water"},
                                 {SlotKind::Amount, "USD 5e+06"},
                                 {SlotKind::Date, "2024-06-07"}});
}

TEST_CASE("an event without quotes stands where its trigger stands; an empty annotation is an empty one") {
  const scratch::Folder folder;
  folder.write("a.txt", "Norway pays.");
  folder.write("a.ann", "T1\tAid 7 11\tpays\nE1\tAid:T1\nA1\tStatus E1 fulfilled\n");
  folder.write("b.txt", "Nothing.");
  folder.write("b.ann", "");
  Diagnostics faults;
  const GoldSet gold = load_gold(folder.path(), {}, faults);
  CHECK(faults.ok());
  REQUIRE(gold.articles.size() == 2);
  CHECK(gold.articles[0].claims.at(0).spans == std::vector<CodeSpan>{{7, 11}});
  CHECK(gold.articles[1].claims.empty());
}

TEST_CASE("faults of brat files are told with their line") {
  const scratch::Folder folder;
  const auto fault_of = [&](const std::string& annotation) {
    folder.write("a.txt", "Norway pays.");
    folder.write("a.ann", annotation);
    Diagnostics faults;
    CHECK(load_gold(folder.path(), {}, faults).left_out == 1);
    return shown(faults);
  };
  const std::string head = "T1\tAid 7 11\tpays\nT2\tX 0 6\tNorway\n";
  const std::string status = "A1\tStatus E1 pledged\n";
  CHECK(fault_of("T1\tAid 7 13\tpays.\n") == "a.ann:1: '7 13' is no place in the article (two offsets up to 12)\n");
  CHECK(fault_of(head + "E1\tAid:T1\n") == "a.ann:3: the event has no status (add a line: A1<TAB>Status E1 pledged)\n");
  CHECK(fault_of(head + "E1\tAid:T1 Giver:T9\n" + status) == "a.ann:3: 'T9' is not defined (it must be the name of a T line)\n");
  CHECK(fault_of(head + "E1\tAid:T1 Sector:T2\n" + status) ==
        "a.ann:3: no value is noted for \"Norway\" (add a line: #1<TAB>AnnotatorNotes T1<TAB>VALUE)\n");
  CHECK(fault_of(head + "E1\tAid:T1 Amount:T2\n" + status + "#1\tAnnotatorNotes T2\t5 million\n") ==
        "a.ann:3: '5 million' is no sum (write it as USD 5000000)\n");
  CHECK(fault_of(head + "E1\tAid:T1 Theme:T2\n" + status).starts_with("a.ann:3: 'theme' is no argument of a commitment"));
  CHECK(fault_of("Aid: Norway\n").starts_with("a.ann:1: no line of brat stand-off"));
}

TEST_CASE("two annotations of one article") {
  const scratch::Folder folder;
  folder.write("a.txt", "x");
  folder.write("a.ann", "");
  folder.write("a.gold.json", R"({"commitments": [{"quotes": ["x"], "type": "aid", "status": "pledged"}]})");
  Diagnostics faults;
  const GoldSet gold = load_gold(folder.path(), {}, faults);
  REQUIRE(gold.articles.size() == 1);
  CHECK(gold.articles[0].claims.size() == 1);
  REQUIRE(faults.errors().size() == 1);
  CHECK(faults.errors()[0].message.starts_with("'a' has two annotations"));
}
