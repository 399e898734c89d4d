// Inputs of a subcommand: what was typed of them, and the articles read from them.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "cli/input_report.h"
#include "read/article_source.h"

namespace coopmine {

// Throw UsageError.  No date: nullopt.
[[nodiscard]] std::optional<Day> date_of(const std::string& text);
[[nodiscard]] InputFormat format_of(const std::string& word);
// "16M" -> 16777216.
[[nodiscard]] std::size_t article_size_of(const std::string& text);

// What is left of the inputs for this run.  Empty functions want all.
struct Selection {
  std::function<bool(const Article&)> article;
  std::function<bool(const InputError&)> error;
};

// Reads articles; what could not be read is reported.
class ArticleReader {
 public:
  ArticleReader(const std::vector<std::string>& inputs, const ReadConfig& config, InputReport& report,
                Selection wanted = {})
      : source_(inputs, config), report_(report), wanted_(std::move(wanted)) {}

  // The next article; nullopt at the end of all inputs.
  std::optional<Article> next();
  // Inputs opened so far, and how many there are.
  [[nodiscard]] std::size_t begun() const { return source_.inputs_begun(); }
  [[nodiscard]] std::size_t inputs() const { return source_.inputs(); }

 private:
  void note(const Article& article);

  ArticleSource source_;
  InputReport& report_;
  Selection wanted_;
};

}  // namespace coopmine
