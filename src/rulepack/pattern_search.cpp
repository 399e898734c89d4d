#include "rulepack/pattern_search.h"

#include <algorithm>

#include "rulepack/pattern.h"

namespace coopmine {
namespace {

constexpr std::int64_t kMaxMemory = 16 << 20;
constexpr std::size_t kShortRun = 32 << 10;  // bytes searched before the automaton is worth its making

}  // namespace

PatternSearch::PatternSearch(const std::deque<TypedPattern>& patterns) : patterns_(patterns) {
  for (const TypedPattern& pattern : patterns) wanted_ |= pattern.needs();
}

PatternSearch::~PatternSearch() = default;

void PatternSearch::compile() const {
  re2::RE2::Options options = pattern_options();
  options.set_max_mem(kMaxMemory);
  auto set = std::make_unique<re2::RE2::Set>(options, re2::RE2::UNANCHORED);
  for (std::size_t i = 0; i < patterns_.size(); ++i) {
    std::uint32_t bit = 1;
    for (const auto& regex : patterns_[i].matches()) {
      if (set->Add(regex->pattern(), nullptr) >= 0) lines_.push_back({i, bit});
      bit <<= 1;
    }
  }
  if (set->Compile()) set_ = std::move(set);
  compiled_.store(true, std::memory_order_release);
}

void PatternSearch::candidates(std::string_view text, Needs met, std::vector<PatternTry>& out) const {
  out.clear();
  for (const TypedPattern& pattern : patterns_)
    if ((pattern.needs() & ~met) == 0) out.push_back({&pattern, ~std::uint32_t{0}});
  if (out.empty()) return;
  if (!compiled_.load(std::memory_order_acquire)) {
    if (searched_.fetch_add(text.size(), std::memory_order_relaxed) < kShortRun) return;
    std::call_once(once_, [this] { compile(); });
  }
  if (set_ == nullptr) return;
  re2::RE2::Set::ErrorInfo error{re2::RE2::Set::kNoError};
  // Most sentences match nothing, which is cheaper to ask for than what they match.
  if (!set_->Match(text, nullptr, &error)) {
    if (error.kind == re2::RE2::Set::kNoError) out.clear();
    return;
  }
  thread_local std::vector<int> hits;
  if (!set_->Match(text, &hits, &error)) return;
  std::vector<std::uint32_t> lines(patterns_.size(), 0);
  for (const int hit : hits) {
    const Line& line = lines_[static_cast<std::size_t>(hit)];
    lines[line.pattern] |= line.bit;
  }
  std::size_t kept = 0;
  std::size_t index = 0;
  for (const PatternTry& entry : out) {
    while (&patterns_[index] != entry.pattern) ++index;
    if (lines[index] != 0) out[kept++] = {entry.pattern, lines[index]};
  }
  out.resize(kept);
}

}  // namespace coopmine
