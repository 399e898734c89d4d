#include "eval/comparison.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace coopmine {
namespace {

const Claim* record_of(const PairedClaims& pairs, std::size_t gold) {
  return pairs.record_of[gold] == kUnpaired ? nullptr : pairs.records[pairs.record_of[gold]];
}

// Items that are wrong between the two: missed and spurious ones.
SlotItems wrong_items(const Claim& gold, const Claim& record) {
  SlotItems wrong = items_without(gold.items, record.items);
  const SlotItems extra = items_without(record.items, gold.items);
  wrong.insert(wrong.end(), extra.begin(), extra.end());
  std::sort(wrong.begin(), wrong.end());
  return wrong;
}

std::vector<const Claim*> spurious_of(const PairedClaims& pairs) {
  std::vector<const Claim*> out;
  for (std::size_t r = 0; r < pairs.records.size(); ++r) {
    if (pairs.gold_of[r] == kUnpaired) out.push_back(pairs.records[r]);
  }
  return out;
}

bool same_record(const Claim& a, const Claim& b) { return a.items == b.items && a.spans == b.spans; }

class Comparer {
 public:
  void add(const PairedArticle& before, const PairedArticle& after) {
    article_ = after.gold->name;
    for (std::size_t g = 0; g < after.pairs.gold.size(); ++g) {
      compare_gold(*after.pairs.gold[g], record_of(before.pairs, g), record_of(after.pairs, g));
    }
    const auto old_spurious = spurious_of(before.pairs);
    const auto new_spurious = spurious_of(after.pairs);
    add_missing(old_spurious, new_spurious, ChangeKind::SpuriousGone);
    add_missing(new_spurious, old_spurious, ChangeKind::SpuriousNew);
  }

  std::vector<Change> take() { return std::move(changes_); }

 private:
  void compare_gold(const Claim& gold, const Claim* before, const Claim* after) {
    if (before == nullptr && after == nullptr) return;
    if (before == nullptr || after == nullptr) {
      changes_.push_back({before == nullptr ? ChangeKind::Found : ChangeKind::Lost, article_, &gold, {}, {}});
      return;
    }
    const SlotItems was = wrong_items(gold, *before);
    const SlotItems is = wrong_items(gold, *after);
    if (was == is) return;
    ChangeKind kind = ChangeKind::Changed;
    if (is.size() != was.size()) kind = is.size() < was.size() ? ChangeKind::Better : ChangeKind::Worse;
    changes_.push_back({kind, article_, &gold, items_without(was, is), items_without(is, was)});
  }

  void add_missing(const std::vector<const Claim*>& of, const std::vector<const Claim*>& in, ChangeKind kind) {
    for (const Claim* claim : of) {
      const bool there = std::any_of(in.begin(), in.end(), [&](const Claim* other) { return same_record(*claim, *other); });
      if (!there) changes_.push_back({kind, article_, claim, {}, {}});
    }
  }

  std::string article_;
  std::vector<Change> changes_;
};

}  // namespace

std::string_view name(ChangeKind kind) {
  constexpr std::array<std::string_view, 7> kNames{"found", "better", "spurious gone", "changed", "worse", "lost", "spurious new"};
  return kNames[static_cast<std::size_t>(kind)];
}

Comparison compare(const std::vector<PairedArticle>& before, const std::vector<PairedArticle>& after) {
  Comparison result;
  std::vector<EvalCounts> was;
  std::vector<EvalCounts> is;
  Comparer comparer;
  for (std::size_t i = 0; i < after.size(); ++i) {
    was.push_back(counts_of(before[i].pairs));
    is.push_back(counts_of(after[i].pairs));
    result.before += was.back();
    result.after += is.back();
    comparer.add(before[i], after[i]);
  }
  result.gain = bootstrap_gain(was, is);
  result.changes = comparer.take();
  return result;
}

}  // namespace coopmine
