// A hash of text that can be put together from the hashes of its parts:
//
//     text_hash("verb:") + text_hash("give") == text_hash("verb:give")
//
// A polynomial over the bytes, modulo 2^64.  Its low bits are weak: mix before taking some of them.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace coopmine {

struct TextHash {
  static constexpr std::uint64_t kBase = 0x9FB21C651E98DF25ULL;
  std::uint64_t value = 0;
  std::uint64_t power = 1;  // kBase to the length of the text

  friend constexpr TextHash operator+(TextHash a, TextHash b) { return {a.value * b.power + b.value, a.power * b.power}; }
  friend constexpr bool operator==(TextHash, TextHash) = default;
};

[[nodiscard]] constexpr TextHash text_hash(std::string_view text) {
  constexpr std::uint64_t kBase2 = TextHash::kBase * TextHash::kBase;
  constexpr std::uint64_t kBase3 = kBase2 * TextHash::kBase;
  constexpr std::uint64_t kBase4 = kBase2 * kBase2;
  TextHash hash;
  const auto byte = [&](std::size_t at) { return std::uint64_t{static_cast<unsigned char>(text[at])} + 1; };
  std::size_t at = 0;
  for (; at + 4 <= text.size(); at += 4) {
    const std::uint64_t four = byte(at) * kBase3 + byte(at + 1) * kBase2 + byte(at + 2) * TextHash::kBase + byte(at + 3);
    hash = {hash.value * kBase4 + four, hash.power * kBase4};
  }
  for (; at < text.size(); ++at) hash = {hash.value * TextHash::kBase + byte(at), hash.power * TextHash::kBase};
  return hash;
}

// Text with its hash, taken once however often it is used.
struct HashedText {
  std::string_view text;
  TextHash hash = text_hash(text);

  HashedText(std::string_view words) : text(words) {}  // NOLINT(google-explicit-constructor): stands for the text
  template <class Text>
    requires std::convertible_to<const Text&, std::string_view>
  HashedText(const Text& words) : HashedText(std::string_view(words)) {}  // NOLINT(google-explicit-constructor)
};

}  // namespace coopmine
