#include <doctest/doctest.h>


#include "assemble/article.h"
#include "assemble/measures.h"
#include "assemble/reference.h"
#include "pipeline/pipeline.h"
#include "shipped_pack.h"

using namespace coopmine;
using test::article_of;

TEST_CASE("the two countries are the two named before") {
  const Article article = article_of("Japan and Mongolia met in Tokyo on Monday.\n\nThe two sides agreed to expand cooperation in energy.\n");
  const ArticleLayers layers = run_stages(article, test::shipped_pack(), {});
  const References references(article.text, layers.segmented, layers.mentions.all);
  bool found = false;
  for (std::uint32_t i = 0; i < layers.mentions.all.size(); ++i) {
    const Mention& m = layers.mentions.all[i];
    if (m.type != MentionType::Actor || m.actor.generic != "pair") continue;
    found = true;
    const auto refs = references.resolve(i);
    REQUIRE(refs.size() == 2);
    CHECK(layers.mentions.all[refs[0].mention].actor.id == "JPN");
    CHECK(layers.mentions.all[refs[1].mention].actor.id == "MNG");
    CHECK(refs[0].said == i);
    CHECK(refs[0].via == "pair");
  }
  CHECK(found);
}

TEST_CASE("every slot of a commitment quotes words of the article") {
  const Article article = article_of(
      "Japan Pledges Aid to Mali\n\nJapan pledged $5 million in food aid to Mali on Monday.\n\n"
      "The two countries signed an agreement on energy cooperation. Mali asked France for help.\n");
  const ArticleLayers layers = run_stages(article, test::shipped_pack(), {});
  REQUIRE_FALSE(layers.commitments.empty());
  const auto inside = [&](Span span) { return span.begin < span.end && span.end <= article.text.size(); };
  for (const Commitment& c : layers.commitments) {
    for (const Party& p : c.parties) CHECK(inside(p.span));
    for (const SectorSlot& s : c.sectors) CHECK(inside(s.span));
    for (const AmountSlot& a : c.amounts) CHECK(inside(a.span));
    for (const DateSlot& d : c.dates) CHECK(inside(d.span));
    REQUIRE_FALSE(c.evidence.empty());
    for (const Evidence& e : c.evidence) CHECK(e.span.contains(e.trigger));
    CHECK(c.confidence >= 0);
    CHECK(c.confidence <= 1);
    CHECK(c.id.size() == 16);
  }
}

TEST_CASE("what stands in an agreement is part of it") {
  const Article article = article_of("Japan and Mali signed an energy agreement on Monday.\n\nJapan will provide $5 million to Mali under the agreement.\n");
  StageConfig config;
  config.rules_only = true;
  const auto all = run_stages(article, test::shipped_pack(), config).commitments;
  std::string agreement, part_of;
  for (const Commitment& c : all) {
    if (c.type == CommitmentType::Agreement && c.act == "sign") agreement = c.id;
    if (c.type == CommitmentType::Aid) {
      part_of = c.part_of;
      CHECK(c.instrument.has_value());
    }
  }
  REQUIRE_FALSE(agreement.empty());
  CHECK(part_of == agreement);
}

TEST_CASE("who says so is a speaker by name, a reference resolved") {
  struct Row {
    const char* said;
    const char* id;
    const char* words;
    const char* certainty;
  };
  const Row rows[] = {
      {"Japan will provide $5 million to Mali, the European Union said.", "EU", "the European Union said", "reported"},
      {"\"Japan will provide $5 million to Mali,\" he said.", "FRA", "he said", "quoted"},
      {"Officials said Japan will provide $5 million to Mali.", "", "Officials said", "reported"},
      {"Japan will provide $5 million to Mali.", "", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.said));
    const Article article = article_of(std::string("French President Emmanuel Macron arrived.\n\n") + row.said + "\n");
    StageConfig config;
    config.rules_only = true;
    const auto all = run_stages(article, test::shipped_pack(), config).commitments;
    REQUIRE(all.size() == 1);
    REQUIRE(all.front().attribution.has_value() == (*row.certainty != 0));
    if (!all.front().attribution) continue;
    const Attribution& a = *all.front().attribution;
    CHECK(a.id == row.id);
    CHECK(quote(article.text, a.span) == row.words);
    CHECK(a.certainty == row.certainty);
  }
}

namespace {

// The measures that the first of two acts gets when it alone survives.
std::string measures_of(const std::string& text) {
  const Article article = article_of(text);
  const ArticleLayers layers = run_stages(article, test::shipped_pack(), {});
  ArticleWords words(article.text, layers.segmented, test::shipped_pack());
  const AssembleInput input{layers.zoned, layers.segmented, layers.mentions, layers.phrases, layers.frames, test::shipped_pack(), test::shipped_pack().weights, words};
  std::vector<Candidate> candidates;
  std::vector<bool> survives;
  for (const Frame& frame : layers.frames) {
    Candidate c;
    c.frame = &frame;
    c.commitment.type = frame.type;
    c.rank = static_cast<std::uint32_t>(candidates.size());
    survives.push_back(candidates.empty());
    candidates.push_back(std::move(c));
  }
  add_measures(input, candidates, survives);
  std::string out;
  for (const Measure& m : candidates.front().commitment.measures) out += (out.empty() ? "" : " | ") + std::string(quote(article.text, m.span));
  return out;
}

}  // namespace

TEST_CASE("what a sentence names besides its commitment are its measures") {
  CHECK(measures_of("The EU will support Ukraine, train its police officers and provide medical equipment to its hospitals.") ==
        "train its police officers | provide medical equipment to its hospitals");
  CHECK(measures_of("The EU will support Ukraine, including the removal of technical barriers to trade.") == "removal of technical barriers to trade");
  CHECK(measures_of("The EU will support Ukraine; Japan will provide medical equipment to Mali.") == "");
  CHECK(measures_of("The EU will support Ukraine, which provides medical equipment to Mali.") == "");
  CHECK(measures_of("The EU will support Ukraine, the ministry told a news conference.") == "");
}

TEST_CASE("an article without actors or words gives nothing") {
  for (const char* text : {"", "\n\n", "The weather was fine.", "signed signed signed"})
    CHECK(run_stages(article_of(text), test::shipped_pack(), {}).commitments.empty());
}

TEST_CASE("the same words give the same id, others another") {
  const std::string text = "Japan pledged $5 million in food aid to Mali.\n";
  const auto first = run_stages(article_of(text), test::shipped_pack(), {}).commitments;
  const auto again = run_stages(article_of(text), test::shipped_pack(), {}).commitments;
  REQUIRE_FALSE(first.empty());
  REQUIRE(first.size() == again.size());
  CHECK(first.front().id == again.front().id);
  Article other = article_of(text);
  other.sha256 = "1";
  CHECK(run_stages(other, test::shipped_pack(), {}).commitments.front().id != first.front().id);
}
