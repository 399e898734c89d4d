#include <doctest/doctest.h>

#include <algorithm>

#include "assemble/article.h"
#include "assemble/features.h"
#include "pipeline/pipeline.h"
#include "shipped_pack.h"

using namespace coopmine;

namespace {

// An article as it was read with some weights.
struct Reading {
  Article article;
  ArticleLayers layers;

  Reading(std::string text, const WeightTable& weights) : article(test::article_of(std::move(text))) {
    StageConfig config;
    config.learning = true;
    config.weights = &weights;
    layers = run_stages(article, test::shipped_pack(), config);
  }
  // An actor of the first candidate whose predicate has that lemma.
  [[nodiscard]] const ActorOption* actor(std::string_view id, std::string_view lemma) const {
    for (const Candidate& c : layers.trace.candidates) {
      if (c.frame->lemma != lemma) continue;
      for (const ActorOption& o : c.actors)
        if (layers.mentions.all[o.ref.mention].actor.id == id) return &o;
      return nullptr;
    }
    return nullptr;
  }
};

bool has(const ActorOption& o, const std::string& feature) {
  const auto& names = o.compared.names();
  return std::find(names.begin(), names.end(), feature) != names.end();
}
bool has_any(const ActorOption& o, const std::string& beginning) {
  const auto& names = o.compared.names();
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return name.starts_with(beginning); });
}

// Subjects give, what "to" names receives; the rest is nothing.
WeightTable by_function() {
  WeightTable weights;
  weights.put(Model::Role, "none", "bias", -1);
  weights.put(Model::Role, "party", "bias", -4);
  weights.put(Model::Role, "giver", "bias", -3);
  weights.put(Model::Role, "giver", "function:subject", 5);
  weights.put(Model::Role, "receiver", "bias", -3);
  weights.put(Model::Role, "receiver", "function:to", 5);
  return weights;
}

std::string step(std::string_view level, std::string_view own) { return std::string(level) + "/" + std::string(own); }

}  // namespace

TEST_CASE("without weights for it an actor is what it is alone") {
  const WeightTable weights = by_function();
  const Reading reading("Japan provided rice to Mali.\n", weights);
  const ActorOption* japan = reading.actor("JPN", "provide");
  REQUIRE(japan != nullptr);
  CHECK(japan->alone.giver > 0.5);
  CHECK(japan->chances.giver == japan->alone.giver);
  CHECK(japan->chances.none == japan->alone.none);
}

TEST_CASE("weights decide with the first guess at hand") {
  WeightTable weights = by_function();
  for (const char* label : {"none", "party", "giver", "receiver"}) weights.put(Model::Part, label, "bias", label == std::string("party") ? 5 : -5);
  const Reading reading("Japan provided rice to Mali.\n", weights);
  const ActorOption* japan = reading.actor("JPN", "provide");
  REQUIRE(japan != nullptr);
  CHECK(japan->alone.giver > 0.5);
  CHECK(japan->chances.party > 0.9);
}

TEST_CASE("what is joined is seen together, what stands apart is not") {
  const WeightTable weights = by_function();
  const Reading reading("Japan and Norway provided rice to Mali.\n", weights);
  const ActorOption *japan = reading.actor("JPN", "provide"), *norway = reading.actor("NOR", "provide"), *mali = reading.actor("MLI", "provide");
  REQUIRE((japan != nullptr && norway != nullptr && mali != nullptr));
  CHECK(has(*japan, "group-giver:" + step(level(norway->alone.giver), coarse(japan->alone.giver))));
  CHECK(has(*norway, "group-giver:" + step(level(japan->alone.giver), coarse(norway->alone.giver))));
  CHECK(has(*mali, "group:none"));
}

TEST_CASE("the strongest of the others is not the actor itself") {
  const WeightTable weights = by_function();
  const Reading reading("Japan provided rice to Mali.\n", weights);
  const ActorOption *japan = reading.actor("JPN", "provide"), *mali = reading.actor("MLI", "provide");
  REQUIRE((japan != nullptr && mali != nullptr));
  CHECK(has(*japan, "other-giver-own:" + step(coarse(mali->alone.giver), level(japan->alone.giver))));
  CHECK(has(*mali, "other-giver-own:" + step(coarse(japan->alone.giver), level(mali->alone.giver))));
}

TEST_CASE("what an actor is in the rest of the article counts by how likely the rest tells of a commitment") {
  WeightTable weights = by_function();
  weights.put(Model::Sentence, "yes", "w:tents", 9);
  weights.put(Model::Sentence, "yes", "w:rice", -9);
  weights.put(Model::Sentence, "yes", "w:maize", -9);
  const Reading reading("Japan provided rice to Mali.\n\nMali provided tents to Japan.\n\nNorway provided maize to Mali.\n", weights);
  const ActorOption* japan = reading.actor("JPN", "provide");
  REQUIRE(japan != nullptr);
  CHECK(japan->alone.giver > 0.5);
  CHECK(has_any(*japan, "article-receiver:"));
  const auto& all = reading.layers.trace.candidates;
  const auto second = std::find_if(all.begin(), all.end(), [&](const Candidate& c) { return c.frame->sentence != all.front().frame->sentence; });
  REQUIRE(second != all.end());
  const auto there = std::find_if(second->actors.begin(), second->actors.end(), [&](const ActorOption& o) {
    return reading.layers.mentions.all[o.ref.mention].actor.id == "JPN";
  });
  REQUIRE(there != second->actors.end());
  CHECK(has(*japan, "article-sides:" + step(coarse(there->alone.giver), coarse(there->alone.receiver))));
}

TEST_CASE("a group and its members are seen beside each other") {
  const WeightTable weights = by_function();
  const Reading reading("The G7 and Japan provided rice to Mali.\n", weights);
  const ActorOption *japan = reading.actor("JPN", "provide"), *group = reading.actor("G7", "provide"), *mali = reading.actor("MLI", "provide");
  REQUIRE((japan != nullptr && group != nullptr && mali != nullptr));
  CHECK(has(*japan, "in-group:" + std::string(level(1 - group->alone.none))));
  CHECK(has_any(*group, "holds:"));
  CHECK_FALSE(has_any(*mali, "in-group"));
  CHECK_FALSE(has_any(*mali, "holds"));
}
