// What a run did: its last line, for people and for machines.
//
//     12 articles, 40 sentences, 3 commitments, 5210 bytes, 0.21 s; 2 failed; skipped 4 done before
//     {"level":"summary","articles":12,"sentences":40,...}
#pragma once

#include <cstddef>
#include <string>

#include "pipeline/run.h"
#include "write/json.h"

namespace coopmine {

struct RunSummary {
  Counts counts;
  std::size_t failed = 0;            // inputs and articles that were not done
  std::size_t done_before = 0;       // skipped: done already, with these rules
  std::size_t done_other_rules = 0;  // skipped: done already, with other rules
  std::size_t other_shards = 0;      // skipped: of another shard
  double seconds = 0;
};

[[nodiscard]] std::string words(const RunSummary& summary);
// One line feed at the end is left out.
[[nodiscard]] std::string json(const RunSummary& summary);
// Keys and values of all but the seconds, into an open object.
void write_counts(const RunSummary& summary, JsonLine& json);

}  // namespace coopmine
