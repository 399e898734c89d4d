// Numbers as printed, in figures and in words.
//
//     figure_value("1,250.5", 6)                      1250500000, exact
//     figure_value("2-1/2", 9)                        2500000000
//     word_value("one and a half billion", numbers)   1500000000
//     scale_power("lakh crore", numbers)              12
#pragma once

#include <optional>
#include <string_view>

#include "rulepack/number_table.h"

namespace coopmine {

// Figures with thousands separators, decimals, a common fraction or one of the signs for a half and
// the quarters, times ten to the `power`.  nullopt: not a number.
[[nodiscard]] std::optional<double> figure_value(std::string_view figures, int power);

// The sum of the powers of ten of the words of `scale` ("" -> 0); nullopt: one of them is none.
[[nodiscard]] std::optional<int> scale_power(std::string_view scale, const NumberTable& numbers);

// A number in words; nullopt when it is not one (vague, a scale alone, parts that don't add up).
[[nodiscard]] std::optional<double> word_value(std::string_view words, const NumberTable& numbers);

// What the scale words that end a number in words multiply by: "three hundred million" 1e6, "three" 1.
[[nodiscard]] double scale_at_end(std::string_view words, const NumberTable& numbers);

}  // namespace coopmine
