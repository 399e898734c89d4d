// What `coopmine eval` shows, as text for people and as one JSON object.
//
// The text ends with the figures in the words of the codebook's scorer, each with its 95 % interval:
//
//     detection P 0.914  R 0.902  F1 0.908   [0.887, 0.931]
//
// The JSON has the scorer's keys (documents, gold, predicted, paired, detection, slots, whole, by_slot) and
// further ones beside them: intervals, by, columns, rules, reliability, mistakes, reasons, comparison, left_out.
// Keys for what was not asked are missing.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "eval/comparison.h"
#include "eval/figures.h"
#include "eval/groups.h"
#include "eval/mistakes.h"
#include "eval/rules_table.h"

namespace coopmine {

struct ColumnTable {
  std::string name;
  std::vector<GroupRow> rows;
};

struct EvalReport {
  EvalCounts all;
  Intervals intervals;
  std::size_t left_out_articles = 0;  // with an annotation that can't be used
  std::size_t left_out_records = 0;   // lines that can't be used
  std::size_t strangers = 0;          // records of articles that the gold lacks
  std::vector<std::pair<SlotKind, std::vector<WordRow>>> by_word;
  std::vector<ColumnTable> by_column;
  std::optional<std::vector<RuleRow>> rules;
  std::optional<Reliability> reliability;
  std::optional<std::vector<Mistake>> mistakes;
  std::optional<Comparison> comparison;
};

// Both end with a line feed.
[[nodiscard]] std::string report_text(const EvalReport& report);
[[nodiscard]] std::string report_json(const EvalReport& report);

}  // namespace coopmine
