// Features: the circumstances of a candidate and of its choices, by the names of weights.tsv.
#pragma once

#include <array>
#include <span>

#include "assemble/candidate.h"
#include "assemble/reference.h"

namespace coopmine {

// Where a mention stands, seen from a frame.
enum class Position : std::uint8_t { ClauseAfter, ClauseBefore, SentenceAfter, SentenceBefore, Previous, Head };
[[nodiscard]] std::string_view name(Position position);
[[nodiscard]] Position position_of(const AssembleInput& input, const Frame& frame, const Mention& mention);

// "0", "1" ... up to "most+".
[[nodiscard]] std::string_view bucket(std::size_t n, std::size_t most);
// A probability as one of 17 steps of its log odds, "-8" to "8".
[[nodiscard]] std::string_view level(double chance);
// A probability as one of 7 steps, for combining with others.
[[nodiscard]] std::string_view coarse(double chance);
// Tokens between a mention and the frame's anchor, in buckets.
[[nodiscard]] std::string_view distance(const Frame& frame, const Mention& mention);

// The word `offset` tokens from `token`; "-" beyond the article.
[[nodiscard]] HashedText word_at(const AssembleInput& input, std::uint32_t token, int offset);

// The frames of one sentence; all frames stand in order of the text.
[[nodiscard]] std::span<const Frame> frames_of(const AssembleInput& input, std::uint32_t sentence);

// What is counted once an article.
struct ArticleFacts {
  explicit ArticleFacts(const AssembleInput& input);
  const Frame* title = nullptr;  // the first frame of the title
  std::array<std::size_t, kCommitmentTypes> frames{};  // by type
};
// What the clause says, before any choice.
[[nodiscard]] Features clause_features(const AssembleInput& input, const ArticleFacts& facts, const Frame& frame);
// Adds what is said before, within and after it, word by word: for models type, status and field.
void add_context_features(const AssembleInput& input, const Frame& frame, Features& out);
// Adds what the choices made of it: for models rank and record.
void add_outcome_features(const Commitment& commitment, Features& out);

}  // namespace coopmine
