// Which typed patterns of one type are worth trying in a sentence.
//
//     const PatternSearch& search = pack.patterns.search("date");
//     search.candidates(words, met, tries);
//     for (const PatternTry& t : tries) t.pattern->find(words, 0, t.lines);
//
// First by what the sentence holds (pattern_needs.h).  In a run of some length one automaton over all the
// patterns is made, too, which tells in one pass which of them match anywhere; in a short one it is not worth
// its making.  What a candidate finds is the same either way.  May be used by several threads at once.
#pragma once

#include <atomic>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include <re2/set.h>

#include "rulepack/pattern_needs.h"

namespace coopmine {

class TypedPattern;

struct PatternTry {
  const TypedPattern* pattern = nullptr;
  std::uint32_t lines = 0;  // bit i: its `match` line i may match
};

class PatternSearch {
 public:
  explicit PatternSearch(const std::deque<TypedPattern>& patterns);
  ~PatternSearch();

  // Puts the patterns to be tried into `out`, in file order.
  void candidates(std::string_view text, Needs met, std::vector<PatternTry>& out) const;
  // All that any of the patterns asks for.
  [[nodiscard]] Needs wanted() const { return wanted_; }

 private:
  struct Line {
    std::size_t pattern = 0;
    std::uint32_t bit = 0;
  };
  void compile() const;

  const std::deque<TypedPattern> patterns_;  // copies, which share their regular expressions
  Needs wanted_ = 0;
  mutable std::atomic<std::size_t> searched_{0};  // bytes
  mutable std::once_flag once_;
  mutable std::atomic<bool> compiled_{false};
  mutable std::vector<Line> lines_;             // index in the automaton -> line
  mutable std::unique_ptr<re2::RE2::Set> set_;  // null: no room for it
};

}  // namespace coopmine
