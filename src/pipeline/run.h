// Runs the work of one article over a stream of articles, on several threads, in the order of input.
//
//     RunConfig config;
//     config.threads = 8;
//     const Counts counts = run(config, {next, work, write, failed, progress});
//
// The output is the same bytes whatever the number of threads.  Memory is bounded: articles go to the
// threads in batches, and only so many batches are in flight (ordered_workers.h).
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/article.h"

namespace coopmine {

struct RunConfig {
  unsigned threads = 1;
  // A batch is full when it holds this much; with one thread each article is a batch of its own.
  std::size_t batch_bytes = std::size_t{64} << 10;
  std::size_t batch_articles = 64;
};

struct Counts {
  std::size_t articles = 0;  // that were worked on
  std::size_t failed = 0;    // of these, that gave nothing because a stage broke off
  std::size_t bytes = 0;     // of their texts
  std::size_t sentences = 0;
  std::size_t mentions = 0;
  std::size_t records = 0;  // commitments written

  Counts& operator+=(const Counts& more);
};

struct ArticleResult {
  std::string lines;  // whole lines
  Counts counts;      // `articles` and `bytes` are filled by run()
};

struct RunHooks {
  // The next article; nullopt at the end.
  std::function<std::optional<Article>()> next;
  // One article.  Called from several threads at once.  What it throws fails that article alone.
  std::function<ArticleResult(const Article&)> work;
  // Lines, in the order of input.  What it throws ends the run and comes out of run().
  std::function<void(std::string_view lines)> write;
  // After write(): Article::sha256 of the articles that the lines came from, failed ones aside.  May be
  // empty.
  std::function<void(const std::vector<std::string>& sha256s)> done;
  // Of an article that failed: its id and why.
  std::function<void(const std::string& id, const std::string& why)> failed;
  // After each batch, with the counts so far.  May be empty.
  std::function<void(const Counts&)> progress;
};

Counts run(const RunConfig& config, const RunHooks& hooks);

}  // namespace coopmine
