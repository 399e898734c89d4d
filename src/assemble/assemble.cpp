#include "assemble/assemble.h"

#include <algorithm>

#include "assemble/features.h"
#include "assemble/identity.h"
#include "assemble/merge.h"
#include "assemble/parties.h"
#include "assemble/reference.h"
#include "assemble/slots.h"

namespace coopmine {
namespace {

class Assembler {
 public:
  explicit Assembler(const AssembleInput& input)
      : input_(input), references_(input.zoned, input.segmented, input.mentions.all) {}

  std::vector<Commitment> run() {
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < input_.frames.size(); ++i)
      if (auto candidate = from_frame(i)) candidates.push_back(std::move(*candidate));
    std::vector<Commitment> out;
    for (Candidate& c : merge_tellings(input_, std::move(candidates))) out.push_back(finish(c));
    std::stable_sort(out.begin(), out.end(), [](const Commitment& a, const Commitment& b) { return first_word(a) < first_word(b); });
    return out;
  }

 private:
  static std::uint32_t first_word(const Commitment& c) {
    std::uint32_t first = c.evidence.front().span.begin;
    for (const Evidence& e : c.evidence) first = std::min(first, e.span.begin);
    return first;
  }

  std::optional<Candidate> from_frame(std::size_t index) const {
    const Frame& frame = input_.frames[index];
    Candidate candidate;
    candidate.frame = &frame;
    set_scope(index, candidate);
    Commitment& c = candidate.commitment;
    c.type = frame.type;
    c.status = frame.status;
    c.act = frame.act;
    set_parties(input_, references_, candidate);
    if (std::none_of(c.parties.begin(), c.parties.end(), [](const Party& p) { return !p.id.empty(); })) return std::nullopt;
    settle_agreement(candidate);
    set_slots(input_, candidate);
    c.evidence.push_back(evidence(frame));
    for (const Filler& filler : frame.fillers)
      if (!filler.rule.empty() && std::find(c.rules.begin(), c.rules.end(), filler.rule) == c.rules.end()) c.rules.push_back(filler.rule);
    candidate.features = features_of(input_, candidate);
    return candidate;
  }

  // What one side alone agreed to is its pledge.
  void settle_agreement(Candidate& candidate) const {
    Commitment& c = candidate.commitment;
    if (c.status != Status::Concluded || candidate.frame->chain.empty()) return;
    const bool agreed = input_.pack.triggers.binds(input_.pack.triggers.find_class(candidate.frame->chain.front()));
    if (!agreed) return;
    const auto one_side = std::count_if(candidate.frame->fillers.begin(), candidate.frame->fillers.end(),
                                        [](const Filler& f) { return f.function == "subject"; });
    if (one_side != 1) return;
    for (const Filler& f : candidate.frame->fillers)
      if (f.function == "subject" && references_.resolve(f.mention).size() > 1) return;
    c.status = Status::Pledged;
  }

  // The scope of dates begins where the sentence does, or the act before it ends.
  void set_scope(std::size_t index, Candidate& candidate) const {
    const Frame& frame = input_.frames[index];
    const Sentence& sentence = input_.segmented.sentences[frame.sentence];
    candidate.scope_begin = sentence.first;
    if (index > 0 && input_.frames[index - 1].sentence == frame.sentence) candidate.scope_begin = std::max(sentence.first, std::min(input_.frames[index - 1].end, frame.begin));
    candidate.scope_end = frame.end;
  }

  Evidence evidence(const Frame& frame) const {
    const auto& tokens = input_.segmented.tokens;
    const Sentence& sentence = input_.segmented.sentences[frame.sentence];
    Evidence e;
    e.span = {tokens[frame.begin].span.begin, tokens[frame.end - 1].span.end};
    e.sentence = frame.sentence + 1;
    e.zone = sentence.zone;
    e.trigger = frame.trigger;
    e.lemma = frame.lemma;
    return e;
  }

  Commitment finish(Candidate& candidate) const {
    add_telling_features(candidate);
    Commitment& c = candidate.commitment;
    c.features = std::move(candidate.features);
    c.confidence = input_.pack.weights.confidence(c.features);
    if (c.rules.empty()) c.rules.emplace_back("clause");
    c.id = identity(*input_.zoned.article, c);
    return std::move(c);
  }

  const AssembleInput& input_;
  References references_;
};

}  // namespace

std::vector<Commitment> assemble(const AssembleInput& input) { return Assembler(input).run(); }

}  // namespace coopmine
