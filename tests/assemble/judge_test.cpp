#include <doctest/doctest.h>

#include <algorithm>

#include "assemble/article.h"
#include "assemble/surroundings.h"
#include "pipeline/pipeline.h"
#include "shipped_pack.h"

using namespace coopmine;
using test::article_of;

namespace {

ArticleLayers layers_of(const Article& article, const WeightTable& weights) {
  StageConfig config;
  config.learning = true;
  config.weights = &weights;
  return run_stages(article, test::shipped_pack(), config);
}

const Mention* actor(const ArticleLayers& layers, std::string_view id) {
  for (const Mention& m : layers.mentions.all)
    if (m.actor.id == id) return &m;
  return nullptr;
}

constexpr const char* kTwoActs = "Japan signed a treaty with Peru and provided rice to Mali.\n";

}  // namespace

TEST_CASE("without weights every candidate is as likely as not") {
  const Article article = article_of(kTwoActs);
  const WeightTable none;
  const ArticleLayers layers = layers_of(article, none);
  REQUIRE(layers.trace.candidates.size() >= 2);
  REQUIRE(layers.trace.sentences.size() == 1);
  for (const Candidate& c : layers.trace.candidates) CHECK(c.chance == doctest::Approx(0.5));
}

TEST_CASE("the likeliest act of a sentence has rank 0, and the others are judged beside it") {
  const Article article = article_of(kTwoActs);
  for (const char* first : {"sign", "provide"}) {
    WeightTable weights;
    weights.put(Model::Rank, "yes", std::string("lemma:") + first, 2);
    weights.put(Model::Record, "yes", "rank:0", 3);
    weights.put(Model::Record, "yes", "rank:1", -3);
    const ArticleLayers layers = layers_of(article, weights);
    for (const Candidate& c : layers.trace.candidates) {
      CHECK((c.rank == 0) == (c.frame->lemma == first));
      if (c.rank == 0) CHECK(c.chance > 0.9);
      if (c.rank == 1) CHECK(c.chance < 0.1);
    }
  }
}

TEST_CASE("type and status hear the words before, within and after the clause and those of the sentences beside it") {
  const Article article = article_of("Yesterday Japan provided rice to Mali.\n\nMinisters had hoped for it.\n");
  for (const char* heard : {"left-word:yesterday", "word-pair:provided/rice", "near-word:rice", "next-word:ministers"}) {
    WeightTable weights;
    weights.put(Model::Type, "support", heard, 3);
    weights.put(Model::Type, "aid", "bias", 1);
    weights.put(Model::Status, "possible", heard, 3);
    weights.put(Model::Status, "pledged", "bias", 1);
    const ArticleLayers layers = layers_of(article, weights);
    REQUIRE(!layers.trace.candidates.empty());
    const Commitment& c = layers.trace.candidates.front().commitment;
    CHECK_MESSAGE(c.type == CommitmentType::Support, heard);
    CHECK_MESSAGE(c.status == Status::Possible, heard);
  }
}

TEST_CASE("the role of an actor hears the words between it and the predicate") {
  const Article article = article_of("Japan provided rice from its own stocks to Mali.\n");
  WeightTable weights;
  weights.put(Model::Role, "none", "bias", 1);
  weights.put(Model::Role, "receiver", "between:clause-after/stocks", 3);
  weights.put(Model::Role, "giver", "bias", -9);
  weights.put(Model::Role, "party", "bias", -9);
  const ArticleLayers layers = layers_of(article, weights);
  REQUIRE(!layers.trace.candidates.empty());
  const auto& parties = layers.trace.candidates.front().commitment.parties;
  CHECK(std::any_of(parties.begin(), parties.end(), [](const Party& p) { return p.id == "MLI"; }));
  CHECK(std::none_of(parties.begin(), parties.end(), [](const Party& p) { return p.id == "JPN"; }));
}

