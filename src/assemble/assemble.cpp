#include "assemble/assemble.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "assemble/attribution.h"
#include "assemble/compare.h"
#include "assemble/features.h"
#include "assemble/fields.h"
#include "assemble/identity.h"
#include "assemble/judge.h"
#include "assemble/measures.h"
#include "assemble/merge.h"
#include "assemble/parties.h"
#include "assemble/reference.h"
#include "assemble/slots.h"

namespace coopmine {
namespace {

// How much the others of a clause together say of a candidate's type and status; 1 is as much as its own words.
constexpr double kSayOfOthers = 0.5;
// How many candidates are seen beside each other: more than all but a few articles have, so that memory does not
// grow with the length of the longest.
constexpr std::size_t kBlock = 2000;
// A sentence less likely than this to tell of a commitment says nothing of the other sentences of its article, whether
// it is read further or not: so that no record changes with how many are.
constexpr double kFaint = 0.045;

class Assembler {
 public:
  Assembler(const AssembleInput& input, AssembleTrace* trace)
      : input_(input), references_(input.zoned.article->text, input.segmented, input.mentions.all), facts_(input), trace_(trace) {}

  std::vector<Commitment> run() {
    SentenceJudge judge(input_);
    std::vector<Candidate> candidates = hopeful(judge);
    SentenceChances sentences = judge.take();
    std::vector<double> told = sentences.chance;
    for (double& chance : told)
      if (chance < kFaint) chance = 0;
    for (std::size_t first = 0; first < candidates.size();) {
      const std::size_t last = block_end(candidates, first);
      complete({candidates.data() + first, last - first}, sentences, told);
      first = last;
    }
    if (trace_ != nullptr) {
      trace_->candidates = candidates;
      trace_->sentences = std::move(sentences.cases);
      trace_->tellings = twins(candidates);
    }
    candidates = likely(std::move(candidates));
    std::vector<Commitment> out;
    for (Candidate& c : merge_tellings(input_, std::move(candidates))) out.push_back(finish(c));
    for (Commitment& c : out) c.part_of = container(c, out);
    std::stable_sort(out.begin(), out.end(), [](const Commitment& a, const Commitment& b) { return first_word(a) < first_word(b); });
    return out;
  }

 private:
  // The candidates of all sentences that are worth reading further; when learning, of all.
  [[nodiscard]] std::vector<Candidate> hopeful(SentenceJudge& judge) const {
    std::vector<Candidate> all;
    for (std::size_t i = 0; i < input_.frames.size();) {
      const std::uint32_t sentence = input_.frames[i].sentence;
      const std::size_t first = all.size();
      for (; i < input_.frames.size() && input_.frames[i].sentence == sentence; ++i) all.push_back(from_frame(input_.frames[i]));
      const double chance = judge.judge(sentence, {all.data() + first, all.size() - first});
      if (!input_.learning && chance < hopeless()) all.resize(first);
    }
    return all;
  }

  // Those that become records, with what their sentences name besides.
  [[nodiscard]] std::vector<Candidate> likely(std::vector<Candidate> candidates) const {
    std::vector<bool> survives;
    for (const Candidate& c : candidates) survives.push_back(c.chance >= input_.least && identified(c.commitment));
    add_measures(input_, candidates, survives);
    std::vector<Candidate> kept;
    for (std::size_t i = 0; i < candidates.size(); ++i)
      if (survives[i]) kept.push_back(std::move(candidates[i]));
    return kept;
  }

  static std::uint32_t first_word(const Commitment& c) {
    std::uint32_t first = c.evidence.front().span.begin;
    for (const Evidence& e : c.evidence) first = std::min(first, e.span.begin);
    return first;
  }

  // The agreement whose content `c` is: one of its kind of text and its parties that the article tells of, the likeliest.
  [[nodiscard]] std::string container(const Commitment& c, const std::vector<Commitment>& all) const {
    if (c.type == CommitmentType::Agreement || !c.instrument) return {};
    const Commitment* best = nullptr;
    for (const Commitment& other : all) {
      if (other.type != CommitmentType::Agreement || !other.instrument || other.instrument->kind != c.instrument->kind) continue;
      if (!share_party(c, other)) continue;
      if (best == nullptr || other.confidence > best->confidence) best = &other;
    }
    return best == nullptr ? std::string() : best->id;
  }
  [[nodiscard]] static bool share_party(const Commitment& a, const Commitment& b) {
    return std::any_of(a.parties.begin(), a.parties.end(), [&](const Party& p) {
      return !p.id.empty() && std::any_of(b.parties.begin(), b.parties.end(), [&](const Party& q) { return q.id == p.id; });
    });
  }

  // Pairs of likely candidates of different sentences, for learning.
  [[nodiscard]] std::vector<TellingPair> twins(const std::vector<Candidate>& candidates) const {
    std::vector<TellingPair> pairs;
    for (std::size_t i = 0; i < candidates.size(); ++i)
      for (std::size_t k = i + 1; k < candidates.size() && candidates[i].rank == 0; ++k)
        if (candidates[k].rank == 0) pairs.push_back({i, k, telling_features(input_, candidates[i], candidates[k])});
    return pairs;
  }
  [[nodiscard]] static bool identified(const Commitment& c) {
    return std::any_of(c.parties.begin(), c.parties.end(), [](const Party& p) { return !p.id.empty(); });
  }

