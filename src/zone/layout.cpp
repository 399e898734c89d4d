#include "zone/layout.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace coopmine {
namespace {

constexpr std::uint32_t kWidest = 110;         // columns of a hard-wrapped line
constexpr std::uint32_t kFragment = 30;        // columns below which an unwrapped line is no half sentence
constexpr std::uint32_t kLong = 55;            // columns of a line that was wrapped, not ended
constexpr std::uint32_t kShort = 24;           // columns of a line that may stand alone anywhere
constexpr std::size_t kFirst = 6;              // lines among which any may
constexpr std::uint32_t kParagraphIndent = 4;  // columns of indentation on the wire
constexpr std::uint32_t kDeepest = 12;         // columns that indentation of a paragraph may have

// How the article sets its paragraphs.
struct Style {
  bool wrapped = false;
  bool indented = false;    // wrapped, and paragraphs begin by indentation
  std::uint32_t width = 0;  // columns of its widest wrapped line
};

bool indents_paragraph(const Line& line, const Line& next) {
  return line.marker == Marker::None && next.marker == Marker::None && next.indent > line.indent &&
         next.indent >= 2 && next.indent <= kDeepest;
}

// Whether the line is longer than wrapping makes it; a word too long to be broken does not count.
bool is_wide(std::string_view text, const Line& line) {
  if (line.columns <= kWidest) return false;
  std::uint32_t longest = 0;
  std::uint32_t word = 0;
  for (std::size_t at = line.shown.begin; at < line.shown.end;) {
    const CodePoint c = code_point_at(text, at);
    at += c.bytes;
    word = is_blank(c.value) ? 0 : word + 1;
    longest = std::max(longest, word);
  }
  return line.columns - longest > kWidest - kFragment;
}

Style style_of(std::string_view text, const std::vector<Line>& lines) {
  std::size_t columns = 0;
  std::size_t wide = 0;
  std::size_t pairs = 0;
  std::size_t going_on = 0;
  std::size_t unended = 0;
  std::size_t indented = 0;
  Style style;
  bool title = true;  // the first line is often not wrapped
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    if (line.blank || line.decor) continue;
    if (title) {
      title = false;
      continue;
    }
    columns += line.columns;
    if (is_wide(text, line))
      wide += line.columns;
    else if (line.columns <= kWidest)
      style.width = std::max(style.width, line.columns);
    if (i + 1 == lines.size() || lines[i + 1].blank) continue;
    ++pairs;
    if (lines[i + 1].starts_lower && lines[i + 1].marker == Marker::None) ++going_on;
    if (line.columns >= kLong && !line.ends_sentence && lines[i + 1].marker == Marker::None) ++unended;
    if (indents_paragraph(line, lines[i + 1])) ++indented;
  }
  if (wide == 0) going_on = std::max(going_on, unended);  // long lines end no sentence, and none is a paragraph
  style.wrapped = wide * 4 < columns && going_on * 4 >= pairs && going_on > 0;
  style.indented = style.wrapped && indented * 20 >= pairs && indented > 0;
  return style;
}

// Columns of the first word of the line.
std::uint32_t first_word(std::string_view text, const Line& line) {
  std::uint32_t columns = 0;
  for (std::size_t at = line.shown.begin; at < line.shown.end;) {
    const CodePoint c = code_point_at(text, at);
    if (is_blank(c.value)) break;
    at += c.bytes;
    ++columns;
  }
  return columns;
}

class Drafter {
 public:
  Drafter(std::string_view text, const std::vector<Line>& lines, const StandsAlone& stands_alone)
      : text_(text), lines_(lines), stands_alone_(stands_alone), style_(style_of(text, lines)) {}

