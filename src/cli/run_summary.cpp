#include "cli/run_summary.h"

#include <cmath>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace coopmine {

namespace {

std::string counted(std::size_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

}  // namespace

std::string words(const RunSummary& summary) {
  const Counts& counts = summary.counts;
  std::string out =
      fmt::format("{}, {}, {}, {}, {:.2f} s", counted(counts.articles, "article"), counted(counts.sentences, "sentence"),
                  counted(counts.records, "commitment"), counted(counts.bytes, "byte"), summary.seconds);
  if (summary.failed != 0) out += fmt::format("; {} failed", summary.failed);
  std::string skipped;
  for (const auto& [count, why] : {std::pair{summary.done_before, "done before"},
                                   {summary.done_other_rules, "done before with other rules"},
                                   {summary.other_shards, "of other shards"}}) {
    if (count != 0) skipped += fmt::format("{} {} {}", skipped.empty() ? "; skipped" : ",", count, why);
  }
  return out + skipped;
}

void write_counts(const RunSummary& summary, JsonLine& json) {
  const Counts& counts = summary.counts;
  for (const auto& [key, count] : {std::pair{"articles", counts.articles},
                                   {"sentences", counts.sentences},
                                   {"mentions", counts.mentions},
                                   {"commitments", counts.records},
                                   {"bytes", counts.bytes},
                                   {"failed", summary.failed},
                                   {"skipped_done", summary.done_before},
                                   {"skipped_other_rules", summary.done_other_rules},
                                   {"skipped_other_shards", summary.other_shards}}) {
    json.key(key);
    json.number(static_cast<double>(count));
  }
}

std::string json(const RunSummary& summary) {
  JsonLine line;
  line.open_object();
  line.key("level");
  line.string("summary");
  write_counts(summary, line);
  line.key("seconds");
  line.number(std::round(summary.seconds * 1000) / 1000);
  line.close_object();
  std::string out;
  line.finish(out);
  out.pop_back();
  return out;
}

}  // namespace coopmine
