#include "cli/article_reader.h"

#include <charconv>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "cli/command.h"

namespace coopmine {

std::optional<Day> date_of(const std::string& text) {
  if (text.empty()) return std::nullopt;
  const auto day = parse_iso_day(text);
  if (!day) {
    throw UsageError(fmt::format("--date: '{}' is no day (write it as 2024-06-08)", text));
  }
  return day;
}

InputFormat format_of(const std::string& word) {
  if (word == "auto") return InputFormat::Auto;
  if (word == "text") return InputFormat::Text;
  if (word == "jsonl") return InputFormat::Jsonl;
  throw UsageError(fmt::format("--input-format: '{}' is none (one of auto, text, jsonl)", word));
}

std::size_t article_size_of(const std::string& text) {
  constexpr std::string_view kUnits = "KMG";
  std::size_t number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  const std::size_t unit = stop + 1 == end ? kUnits.find(*stop) : std::string_view::npos;
  const bool whole = stop == end || unit != std::string_view::npos;
  const std::size_t shift = unit == std::string_view::npos ? 0 : 10 * (unit + 1);
  const bool fits = number > 0 && number <= (std::size_t{1} << 31U) >> shift;
  if (error != std::errc{} || !whole || !fits) {
    throw UsageError(
        fmt::format("--max-article: '{}' is no size (bytes, or with K, M or G; at most 2G)", text));
  }
  return number << shift;
}

std::optional<Article> ArticleReader::next() {
  while (auto item = source_.next()) {
    if (const auto* error = std::get_if<InputError>(&*item)) {
      if (!wanted_.error || wanted_.error(*error)) report_.add(*error);
      continue;
    }
    auto& article = std::get<Article>(*item);
    if (wanted_.article && !wanted_.article(article)) continue;
    note(article);
    return std::move(article);
  }
  return std::nullopt;
}

void ArticleReader::note(const Article& article) {
  Console& console = report_.console();
  if (article.replaced != 0) {
    console.warning(article.id, fmt::format("not all of it is {}: {} times U+FFFD stands for what is not",
                                            article.encoding, article.replaced));
  } else if (article.encoding != "UTF-8") {
    console.note(article.id, fmt::format("read as {}", article.encoding));
  }
}

}  // namespace coopmine
