#include "pipeline/run.h"

#include <exception>
#include <utility>
#include <vector>

#include "pipeline/ordered_workers.h"

namespace coopmine {
namespace {

using Batch = std::vector<Article>;

struct BatchResult {
  std::string lines;
  Counts counts;
  std::vector<std::string> done;                            // Article::sha256
  std::vector<std::pair<std::string, std::string>> failed;  // id, why
};

BatchResult work_batch(const Batch& batch, const RunHooks& hooks) {
  BatchResult result;
  for (const Article& article : batch) {
    ++result.counts.articles;
    result.counts.bytes += article.text.size();
    try {
      const ArticleResult one = hooks.work(article);
      result.lines += one.lines;
      result.counts += one.counts;
      result.done.push_back(article.sha256);
    } catch (const std::exception& error) {
      ++result.counts.failed;
      result.failed.emplace_back(article.id, error.what());
    }
  }
  return result;
}

// The next articles up to a batch; empty at the end.
Batch next_batch(const RunConfig& config, const RunHooks& hooks) {
  const std::size_t most = config.threads <= 1 ? 1 : config.batch_articles;
  Batch batch;
  std::size_t bytes = 0;
  while (batch.size() < most && bytes < config.batch_bytes) {
    std::optional<Article> article = hooks.next();
    if (!article) break;
    bytes += article->text.size();
    batch.push_back(std::move(*article));
  }
  return batch;
}

void deliver(const BatchResult& result, const RunHooks& hooks, Counts& counts) {
  counts += result.counts;
  if (!result.lines.empty()) hooks.write(result.lines);
  if (hooks.done) hooks.done(result.done);
  for (const auto& [id, why] : result.failed) hooks.failed(id, why);
  if (hooks.progress) hooks.progress(counts);
}

}  // namespace

Counts& Counts::operator+=(const Counts& more) {
  articles += more.articles;
  failed += more.failed;
  bytes += more.bytes;
  sentences += more.sentences;
  mentions += more.mentions;
  records += more.records;
  return *this;
}

Counts run(const RunConfig& config, const RunHooks& hooks) {
  Counts counts;
  OrderedWorkers<Batch, BatchResult> workers(
      config.threads, [&hooks](Batch&& batch) { return work_batch(batch, hooks); });
  for (Batch batch = next_batch(config, hooks); !batch.empty(); batch = next_batch(config, hooks)) {
    workers.submit(std::move(batch));
    while (workers.full() || workers.ready()) deliver(workers.take(), hooks, counts);
  }
  while (workers.pending() != 0) deliver(workers.take(), hooks, counts);
  return counts;
}

}  // namespace coopmine
