// Figures: how many commitments and slots were found right.
//
//     EvalCounts all;
//     for (const PairedArticle& article : articles) all += counts_of(article.pairs);
//     const Prf slots = all.slot_figures();     // .precision .recall .f1
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "eval/gold.h"
#include "eval/pairing.h"

namespace coopmine {

struct Prf {
  double precision = 0;
  double recall = 0;
  double f1 = 0;
};

struct RightWrong {
  std::size_t right = 0;
  std::size_t spurious = 0;
  std::size_t missed = 0;

  RightWrong& operator+=(const RightWrong& more);
  // 0 where there is nothing to divide by.
  [[nodiscard]] Prf figures() const;
};

// Counts add up: those of articles give those of a set.
struct EvalCounts {
  std::size_t articles = 0;
  std::size_t gold = 0;     // optional ones aside
  std::size_t records = 0;  // those that belong to optional gold aside
  std::size_t paired = 0;
  std::size_t whole = 0;    // gold paired with a record that has every slot right
  std::array<RightWrong, kSlotKinds> slots{};

  EvalCounts& operator+=(const EvalCounts& more);
  [[nodiscard]] Prf detection() const;
  [[nodiscard]] Prf slot_figures() const;
  [[nodiscard]] double whole_share() const;
};

// The gold of an article, its records, and who is who.
struct PairedArticle {
  const GoldArticle* gold = nullptr;
  PairedClaims pairs;
};

[[nodiscard]] EvalCounts counts_of(const PairedClaims& pairs);

// Adds the slots of one gold commitment and its record; null: it has none.
void add_slots(const Claim* gold, const Claim* record, EvalCounts& counts);

// Limits between which a figure lies with 95 %.
struct Interval {
  double low = 0;
  double high = 0;
};
struct PrfIntervals {
  Interval precision, recall, f1;
};
struct Intervals {
  PrfIntervals detection;
  PrfIntervals slots;
  Interval whole;
};

// Bootstrap over articles: `parts` are drawn anew with replacement 1000 times, from a fixed seed, so that
// the same parts always give the same limits.
[[nodiscard]] Intervals bootstrap(const std::vector<EvalCounts>& parts);

// The same for the gain in F1 (detection, slots) and share of whole records from `before` to `after`,
// which hold the same articles in the same order.
struct GainIntervals {
  Interval detection, slots, whole;
};
[[nodiscard]] GainIntervals bootstrap_gain(const std::vector<EvalCounts>& before, const std::vector<EvalCounts>& after);

}  // namespace coopmine
