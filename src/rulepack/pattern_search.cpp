#include "rulepack/pattern_search.h"

#include <algorithm>
#include <atomic>
#include <mutex>

#include <re2/set.h>

#include "rulepack/pattern.h"

namespace coopmine {
namespace {

constexpr std::int64_t kMaxMemory = 2 << 20;
constexpr std::size_t kShortRun = 32 << 10;  // bytes searched before the automaton is worth its making

}  // namespace

// The patterns of one need.
class PatternSearch::Group {
 public:
  explicit Group(Needs needs) : needs_(needs) {}

  void add(const TypedPattern& pattern, std::size_t order) { patterns_.push_back({&pattern, TypedPattern::kAllLines, order}); }
  [[nodiscard]] Needs needs() const { return needs_; }
  [[nodiscard]] bool met(Needs met) const { return (needs_ & ~met) == 0; }

  void candidates(std::string_view text, std::vector<PatternTry>& out) const {
    re2::RE2::Set::ErrorInfo error{re2::RE2::Set::kNoError};
    if (!has_automaton(text.size())) return all(out);
    // Most sentences match nothing, which is cheaper to ask for than what they match.
    if (!set_->Match(text, nullptr, &error)) {
      if (error.kind != re2::RE2::Set::kNoError) all(out);
      return;
    }
    thread_local std::vector<int> hits;
    if (!set_->Match(text, &hits, &error)) return all(out);
    std::sort(hits.begin(), hits.end());
    for (const int hit : hits) {
      const Line& line = lines_[static_cast<std::size_t>(hit)];
      const PatternTry& pattern = patterns_[line.pattern];
      if (out.empty() || out.back().pattern != pattern.pattern) out.push_back({pattern.pattern, 0, pattern.order});
      out.back().lines |= line.bit;
    }
  }

 private:
  struct Line {
    std::size_t pattern = 0;
    std::uint32_t bit = 0;
  };

  void all(std::vector<PatternTry>& out) const { out.insert(out.end(), patterns_.begin(), patterns_.end()); }

  bool has_automaton(std::size_t bytes) const {
    if (!compiled_.load(std::memory_order_acquire)) {
      if (searched_.fetch_add(bytes, std::memory_order_relaxed) < kShortRun) return false;
      std::call_once(once_, [this] { compile(); });
    }
    return set_ != nullptr;
  }

  void compile() const {
    re2::RE2::Options options = pattern_options();
    options.set_max_mem(kMaxMemory);
    auto set = std::make_unique<re2::RE2::Set>(options, re2::RE2::UNANCHORED);
    for (std::size_t i = 0; i < patterns_.size(); ++i) {
      std::uint32_t bit = 1;
      for (const auto& regex : patterns_[i].pattern->matches()) {
        if (set->Add(regex->pattern(), nullptr) >= 0) lines_.push_back({i, bit});
        bit <<= 1;
      }
    }
    if (set->Compile()) set_ = std::move(set);
    compiled_.store(true, std::memory_order_release);
  }

  Needs needs_;
  std::vector<PatternTry> patterns_;  // all lines of all patterns
  mutable std::atomic<std::size_t> searched_{0};  // bytes
  mutable std::once_flag once_;
  mutable std::atomic<bool> compiled_{false};
  mutable std::vector<Line> lines_;             // index in the automaton -> line
  mutable std::unique_ptr<re2::RE2::Set> set_;  // null: no room for it
};

PatternSearch::PatternSearch(const std::deque<TypedPattern>& patterns) : patterns_(patterns) {
  std::size_t order = 0;
  for (const TypedPattern& pattern : patterns_) {
    wanted_ |= pattern.needs();
    auto group = std::find_if(groups_.begin(), groups_.end(), [&](const auto& g) { return g->needs() == pattern.needs(); });
    if (group == groups_.end()) group = groups_.insert(group, std::make_unique<Group>(pattern.needs()));
    (*group)->add(pattern, order++);
  }
}

PatternSearch::~PatternSearch() = default;

void PatternSearch::candidates(std::string_view text, Needs met, std::vector<PatternTry>& out) const {
  out.clear();
  for (const auto& group : groups_)
    if (group->met(met)) group->candidates(text, out);
  std::sort(out.begin(), out.end(), [](const PatternTry& a, const PatternTry& b) { return a.order < b.order; });
}

}  // namespace coopmine