  // What the words say of a candidate's kind.
  struct Kind {
    std::vector<WeightTable::Choice> types, statuses, fields;
  };
  [[nodiscard]] Kind kind_of(Candidate& candidate) const {
    Features f = candidate.features;
    add_context_features(input_, *candidate.frame, f);
    const WeightTable& weights = input_.weights;
    Kind kind{weights.choices(Model::Type, f), weights.choices(Model::Status, f), weights.chances(Model::Field, f)};
    if (input_.learning) candidate.kind = std::move(f);
    return kind;
  }
  // The kind of candidate `i`: the others of its clause have a say in it, for a clause mostly tells of one.
  [[nodiscard]] static Kind pooled(std::span<const Candidate> candidates, const std::vector<Kind>& kinds, std::size_t i) {
    const Frame& own = *candidates[i].frame;
    std::vector<std::size_t> others;
    const auto see = [&](std::size_t k) {
      const Frame& other = *candidates[k].frame;
      if (other.sentence != own.sentence) return false;
      if (k != i && other.begin < own.end && own.begin < other.end) others.push_back(k);
      return true;
    };
    for (std::size_t k = i; k-- > 0 && see(k);) {}
    for (std::size_t k = i + 1; k < candidates.size() && see(k); ++k) {}
    Kind out = kinds[i];
    const auto hear = [&](std::vector<WeightTable::Choice>& choices, const std::vector<WeightTable::Choice>& more) {
      for (std::size_t c = 0; c < choices.size(); ++c) choices[c].probability *= std::pow(more[c].probability, kSayOfOthers / static_cast<double>(others.size()));
    };
    for (const std::size_t k : others) {
      hear(out.types, kinds[k].types);
      hear(out.statuses, kinds[k].statuses);
    }
    return out;
  }

  [[nodiscard]] Candidate from_frame(const Frame& frame) const {
    Candidate candidate;
    candidate.frame = &frame;
    candidate.features = clause_features(input_, facts_, frame);
    Commitment& c = candidate.commitment;
    c.type = frame.type;
    c.status = frame.status;
    c.act = frame.act;
    c.evidence.push_back(evidence(frame));
    c.rules = rules(frame);
    return candidate;
  }

  // Whole sentences together.
  [[nodiscard]] static std::size_t block_end(const std::vector<Candidate>& candidates, std::size_t first) {
    std::size_t last = std::min(first + kBlock, candidates.size());
    while (last < candidates.size() && candidates[last].frame->sentence == candidates[last - 1].frame->sentence) ++last;
    return last;
  }
  // Kind, parties, values and chance of candidates that are seen beside each other.
  void complete(std::span<Candidate> candidates, const SentenceChances& sentences, const std::vector<double>& told) const {
    std::vector<Kind> kinds;
    std::vector<std::vector<WeightTable::Choice>> own_fields;
    for (Candidate& c : candidates) {
      kinds.push_back(kind_of(c));
      own_fields.push_back(std::move(kinds.back().fields));
    }
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      choose_kind(candidates[i], pooled(candidates, kinds, i));
      list_actors(input_, references_, candidates[i]);
    }
    compare_actors(input_, told, candidates);
    const FieldTally fields(candidates, own_fields, told);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      Candidate& c = candidates[i];
      choose_parties(input_, c);
      list_values(input_, c, fields.of(i));
      choose_values(input_, c);
      c.commitment.attribution = attribution_of(input_, references_, *c.frame);
      if (!input_.learning) c.forget_options();
    }
    judge_candidates(input_, sentences, candidates);
    if (input_.learning) return;
    for (Candidate& c : candidates) c.features = Features();
  }

  // Sentences less likely than this to tell of a commitment are not read further: next to nothing in them would
  // be as likely as `least`, and most of the work would be theirs.
  [[nodiscard]] double hopeless() const { return std::min(input_.least / 10, kFaint); }

  // Type and status: what the rules say is one circumstance among others.
  static void choose_kind(Candidate& candidate, const Kind& kind) {
    Commitment& c = candidate.commitment;
    double best = 0;
    for (const auto& choice : kind.types) {
      const auto type = commitment_type(choice.label);
      if (type && choice.probability > best) c.type = *type, best = choice.probability;
    }
    best = 0;
    for (const auto& choice : kind.statuses) {
      const auto status = status_of(choice.label);
      if (status && choice.probability > best) c.status = *status, best = choice.probability;
    }
  }

  [[nodiscard]] static std::vector<std::string> rules(const Frame& frame) {
    std::vector<std::string> ids;
    for (const Filler& filler : frame.fillers)
      if (!filler.rule.empty() && std::find(ids.begin(), ids.end(), filler.rule) == ids.end()) ids.push_back(filler.rule);
    if (ids.empty()) ids.emplace_back("clause");
    return ids;
  }

  [[nodiscard]] Evidence evidence(const Frame& frame) const {
    const Sentence& sentence = input_.segmented.sentences[frame.sentence];
    Evidence e;
    e.span = sentence.span;
    e.sentence = frame.sentence + 1;
    e.zone = sentence.zone;
    e.trigger = frame.trigger;
    e.lemma = frame.lemma;
    return e;
  }

  [[nodiscard]] Commitment finish(Candidate& candidate) const {
    Commitment& c = candidate.commitment;
    c.features = candidate.judgement.names();
    c.confidence = candidate.chance;
    c.codes = codes_of(input_.pack.codes, c.type, c.status, c.act, c.sectors);
    c.id = identity(*input_.zoned.article, c);
    return std::move(c);
  }

  const AssembleInput& input_;
  References references_;
  ArticleFacts facts_;
  AssembleTrace* trace_;
};

}  // namespace

std::vector<Commitment> assemble(const AssembleInput& input, AssembleTrace* trace) { return Assembler(input, trace).run(); }

}  // namespace coopmine
