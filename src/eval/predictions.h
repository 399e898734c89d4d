// Records to be judged, sorted by article.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "eval/claim.h"
#include "eval/figures.h"
#include "eval/gold.h"
#include "record/record_source.h"

namespace coopmine {

struct Predictions {
  std::map<std::string, std::vector<Claim>> articles;  // by the file name in doc.id, without folders
  std::size_t left_out = 0;                            // lines that can't be used; each is in the faults
};

// Reads all records of a source.  A record whose party has a role that is none is left out.
[[nodiscard]] Predictions read_predictions(RecordSource& source, Diagnostics& faults);

// A second annotation of the same articles, to be judged like records.  Articles that it lacks are taken
// out of `gold`.
[[nodiscard]] Predictions second_annotation(GoldSet second, GoldSet& gold);

// Pairs article by article, in the order of the gold.  Records of other articles are passed over.
// `gold` and `predictions` must outlive the result.
[[nodiscard]] std::vector<PairedArticle> pair_articles(const GoldSet& gold, const Predictions& predictions);

// Records that belong to no article of the gold.
[[nodiscard]] std::size_t count_strangers(const GoldSet& gold, const Predictions& predictions);

}  // namespace coopmine
