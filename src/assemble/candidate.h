// A candidate: a commitment in the making, with what speaks for and against it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "assemble/article_words.h"
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
  ArticleWords& words;  // filled as it is asked
  bool rules_only = false;     // parties that no function names are not filled in
  bool learning = false;   // keep the names of features, for learning weights and for explain
  double least = 0;        // candidates less likely than this tell nothing
};

// What an actor may be in a candidate; probabilities.
struct RoleChances {
  double none = 0, party = 0, giver = 0, receiver = 0;
  [[nodiscard]] double total() const { return none + party + giver + receiver; }
  void set(std::string_view label, double chance);
  void add(const RoleChances& more, double weight);
};
// What a model of roles says.
[[nodiscard]] RoleChances role_chances(const WeightTable& weights, Model model, const Features& features);

// An actor that may have a role in a candidate.
struct ActorOption {
  ActorRef ref;
  std::string prior;     // the role that clause and frame give it; "none"
  std::string function;  // "none" when it has none in the clause
  Features features;     // of it alone
  RoleChances alone;
  Features compared;     // of it beside the others
  RoleChances chances;
  Features initiates;    // when learning: for its being the initiator
};

// A mention that may fill a slot of a candidate; or a sector that no mention names, but all words together.
struct ValueOption {
  static constexpr std::uint32_t kUnnamed = 0xffffffffU;
  Model model = Model::Sector;
  std::uint32_t mention = kUnnamed;
  std::string sector;  // of Model::Sector
  Features features;
};

// Two actors that may stand on the same side of a candidate, giving or receiving.
struct ActorPair {
  std::size_t first = 0;  // indices into Candidate::actors
  std::size_t second = 0;
  Features features;
};

struct Candidate {
  Commitment commitment;
  const Frame* frame = nullptr;
  Features features;  // of its clause
  Features kind;      // when learning: the same with what stands around it, for type and status
  std::vector<ActorOption> actors;
  std::vector<ActorPair> pairs;
  std::vector<ValueOption> values;
  Features ranking;        // when learning: for its being the act of its sentence
  std::uint32_t rank = 0;  // 0: the likeliest of its sentence
  Features judgement;      // when learning: for its being a commitment at all
  double chance = 0;       // that it is one

  // Frees what the slots were chosen from, which learning alone looks at again.
  void forget_options() {
    actors = std::vector<ActorOption>();  // not {}, which would keep the memory
    pairs = std::vector<ActorPair>();
    values = std::vector<ValueOption>();
  }
};

// Calls `use(sentence, first, last)` for each sentence that has candidates: from the first of them to behind the last.
template <typename Use>
void for_each_sentence(std::span<const Candidate> candidates, Use use) {
  for (std::size_t first = 0; first < candidates.size();) {
    const std::uint32_t sentence = candidates[first].frame->sentence;
    std::size_t last = first;
    while (last < candidates.size() && candidates[last].frame->sentence == sentence) ++last;
    use(sentence, first, last);
    first = last;
  }
}

// A sentence that has candidates.
struct SentenceCase {
  std::uint32_t sentence = 0;
  Features features;  // for its telling of a commitment
};

// Two candidates of different sentences that may tell of one commitment.
struct TellingPair {
  std::size_t first = 0;  // indices into AssembleTrace::candidates
  std::size_t second = 0;
  Features features;
};

// What the choices were made from, for learning.
struct AssembleTrace {
  std::vector<SentenceCase> gate;  // of all sentences that the gate looks at (pipeline/gate.h)
  std::vector<Candidate> candidates;
  std::vector<SentenceCase> sentences;
  std::vector<TellingPair> tellings;
};

}  // namespace coopmine
