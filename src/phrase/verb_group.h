// Reading one verb group from left to right.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "model/phrase.h"
#include "model/token.h"
#include "rulepack/trigger_table.h"

namespace coopmine {

// What stands to the left of a word, as far as it decides between noun and verb.
enum class LeftContext : std::uint8_t {
  Start,    // beginning of the sentence, or after an opening quote, colon, semicolon, bullet mark
  Actor,    // an actor group that can be a subject, or a pronoun, or a relative
  Nominal,  // determiner, possessive, adjective of a state, preposition, number: a noun follows
  Verbal,   // conjunction after a verb, adverb, comma after a verb
  Other
};

struct VerbMatch {
  VerbGroup group;
  std::uint32_t last = 0;  // one past the group's last token
};

class VerbGroupReader {
 public:
  // `covered[i]` is true for tokens that belong to an actor, sum, date or duration.
  VerbGroupReader(const std::vector<Token>& tokens, std::uint32_t sentence_first,
                  std::uint32_t sentence_last, const std::vector<bool>& covered,
                  const TriggerTable& triggers)
      : tokens_(tokens), first_(sentence_first), last_(sentence_last), covered_(covered), table_(triggers) {}

  // The verb group that starts at token `at`, if one does.
  [[nodiscard]] std::optional<VerbMatch> read(std::uint32_t at, LeftContext left) const;

 private:
  struct State;
  [[nodiscard]] bool free(std::uint32_t at) const { return at < last_ && !covered_[at - first_]; }
  [[nodiscard]] bool is(std::uint32_t at, WordClass cls) const { return free(at) && table_.is(tokens_[at].word, cls); }
  [[nodiscard]] bool verb_at(std::uint32_t at) const;
  [[nodiscard]] bool noun_at(std::uint32_t at) const;
  [[nodiscard]] bool opens_object(std::uint32_t at) const;
  // The first covered token at `at` or behind it.
  [[nodiscard]] std::uint32_t free_end(std::uint32_t at) const;
  bool modal_word(State& state) const;
  bool infinitive_marker(State& state) const;
  bool auxiliary(State& state) const;
  std::optional<VerbMatch> known_head(const State& state, LeftContext left) const;
  std::optional<VerbMatch> unknown_head(const State& state) const;
  std::optional<VerbForm> choose_form(const State& state, const std::array<bool, 5>& forms,
                                      std::uint32_t after, LeftContext left) const;
  // The form of a word without auxiliaries; none when it is no verb here.
  std::optional<VerbForm> bare_form(const std::array<bool, 5>& forms, std::uint32_t at, std::uint32_t after,
                                    LeftContext left) const;
  [[nodiscard]] VerbGroup group_of(const State& state, VerbForm form) const;

  const std::vector<Token>& tokens_;
  std::uint32_t first_;
  std::uint32_t last_;
  const std::vector<bool>& covered_;
  const TriggerTable& table_;
};

}  // namespace coopmine
