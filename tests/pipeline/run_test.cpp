#include <stdexcept>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "pipeline/run.h"

using namespace coopmine;

namespace {

struct Outcome {
  std::string lines;
  std::vector<std::string> done;
  std::vector<std::string> failed;
  Counts counts;
};

// Articles "0".."count-1"; "13" and its like break off.
Outcome run_numbers(unsigned threads, int count, std::size_t batch_articles) {
  Outcome outcome;
  int at = 0;
  RunConfig config;
  config.threads = threads;
  config.batch_articles = batch_articles;
  RunHooks hooks;
  hooks.next = [&]() -> std::optional<Article> {
    if (at == count) return std::nullopt;
    Article article;
    article.id = std::to_string(at);
    article.sha256 = "#" + article.id;
    article.text = std::string(static_cast<std::size_t>(at % 11), 'x');
    ++at;
    return article;
  };
  hooks.work = [](const Article& article) {
    if (article.id.find("13") != std::string::npos) throw std::runtime_error("unlucky");
    ArticleResult result;
    for (std::size_t i = 0; i < article.text.size(); ++i) result.lines += article.id + "\n";
    result.counts.records = article.text.size();
    return result;
  };
  hooks.write = [&](std::string_view lines) { outcome.lines += lines; };
  hooks.done = [&](const std::vector<std::string>& sha256s) {
    outcome.done.insert(outcome.done.end(), sha256s.begin(), sha256s.end());
  };
  hooks.failed = [&](const std::string& id, const std::string& why) {
    outcome.failed.push_back(id + " " + why);
  };
  outcome.counts = run(config, hooks);
  return outcome;
}

}  // namespace

TEST_CASE("the same lines, failures and counts for any number of threads and any batch") {
  const Outcome one = run_numbers(1, 500, 64);
  CHECK(one.counts.articles == 500);
  CHECK(one.counts.failed == 15);
  CHECK(one.failed.front() == "13 unlucky");
  CHECK(one.done.size() == 485);
  CHECK(one.done.at(13) == "#14");
  CHECK(one.lines.substr(0, 8) == "1\n2\n2\n3\n");
  for (const unsigned threads : {2U, 8U}) {
    for (const std::size_t batch : {1U, 7U, 64U}) {
      const Outcome many = run_numbers(threads, 500, batch);
      CHECK(many.lines == one.lines);
      CHECK(many.failed == one.failed);
      CHECK(many.done == one.done);
      CHECK(many.counts.records == one.counts.records);
      CHECK(many.counts.bytes == one.counts.bytes);
    }
  }
}

TEST_CASE("no articles, no lines") {
  const Outcome none = run_numbers(4, 0, 8);
  CHECK(none.lines.empty());
  CHECK(none.counts.articles == 0);
}

TEST_CASE("a fault of the output ends the run") {
  for (const unsigned threads : {1U, 4U}) {
    RunConfig config;
    config.threads = threads;
    config.batch_articles = 2;
    RunHooks hooks;
    int read = 0;
    hooks.next = [&]() -> std::optional<Article> {
      ++read;
      return Article{};
    };
    hooks.work = [](const Article&) { return ArticleResult{"line\n", {}}; };
    hooks.write = [](std::string_view) { throw std::runtime_error("full"); };
    hooks.failed = [](const std::string&, const std::string&) { FAIL("no article failed"); };
    CHECK_THROWS_WITH(run(config, hooks), "full");
    CHECK(read < 1000);
  }
}

TEST_CASE("progress is told after each batch with growing counts") {
  RunConfig config;
  RunHooks hooks;
  int left = 5;
  std::vector<std::size_t> seen;
  hooks.next = [&]() -> std::optional<Article> {
    return left-- > 0 ? std::optional<Article>(Article{}) : std::nullopt;
  };
  hooks.work = [](const Article&) { return ArticleResult{}; };
  hooks.write = [](std::string_view) { FAIL("there are no lines"); };
  hooks.failed = [](const std::string&, const std::string&) { FAIL("no article failed"); };
  hooks.progress = [&](const Counts& counts) { seen.push_back(counts.articles); };
  run(config, hooks);
  CHECK(seen == std::vector<std::size_t>{1, 2, 3, 4, 5});
}
