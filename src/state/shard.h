// One part of N of all articles, by their bytes: the parts share no article and leave none out, whatever
// the order and the files in which the articles come.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace coopmine {

struct Shard {
  std::uint32_t index = 1;  // 1..count
  std::uint32_t count = 1;

  // `sha256`: 64 digits of lower-case hex.
  [[nodiscard]] bool holds(std::string_view sha256) const;
};

// "3/8"; nullopt when it is no such part.
[[nodiscard]] std::optional<Shard> parse_shard(std::string_view text);

}  // namespace coopmine
