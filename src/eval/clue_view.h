// Questions to the clues of one article.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "eval/mistakes.h"

namespace coopmine {

class ClueView {
 public:
  explicit ClueView(std::optional<ArticleClues> clues) : clues_(std::move(clues)) {}

  [[nodiscard]] bool known() const { return clues_.has_value(); }

  // Sentences that hold a part of the spans.
  [[nodiscard]] std::vector<const ClueSentence*> sentences(const std::vector<CodeSpan>& spans) const;
  // Clues of a kind that overlap the spans, or stand in their sentences.
  [[nodiscard]] std::vector<const Clue*> within(ClueKind kind, const std::vector<CodeSpan>& spans) const;
  [[nodiscard]] std::vector<const Clue*> beside(ClueKind kind, const std::vector<CodeSpan>& spans) const;
  // A record that was thought of for these words, the likeliest.
  [[nodiscard]] const RejectedRecord* rejected(const std::vector<CodeSpan>& spans) const;
  // First clue of that kind and value in the sentences of the spans, and anywhere.
  [[nodiscard]] const Clue* beside(ClueKind kind, std::string_view value, const std::vector<CodeSpan>& spans) const;
  [[nodiscard]] const Clue* anywhere(ClueKind kind, std::string_view value) const;

 private:
  std::optional<ArticleClues> clues_;
};

// "send", "give": each value once, in order.
[[nodiscard]] std::string list_of(const std::vector<const Clue*>& clues);

[[nodiscard]] bool any_overlap(CodeSpan span, const std::vector<CodeSpan>& spans);

}  // namespace coopmine
