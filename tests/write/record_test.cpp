#include <limits>
#include <string>

#include <doctest/doctest.h>

#include "write/sample.h"
#include "write/json.h"
#include "write/record.h"

using namespace coopmine;

namespace {

std::string line_of(const Article& article, const Commitment& commitment) {
  const ZonedArticle zoned = sample::zoned(article);
  const RecordContext context(zoned, "en");
  std::string out;
  write_commitment(context, commitment, out);
  return out;
}

std::string mention_line(const Article& article, const Mention& mention) {
  const ZonedArticle zoned = sample::zoned(article);
  const RecordContext context(zoned, "en");
  std::string out;
  write_mention(context, mention, out);
  return out;
}

std::string number(double value) {
  JsonLine json;
  json.number(value);
  std::string out;
  json.finish(out);
  out.pop_back();
  return out;
}

std::string text_value(std::string_view text) {
  JsonLine json;
  json.string(text);
  std::string out;
  json.finish(out);
  out.pop_back();
  return out;
}

std::string raw_value(std::string_view text) {
  JsonLine json;
  json.raw(text);
  std::string out;
  json.finish(out);
  out.pop_back();
  return out;
}

}  // namespace

TEST_CASE("a commitment is one line with its keys in fixed order") {
  const Article article = sample::article();
  CHECK(line_of(article, sample::commitment(article)) ==
        R"({"kind":"commitment","schema":"coopmine/1","id":"0123456789abcdef",)"
        R"("doc":{"id":"folder/pledge.txt","title":"Norway helps Kenya","date":"2024-06-08",)"
        R"("date_from":"option","lang":"en",)"
        R"("sha256":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},)"
        R"("type":"aid","status":"pledged","act":"give",)"
        R"("parties":[{"role":"giver","id":"NOR","name":"Norway","kind":"state",)"
        R"("organ":"government","text":"Norway’s government","span":[27,46],"via":null},)"
        R"({"role":"receiver","id":"KEN","name":"Kenya","kind":"state","organ":null,)"
        R"("text":"Kenya","span":[57,62],"via":"title"}],)"
        R"("initiator":{"id":"NOR","name":"Norway","text":"Norway’s government",)"
        R"("span":[27,46],"via":null},)"
        R"("sectors":[{"id":"water","text":"wells","span":[85,90]}],)"
        R"("instrument":{"kind":"plan","text":"for wells","span":[81,90],"name":null},)"
        R"("amounts":[{"value":2500000,"currency":"USD","max":3000000.5,"approx":"over",)"
        R"("cumulative":true,"text":"$2.5 million","span":[68,80]}],)"
        R"("dates":[{"value":"/2030","text":"by 2030","span":[91,98]}],)"
        R"("duration":{"value":"P10Y","text":"by 2030","span":[91,98]},)"
        R"("measures":[{"text":"wells","span":[85,90]}],)"
        R"("attribution":{"speaker":{"id":"NOR","name":"Norway"},"text":"an envoy said",)"
        R"("span":[100,113],"certainty":"reported"},"part_of":"fedcba9876543210",)"
        R"("evidence":[{"text":"Norway’s government will give Kenya over $2.5 million for wells",)"
        R"("span":[27,90],"sentence":2,"zone":"lead",)"
        R"("trigger":{"text":"will give","lemma":"give","span":[47,56]}}],)"
        R"("rules":["aid.gives-to"],"confidence":0.91,)"
        R"("codes":{"plover":"AID","cameo":"070","iati":"2","aiddata":"Pipeline: Commitment",)"
        R"("dac":["140"]}})"
        "\n");
}

TEST_CASE("every key is there when nothing is filled") {
  Article article;
  article.id = "x";
  ZonedArticle zoned;
  zoned.article = &article;
  const RecordContext context(zoned, "");
  std::string out;
  write_commitment(context, {}, out);
  CHECK(out ==
        R"({"kind":"commitment","schema":"coopmine/1","id":"",)"
        R"("doc":{"id":"x","title":null,"date":null,"date_from":null,"lang":null,"sha256":""},)"
        R"("type":"cooperation","status":"pledged","act":null,"parties":[],"initiator":null,)"
        R"("sectors":[],"instrument":null,"amounts":[],"dates":[],"duration":null,"measures":[],)"
        R"("attribution":null,"part_of":null,"evidence":[],"rules":[],"confidence":0,)"
        R"("codes":{"plover":null,"cameo":null,"iati":null,"aiddata":null,"dac":[]}})"
        "\n");
}

