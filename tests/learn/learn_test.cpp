#include <doctest/doctest.h>


#include "eval/figures.h"
#include "learn/labels.h"
#include "learn/learn.h"
#include "rulepack/weight_table.h"
#include "shipped_pack.h"

using namespace coopmine;

namespace {

const GoldSet& corpus() {
  static const GoldSet gold = [] {
    Diagnostics faults;
    return load_gold(std::string(COOPMINE_SOURCE_DIR) + "/corpus", {}, faults);
  }();
  return gold;
}

std::vector<const GoldArticle*> articles() {
  std::vector<const GoldArticle*> all;
  for (const GoldArticle& article : corpus().articles) all.push_back(&article);
  return all;
}

EvalCounts score(const WeightTable& weights) {
  EvalCounts counts;
  for (const GoldArticle* article : articles()) counts += counts_of(pair_claims(article->claims, claims_of(*article, test::shipped_pack(), weights)));
  return counts;
}

// Two commitments; the second sentence tells of both.
GoldArticle two_acts() {
  GoldArticle gold;
  gold.name = "a.txt";
  gold.text = "Japan pledged $5 million in food aid to Mali.\n\nJapan signed a treaty with Peru and sent rice to Mali. The sun shone.\n";
  const auto claim = [&](const char* type, const char* role, const char* id, const std::string& words) {
    Claim c;
    c.record.type = type;
    c.record.status = "pledged";
    RecordParty party;
    party.role = role;
    party.id = id;
    c.record.parties.push_back(party);
    c.items = items_of(c.record);
    const auto at = static_cast<std::int64_t>(gold.text.find(words));
    c.spans.push_back({at, at + static_cast<std::int64_t>(words.size())});
    gold.claims.push_back(c);
  };
  claim("aid", "giver", "JPN", "pledged $5 million in food aid");
  claim("agreement", "party", "PER", "signed a treaty");
  return gold;
}

}  // namespace

TEST_CASE("labels say what the gold says of a sentence, an anchor and an actor") {
  const GoldArticle gold = two_acts();
  Article article;
  article.id = gold.name;
  article.text = gold.text;
  StageConfig stages;
  stages.learning = true;
  const ArticleLayers layers = run_stages(article, test::shipped_pack(), stages);
  const ArticleLabels labels(gold, layers);
  CHECK(labels.told(0) == ArticleLabels::Told::Yes);
  CHECK(labels.told(1) == ArticleLabels::Told::Yes);
  CHECK(labels.told(2) == ArticleLabels::Told::No);
  REQUIRE_FALSE(layers.trace.candidates.empty());
  const Candidate& first = layers.trace.candidates.front();
  REQUIRE(labels.of_anchor(first) == &gold.claims[0]);
  CHECK(labels.nearest(first) == &gold.claims[0]);
  CHECK(labels.agreement(first) > 0);
  for (const Mention& m : layers.mentions.all) {
    if (m.actor.id == "JPN") CHECK(ArticleLabels::role(gold.claims[0], m) == "giver");
    if (m.actor.id == "MLI") CHECK(ArticleLabels::role(gold.claims[0], m) == "none");
    if (m.actor.id == "PER") CHECK(ArticleLabels::role(gold.claims[1], m) == "party");
  }
}

TEST_CASE("an optional commitment is neither told nor not") {
  GoldArticle gold = two_acts();
  gold.claims[1].record.optional = true;
  Article article;
  article.id = gold.name;
  article.text = gold.text;
  const ArticleLayers layers = run_stages(article, test::shipped_pack(), {});
  CHECK(ArticleLabels(gold, layers).told(1) == ArticleLabels::Told::Optional);
}

TEST_CASE("an article's date is that of its metadata") {
  GoldArticle gold;
  gold.name = "n-1";
  gold.text = "Norway will provide $5 million to Mali for schools on Friday, its foreign minister said.";
  const auto dates = [&] {
    std::vector<std::string> found;
    for (const Claim& claim : claims_of(gold, test::shipped_pack(), test::shipped_pack().weights))
      for (const SlotItem& item : claim.items)
        if (item.slot == SlotKind::Date) found.push_back(item.value);
    return found;
  };
  CHECK(dates() != std::vector<std::string>{"2024-06-07"});
  gold.date = "Wed, 5 Jun 2024 00:56:04 +0000";
  CHECK(dates() == std::vector<std::string>{"2024-06-07"});
}

TEST_CASE("the same gold gives the same weights, and the pack can read them") {
  const auto all = articles();
  const LearnConfig config{2, {}};
  const std::string text = text_of(learn(all, test::shipped_pack(), config));
  CHECK(text == text_of(learn(all, test::shipped_pack(), config)));
  Diagnostics diagnostics;
  WeightTable table;
  add_weights("weights.tsv", text, table, diagnostics);
  CHECK(diagnostics.ok());
  CHECK(table.knows(Model::Record));
  CHECK(table.knows(Model::Role));
}

TEST_CASE("what was learned from the corpus is righter about it than rules alone") {
  const WeightTable learned = table_of(learn(articles(), test::shipped_pack(), {3, {}}));
  const EvalCounts with = score(learned), without = score(WeightTable());
  CHECK(with.detection().f1 > without.detection().f1);
  CHECK(with.slot_figures().f1 > without.slot_figures().f1);
}
