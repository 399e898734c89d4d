// Two runs over the same gold: what became better and what worse.
#pragma once

#include <string>
#include <vector>

#include "eval/figures.h"

namespace coopmine {

enum class ChangeKind : std::uint8_t { Found, Better, SpuriousGone, Changed, Worse, Lost, SpuriousNew };
[[nodiscard]] std::string_view name(ChangeKind kind);  // "found", "better" ... "spurious new"
[[nodiscard]] constexpr bool is_gain(ChangeKind kind) { return kind < ChangeKind::Changed; }
[[nodiscard]] constexpr bool is_loss(ChangeKind kind) { return kind > ChangeKind::Changed; }

struct Change {
  ChangeKind kind = ChangeKind::Found;
  std::string article;
  const Claim* claim = nullptr;  // the gold commitment; of spurious ones the record
  SlotItems mended;              // items right now that were wrong before; of Better, Changed, Worse
  SlotItems broken;              // items wrong now that were right before
};

struct Comparison {
  EvalCounts before;
  EvalCounts after;
  GainIntervals gain;
  std::vector<Change> changes;  // in order of the articles, gold before records
};

// Both must come from pair_articles() with the same gold, which must outlive the result.
[[nodiscard]] Comparison compare(const std::vector<PairedArticle>& before, const std::vector<PairedArticle>& after);

}  // namespace coopmine