TEST_CASE("what a sentence says reaches its candidates") {
  const Article article = article_of("Japan provided rice to Mali.\n\nThe weather was fine and Mali thanked Japan for the rice it provided.\n");
  WeightTable weights;
  weights.put(Model::Sentence, "yes", "w:weather", -6);
  weights.put(Model::Record, "yes", "sentence:-8", -4);
  const ArticleLayers layers = layers_of(article, weights);
  REQUIRE(layers.trace.sentences.size() == 2);
  for (const Candidate& c : layers.trace.candidates)
    if (c.frame->sentence == layers.trace.sentences[1].sentence) CHECK(c.chance < 0.1);
}

TEST_CASE("two tellings are one where the weights say so") {
  const Article article = article_of("Japan pledged $5 million to Mali.\n\nTokyo promised the sum to Mali for its schools.\n");
  WeightTable apart, together;
  apart.put(Model::Same, "yes", "bias", -5);
  together.put(Model::Same, "yes", "bias", 5);
  const std::size_t many = layers_of(article, apart).commitments.size();
  const std::size_t few = layers_of(article, together).commitments.size();
  CHECK(many > few);
  CHECK(few >= 1);
}

TEST_CASE("a record of many tellings has the words of each once, in their order") {
  std::string text;
  for (int i = 0; i < 50; ++i) text += i % 7 == 3 ? "Tokyo promised Mali the sum for school " + std::to_string(i) + ".\n\n" : "Japan pledged $5 million to Mali for school " + std::to_string(i) + ".\n\n";
  const Article article = article_of(text);
  WeightTable together;
  together.put(Model::Same, "yes", "bias", 5);
  const ArticleLayers layers = layers_of(article, together);
  const auto longest = std::max_element(layers.commitments.begin(), layers.commitments.end(), [](const Commitment& a, const Commitment& b) {
    return a.evidence.size() < b.evidence.size();
  });
  REQUIRE(longest != layers.commitments.end());
  std::vector<std::uint32_t> told;
  for (const Evidence& e : longest->evidence) told.push_back(e.sentence);
  std::sort(told.begin(), told.end());
  CHECK(told.size() == 50);
  CHECK(std::adjacent_find(told.begin(), told.end()) == told.end());
}

TEST_CASE("givers and receivers are chosen together") {
  const Article article = article_of("Japan provided rice to Mali.\n");
  WeightTable weights;
  for (const char* label : {"giver", "receiver"}) weights.put(Model::Role, label, "bias", 2);
  weights.put(Model::Role, "none", "bias", -4);
  weights.put(Model::Role, "party", "bias", -4);
  weights.put(Model::Role, "giver", "function:subject", 1);
  weights.put(Model::Role, "giver", "actor-type:MLI/aid", 0.1);
  weights.put(Model::Type, "aid", "bias", 5);
  weights.put(Model::Type, "support", "bias", -5);
  const auto givers = [&](double side) {
    weights.put(Model::Side, "yes", "bias", side);
    std::size_t count = 0;
    const ArticleLayers layers = layers_of(article, weights);
    REQUIRE_FALSE(layers.trace.candidates.empty());
    for (const Party& p : layers.trace.candidates.front().commitment.parties) count += p.role == Role::Giver;
    return count;
  };
  CHECK(givers(4) == 2);
  CHECK(givers(-4) == 1);
}

TEST_CASE("a mention knows its preposition, its verb and its list") {
  const Article article = article_of("Japan pledged to send rice, wheat and tents to the government of Mali.\n");
  const WeightTable none;
  const ArticleLayers layers = layers_of(article, none);
  ArticleWords words(article.text, layers.segmented, test::shipped_pack());
  const AssembleInput input{layers.zoned, layers.segmented, layers.mentions, layers.phrases, layers.frames, test::shipped_pack(), none, words};
  const Mention* mali = actor(layers, "MLI");
  REQUIRE(mali != nullptr);
  REQUIRE_FALSE(layers.frames.empty());
  const std::uint32_t anchor = layers.frames.front().anchor;
  CHECK(surroundings_of(input, 0, *mali, anchor).preposition == "to");
  CHECK(surroundings_of(input, 0, *mali, anchor).listed == "no");
  const Mention* japan = actor(layers, "JPN");
  REQUIRE(japan != nullptr);
  CHECK(surroundings_of(input, 0, *japan, anchor).preposition == "none");
  CHECK(surroundings_of(input, 0, *japan, anchor).verb == "none");
  std::vector<std::string_view> listed;
  for (const Mention& m : layers.mentions.all)
    if (m.type == MentionType::Sector) listed.push_back(surroundings_of(input, 0, m, anchor).listed);
  REQUIRE(listed.size() >= 2);
  CHECK(listed[0] == "first");
  CHECK(listed[1] == "later");
}

