// A regular expression that is compiled when it is first used: most of a pack's are never needed in a run.
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include <re2/re2.h>

namespace coopmine {

// May be used by several threads at once.
class LazyRegex {
 public:
  // `where` stands before the fault's words when the expression does not compile: "rules/en/dates.rules:12".
  LazyRegex(std::string pattern, const re2::RE2::Options& options, std::string where)
      : pattern_(std::move(pattern)), options_(options), where_(std::move(where)) {}

  [[nodiscard]] const std::string& pattern() const { return pattern_; }
  // Compiles it if nobody has.  One that does not compile has ok() false.
  [[nodiscard]] const re2::RE2& compiled() const;
  // The same; throws std::runtime_error when it does not compile.
  [[nodiscard]] const re2::RE2& get() const;

 private:
  std::string pattern_;
  re2::RE2::Options options_;
  std::string where_;
  mutable std::once_flag once_;
  mutable std::unique_ptr<const re2::RE2> regex_;
};

}  // namespace coopmine
