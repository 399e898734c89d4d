#include "mention/number.h"

#include <charconv>
#include <cmath>
#include <string>
#include <vector>

#include "base/utf8.h"

namespace coopmine {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_break(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '-'; }

std::optional<double> plain_value(const std::string& digits, int power) {
  const std::string text = digits + "e" + std::to_string(power);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// Whole parts, and what a sign such as U+00BD adds.
std::optional<double> fraction_sign(std::string_view text) {
  if (text.size() < 2) return std::nullopt;
  switch (code_point_at(text, 0).value) {
    case 0xBC: return 0.25;
    case 0xBD: return 0.5;
    case 0xBE: return 0.75;
    default: return std::nullopt;
  }
}

// "1/2" -> 0.5
std::optional<double> common_fraction(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos || slash == 0) return std::nullopt;
  const auto upper = plain_value(std::string(text.substr(0, slash)), 0);
  const auto lower = plain_value(std::string(text.substr(slash + 1)), 0);
  if (!upper || !lower || *lower < 1 || *upper >= *lower) return std::nullopt;
  return *upper / *lower;
}

std::vector<std::string_view> parts_of(std::string_view words) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= words.size(); ++at) {
    if (at < words.size() && !is_break(words[at])) continue;
    if (at > begin) parts.push_back(words.substr(begin, at - begin));
    begin = at + 1;
  }
  return parts;
}

// Adds up a number in words, part by part.
class WordSum {
 public:
  bool add(const NumberWord& word) {
    switch (word.kind) {
      case NumberKind::Unit: return add_below(word.value, 100, 10);
      case NumberKind::Tens: return add_below(word.value, 100, 0);
      case NumberKind::One: article_ = true; return true;
      case NumberKind::And: return true;
      case NumberKind::Hundred: return multiply(100);
      case NumberKind::Fraction: return add_fraction(word.value);
      case NumberKind::Scale:
      case NumberKind::ScaleShort: return close_group(std::pow(10.0, word.value));
      default: return false;
    }
  }

  [[nodiscard]] std::optional<double> value() const {
    if (!any_) return std::nullopt;
    return total_ + group_;
  }

 private:
  // A unit goes after a ten or a hundred, a ten after a hundred.
  bool add_below(double value, double tens_limit, double step) {
    const double below = std::fmod(group_, tens_limit);
    if (below != 0 && (step == 0 || value >= step || std::fmod(below, step) != 0)) return false;
    group_ += value;
    any_ = true;
    article_ = false;
    return true;
  }
  bool multiply(double by) {
    if (group_ == 0 && !article_) return false;
    group_ = group_ == 0 ? by : group_ * by;
    article_ = false;
    return any_ = true;
  }
  bool add_fraction(double part) {
    if (fraction_ || last_scale_ != 0) return false;
    fraction_ = true;
    group_ += part;
    article_ = false;
    return any_ = true;
  }
  bool close_group(double scale) {
    if (group_ == 0) {
      if (!article_) return false;
      group_ = 1;
    }
    if (last_scale_ != 0 && scale >= last_scale_) return false;
    total_ += group_ * scale;
    last_scale_ = scale;
    group_ = 0;
    article_ = false;
    return any_ = true;
  }

  double total_ = 0;
  double group_ = 0;
  double last_scale_ = 0;
  bool article_ = false;
  bool fraction_ = false;
  bool any_ = false;
};

}  // namespace

std::optional<double> figure_value(std::string_view figures, int power) {
  std::string digits;
  std::size_t at = 0;
  for (; at < figures.size() && (is_digit(figures[at]) || figures[at] == ',' || figures[at] == '.'); ++at)
    if (figures[at] != ',') digits += figures[at];
  std::string_view rest = figures.substr(at);
  if (rest.empty()) return digits.empty() ? std::nullopt : plain_value(digits, power);
  const double scale = std::pow(10.0, power);
  if (rest.front() == '/') {
    const auto part = common_fraction(figures);
    return part ? std::optional(*part * scale) : std::nullopt;
  }
  while (!rest.empty() && is_break(rest.front())) rest.remove_prefix(1);
  auto part = fraction_sign(rest);
  if (!part) part = common_fraction(rest);
  if (!part) return std::nullopt;
  if (digits.empty()) return *part * scale;
  const auto whole = plain_value(digits, 0);
  if (!whole) return std::nullopt;
  return (*whole + *part) * scale;
}

std::optional<int> scale_power(std::string_view scale, const NumberTable& numbers) {
  int power = 0;
  for (const std::string_view part : parts_of(scale)) {
    const NumberWord* word = numbers.find(part);
    if (word == nullptr) return std::nullopt;
    if (word->kind != NumberKind::Scale && word->kind != NumberKind::ScaleShort &&
        word->kind != NumberKind::ScaleGlued)
      return std::nullopt;
    power += static_cast<int>(word->value);
  }
  return power;
}

std::optional<double> word_value(std::string_view words, const NumberTable& numbers) {
  WordSum sum;
  for (const std::string_view part : parts_of(words)) {
    const NumberWord* word = numbers.find(part);
    if (word == nullptr || !sum.add(*word)) return std::nullopt;
  }
  return sum.value();
}

double scale_at_end(std::string_view words, const NumberTable& numbers) {
  double scale = 1;
  const std::vector<std::string_view> parts = parts_of(words);
  for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
    const NumberWord* word = numbers.find(*part);
    if (word == nullptr || word->kind != NumberKind::Scale) break;
    scale *= std::pow(10.0, word->value);
  }
  return scale;
}

}  // namespace coopmine
