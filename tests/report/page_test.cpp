#include <doctest/doctest.h>

#include "record/record.h"
#include "report/assets.h"
#include "report/page.h"
#include "report/records_page.h"

using namespace coopmine;

namespace {

std::string page_of(const std::vector<CommitmentRecord>& records, const std::string& title = {}) {
  std::string out;
  RecordsPage page([&](std::string_view text) { out += text; }, title);
  for (const CommitmentRecord& record : records) page.add(record);
  page.finish();
  return out;
}

// The JSON in the page.
std::string data_of(const std::string& page) {
  const std::string open = "id=\"data\">";
  const std::size_t at = page.find(open) + open.size();
  return page.substr(at, page.find("</script>", at) - at);
}

CommitmentRecord loan(const std::string& id) {
  CommitmentRecord record;
  record.id = id;
  record.doc = {"a.txt", "A loan", "2024-06-08", "dateline", "en", std::string(64, 'a'), {{"url", "\"https://example.org/a\""}}};
  record.type = "aid";
  record.status = "pledged";
  record.act = "lend";
  RecordParty giver;
  giver.role = "giver";
  giver.id = "JPN";
  giver.name = "Japan";
  giver.text = "Tokyo";
  giver.span = CodeSpan{0, 5};
  record.parties = {giver};
  RecordAmount amount;
  amount.value = 5e6;
  amount.currency = "USD";
  record.amounts = {amount};
  record.evidence.resize(1);
  record.evidence[0].text = "Tokyo will lend.";
  record.evidence[0].span = {0, 16};
  record.evidence[0].sentence = 1;
  record.rules = {"verb.to"};
  record.confidence = 0.5;
  record.codes.plover = "AID";
  return record;
}

}  // namespace

TEST_CASE("a page names its own script and style by their hashes") {
  const Page page = make_page({"<meta @POLICY@><style>@STYLE@</style>@DATA@<script>@SCRIPT@</script>", "a{}", "alert(1)"});
  CHECK(page.before_data ==
        "<meta default-src 'none'; script-src 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='; style-src "
        "'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='; base-uri 'none'; form-action 'none'><style>a{}</style>");
  CHECK(page.behind_data == "<script>alert(1)</script>");
}

TEST_CASE("nothing in the data can end its element") {
  CHECK(inside_script(R"({"a":"</script><!--&amp;"})") == R"({"a":"\u003c/script\u003e\u003c!--\u0026amp;"})");
  CHECK(inside_script("[1]") == "[1]");
}

TEST_CASE("what records share is written once, and what is missing is left out") {
  const std::string data = data_of(page_of({loan("1"), loan("2")}, "Loans"));
  CHECK(data == R"({"records":[
{"id":"1","doc":0,"type":"aid","status":"pledged","act":"lend","parties":[{"role":"giver","actor":0,"text":"Tokyo","span":[0,5]}],"amounts":[{"value":5000000,"currency":"USD"}],"evidence":[{"text":"Tokyo will lend.","span":[0,16],"sentence":1}],"rules":[0],"codes":["PLOVER AID"],"confidence":0.5},
{"id":"2","doc":0,"type":"aid","status":"pledged","act":"lend","parties":[{"role":"giver","actor":0,"text":"Tokyo","span":[0,5]}],"amounts":[{"value":5000000,"currency":"USD"}],"evidence":[{"text":"Tokyo will lend.","span":[0,16],"sentence":1}],"rules":[0],"codes":["PLOVER AID"],"confidence":0.5}],
"docs":[
{"id":"a.txt","title":"A loan","date":"2024-06-08","date_from":"dateline","lang":"en","url":"https://example.org/a"}],
"actors":[
{"id":"JPN","name":"Japan"}],
"rules":[
"verb.to"],
"types":["agreement","aid","commerce","access","institution","support","cooperation"],"statuses":["fulfilled","concluded","pledged","planned","proposed","discussed","possible","ended"],"title":"Loans"}
)");
}

TEST_CASE("a page asks for nothing from outside") {
  const std::string page = page_of({});
  CHECK(page.starts_with("<!doctype html>"));
  CHECK(page.ends_with("</html>\n"));
  CHECK(page.find("src=") == std::string::npos);
  CHECK(page.find("@import") == std::string::npos);
  CHECK(page.find("innerHTML") == std::string::npos);
  CHECK(page.find("</script", page.find(kReportJs.substr(0, 40))) == page.rfind("</script"));
}
