// Spans: where words stand in an article.
//
// A Span is a half-open range [begin, end) of BYTES in Article::text (UTF-8).  Everything inside
// the program counts bytes; only write/ turns them into Unicode code points for the record.
#pragma once

#include <cstdint>
#include <string_view>

namespace coopmine {

struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr bool empty() const { return begin >= end; }
  [[nodiscard]] constexpr std::uint32_t size() const { return empty() ? 0 : end - begin; }
  [[nodiscard]] constexpr bool contains(Span other) const {
    return begin <= other.begin && other.end <= end;
  }
  [[nodiscard]] constexpr bool overlaps(Span other) const {
    return begin < other.end && other.begin < end;
  }
  friend constexpr bool operator==(Span, Span) = default;
};

// The words a span stands for.  The span must lie inside `text`.
[[nodiscard]] constexpr std::string_view quote(std::string_view text, Span span) {
  return text.substr(span.begin, span.size());
}

}  // namespace coopmine
