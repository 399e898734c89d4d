#include "pipeline/pipeline.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "assemble/assemble.h"
#include "frame/frame.h"
#include "mention/actor.h"
#include "mention/date.h"
#include "mention/duration.h"
#include "mention/instrument.h"
#include "mention/money.h"
#include "mention/sector.h"
#include "phrase/phrase.h"
#include "pipeline/gate.h"
#include "segment/segment.h"
#include "write/record.h"
#include "zone/zone.h"

namespace coopmine {
namespace {

// In order of the text, the longer of two first; in place, since there may be many.
void sort_mentions(std::vector<Mention>& all) {
  const auto before = [](const Mention& a, const Mention& b) { return a.first != b.first ? a.first < b.first : a.last > b.last; };
  if (std::is_sorted(all.begin(), all.end(), before)) return;
  std::vector<std::uint32_t> order(all.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return before(all[a], all[b]); });
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    if (order[i] == i) continue;
    Mention kept = std::move(all[i]);
    std::uint32_t to = i;
    for (; order[to] != i; to = std::exchange(order[to], to)) all[to] = std::move(all[order[to]]);
    all[to] = std::move(kept);
    order[to] = to;
  }
}

// All mentions but actors, which must be there; phrases and frames: of the sentences that are not quiet.
void read_closely(const Article& article, const RulePack& pack, LastResort last_resort, ArticleLayers& layers) {
  std::vector<Mention>& all = layers.mentions.all;
  find_sectors(article.text, layers.segmented, pack.sectors, all);
  find_instruments(article.text, layers.segmented, pack.instruments, pack.triggers, all);
  find_money(article.text, layers.segmented, layers.zoned.date, pack, all);
  find_dates(article.text, layers.segmented, layers.zoned.date, pack, all);
  find_durations(article.text, layers.segmented, pack, all);
  sort_mentions(all);
  for (std::uint32_t i = 0; i < layers.segmented.sentences.size(); ++i) {
    if (layers.segmented.sentences[i].quiet) {
      layers.phrases.push_back({i, {}});
      continue;
    }
    PhrasedSentence phrased = find_phrases(article.text, layers.segmented, i, layers.mentions, pack.triggers);
    for (Frame& frame : find_frames(article.text, layers.segmented, layers.mentions, phrased, pack, last_resort)) layers.frames.push_back(std::move(frame));
    layers.phrases.push_back(std::move(phrased));
  }
}

// The layers anew, as if the gate had kept no sentence closed.
void read_whole(const Article& article, const RulePack& pack, LastResort last_resort, ArticleLayers& layers) {
  const std::vector<Sentence> gated = layers.segmented.sentences;
  for (Sentence& sentence : layers.segmented.sentences) sentence.quiet = false;
  std::erase_if(layers.mentions.all, [](const Mention& m) { return m.type != MentionType::Actor; });
  layers.phrases.clear();
  layers.frames.clear();
  read_closely(article, pack, last_resort, layers);
  layers.segmented.sentences = gated;
  layers.trace = {};  // it spoke of the frames that were
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
  const LastResort last_resort = config.rules_only ? LastResort::None : LastResort::Predicate;
  find_actors(layers.zoned, layers.segmented, pack.actors, {}, layers.mentions.all);
  sort_mentions(layers.mentions.all);
  const WeightTable& weights = config.rules_only ? kNoWeights : config.weights != nullptr ? *config.weights : pack.weights;
  const double least = config.least.value_or(weights.cut(Model::Record));
  close_gate(article.text, pack, weights, least, layers.mentions, layers.segmented, config.learning ? &layers.trace.gate : nullptr);
  read_closely(article, pack, last_resort, layers);
  ArticleWords words(article.text, layers.segmented, pack);
  const AssembleInput input{layers.zoned, layers.segmented, layers.mentions,   layers.phrases,  layers.frames, pack,
                            weights,      words,            config.rules_only, config.learning, least};
  layers.commitments = assemble(input, config.learning ? &layers.trace : nullptr);
  if (config.whole) read_whole(article, pack, last_resort, layers);
  return layers;
}

bool RecordFilter::passes(const Commitment& commitment, double cut) const {
  return among(types, commitment.type) && among(statuses, commitment.status) && commitment.confidence >= min_confidence.value_or(cut);
}

ArticleResult extract(const Article& article, const RulePack& pack, const ExtractConfig& config) {
  StageConfig stages = config.stages;
  stages.whole = config.mentions;
  if (config.filter.min_confidence) stages.least = config.filter.min_confidence;
  const ArticleLayers layers = run_stages(article, pack, stages);
  const std::string& lang = article.lang.empty() ? pack.lang : article.lang;
  const RecordContext context(layers.zoned, lang);
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
