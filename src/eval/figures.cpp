#include "eval/figures.h"

#include <algorithm>
#include <random>

namespace coopmine {
namespace {

constexpr std::size_t kSamples = 1000;
constexpr std::size_t kLow = 25;  // 2.5 % of the samples lie below, as many above kHigh
constexpr std::size_t kHigh = kSamples - 1 - kLow;
constexpr std::uint64_t kSeed = 20240608;

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

// Draws articles with replacement.  The engine's numbers are fixed by the standard, those of the
// standard's distributions are not: hence none of these.
class Drawer {
 public:
  explicit Drawer(std::size_t size) : size_(size) {}

  std::vector<std::size_t> draw() {
    std::vector<std::size_t> sample(size_);
    for (std::size_t& one : sample) one = static_cast<std::size_t>(((engine_() >> 32U) * size_) >> 32U);
    return sample;
  }

 private:
  std::size_t size_;
  std::mt19937_64 engine_{kSeed};
};

EvalCounts sum(const std::vector<EvalCounts>& parts, const std::vector<std::size_t>& sample) {
  EvalCounts all;
  for (const std::size_t one : sample) all += parts[one];
  return all;
}

Interval limits(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return {values[kLow], values[kHigh]};
}

struct PrfSamples {
  std::vector<double> precision, recall, f1;

  void add(const Prf& figures) {
    precision.push_back(figures.precision);
    recall.push_back(figures.recall);
    f1.push_back(figures.f1);
  }
  [[nodiscard]] PrfIntervals intervals() const { return {limits(precision), limits(recall), limits(f1)}; }
};

}  // namespace

RightWrong& RightWrong::operator+=(const RightWrong& more) {
  right += more.right;
  spurious += more.spurious;
  missed += more.missed;
  return *this;
}

Prf RightWrong::figures() const {
  Prf result;
  result.precision = share(right, right + spurious);
  result.recall = share(right, right + missed);
  const double both = result.precision + result.recall;
  result.f1 = both > 0 ? 2 * result.precision * result.recall / both : 0.0;
  return result;
}

EvalCounts& EvalCounts::operator+=(const EvalCounts& more) {
  articles += more.articles;
  gold += more.gold;
  records += more.records;
  paired += more.paired;
  whole += more.whole;
  for (std::size_t i = 0; i < kSlotKinds; ++i) slots[i] += more.slots[i];
  return *this;
}

Prf EvalCounts::detection() const { return RightWrong{paired, records - paired, gold - paired}.figures(); }

Prf EvalCounts::slot_figures() const {
  RightWrong all;
  for (const RightWrong& slot : slots) all += slot;
  return all.figures();
}

double EvalCounts::whole_share() const { return share(whole, gold); }

void add_slots(const Claim* gold, const Claim* record, EvalCounts& counts) {
  static const SlotItems none;
  const SlotItems& wanted = gold == nullptr ? none : gold->items;
  const SlotItems& found = record == nullptr ? none : record->items;
  for (const SlotItem& item : wanted) {
    const bool right = std::binary_search(found.begin(), found.end(), item);
    RightWrong& slot = counts.slots[index_of(item.slot)];
    ++(right ? slot.right : slot.missed);
  }
  for (const SlotItem& item : items_without(found, wanted)) ++counts.slots[index_of(item.slot)].spurious;
}

EvalCounts counts_of(const PairedClaims& pairs) {
  EvalCounts counts;
  counts.articles = 1;
  counts.gold = pairs.gold.size();
  counts.records = pairs.records.size();
  for (std::size_t g = 0; g < pairs.gold.size(); ++g) {
    const Claim* record = pairs.record_of[g] == kUnpaired ? nullptr : pairs.records[pairs.record_of[g]];
    add_slots(pairs.gold[g], record, counts);
    if (record == nullptr) continue;
    ++counts.paired;
    if (record->items == pairs.gold[g]->items) ++counts.whole;
  }
  for (std::size_t r = 0; r < pairs.records.size(); ++r) {
    if (pairs.gold_of[r] == kUnpaired) add_slots(nullptr, pairs.records[r], counts);
  }
  return counts;
}

Intervals bootstrap(const std::vector<EvalCounts>& parts) {
  Drawer drawer(parts.size());
  PrfSamples detection;
  PrfSamples slots;
  std::vector<double> whole;
  for (std::size_t i = 0; i < kSamples; ++i) {
    const EvalCounts all = sum(parts, drawer.draw());
    detection.add(all.detection());
    slots.add(all.slot_figures());
    whole.push_back(all.whole_share());
  }
  return {detection.intervals(), slots.intervals(), limits(whole)};
}

GainIntervals bootstrap_gain(const std::vector<EvalCounts>& before, const std::vector<EvalCounts>& after) {
  Drawer drawer(before.size());
  std::vector<double> detection;
  std::vector<double> slots;
  std::vector<double> whole;
  for (std::size_t i = 0; i < kSamples; ++i) {
    const auto sample = drawer.draw();
    const EvalCounts was = sum(before, sample);
    const EvalCounts is = sum(after, sample);
    detection.push_back(is.detection().f1 - was.detection().f1);
    slots.push_back(is.slot_figures().f1 - was.slot_figures().f1);
    whole.push_back(is.whole_share() - was.whole_share());
  }
  return {limits(detection), limits(slots), limits(whole)};
}

}  // namespace coopmine
