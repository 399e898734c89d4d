// What a short line is, by the patterns of type `zone`: each has `set kind` and is matched against the
// words of one line or paragraph, from its beginning.
//
//   date-line    a line that tells the article's day; groups y and m (month word) or mn (figure), d
//   date-label   the same among names of authors and sections; after the title only
//   dateline     the place and day before the first words: group place, m d y if told; ends where the
//                words begin
//   byline       who wrote it; after the title only
//   place        where it was said or written; after the title only
//   attribution  whose words follow; after the title only
//   source       where it was taken from
//   furniture    navigation, sharing, subscription, reading time
//   caption      a picture's words or maker
//   sign-off     the agency's end mark, reporters and editors
//   related      heading of a list of other stories
//   end          heading of what comes after all of the article: comments
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "rulepack/pack.h"
#include "rulepack/pattern.h"

namespace coopmine {

enum class LineKind : std::uint8_t {
  None, DateLine, DateLabel, Dateline, Byline, Place, Attribution, Source, Furniture, Caption, SignOff, Related, End
};

// The zone patterns of a pack, sorted by kind.  Cheap to make; refers to the pack.
class LineKinds {
 public:
  explicit LineKinds(const RulePack& pack);

  // The first match of that kind at the start of `words`.
  [[nodiscard]] std::optional<PatternMatch> match(LineKind kind, std::string_view words) const;
  [[nodiscard]] bool is(LineKind kind, std::string_view words) const { return match(kind, words).has_value(); }
  // What a line anywhere in the article is: Source, Furniture, Caption, SignOff, Related, End or None.
  [[nodiscard]] LineKind anywhere(std::string_view words) const;
  // The same for a line between the title and the first paragraph: also Byline, Place, Attribution.
  [[nodiscard]] LineKind at_head(std::string_view words) const;

 private:
  using Patterns = std::vector<const TypedPattern*>;
  [[nodiscard]] const Patterns& of(LineKind kind) const { return patterns_[static_cast<std::size_t>(kind)]; }
  std::array<Patterns, 13> patterns_;
};

}  // namespace coopmine
