#include <filesystem>
#include <fstream>

#include <stdlib.h>

#include <doctest/doctest.h>

#include "pipeline/pipeline.h"
#include "write/record.h"
#include "shipped_pack.h"

using namespace coopmine;

namespace {

Article article() {
  Article a;
  a.id = "a.txt";
  a.text = "Grain for Mali\n\nJapan pledged $5 million in food aid to Mali on Monday. The sun shone on 3 May over Tokyo for two weeks.\n";
  return a;
}

// Sentences with "sun" are kept closed, and those with an actor alone are not.
WeightTable against_the_sun() {
  WeightTable weights;
  weights.set_cut(Model::Gate, 0.5);
  weights.put(Model::Gate, "yes", "w:sun", -5);
  weights.put(Model::Gate, "yes", "w:<actor>", 1);
  return weights;
}

std::size_t mentions_in(const ArticleLayers& layers, std::size_t sentence, MentionType type) {
  const Sentence& s = layers.segmented.sentences[sentence];
  std::size_t count = 0;
  for (const Mention& m : layers.mentions.all) count += m.type == type && m.first >= s.first && m.first < s.last;
  return count;
}

}  // namespace

TEST_CASE("without weights every sentence is read") {
  const Article a = article();
  const WeightTable none;
  StageConfig config;
  config.weights = &none;
  for (const Sentence& s : run_stages(a, test::shipped_pack(), config).segmented.sentences) CHECK_FALSE(s.quiet);
}

TEST_CASE("a sentence whose words promise nothing has its actors and no more") {
  const Article a = article();
  const WeightTable weights = against_the_sun();
  StageConfig config;
  config.weights = &weights;
  const ArticleLayers layers = run_stages(a, test::shipped_pack(), config);
  REQUIRE(layers.segmented.sentences.size() == 3);
  CHECK_FALSE(layers.segmented.sentences[1].quiet);
  CHECK(layers.segmented.sentences[2].quiet);
  CHECK(mentions_in(layers, 1, MentionType::Date) == 1);
  CHECK(mentions_in(layers, 2, MentionType::Date) == 0);
  CHECK(mentions_in(layers, 2, MentionType::Actor) == 1);
  CHECK(layers.phrases.size() == 3);
  CHECK(layers.phrases[2].units.empty());
}

TEST_CASE("the title stays open") {
  Article a = article();
  a.text = "The sun over Mali\n\nJapan pledged $5 million in food aid to Mali on Monday.\n";
  const WeightTable weights = against_the_sun();
  StageConfig config;
  config.weights = &weights;
  const ArticleLayers layers = run_stages(a, test::shipped_pack(), config);
  CHECK_FALSE(layers.segmented.sentences.front().quiet);
}

TEST_CASE("who wants unlikely commitments, too, has the gate open") {
  const Article a = article();
  const WeightTable weights = against_the_sun();
  StageConfig config;
  config.weights = &weights;
  config.least = 0.0;
  CHECK_FALSE(run_stages(a, test::shipped_pack(), config).segmented.sentences[2].quiet);
  config.least = 0.9;
  CHECK(run_stages(a, test::shipped_pack(), config).segmented.sentences[2].quiet);
}

TEST_CASE("a trigger that a pack adds opens the gate") {
  std::string folder = (std::filesystem::temp_directory_path() / "coopmine-gate-XXXXXX").string();
  REQUIRE(mkdtemp(folder.data()) != nullptr);
  std::filesystem::create_directory(folder + "/en");
  std::ofstream(folder + "/en/pack.rules") << "pack mine\nversion 1\nextends shipped\n";
  std::ofstream(folder + "/en/triggers.tsv") << "lemma\tpos\tforms\tclass\tstatus\tcontrol\tnote\n"
                                                "beam\tverb\tbeam|beams|beamed|beamed|beaming\tgive\tfulfilled\t\t\n";
  Diagnostics diagnostics;
  const auto pack = load_pack({folder, "en"}, diagnostics);
  std::filesystem::remove_all(folder);
  REQUIRE(pack != nullptr);
  const WeightTable weights = against_the_sun();
  StageConfig config;
  config.weights = &weights;
  Article a = article();
  CHECK(run_stages(a, *pack, config).segmented.sentences[2].quiet);
  a.text.replace(a.text.find("shone"), 5, "beamed");
  CHECK_FALSE(run_stages(a, *pack, config).segmented.sentences[2].quiet);
  CHECK(run_stages(a, test::shipped_pack(), config).segmented.sentences[2].quiet);
}

TEST_CASE("a look at the whole changes no commitment") {
  const Article a = article();
  const WeightTable weights = against_the_sun();
  StageConfig config;
  config.weights = &weights;
  config.least = 0.2;
  const ArticleLayers gated = run_stages(a, test::shipped_pack(), config);
  config.whole = true;
  const ArticleLayers whole = run_stages(a, test::shipped_pack(), config);
  CHECK(whole.segmented.sentences[2].quiet);
  CHECK(mentions_in(whole, 2, MentionType::Date) == 1);
  CHECK(mentions_in(whole, 2, MentionType::Duration) == 1);
  CHECK_FALSE(whole.phrases[2].units.empty());
  const auto lines = [&](const ArticleLayers& layers) {
    const RecordContext context(layers.zoned, "en");
    std::string out;
    for (const Commitment& c : layers.commitments) write_commitment(context, c, out);
    return out;
  };
  CHECK_FALSE(gated.commitments.empty());
  CHECK(lines(gated) == lines(whole));
}

TEST_CASE("learning sees every sentence but the title") {
  const Article a = article();
  const WeightTable weights = against_the_sun();
  StageConfig config;
  config.weights = &weights;
  config.learning = true;
  const ArticleLayers layers = run_stages(a, test::shipped_pack(), config);
  REQUIRE(layers.trace.gate.size() == 2);
  const auto& names = layers.trace.gate[1].features.names();
  CHECK(std::find(names.begin(), names.end(), "w:sun") != names.end());
  CHECK(std::find(names.begin(), names.end(), "w:0") != names.end());
}
