// Which typed patterns of one type are worth trying in a sentence.
//
//     const PatternSearch& search = pack.patterns.search("date");
//     search.candidates(words, met, tries);
//     for (const PatternTry& t : tries) t.pattern->find(words, 0, t.lines);
//
// First by what the sentence holds (pattern_needs.h).  In a run of some length an automaton over all the patterns
// of one need is made, too, which tells in one pass which of them match anywhere; in a short one it is not worth
// its making.  What a candidate finds is the same either way.  May be used by several threads at once.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string_view>
#include <vector>

#include "rulepack/pattern_needs.h"

namespace coopmine {

class TypedPattern;

struct PatternTry {
  const TypedPattern* pattern = nullptr;
  std::uint32_t lines = 0;  // bit i: its `match` line i may match
  std::size_t order = 0;    // of the pattern in its file
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
  class Group;

  const std::deque<TypedPattern> patterns_;  // copies, which share their regular expressions
  Needs wanted_ = 0;
  std::vector<std::unique_ptr<Group>> groups_;
};

}  // namespace coopmine
