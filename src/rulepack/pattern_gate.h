// A gate before the typed patterns of one type: one automaton that tells which of them may match at the
// start of a text, so that the others need not be tried.  For texts of which most match nothing.
//
//     const PatternGate& gate = pack.patterns.gate("zone");
//     for (std::size_t i : gate.starting("Related posts")) ... pack.patterns.of("zone")[i]
#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <string_view>
#include <vector>

#include <re2/set.h>

namespace coopmine {

class TypedPattern;

class PatternGate {
 public:
  explicit PatternGate(const std::deque<TypedPattern>& patterns);

  // The patterns, by index and in order, of which a `match` line matches at the start of `text`; an
  // `unless` may still forbid it.  All of them when the automaton has no room.  Linear.
  [[nodiscard]] std::vector<std::size_t> starting(std::string_view text) const;

 private:
  [[nodiscard]] std::vector<std::size_t> all() const;

  std::size_t count_ = 0;
  std::vector<std::size_t> owners_;     // index in the automaton -> pattern
  std::unique_ptr<re2::RE2::Set> set_;  // null: no room to compile it
};

}  // namespace coopmine
