#include "eval/clue_view.h"

#include <algorithm>

namespace coopmine {

bool any_overlap(CodeSpan span, const std::vector<CodeSpan>& spans) {
  return std::any_of(spans.begin(), spans.end(), [&](CodeSpan other) { return span.overlaps(other); });
}

std::string list_of(const std::vector<const Clue*>& clues) {
  std::vector<std::string> values;
  for (const Clue* clue : clues) {
    if (std::find(values.begin(), values.end(), clue->value) == values.end()) values.push_back(clue->value);
  }
  std::string out;
  for (const std::string& value : values) out += (out.empty() ? "" : ", ") + value;
  return out;
}

std::vector<const ClueSentence*> ClueView::sentences(const std::vector<CodeSpan>& spans) const {
  std::vector<const ClueSentence*> out;
  if (!clues_) return out;
  for (const ClueSentence& sentence : clues_->sentences) {
    if (any_overlap(sentence.span, spans)) out.push_back(&sentence);
  }
  return out;
}

std::vector<const Clue*> ClueView::beside(ClueKind kind, const std::vector<CodeSpan>& spans) const {
  std::vector<const Clue*> out;
  for (const ClueSentence* sentence : sentences(spans)) {
    for (const Clue& clue : sentence->clues) {
      if (clue.kind == kind) out.push_back(&clue);
    }
  }
  return out;
}

std::vector<const Clue*> ClueView::within(ClueKind kind, const std::vector<CodeSpan>& spans) const {
  auto out = beside(kind, spans);
  std::erase_if(out, [&](const Clue* clue) { return !any_overlap(clue->span, spans); });
  return out;
}

const RejectedRecord* ClueView::rejected(const std::vector<CodeSpan>& spans) const {
  const RejectedRecord* best = nullptr;
  if (!clues_) return best;
  for (const RejectedRecord& record : clues_->rejected) {
    if (!any_overlap(record.span, spans)) continue;
    if (best == nullptr || record.confidence > best->confidence) best = &record;
  }
  return best;
}

const Clue* ClueView::beside(ClueKind kind, std::string_view value, const std::vector<CodeSpan>& spans) const {
  for (const Clue* clue : beside(kind, spans)) {
    if (clue->value == value) return clue;
  }
  return nullptr;
}

const Clue* ClueView::anywhere(ClueKind kind, std::string_view value) const {
  if (!clues_) return nullptr;
  for (const ClueSentence& sentence : clues_->sentences) {
    for (const Clue& clue : sentence.clues) {
      if (clue.kind == kind && clue.value == value) return &clue;
    }
  }
  return nullptr;
}

}  // namespace coopmine
