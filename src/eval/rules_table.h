// What each rule is worth, and how far confidence can be trusted.
//
// A record counts as real when it pairs with a gold commitment, as right when the two also have the same
// type; records that belong to optional gold count nowhere.
#pragma once

#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "eval/figures.h"

namespace coopmine {

struct RuleRow {
  std::string rule;
  std::size_t records = 0;  // that name the rule; a record counts for each rule it names
  std::size_t real = 0;
  std::size_t right = 0;
  std::size_t whole = 0;    // every slot right
  EvalCounts slots;         // of these records
  double recall_share = 0;  // real / all gold
};

// Most records first, then by name.
[[nodiscard]] std::vector<RuleRow> rules_table(const std::vector<PairedArticle>& articles);

// Records with a confidence in [i / 10, (i + 1) / 10); 1 belongs to the last.
struct ConfidenceBin {
  std::size_t records = 0;
  std::size_t real = 0;
  std::size_t right = 0;
  std::size_t whole = 0;
  double confidence = 0;  // sum of the records' confidence
};

struct Reliability {
  std::array<ConfidenceBin, 10> bins{};
  std::size_t without = 0;  // records that tell no confidence
  // Mean distance between the confidence of a bin and its share of right records, weighted by records.
  [[nodiscard]] double calibration_error() const;
};

[[nodiscard]] Reliability reliability(const std::vector<PairedArticle>& articles);

// Where a record stands, as far as it bears on its being right: zone of its fullest telling, and whether
// its parties are named in the clause, inferred in part, or missing: "body named", "title inferred",
// "lead none".
[[nodiscard]] std::string calibration_context(const CommitmentRecord& record);

// The calibration table as TSV: `rule context right total`, a line for each rule and context, `*` for all
// contexts of a rule or all rules.  Sorted, with a header line and a comment that tells what it is.
//
//     rule          context      right  total
//     *             *            61     80
//     agreement.by  *            9      10
//     agreement.by  body named   8      8
[[nodiscard]] std::string calibration_table(const std::vector<PairedArticle>& articles);

}  // namespace coopmine
