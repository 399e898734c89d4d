#include <doctest/doctest.h>

#include "report/article_page.h"
#include "report/article_text.h"

using namespace coopmine;

namespace {

// An article with one record, as the stages before would have it.
struct Sample {
  Article article;
  ZonedArticle zoned;
  Mentions mentions;
  Commitment commitment;
  RulePack pack;

  Sample() {
    article.id = "wells.txt";
    article.text = "Wells\n\nNorway \x1b[1mwill give Kenya $5 million.\n\nShare </script> this";
    zoned.article = &article;
    zoned.title = "Wells";
    zoned.blocks = {{span("Wells"), Zone::Title, BlockKind::Title},
                    {span("Norway \x1b[1mwill give Kenya $5 million."), Zone::Lead, BlockKind::Paragraph}};
    zoned.skipped = {span("Share </script> this")};
    mention(MentionType::Sector, "Wells").value = "water";
    mention(MentionType::Instrument, "give Kenya").value = "agreement";  // meets an actor, which goes first
    mention(MentionType::Actor, "Norway").actor.id = "NOR";
    mention(MentionType::Actor, "Kenya").actor.generic = "they";
    Mention& sum = mention(MentionType::Money, "$5 million");
    sum.money.make().value = 5e6;
    sum.money.make().currency = "USD";
    commitment.type = CommitmentType::Aid;
    commitment.status = Status::Pledged;
    commitment.act = "provide";
    Party giver;
    giver.role = Role::Giver;
    giver.id = "NOR";
    giver.name = "Norway";
    giver.organ = "government";
    giver.via = "title";
    giver.span = span("Norway");
    commitment.parties = {giver};
    commitment.rules = {"clause"};
    commitment.features = {"verb:give", "actors:2"};
    Evidence told;
    told.span = span("Norway \x1b[1mwill give Kenya");
    told.trigger = span("will give");
    commitment.evidence = {told};
    commitment.confidence = 0.7;
    pack.weights.put(Model::Record, "yes", "verb:give", 0.5);
    pack.weights.put(Model::Record, "yes", "actors:2", -0.25);
  }

  [[nodiscard]] Span span(const std::string& words) const {
    const auto at = static_cast<std::uint32_t>(article.text.find(words));
    return {at, at + static_cast<std::uint32_t>(words.size())};
  }

  Mention& mention(MentionType type, const std::string& words) {
    Mention& added = mentions.all.emplace_back();
    added.type = type;
    added.span = span(words);
    return added;
  }

  [[nodiscard]] ArticleView view() const { return view_of(article, zoned, mentions, {&commitment}, pack); }
};

}  // namespace

TEST_CASE("marks never overlap, and clues have the weight of the table") {
  const Sample sample;
  const ArticleView view = sample.view();
  REQUIRE(view.marks.size() == 4);
  CHECK(view.marks[0].value == "water");
  CHECK(view.marks[2].value == "they");
  REQUIRE(view.records.size() == 1);
  REQUIRE(view.records[0].clues.size() == 2);
  CHECK(view.records[0].clues[0].name == "verb:give");
  CHECK(view.records[0].clues[0].weight == doctest::Approx(0.5));
  CHECK(view.records[0].clues[1].weight == doctest::Approx(-0.25));
}

TEST_CASE("an article in plain text") {
  const Sample sample;
  CHECK(article_text(sample.view(), {60, false}) == R"(wells.txt, no date, 1 record

[Wells]{water}

[Norway]{NOR} ?[1m*will give*(1) [Kenya]{they} [$5
million]{USD 5000000}.

  (1) aid pledged, provide, confidence 0.70
      giver       Norway (NOR) "Norway" government, by title
      rule        clause
      for         verb:give 0.50
      against     actors:2 -0.25

Share </script> this

)");
}

TEST_CASE("an article in colour") {
  const Sample sample;
  const std::string text = article_text(sample.view(), {200, true});
  CHECK(text.find("\033[0;36mNorway\033[0m ?[1m\033[0;1mwill give\033[0;1;31m(1)\033[0m \033[0;36mKenya\033[0m "
                  "\033[0;35m$5 million\033[0m.\n") != std::string::npos);
  CHECK(text.find("\x1b[1mwill") == std::string::npos);
}

TEST_CASE("an article as a page") {
  const Sample sample;
  std::string out;
  ArticlePage page([&](std::string_view text) { out += text; });
  page.add(sample.view());
  page.add(sample.view());
  page.finish();
  CHECK(out.find(R"({"kind":"skipped","text":"Share \u003c/script\u003e this","span":[47,67]})") != std::string::npos);
  CHECK(out.find(R"("told":[{"span":[7,33],"trigger":[18,27]}],"rules":[{"id":"clause"}])") != std::string::npos);
  CHECK(out.find("Share </script>") == std::string::npos);
  CHECK(out.find('\x1b') == std::string::npos);
}
