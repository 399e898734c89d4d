#include "eval/gold_standoff.h"

#include <doctest/doctest.h>

#include "eval/scratch.h"
#include "read/digest.h"

using namespace coopmine;

namespace {

Article article_of(const std::string& text) {
  Article article;
  article.id = "a.txt";
  article.text = text;
  article.sha256 = sha256_hex(text);
  return article;
}

std::string line_of(const std::string& text, const std::string& rest) {
  return R"({"sha256": ")" + sha256_hex(text) + "\"" + (rest.empty() ? "" : ", " + rest) + "}\n";
}

std::string shown(const Diagnostics& faults) {
  std::string out;
  for (const Diagnostic& fault : faults.errors())
    out += std::to_string(fault.line) + ": " + fault.message + " (" + fault.hint + ")\n";
  return out;
}

const std::string kText = "\xC3\x96sterreich will give Kenya $5 million.";
const std::string kAid = R"("commitments": [{"spans": [[11, 38], [0, 10]], "type": "aid", "status": "pledged",
    "parties": [{"role": "giver", "id": "AUT"}, {"role": "receiver", "name": "Oslo Water"}], "sectors": ["water"],
    "amounts": [{"value": 5000000, "currency": "USD"}], "optional": true}])";

std::string on_one_line(std::string text) {
  for (char& c : text) c = c == '\n' ? ' ' : c;
  return text;
}

}  // namespace

TEST_CASE("an article is known by its hash, once") {
  const scratch::Folder folder;
  folder.write("a.jsonl", line_of(kText, "\"date\": \"2024-06-08\", " + on_one_line(kAid)) + "\n" + line_of("Nothing.", ""));
  Diagnostics faults;
  StandoffGold gold(folder.path() + "/a.jsonl", faults);
  CHECK(gold.size() == 2);
  CHECK_FALSE(gold.take(article_of(kText + " "), faults));
  CHECK(gold.waiting() == 2);
  const auto found = gold.take(article_of(kText), faults);
  REQUIRE(found);
  CHECK(gold.waiting() == 1);
  CHECK(found->name == "a.txt");
  CHECK(found->text == kText);
  CHECK(found->date == "2024-06-08");
  REQUIRE(found->claims.size() == 1);
  CHECK(found->claims[0].spans == std::vector<CodeSpan>{{11, 38}, {0, 10}});
  CHECK(found->claims[0].optional());
  CHECK(found->claims[0].items == SlotItems{{SlotKind::Type, "aid"},
                                            {SlotKind::Status, "pledged"},
                                            {SlotKind::Giver, "AUT"},
                                            {SlotKind::Receiver, "=oslo water"},
                                            {SlotKind::Sector, "water"},
                                            {SlotKind::Amount, "USD 5e+06"}});
  CHECK_FALSE(gold.take(article_of(kText), faults));
  const auto empty = gold.take(article_of("Nothing."), faults);
  REQUIRE(empty);
  CHECK(empty->claims.empty());
  CHECK(gold.waiting() == 0);
  CHECK(shown(faults) == "");
}

TEST_CASE("title and date are those of the article's metadata") {
  const scratch::Folder folder;
  folder.write("a.jsonl", line_of("Nothing.", R"("date": "2024-06-08")"));
  Diagnostics faults;
  StandoffGold gold(folder.path() + "/a.jsonl", faults);
  Article article = article_of("Nothing.");
  article.title = "News";
  article.date = "Sun, 9 Jun 2024 10:00:00 +0000";
  const auto found = gold.take(article, faults);
  REQUIRE(found);
  CHECK(found->title == "News");
  CHECK(found->date == article.date);
}

TEST_CASE("a bad line gives one fault, and the rest goes on") {
  const scratch::Folder folder;
  const auto claim = [](const std::string& more) {
    return R"("commitments": [{"type": "aid", "status": "pledged")" + more + "}]";
  };
  folder.write("a.jsonl", line_of("good", "") + "{\n" + "[]\n" + "{}\n" + R"({"sha256": "A0"})" + "\n" +
                              line_of("a", R"("date": "8 June")") + line_of("b", R"("comitments": [])") +
                              line_of("c", R"("commitments": {})") + line_of("d", claim("")) +
                              line_of("e", claim(R"(, "spans": [[0, 1], [2, 2]])")) +
                              line_of("f", claim(R"(, "spans": [[0, 1]], "quotes": ["words"])")) +
                              line_of("g", claim(R"(, "spans": [[0, 1]], "parties": [{"role": "donor"}, {"role": "donee"}])")) +
                              line_of("h", R"("commitments": [{"spans": [[0, 1]], "type": "aid"}])") +
                              line_of("i", R"("commitments": [7])") + line_of("good", "") + line_of("last", ""));
  Diagnostics faults;
  const StandoffGold gold(folder.path() + "/a.jsonl", faults);
  CHECK(gold.size() == 2);
  const std::string shape = R"( (write {"sha256": "...", "commitments": [ ... ]}))";
  const std::string spans = R"( (write "spans": [[begin, end], ...], in code points of the article))";
  CHECK(shown(faults) ==
        "2: not JSON: Missing a name for object member." + shape + "\n3: not a JSON object" + shape + "\n4: no 'sha256'" + shape +
            "\n5: 'sha256' is no hash (write the 64 hex digits of the article's SHA-256, in small letters)\n"
            "6: 'date' is no day (write it as 2024-06-08, or null)\n"
            "7: unknown key 'comitments' (did you mean 'commitments'?)\n"
            "8: 'commitments' is no list" + shape + "\n9: #1 has no spans" + spans + "\n10: #1 spans[1] is no span" + spans +
            "\n11: #1 unknown key 'quotes' (leave it out)\n"
            "12: #1 role: 'donor' is none (one of party, giver, receiver)\n"
            "13: #1 status: missing ()\n"
            "14: #1 not an object ()\n"
            "15: the article of line 1 again (take one of the two lines away)\n");
}

TEST_CASE("a span behind the end of its article leaves the article out") {
  const scratch::Folder folder;
  folder.write("a.jsonl", line_of(kText, on_one_line(kAid)) +
                              line_of("\xC3\x96l", R"("commitments": [{"spans": [[0, 3]], "type": "aid", "status": "pledged"}])"));
  Diagnostics faults;
  StandoffGold gold(folder.path() + "/a.jsonl", faults);
  CHECK_FALSE(gold.take(article_of("\xC3\x96l"), faults));
  CHECK(shown(faults) == "2: the span [0, 3] ends behind the 2 code points of a.txt (count in code points of the article's text)\n");
  CHECK(gold.waiting() == 1);
}

TEST_CASE("a file that can't be read is told") {
  const scratch::Folder folder;
  Diagnostics faults;
  const StandoffGold gold(folder.path() + "/no.jsonl", faults);
  CHECK(gold.size() == 0);
  REQUIRE(faults.errors().size() == 1);
  CHECK(faults.errors()[0].file == folder.path() + "/no.jsonl");
}
