// Drafts: lines put together to paragraphs, headings and list items, whatever the voice.
//
// An article is taken as hard-wrapped when few of its letters stand on long lines and many lines go on
// with a small letter.  Then
//   - a line belongs to the one before unless that one was left early: the next word would have fitted
//     and the sentence had ended, or no sentence stood there at all;
//   - where paragraphs are told by indentation (the wire), only indentation begins one.
// Otherwise each line is a paragraph, but for lines that go on with a small letter in mid-sentence.
// Blank lines, list and heading markers, rules ("---") and whole lines of emphasis always separate.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "zone/lines.h"

namespace coopmine {

struct Draft {
  Span words;  // from the first line's words to the last's
  Span shown;  // the same with markers and emphasis
  Marker marker = Marker::None;
  std::uint32_t indent = 0;
  std::uint32_t columns = 0;  // code points of its lines, indentation left out
  std::uint32_t lines = 1;
  bool blank_before = true;  // a blank line, a rule or nothing stands before it
  bool bold = false;
  bool upper = false;
  bool decor = false;  // no words: a rule or an attribute line
  bool ends_sentence = false;
};

// Asked about the words of a short line, or one of the first: whether it is a paragraph of its own.
using StandsAlone = std::function<bool(std::string_view)>;

// Drafts in order; blank lines are in none.  Linear.
[[nodiscard]] std::vector<Draft> find_drafts(std::string_view text, const StandsAlone& stands_alone);

}  // namespace coopmine
