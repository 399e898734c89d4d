#include "rulepack/lazy_regex.h"

#include <stdexcept>

#include <fmt/format.h>

namespace coopmine {

const re2::RE2& LazyRegex::compiled() const {
  std::call_once(once_, [this] { regex_ = std::make_unique<const re2::RE2>(pattern_, options_); });
  return *regex_;
}

const re2::RE2& LazyRegex::get() const {
  const re2::RE2& regex = compiled();
  if (!regex.ok()) throw std::runtime_error(fmt::format("{}: regular expression: {}", where_, regex.error()));
  return regex;
}

}  // namespace coopmine
