// The pipeline: all stages, in their order, over one article.
//
//     const ArticleLayers layers = run_stages(article, pack, {});
//     for (const Commitment& c : layers.commitments) ...
//
//     ArticleResult result = extract(article, pack, config);   // the lines of its records
//
// Both are pure: same article, pack and config, same result; any number of threads may run them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assemble/candidate.h"
#include "base/calendar.h"
#include "model/article.h"
#include "model/commitment.h"
#include "model/frame.h"
#include "model/mention.h"
#include "model/phrase.h"
#include "model/token.h"
#include "pipeline/run.h"
#include "rulepack/pack.h"

namespace coopmine {

struct StageConfig {
  bool rules_only = false;   // leave the learned weights out: type, status and roles as the rules have them
  const WeightTable* weights = nullptr;  // instead of the pack's
  bool learning = false;     // keep candidates and the names of features
  bool whole = false;        // fill the layers for all sentences, also those that the gate keeps closed: for people
                             // who look at them; the commitments stay the same
  std::optional<double> least;  // how likely a commitment must be to count; none: as the pack says (weights.tsv)
  std::optional<Day> date;      // day of articles that tell none themselves
};

// What each stage added.  `zoned` refers to the article, which must outlive it.
struct ArticleLayers {
  ZonedArticle zoned;
  Segmented segmented;
  Mentions mentions;
  std::vector<PhrasedSentence> phrases;
  std::vector<Frame> frames;
  AssembleTrace trace;  // only when learning: what the choices were made from
  std::vector<Commitment> commitments;
};

[[nodiscard]] ArticleLayers run_stages(const Article& article, const RulePack& pack,
                                       const StageConfig& config);

// Which records are written; an empty list lets all pass.
struct RecordFilter {
  std::vector<CommitmentType> types;
  std::vector<Status> statuses;
  std::optional<double> min_confidence;  // none: the cut of the pack (weights.tsv)

  [[nodiscard]] bool passes(const Commitment& commitment, double cut) const;
};

struct ExtractConfig {
  StageConfig stages;
  RecordFilter filter;
  bool mentions = false;  // a line for each mention, before the commitments of its article
};

[[nodiscard]] ArticleResult extract(const Article& article, const RulePack& pack,
                                    const ExtractConfig& config);

// The commitments of one article as the rules alone have them, for the examples of rules (check.h): what an
// example shows does not change when weights are learned anew.
[[nodiscard]] std::vector<Commitment> commitments_of(const RulePack& pack, const Article& article);

}  // namespace coopmine
