// Codes of countries: ISO 3166 alpha-3, as in records, to alpha-2.
#pragma once

#include <string>
#include <string_view>

namespace coopmine {

// "NOR" -> "NO"; "" for what is no code of a country of today.
[[nodiscard]] std::string alpha2_of(std::string_view alpha3);

}  // namespace coopmine
