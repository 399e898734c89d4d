// UTF-8 primitives: decoding one code point, counting, and turning byte offsets into code points.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace coopmine {

// The code point that starts at byte `at` of valid UTF-8, and its length in bytes.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t bytes = 1;
};
[[nodiscard]] CodePoint code_point_at(std::string_view text, std::size_t at);

// Offset of the first byte that is no part of well-formed UTF-8 (overlong forms, surrogates and
// values past U+10FFFF are not); npos when all is well.
[[nodiscard]] std::size_t find_invalid_utf8(std::string_view text);

// Number of code points in valid UTF-8.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

// Byte offset -> code point offset in O(1) amortised by a sampled table (4 bytes per 256 bytes).
// For pure ASCII text the table is empty and the offset is returned as it is.
class OffsetMap {
 public:
  explicit OffsetMap(std::string_view text);
  [[nodiscard]] std::uint32_t code_points(std::uint32_t byte) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> samples_;
  bool ascii_ = true;
};

}  // namespace coopmine
