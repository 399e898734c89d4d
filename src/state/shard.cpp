#include "state/shard.h"

#include <charconv>

namespace coopmine {

bool Shard::holds(std::string_view sha256) const {
  constexpr std::size_t kDigits = 16;
  std::uint64_t number = 0;
  std::from_chars(sha256.data(), sha256.data() + kDigits, number, 16);
  return number % count == index - 1;
}

std::optional<Shard> parse_shard(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto number = [](std::string_view digits) -> std::uint32_t {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc{} && end == digits.data() + digits.size() ? value : 0;
  };
  const Shard shard{number(text.substr(0, slash)), number(text.substr(slash + 1))};
  if (shard.index == 0 || shard.index > shard.count) return std::nullopt;
  return shard;
}

}  // namespace coopmine
