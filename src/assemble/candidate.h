// A candidate: a commitment in the making, with what speaks for and against it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/article.h"
#include "model/commitment.h"
#include "model/frame.h"
#include "model/mention.h"
#include "model/phrase.h"
#include "model/token.h"
#include "rulepack/pack.h"

namespace coopmine {

// What the earlier stages found in one article.
struct AssembleInput {
  const ZonedArticle& zoned;
  const Segmented& segmented;
  const Mentions& mentions;
  const std::vector<PhrasedSentence>& phrases;
  const std::vector<Frame>& frames;
  const RulePack& pack;
};

struct Candidate {
  Commitment commitment;
  const Frame* frame = nullptr;
  std::uint32_t scope_begin = 0;        // tokens [begin, end) whose sums, dates and sectors belong to it
  std::uint32_t scope_end = 0;
  std::size_t tellings = 1;
  std::vector<std::string> features;    // names of weights.tsv
};

}  // namespace coopmine
