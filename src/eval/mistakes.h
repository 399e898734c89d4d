// Every mistake with a reason that a person can act on.
//
//     MISSED    a.txt: aid/planned  'will be sending two tankers'
//               no trigger in these words
//     SLOTS     b.txt: aid/pledged  'will give Kenya $5 million'
//               receiver MLI instead of KEN: "Mali" is nearer to the trigger than "Kenya"
//
// The reasons need what the program saw in the article: whoever calls tells it (ArticleClues).  Without
// clues only that is said which the records themselves tell.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "eval/figures.h"

namespace coopmine {

enum class ClueKind : std::uint8_t { Actor, Sector, Instrument, Amount, Date, Duration, Trigger };

// Words that the program reads as something.
struct Clue {
  ClueKind kind = ClueKind::Actor;
  std::string value;  // as in a SlotItem; of a trigger its lemma
  std::string words;
  CodeSpan span;
};

// A record that was thought of and not written.
struct RejectedRecord {
  CodeSpan span;
  std::string rule;
  double confidence = 0;
};

struct ClueSentence {
  CodeSpan span;
  std::vector<Clue> clues;
};

struct ArticleClues {
  std::vector<ClueSentence> sentences;  // in order; what stands in none is not read at all
  std::vector<RejectedRecord> rejected;
};

// What the program sees in an article; nullopt: nobody knows.
using ClueFinder = std::function<std::optional<ArticleClues>(const GoldArticle& article)>;

enum class MistakeKind : std::uint8_t { Missed, Slots, Spurious };
[[nodiscard]] std::string_view name(MistakeKind kind);  // "missed" ...

struct Reason {
  std::string group;  // for counting: "missed: no trigger", "receiver: wrong"
  std::string text;   // "no trigger in these words"
};

struct Mistake {
  MistakeKind kind = MistakeKind::Missed;
  std::string article;
  const Claim* gold = nullptr;    // null for a spurious record
  const Claim* record = nullptr;  // null for a missed commitment
  std::vector<Reason> reasons;
};

// In order of the articles, gold before spurious records.  The articles must outlive the result.
[[nodiscard]] std::vector<Mistake> mistakes_of(const std::vector<PairedArticle>& articles, const ClueFinder& clues);

// How often each group of reasons stands, most frequent first, then by name.
[[nodiscard]] std::vector<std::pair<std::string, std::size_t>> count_reasons(const std::vector<Mistake>& mistakes);

}  // namespace coopmine
