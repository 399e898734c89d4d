// An article and what was found in it, ready to be shown: marks of its words, and records as rows of slots.
//
//     const ArticleView view = view_of(article, zoned, mentions, commitments, pack);
//     for (const Mark& mark : view.marks) ...        // actor "Japan" JPN at [96, 101)
//
// All texts quote the article and may hold anything; who writes them makes them fit for the place.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/article.h"
#include "model/commitment.h"
#include "model/mention.h"
#include "rulepack/pack.h"

namespace coopmine {

// Words that stand for something.  Marks are in the order of the text and never overlap.
struct Mark {
  Span span;  // bytes of the article
  MentionType type = MentionType::Actor;
  std::string value;  // "JPN", "energy", "USD 5000000", "2024-06-13"
};

// One row of a record.
struct SlotRow {
  std::string label;  // "giver", "sector", "date" ...
  std::string value;
  std::string detail;  // "government, by pair"; may be empty
  Span span;           // empty: no words of the article give it
};

// A rule that made a record, with its pattern; both empty for what the engine does by itself.
struct FiredRule {
  std::string id;
  std::string place;  // "rules/en/constructions.rules:4"
  std::string match;
};

// What spoke for a record (weight above 0) or against it.
struct WeighedFeature {
  std::string name;
  double weight = 0;
};

struct RecordView {
  const Commitment* commitment = nullptr;
  std::string head;  // "agreement concluded, sign"
  std::vector<SlotRow> slots;
  std::vector<FiredRule> rules;
  std::vector<WeighedFeature> clues;  // the strongest first
};

// Keeps references: the article and the commitments must outlive it.
struct ArticleView {
  const Article& article;
  const ZonedArticle& zoned;
  std::vector<Mark> marks;
  std::vector<RecordView> records;
};

[[nodiscard]] ArticleView view_of(const Article& article, const ZonedArticle& zoned, const Mentions& mentions,
                                  const std::vector<const Commitment*>& commitments, const RulePack& pack);

// "actor", "sector", "instrument", "money", "date", "duration".
[[nodiscard]] std::string_view mark_name(MentionType type);

}  // namespace coopmine
