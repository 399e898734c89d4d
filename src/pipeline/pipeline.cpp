#include "pipeline/pipeline.h"

#include <algorithm>

#include "assemble/assemble.h"
#include "frame/frame.h"
#include "mention/actor.h"
#include "mention/date.h"
#include "mention/duration.h"
#include "mention/instrument.h"
#include "mention/money.h"
#include "mention/sector.h"
#include "phrase/phrase.h"
#include "segment/segment.h"
#include "write/record.h"
#include "zone/zone.h"

namespace coopmine {
namespace {

void find_mentions(const Article& article, const RulePack& pack, ArticleLayers& layers) {
  std::vector<Mention>& all = layers.mentions.all;
  find_actors(layers.zoned, layers.segmented, pack.actors, {}, all);
  find_sectors(article.text, layers.segmented, pack.sectors, all);
  find_instruments(article.text, layers.segmented, pack.instruments, pack.triggers, all);
  find_money(article.text, layers.segmented, layers.zoned.date, pack, all);
  find_dates(article.text, layers.segmented, layers.zoned.date, pack, all);
  find_durations(article.text, layers.segmented, pack, all);
  std::stable_sort(all.begin(), all.end(), [](const Mention& a, const Mention& b) {
    return a.first != b.first ? a.first < b.first : a.last > b.last;
  });
}

const WeightTable kNoWeights;

template <typename T>
bool among(const std::vector<T>& list, const T& value) {
  return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
}

}  // namespace

ArticleLayers run_stages(const Article& article, const RulePack& pack, const StageConfig& config) {
  ArticleLayers layers;
  layers.zoned = find_zones(article, pack, {config.date});
  layers.segmented = segment(layers.zoned, pack.words, pack.abbreviations, {});
  find_mentions(article, pack, layers);
  std::vector<Frame>& frames = layers.frames;
  for (std::uint32_t i = 0; i < layers.segmented.sentences.size(); ++i) {
    PhrasedSentence phrased = find_phrases(article.text, layers.segmented, i, layers.mentions, pack.triggers);
    for (Frame& frame : find_frames(article.text, layers.segmented, layers.mentions, phrased, pack)) frames.push_back(std::move(frame));
    layers.phrases.push_back(std::move(phrased));
  }
  const WeightTable& weights = config.rules_only ? kNoWeights : config.weights != nullptr ? *config.weights : pack.weights;
  const AssembleInput input{layers.zoned, layers.segmented, layers.mentions, layers.phrases,  frames,
                            pack,         weights,          config.rules_only, config.learning, config.least.value_or(weights.cut(Model::Record))};
  layers.commitments = assemble(input, config.learning ? &layers.trace : nullptr);
  return layers;
}

bool RecordFilter::passes(const Commitment& commitment, double cut) const {
  return among(types, commitment.type) && among(statuses, commitment.status) && commitment.confidence >= min_confidence.value_or(cut);
}

ArticleResult extract(const Article& article, const RulePack& pack, const ExtractConfig& config) {
  StageConfig stages = config.stages;
  if (config.filter.min_confidence) stages.least = config.filter.min_confidence;
  const ArticleLayers layers = run_stages(article, pack, stages);
  const RecordContext context(layers.zoned, article.lang.empty() ? std::string(pack.lang) : article.lang);
  ArticleResult result;
  if (config.mentions)
    for (const Mention& mention : layers.mentions.all) write_mention(context, mention, result.lines);
  for (const Commitment& commitment : layers.commitments) {
    if (!config.filter.passes(commitment, pack.weights.cut(Model::Record))) continue;
    write_commitment(context, commitment, result.lines);
    ++result.counts.records;
  }
  result.counts.sentences = layers.segmented.sentences.size();
  result.counts.mentions = layers.mentions.all.size();
  return result;
}

std::vector<Commitment> commitments_of(const RulePack& pack, const Article& article) {
  StageConfig config;
  config.rules_only = true;
  return run_stages(article, pack, config).commitments;
}

}  // namespace coopmine
