#include "rulepack/pattern_gate.h"

#include <algorithm>
#include <numeric>

#include "rulepack/pattern.h"

namespace coopmine {
namespace {

constexpr std::int64_t kMaxMemory = 2 << 20;

}  // namespace

PatternGate::PatternGate(const std::deque<TypedPattern>& patterns) : count_(patterns.size()) {
  if (patterns.empty()) return;
  re2::RE2::Options options = pattern_options();
  options.set_max_mem(kMaxMemory);
  set_ = std::make_unique<re2::RE2::Set>(options, re2::RE2::ANCHOR_START);
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    for (const auto& regex : patterns[i].matches()) {
      if (set_->Add(regex->pattern(), nullptr) >= 0) owners_.push_back(i);
    }
  }
  if (!set_->Compile()) set_.reset();
}

std::vector<std::size_t> PatternGate::starting(std::string_view text) const {
  if (count_ == 0) return {};
  if (set_ == nullptr) return all();
  re2::RE2::Set::ErrorInfo error{re2::RE2::Set::kNoError};
  // Most texts match nothing, which is cheaper to ask for than what they match.
  if (!set_->Match(text, nullptr, &error))
    return error.kind == re2::RE2::Set::kNoError ? std::vector<std::size_t>() : all();
  std::vector<int> hits;
  if (!set_->Match(text, &hits, &error)) return all();
  std::vector<std::size_t> out;
  for (const int hit : hits) out.push_back(owners_[static_cast<std::size_t>(hit)]);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::vector<std::size_t> PatternGate::all() const {
  std::vector<std::size_t> out(count_);
  std::iota(out.begin(), out.end(), std::size_t{0});
  return out;
}

}  // namespace coopmine
