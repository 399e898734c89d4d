#include "base/diagnostics.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/utf8.h"

namespace coopmine {
namespace {

constexpr std::size_t kShownBefore = 60;  // code points kept before the caret in a long line
constexpr std::size_t kShownWidth = 100;  // code points of a line shown at most

// A source line made fit for the screen: tabs and control characters as one space, a window of
// kShownWidth code points that holds `column` (1-based, moved along with the window).
std::string shown_line(const std::string& line, std::size_t& column) {
  std::vector<std::string> points;
  for (std::size_t at = 0; at < line.size();) {
    const auto lead = static_cast<unsigned char>(line[at]);
    std::size_t length = lead < 0x80U ? 1 : lead < 0xE0U ? 2 : lead < 0xF0U ? 3 : 4;
    length = std::min(length, line.size() - at);
    std::string point = line.substr(at, length);
    if (find_invalid_utf8(point) != std::string::npos) {
      length = 1;
      point = "?";
    }
    points.push_back(lead < 0x20U || lead == 0x7FU ? " " : point);
    at += length;
  }
  std::size_t first = column > kShownBefore + 1 && points.size() > kShownWidth
                          ? column - 1 - kShownBefore
                          : 0;
  const std::size_t last = std::min(points.size(), first + kShownWidth);
  std::string shown;
  if (first > 0) {
    shown = "...";
    column = column - first + 3;
  }
  for (; first < last; ++first) shown += points[first];
  if (last < points.size()) shown += "...";
  while (!shown.empty() && shown.back() == ' ') shown.pop_back();
  return shown;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::size_t lowest(const std::vector<std::size_t>& row) { return *std::min_element(row.begin(), row.end()); }

// Edit distance with swaps of neighbours (Damerau and Levenshtein, optimal string alignment), case of ASCII
// aside.  Past `most` it is only known to be more.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most) {
  const std::size_t width = b.size() + 1;
  std::vector<std::size_t> two_back(width), back(width), now(width);
  for (std::size_t j = 0; j < width; ++j) back[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j < width; ++j) {
      const bool same = lower(a[i - 1]) == lower(b[j - 1]);
      now[j] = std::min({back[j] + 1, now[j - 1] + 1, back[j - 1] + (same ? 0U : 1U)});
      const bool swapped = i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) &&
                           lower(a[i - 2]) == lower(b[j - 1]);
      if (swapped) now[j] = std::min(now[j], two_back[j - 2] + 1);
    }
    two_back.swap(back);
    back.swap(now);
    // A swap reaches back two rows: only two rows in a row past the bound mean that all that follow are.
    if (lowest(back) > most && lowest(two_back) > most) return most + 1;
  }
  return back[b.size()];
}

}  // namespace

std::string format(const Diagnostic& diagnostic) {
  std::string out = diagnostic.file;
  if (diagnostic.line > 0) out += fmt::format(":{}", diagnostic.line);
  if (diagnostic.line > 0 && diagnostic.column > 0) out += fmt::format(":{}", diagnostic.column);
  out += fmt::format("{}error: {}", out.empty() ? "" : ": ", diagnostic.message);
  if (diagnostic.line > 0 && !diagnostic.source_line.empty()) {
    auto column = static_cast<std::size_t>(std::max(diagnostic.column, 0));
    const std::string line = shown_line(diagnostic.source_line, column);
    out += fmt::format("\n{:>5} | {}", diagnostic.line, line);
    if (column > 0) out += fmt::format("\n      | {}^", std::string(column - 1, ' '));
  }
  if (!diagnostic.hint.empty()) out += fmt::format("\n      = {}", diagnostic.hint);
  return out;
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
  std::string best;
  std::size_t best_distance = std::string_view::npos;
  for (const std::string& candidate : candidates) {
    const std::size_t longer = std::max(word.size(), candidate.size());
    const std::size_t shorter = std::min(word.size(), candidate.size());
    if ((longer - shorter) * 3 > longer) continue;
    const std::size_t distance = edit_distance(word, candidate, longer / 3);
    if (distance * 3 > longer || distance >= best_distance) continue;
    best = candidate;
    best_distance = distance;
  }
  return best;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates, std::string otherwise) {
  const std::string near = nearest(word, candidates);
  return near.empty() ? otherwise : fmt::format("did you mean '{}'?", near);
}

}  // namespace coopmine
