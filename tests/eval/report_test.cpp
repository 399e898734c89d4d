#include <doctest/doctest.h>

#include <rapidjson/document.h>

#include "eval/claims.h"
#include "eval/report.h"

using namespace coopmine;
using claims::claim;

namespace {

struct Sample {
  GoldSet gold = claims::gold({{claim("aid pledged giver=NOR", {0, 9})}, {claim("support planned", {0, 9})}});
  Predictions records = claims::records({{claim("aid pledged giver=KEN rule=gives confidence=0.7", {0, 9})}, {}});
  Predictions before = claims::records({{}, {}});
  std::vector<PairedArticle> articles = pair_articles(gold, records);
  EvalReport report;

  Sample() {
    std::vector<EvalCounts> parts;
    for (const PairedArticle& article : articles) parts.push_back(counts_of(article.pairs));
    for (const EvalCounts& part : parts) report.all += part;
    report.intervals = bootstrap(parts);
  }
  void all() {
    report.by_word.emplace_back(SlotKind::Type, figures_by_word(SlotKind::Type, articles));
    ArticleColumns columns{{"outlet"}, {{"a.txt", {"Wire"}}}};
    report.by_column.push_back({"outlet", figures_by_column(columns, 0, articles)});
    report.rules = rules_table(articles);
    report.reliability = reliability(articles);
    report.mistakes = mistakes_of(articles, {});
    report.comparison = compare(pair_articles(gold, before), articles);
  }
};

}  // namespace

TEST_CASE("the text ends with the figures as the codebook's scorer prints them") {
  const Sample sample;
  CHECK(report_text(sample.report) ==
        "type        P 1.000  R 0.500  F1 0.667   (1 right, 0 spurious, 1 missed)\n"
        "status      P 1.000  R 0.500  F1 0.667   (1 right, 0 spurious, 1 missed)\n"
        "initiator   P 0.000  R 0.000  F1 0.000   (0 right, 0 spurious, 0 missed)\n"
        "giver       P 0.000  R 0.000  F1 0.000   (0 right, 1 spurious, 1 missed)\n"
        "receiver    P 0.000  R 0.000  F1 0.000   (0 right, 0 spurious, 0 missed)\n"
        "party       P 0.000  R 0.000  F1 0.000   (0 right, 0 spurious, 0 missed)\n"
        "sector      P 0.000  R 0.000  F1 0.000   (0 right, 0 spurious, 0 missed)\n"
        "instrument  P 0.000  R 0.000  F1 0.000   (0 right, 0 spurious, 0 missed)\n"
        "amount      P 0.000  R 0.000  F1 0.000   (0 right, 0 spurious, 0 missed)\n"
        "date        P 0.000  R 0.000  F1 0.000   (0 right, 0 spurious, 0 missed)\n"
        "duration    P 0.000  R 0.000  F1 0.000   (0 right, 0 spurious, 0 missed)\n"
        "2 articles, 2 gold commitments, 1 records, 1 paired\n"
        "whole records right 0.000   [0.000, 0.000]\n"
        "detection P 1.000  R 0.500  F1 0.667   [0.000, 1.000]\n"
        "slots     P 0.667  R 0.400  F1 0.500   [0.000, 0.667]\n");
}

TEST_CASE("every table that was asked for stands in the text") {
  Sample sample;
  sample.all();
  const std::string text = report_text(sample.report);
  for (const char* line :
       {"SLOTS     a.txt: aid/pledged  \"aid pledged giver=NOR\"\n          giver KEN instead of NOR\n",
        "MISSED    b.txt: support/planned  \"support planned\"\n          no record overlaps these words\n",
        "     1  giver: wrong\n", "FOUND          a.txt: aid/pledged  \"aid pledged giver=NOR\"\n",
        "  aid                         1      1        1      1   P 1.000  R 1.000  F1 1.000\n",
        "  Wire                          1      1        1   1.000 [1.000, 1.000]    0.667 [0.667, 0.667]    0.000\n",
        "  gives                                        1  1.000  1.000  0.000  0.667   0.500\n",
        "  0.7 - 0.8         1   0.70  1.000  1.000      0.000\n", "better: 1 found, 0 with better slots, 0 spurious gone\n",
        "detection F1  0.000 -> 0.667  +0.667   [+0.000, +1.000]\n"}) {
    INFO(line);
    CHECK(text.find(line) != std::string::npos);
  }
}

TEST_CASE("the JSON has the scorer's keys and those of each table") {
  Sample sample;
  sample.all();
  rapidjson::Document json;
  json.Parse(report_json(sample.report).c_str());
  REQUIRE_FALSE(json.HasParseError());
  CHECK(json["documents"].GetInt() == 2);
  CHECK(json["detection"][1].GetDouble() == 0.5);
  CHECK(json["by_slot"]["giver"]["fp"].GetInt() == 1);
  CHECK(json["by_slot"]["type"]["prf"][0].GetDouble() == 1);
  CHECK(json["intervals"]["slots"]["f1"][0].GetDouble() == 0);
  CHECK(json["by"]["type"][0]["value"] == "aid");
  CHECK(json["columns"]["outlet"][1]["detection"][2].GetDouble() == 1);
  CHECK(json["rules"][0]["recall_share"].GetDouble() == 0.5);
  CHECK(json["reliability"]["bins"][7]["right"].GetInt() == 1);
  CHECK(json["mistakes"][0]["reasons"][0]["group"] == "giver: wrong");
  CHECK(json["mistakes"][1]["kind"] == "missed");
  CHECK_FALSE(json["mistakes"][1].HasMember("record"));
  CHECK(json["comparison"]["changes"][0]["kind"] == "found");
  CHECK(json["comparison"]["before"]["paired"].GetInt() == 0);
  rapidjson::Document plain;
  const Sample bare;
  plain.Parse(report_json(bare.report).c_str());
  CHECK_FALSE(plain.HasMember("rules"));
  CHECK_FALSE(plain.HasMember("comparison"));
}