TEST_CASE("a date is seen from the article's day") {
  const Article article = article_of("Japan sent rice in March, on June 8, 2024, and will send more in 2026 to Mali.\n");
  const WeightTable none;
  const ArticleLayers layers = layers_of(article, none);
  ArticleWords words(article.text, layers.segmented, test::shipped_pack());
  const AssembleInput input{layers.zoned, layers.segmented, layers.mentions, layers.phrases, layers.frames, test::shipped_pack(), none, words};
  std::vector<std::string_view> seen;
  for (const Mention& m : layers.mentions.all)
    if (m.type == MentionType::Date) seen.push_back(date_relation(input, m));
  REQUIRE(seen.size() == 3);
  CHECK(seen[0] == "past");
  CHECK(seen[1] == "day");
  CHECK(seen[2] == "future");
}

TEST_CASE("the others of a clause have a say in a candidate's type") {
  const Article article = article_of("Japan pledged support and signed a deal to provide rice to Mali.\n");
  WeightTable weights;
  weights.put(Model::Type, "cooperation", "lemma:provide", -4);
  weights.put(Model::Type, "aid", "lemma:provide", 4);
  const ArticleLayers layers = layers_of(article, weights);
  std::size_t seen = 0;
  for (const Candidate& c : layers.trace.candidates) {
    const bool apart = c.frame->lemma == "pledge";  // of a clause of its own: nothing speaks for either type
    CHECK(c.commitment.type == (apart ? CommitmentType::Cooperation : CommitmentType::Aid));
    seen += c.frame->lemma == "sign" || apart;
  }
  CHECK(seen == 2);
}

TEST_CASE("a sector that no mention names is read from all words of the clause, and quotes the weightiest") {
  const Article article = article_of("Japan will send interpreters to Mali.\n");
  WeightTable weights;
  weights.put(Model::Field, "culture", "word:send", 0.5);
  weights.put(Model::Sector, "yes", "unnamed-value:culture", 3);
  for (const double says : {4.0, -4.0}) {
    weights.put(Model::Field, "culture", "word:will", says);
    const ArticleLayers layers = layers_of(article, weights);
    REQUIRE_FALSE(layers.trace.candidates.empty());
    for (const Candidate& c : layers.trace.candidates) {
      if (says < 0) {
        CHECK(c.commitment.sectors.empty());
        continue;
      }
      REQUIRE(c.commitment.sectors.size() == 1);
      CHECK(c.commitment.sectors[0].id == "culture");
      CHECK(quote(article.text, c.commitment.sectors[0].span) == "will");
    }
  }
}

TEST_CASE("what is learned from and shown is what is extracted") {
  const Article article = article_of(
      "Japan pledges $5 million to Mali\n\nThe weather in Bamako was fine.\n\nJapan pledged $5 million to Mali for schools. Norway supported the plan.\n\n"
      "Analysts in Peru talked of exports. The minister spoke for an hour. Norway will provide tents to Mali and agreed with Japan to train nurses.\n");
  StageConfig plain, learning;
  learning.learning = true;
  const std::vector<Commitment> extracted = run_stages(article, test::shipped_pack(), plain).commitments, learned = run_stages(article, test::shipped_pack(), learning).commitments;
  REQUIRE(extracted.size() >= 2);
  std::size_t met = 0;
  for (const Commitment& c : extracted) {
    const auto same = std::find_if(learned.begin(), learned.end(), [&](const Commitment& other) { return other.id == c.id; });
    REQUIRE(same != learned.end());
    CHECK(same->confidence == doctest::Approx(c.confidence));
    CHECK(same->parties.size() == c.parties.size());
    ++met;
  }
  CHECK(met == learned.size());
}
