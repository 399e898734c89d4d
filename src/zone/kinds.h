// What a short line is, by the patterns of the pack: each has `set kind` and is matched against the first
// words of one line or paragraph, from their beginning.
//
//   zone         anywhere in the article
//     source       where it was taken from
//     navigation   menus, breadcrumbs, log-in
//     furniture    sharing, subscription, reading time
//     caption      a picture's words or maker
//     sign-off     the agency's end mark, reporters and editors
//     related      heading of a list of other stories
//     end          heading of what comes after all of the article: comments
//   zone-date    at the head and foot
//     date-line    a line that tells the article's day; groups y and m (month word) or mn (figure), d
//     dateline     the place and day before the first words: group place, m d y if told; ends where the
//                  words begin
//   zone-head    between the title and the first paragraph
//     date-label   a line that tells the day beside other things; groups as there, and place
//     byline       who wrote it
//     place        where it was said or written
//     attribution  whose words follow
#pragma once

#include <deque>
#include <optional>
#include <string_view>
#include <vector>

#include "rulepack/pack.h"
#include "rulepack/pattern.h"

namespace coopmine {

enum class LineKind : std::uint8_t {
  None,
  DateLine,
  DateLabel,
  Dateline,
  Byline,
  Place,
  Attribution,
  Source,
  Navigation,
  Furniture,
  Caption,
  SignOff,
  Related,
  End
};

// The zone patterns of a pack.  Refers to the pack; cheap to make.
class LineKinds {
 public:
  explicit LineKinds(const RulePack& pack);

  // Source, Navigation, Furniture, Caption, SignOff, Related, End or None.
  [[nodiscard]] LineKind anywhere(std::string_view words) const;
  // Byline, Place, Attribution or None.
  [[nodiscard]] LineKind at_head(std::string_view words) const;
  // A match of type zone-date or date-label; its views point into `words`.
  [[nodiscard]] std::optional<PatternMatch> date_line(std::string_view words) const;
  [[nodiscard]] std::optional<PatternMatch> dateline(std::string_view words) const;
  [[nodiscard]] std::optional<PatternMatch> date_label(std::string_view words) const;

 private:
  // The patterns of one type.
  class Family {
   public:
    Family(const RulePack& pack, const std::string& type);
    // The first pattern that matches and whose kind is `wanted`, or is not `not_wanted`.
    [[nodiscard]] std::optional<PatternMatch> match(std::string_view words, LineKind wanted) const;
    [[nodiscard]] LineKind kind(std::string_view words, LineKind not_wanted) const;

   private:
    const std::deque<TypedPattern>& patterns_;
    const PatternGate& gate_;
  };
  Family anywhere_, dates_, head_;
};

}  // namespace coopmine
