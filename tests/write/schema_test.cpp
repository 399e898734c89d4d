#include <doctest/doctest.h>

#include <rapidjson/document.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>

#include "write/record.h"
#include "write/sample.h"
#include "write/schema.h"

using namespace coopmine;

namespace {

SchemaLists lists() { return {{"water", "energy"}, {"plan"}, {"give", "sign"}}; }

// "" when `line` fits the schema, else where it does not.
std::string misfit(const std::string& line, const SchemaLists& words) {
  rapidjson::Document schema_json;
  schema_json.Parse(record_schema(words).c_str());
  REQUIRE_FALSE(schema_json.HasParseError());
  const rapidjson::SchemaDocument schema(schema_json);
  rapidjson::SchemaValidator validator(schema);
  rapidjson::Document record;
  record.Parse(line.c_str());
  REQUIRE_FALSE(record.HasParseError());
  if (record.Accept(validator)) return "";
  rapidjson::StringBuffer where;
  validator.GetInvalidDocumentPointer().StringifyUriFragment(where);
  return where.GetString() + std::string(" ") + validator.GetInvalidSchemaKeyword();
}

std::string commitment_line(const Commitment& commitment, const Article& article) {
  const ZonedArticle zoned = sample::zoned(article);
  const RecordContext context(zoned, "en");
  std::string out;
  write_commitment(context, commitment, out);
  return out;
}

void replace(std::string& text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("records fit the schema") {
  Article article = sample::article();
  article.kept = {{"url", R"("https://example.org/1")"}};
  const Commitment full = sample::commitment(article);
  CHECK(misfit(commitment_line(full, article), lists()).empty());

  Commitment bare;
  bare.id = full.id;
  bare.evidence = full.evidence;
  CHECK(misfit(commitment_line(bare, article), lists()).empty());
}

TEST_CASE("every word of the closed lists of the model is in the schema") {
  const Article article = sample::article();
  Commitment c = sample::commitment(article);
  for (int i = 0; i <= static_cast<int>(CommitmentType::Cooperation); ++i) {
    c.type = static_cast<CommitmentType>(i);
    CHECK(misfit(commitment_line(c, article), lists()).empty());
  }
  for (int i = 0; i <= static_cast<int>(Status::Ended); ++i) {
    c.status = static_cast<Status>(i);
    CHECK(misfit(commitment_line(c, article), lists()).empty());
  }
  for (int i = 0; i <= static_cast<int>(ActorKind::Other); ++i) {
    c.parties[0].kind = static_cast<ActorKind>(i);
    CHECK(misfit(commitment_line(c, article), lists()).empty());
  }
  for (int i = 0; i <= static_cast<int>(Approx::AtLeast); ++i) {
    c.amounts[0].money.approx = static_cast<Approx>(i);
    CHECK(misfit(commitment_line(c, article), lists()).empty());
  }
  for (const char* date : {"2024", "2024-07", "2024-06-13", "2024/2027", "/2030", "2024-06/"}) {
    c.dates[0].value = date;
    CHECK_MESSAGE(misfit(commitment_line(c, article), lists()).empty(), date);
  }
  for (const char* duration : {"P10Y", "PT24H", "P1Y6M", "P2W", "P1DT12H"}) {
    c.duration->value = duration;
    CHECK_MESSAGE(misfit(commitment_line(c, article), lists()).empty(), duration);
  }
}

TEST_CASE("mentions fit the schema") {
  const Article article = sample::article();
  const ZonedArticle zoned = sample::zoned(article);
  const RecordContext context(zoned, "en");
  for (int i = 0; i <= static_cast<int>(MentionType::Duration); ++i) {
    Mention m;
    m.type = static_cast<MentionType>(i);
    m.span = {0, 6};
    m.rule = "a.b";
    m.money.make().currency = "USD";
    std::string out;
    write_mention(context, m, out);
    CHECK(misfit(out, lists()).empty());
  }
}

TEST_CASE("what is no record does not fit") {
  const Article article = sample::article();
  std::string line = commitment_line(sample::commitment(article), article);
  SUBCASE("an unknown key") { replace(line, R"("act":)", R"("deed":1,"act":)"); }
  SUBCASE("a missing key") { replace(line, R"("initiator":)", R"("starter":)"); }
  SUBCASE("an unknown status") { replace(line, "pledged", "promised"); }
  SUBCASE("an unknown sector") { replace(line, "water", "music"); }
  SUBCASE("an unknown instrument") { replace(line, R"("kind":"plan")", R"("kind":"song")"); }
  SUBCASE("an unknown act") { replace(line, R"("act":"give")", R"("act":"sing")"); }
  SUBCASE("half a span") { replace(line, "[85,90]", "[85]"); }
  SUBCASE("a date that is none") { replace(line, "/2030", "soon"); }
  SUBCASE("a negative offset") { replace(line, "[85,90]", "[-1,90]"); }
  SUBCASE("too much confidence") { replace(line, "0.91", "1.91"); }
  CHECK(misfit(line, lists()) != "");
}

TEST_CASE("lists that are not known leave their keys open") {
  const Article article = sample::article();
  Commitment c = sample::commitment(article);
  c.sectors[0].id = "whatever";
  c.act.clear();
  CHECK(misfit(commitment_line(c, article), {}).empty());
  CHECK(record_schema({}).back() == '\n');
}
