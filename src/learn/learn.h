// Learning: weights.tsv from gold.
//
// Later models see what earlier ones decided, so they must not learn from decisions that were learned from the
// same article: the articles are dealt into folds, and each fold is read with weights learned from the others
// (stacking, Wolpert 1992).  In six rounds: the gate; type, status, field and sentence; roles and slots; sides and
// initiator; rank; record and what merges.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "eval/gold.h"
#include "learn/regression.h"
#include "rulepack/pack.h"

namespace coopmine {

struct LearnConfig {
  unsigned folds = 4;
  std::function<void(const std::string&)> progress;  // told what is done; may be empty
};

struct LearnedModel {
  Model model = Model::Record;
  double cut = 0.5;
  std::vector<LearnedWeight> weights;
};

// Same gold, same pack: same weights.
[[nodiscard]] std::vector<LearnedModel> learn(const std::vector<const GoldArticle*>& gold, const RulePack& pack, const LearnConfig& config);

[[nodiscard]] WeightTable table_of(const std::vector<LearnedModel>& models);
// As the text of weights.tsv.
[[nodiscard]] std::string text_of(const std::vector<LearnedModel>& models);

// What a table finds in an article, as claims to be scored.
[[nodiscard]] std::vector<Claim> claims_of(const GoldArticle& article, const RulePack& pack, const WeightTable& weights);

}  // namespace coopmine
