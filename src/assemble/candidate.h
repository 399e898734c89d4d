// A candidate: a commitment in the making, with what speaks for and against it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "assemble/reference.h"
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
  const WeightTable& weights;  // the pack's, or an empty one for what the rules alone say
  bool rules_only = false;     // parties that no function names are not filled in
  bool learning = false;  // keep the names of features, for learning weights and for explain
};

// An actor that may have a role in a candidate.
struct ActorOption {
  ActorRef ref;
  std::string prior;     // the role that clause and frame give it; "none"
  std::string function;  // "none" when it has none in the clause
  Features features;
  Features initiates;    // for its being the initiator
};

// A mention that may fill a slot of a candidate.
struct ValueOption {
  Model model = Model::Sector;
  std::uint32_t mention = 0;
  Features features;
};

struct Candidate {
  Commitment commitment;
  const Frame* frame = nullptr;
  std::size_t tellings = 1;
  Features features;
  std::vector<ActorOption> actors;
  std::vector<ValueOption> values;
};

}  // namespace coopmine
