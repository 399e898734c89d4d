#include "base/utf8.h"

#include <algorithm>
#include <cstring>

namespace coopmine {
namespace {

constexpr std::size_t kStep = 256;

unsigned byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

bool continues(std::string_view text, std::size_t at) {
  return at < text.size() && (byte_at(text, at) & 0xC0U) == 0x80U;
}

// Length of the well-formed sequence at `at`; 0 when there is none.
std::size_t sequence_length(std::string_view text, std::size_t at) {
  const unsigned lead = byte_at(text, at);
  if (lead < 0x80U) return 1;
  if (lead < 0xC2U || lead > 0xF4U || !continues(text, at + 1)) return 0;
  if (lead < 0xE0U) return 2;
  const unsigned second = byte_at(text, at + 1);
  if (!continues(text, at + 2)) return 0;
  if (lead < 0xF0U) {
    const bool overlong = lead == 0xE0U && second < 0xA0U;
    const bool surrogate = lead == 0xEDU && second >= 0xA0U;
    return overlong || surrogate ? 0 : 3;
  }
  if (!continues(text, at + 3)) return 0;
  const bool overlong = lead == 0xF0U && second < 0x90U;
  const bool too_high = lead == 0xF4U && second >= 0x90U;
  return overlong || too_high ? 0 : 4;
}

std::size_t count_leads(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t at) {
  const unsigned lead = byte_at(text, at);
  if (lead < 0x80U) return {static_cast<char32_t>(lead), 1};
  const std::uint32_t length = lead < 0xE0U ? 2 : lead < 0xF0U ? 3 : 4;
  char32_t value = lead & (0x7FU >> length);
  for (std::uint32_t i = 1; i < length && at + i < text.size(); ++i) {
    value = (value << 6) | (byte_at(text, at + i) & 0x3FU);
  }
  return {value, length};
}

std::size_t find_invalid_utf8(std::string_view text) {
  constexpr std::uint64_t kNotAscii = 0x8080808080808080ULL;
  std::size_t at = 0;
  while (at < text.size()) {
    std::uint64_t eight = kNotAscii;
    if (at + sizeof eight <= text.size()) std::memcpy(&eight, text.data() + at, sizeof eight);
    if ((eight & kNotAscii) == 0) {
      at += sizeof eight;
      continue;
    }
    const std::size_t length = sequence_length(text, at);
    if (length == 0) return at;
    at += length;
  }
  return std::string_view::npos;
}

std::size_t count_code_points(std::string_view text) { return count_leads(text); }

OffsetMap::OffsetMap(std::string_view text) : text_(text) {
  ascii_ = std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
  if (ascii_) return;
  samples_.reserve(text.size() / kStep + 1);
  std::size_t points = 0;
  for (std::size_t at = 0; at < text.size(); at += kStep) {
    samples_.push_back(static_cast<std::uint32_t>(points));
    points += count_leads(text.substr(at, kStep));
  }
  samples_.push_back(static_cast<std::uint32_t>(points));
}

std::uint32_t OffsetMap::code_points(std::uint32_t byte) const {
  if (ascii_) return byte;
  const std::size_t at = std::min<std::size_t>(byte, text_.size());
  const std::size_t slot = at / kStep;
  const std::size_t base = slot * kStep;
  const std::size_t known = slot < samples_.size() ? samples_[slot] : samples_.back();
  return static_cast<std::uint32_t>(known + count_leads(text_.substr(base, at - base)));
}

}  // namespace coopmine