  std::vector<Draft> run() {
    bool after_blank = true;
    bool ask_before = false;   // the line before may be a paragraph of its own
    bool lone_marker = false;  // a list marker alone on its line: its words are on the next
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Line& line = lines_[i];
      if (line.blank) {
        after_blank = true;
        continue;
      }
      const bool ask = may_stand_alone(line, after_blank);
      const bool was_asked = std::exchange(ask_before, ask);
      if (line.marker != Marker::None && line.words.empty()) {
        open(line, after_blank);
        lone_marker = true;
      } else if (lone_marker && !line.decor && line.marker == Marker::None) {
        fill(line);
        lone_marker = false;
      } else if (!after_blank && !drafts_.empty() && joins(lines_[i - 1], line) && !(ask && is_alone(line)) &&
                 !(was_asked && is_alone(lines_[i - 1]))) {
        extend(line);
      } else {
        open(line, after_blank);
        lone_marker = false;
      }
      after_blank = false;
    }
    std::erase_if(drafts_, [](const Draft& draft) { return draft.shown.empty(); });
    return std::move(drafts_);
  }

 private:
  // Whether the line may be a paragraph of its own for what its words are: a short one, or one of the
  // first, that goes on with no sentence.
  [[nodiscard]] bool may_stand_alone(const Line& line, bool after_blank) {
    if (line.decor || line.words.empty()) return false;
    const bool early = ++seen_ <= kFirst && line.columns <= kWidest;
    if (!early && line.columns > kShort) return false;
    if (after_blank || drafts_.empty() || drafts_.back().ends_sentence) return true;
    return early && drafts_.back().lines == 1 && drafts_.size() <= 2 && !line.starts_lower;
  }
  [[nodiscard]] bool is_alone(const Line& line) const { return stands_alone_(quote(text_, line.words)); }

  void open(const Line& line, bool after_blank) {
    Draft draft;
    draft.words = line.words;
    draft.shown = line.shown;
    draft.marker = line.marker;
    draft.indent = line.indent;
    draft.columns = line.columns - line.indent;
    draft.blank_before = after_blank || drafts_.empty() || drafts_.back().decor;
    draft.bold = line.bold;
    draft.upper = line.upper;
    draft.decor = line.decor || line.words.empty();
    draft.ends_sentence = line.ends_sentence;
    drafts_.push_back(draft);
  }

  void fill(const Line& line) {
    Draft& draft = drafts_.back();
    draft.words = line.words;
    draft.shown.end = line.shown.end;
    draft.columns = line.columns - line.indent;
    draft.upper = line.upper;
    draft.ends_sentence = line.ends_sentence;
    draft.decor = false;
  }

  void extend(const Line& line) {
    Draft& draft = drafts_.back();
    draft.words = without_emphasis(text_, {draft.words.begin, line.shown.end});
    draft.shown.end = line.shown.end;
    draft.columns += line.columns - line.indent;
    draft.lines += 1;
    draft.bold = false;
    draft.upper = draft.upper && line.upper;
    draft.ends_sentence = line.ends_sentence;
  }

  // Whether `next`, the line right after `line`, belongs to its paragraph.
  [[nodiscard]] bool joins(const Line& line, const Line& next) const {
    const Draft& draft = drafts_.back();
    if (line.decor || next.decor || draft.marker == Marker::Heading) return false;
    if (next.marker != Marker::None && !is_mid_sentence(line, next)) return false;
    if (line.bold && !next.bold && draft.lines == 1) return false;
    if (!style_.wrapped || is_wide(text_, line))
      return next.starts_lower && !line.ends_sentence && line.columns >= kFragment;
    if (style_.indented && draft.marker == Marker::None) return joins_on_wire(line, next);
    if (draft.marker != Marker::None && next.indent > draft.indent) return true;
    if (next.indent >= draft.indent + 2 && line.ends_sentence) return false;
    if (line.upper && !next.upper && draft.lines == 1) return next.starts_lower;
    const bool full = line.columns + 1 + first_word(text_, next) > style_.width;
    if (line.hard_break && !full && !next.starts_lower) return false;
    return full || next.starts_lower || (!line.ends_sentence && line.columns * 2 >= style_.width);
  }

  // A figure or dash at the start of a line that goes on: "... on April" "30. The ...".
  [[nodiscard]] bool is_mid_sentence(const Line& line, const Line& next) const {
    if (!style_.wrapped || next.marker == Marker::Heading || drafts_.back().marker != Marker::None)
      return false;
    if (line.ends_sentence || next.indent != line.indent || next.words.empty()) return false;
    if (line.columns + 1 + first_word(text_, next) > style_.width) return true;
    const bool dash = code_point_at(text_, next.shown.begin).value == U'\u2013';
    return dash && next.starts_lower && line.columns * 2 >= style_.width;
  }

  [[nodiscard]] bool joins_on_wire(const Line& line, const Line& next) const {
    if (next.indent == 0)
      return !(line.upper && !next.upper && drafts_.back().lines == 1 && !next.starts_lower);
    return next.starts_lower && !line.ends_sentence && next.indent < kParagraphIndent;
  }

  std::string_view text_;
  const std::vector<Line>& lines_;
  const StandsAlone& stands_alone_;
  Style style_;
  std::size_t seen_ = 0;  // lines with words
  std::vector<Draft> drafts_;
};

}  // namespace

std::vector<Draft> find_drafts(std::string_view text, const StandsAlone& stands_alone) {
  const std::vector<Line> lines = find_lines(text);
  return Drafter(text, lines, stands_alone).run();
}

}  // namespace coopmine