TEST_CASE("mentions have the value of their type") {
  const Article article = sample::article();
  Mention m;
  m.rule = "some.rule";
  m.span = sample::find(article.text, "Kenya");

  SUBCASE("actor") {
    m.actor.id = "KEN";
    CHECK(mention_line(article, m) ==
          R"({"kind":"mention","doc":{"id":"folder/pledge.txt"},"type":"actor","value":"KEN",)"
          R"("text":"Kenya","span":[13,18],"rule":"some.rule"})"
          "\n");
  }
  SUBCASE("an actor without a code") {
    CHECK(mention_line(article, m).find(R"("value":null)") != std::string::npos);
  }
  SUBCASE("money") {
    m.type = MentionType::Money;
    m.span = sample::find(article.text, "$2.5 million");
    m.money.make().value = 2500000;
    m.money.make().currency = "USD";
    CHECK(mention_line(article, m) ==
          R"({"kind":"mention","doc":{"id":"folder/pledge.txt"},"type":"money","value":2500000,)"
          R"("currency":"USD","max":null,"approx":null,"text":"$2.5 million","span":[68,80],)"
          R"("rule":"some.rule"})"
          "\n");
  }
  SUBCASE("date") {
    m.type = MentionType::Date;
    m.date.make().value = "2024-W23";
    CHECK(mention_line(article, m).find(R"("type":"date","value":"2024-W23","text")") !=
          std::string::npos);
  }
  SUBCASE("duration") {
    m.type = MentionType::Duration;
    m.value = "P10Y";
    CHECK(mention_line(article, m).find(R"("type":"duration","value":"P10Y","text")") !=
          std::string::npos);
  }
}

TEST_CASE("numbers are exact, without exponent and without a needless fraction") {
  CHECK(number(0) == "0");
  CHECK(number(-0.0) == "0");
  CHECK(number(12100000000) == "12100000000");
  CHECK(number(1e21) == "1000000000000000000000");
  CHECK(number(2500000.5) == "2500000.5");
  CHECK(number(0.1) == "0.1");
  CHECK(number(9007199254740991) == "9007199254740991");
  CHECK(number(std::numeric_limits<double>::infinity()) == "null");
  CHECK(number(std::numeric_limits<double>::quiet_NaN()) == "null");
  CHECK(number(std::numeric_limits<double>::max()).size() == 309);
}

TEST_CASE("text stays as it is, but for what acts on a terminal") {
  CHECK(text_value("Nur-Sultan, Côte d’Ivoire, 日本 🙂") == "\"Nur-Sultan, Côte d’Ivoire, 日本 🙂\"");
  CHECK(text_value("a\"b\\c/d") == R"("a\"b\\c/d")");
  CHECK(text_value("line\nnext\ttab") == R"("line\nnext\ttab")");
  CHECK(text_value(std::string_view("\x1b[31m\0", 6)) == R"("\u001B[31m\u0000")");
  CHECK(text_value("\x7f") == R"("\u007f")");
  CHECK(text_value("\xC2\x9B") == R"("\u009b")");
  CHECK(text_value("\xC2\xA0") == "\"\xC2\xA0\"");
  CHECK(text_value("a\u2028b\u202Ec\u2066d\u200Ee") == R"("a\u2028b\u202ec\u2066d\u200ee")");
  CHECK(text_value("\u2019\u20AC") == "\"\u2019\u20AC\"");
}

TEST_CASE("bytes that are no UTF-8 become U+FFFD") {
  CHECK(text_value("caf\xE9.txt") == "\"caf\uFFFD.txt\"");
  CHECK(text_value("\xC3") == "\"\uFFFD\"");
  CHECK(repaired_utf8("plain") == std::nullopt);
}

TEST_CASE("kept values go through as JSON on one line") {
  CHECK(raw_value(R"({ "a" : [1, 2.50, 1e300], "b":null })") == R"({"a":[1,2.50,1e300],"b":null})");
  CHECK(raw_value("12345678901234567890123") == "12345678901234567890123");
  CHECK(raw_value("[1,\n2]") == "[1,2]");
  CHECK(raw_value("\"\xC2\x9B\"") == R"("\u009b")");
  CHECK(raw_value("no json") == R"("no json")");
  CHECK(raw_value("1e400") == R"("1e400")");
  CHECK(raw_value("{} {}") == R"("{} {}")");
  CHECK(raw_value(std::string(100000, '[')).size() == 100002);
}

TEST_CASE("kept keys stand in doc after sha256") {
  Article article = sample::article();
  article.kept = {{"url", R"("https://example.org/1")"}, {"tags", "[1, 2]"}};
  const std::string line = line_of(article, sample::commitment(article));
  CHECK(line.find(R"(aaa","url":"https://example.org/1","tags":[1,2]},"type")") !=
        std::string::npos);
  article.kept = {{"n", "1"}, {"m", "2"}, {"n", "3"}};
  CHECK(line_of(article, sample::commitment(article)).find(R"("m":2,"n":3})") != std::string::npos);
  CHECK(is_doc_key("sha256"));
  CHECK_FALSE(is_doc_key("url"));
}
