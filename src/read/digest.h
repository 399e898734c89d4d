// SHA-256 of bytes, in lower-case hex.
#pragma once

#include <string>
#include <string_view>

namespace coopmine {

[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace coopmine
