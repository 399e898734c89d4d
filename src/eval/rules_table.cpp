#include "eval/rules_table.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

namespace coopmine {
namespace {

// How a record fared; `gold` is null when it pairs with none.
struct Verdict {
  const Claim* record = nullptr;
  const Claim* gold = nullptr;

  [[nodiscard]] bool real() const { return gold != nullptr; }
  [[nodiscard]] bool right() const { return real() && gold->record.type == record->record.type; }
  [[nodiscard]] bool whole() const { return real() && gold->items == record->items; }
};

std::vector<Verdict> verdicts_of(const std::vector<PairedArticle>& articles) {
  std::vector<Verdict> verdicts;
  for (const PairedArticle& article : articles) {
    const PairedClaims& pairs = article.pairs;
    for (std::size_t r = 0; r < pairs.records.size(); ++r) {
      const bool paired = pairs.gold_of[r] != kUnpaired;
      verdicts.push_back({pairs.records[r], paired ? pairs.gold[pairs.gold_of[r]] : nullptr});
    }
  }
  return verdicts;
}

std::set<std::string> rules_of(const Verdict& verdict) {
  const auto& rules = verdict.record->record.rules;
  return {rules.begin(), rules.end()};
}

std::size_t bin_of(double confidence) {
  const double bin = std::floor(confidence * 10 + 1e-9);  // .7 * 10 is a little less than 7
  return static_cast<std::size_t>(std::clamp(bin, 0.0, 9.0));
}

}  // namespace

std::vector<RuleRow> rules_table(const std::vector<PairedArticle>& articles) {
  std::map<std::string, RuleRow> rows;
  std::size_t gold = 0;
  for (const PairedArticle& article : articles) gold += article.pairs.gold.size();
  for (const Verdict& verdict : verdicts_of(articles)) {
    for (const std::string& rule : rules_of(verdict)) {
      RuleRow& row = rows[rule];
      row.rule = rule;
      ++row.records;
      row.real += verdict.real() ? 1 : 0;
      row.right += verdict.right() ? 1 : 0;
      row.whole += verdict.whole() ? 1 : 0;
      add_slots(verdict.gold, verdict.record, row.slots);
    }
  }
  std::vector<RuleRow> sorted;
  for (auto& [rule, row] : rows) {
    row.recall_share = gold == 0 ? 0.0 : static_cast<double>(row.real) / static_cast<double>(gold);
    sorted.push_back(std::move(row));
  }
  std::stable_sort(sorted.begin(), sorted.end(), [](const RuleRow& a, const RuleRow& b) { return a.records > b.records; });
  return sorted;
}

Reliability reliability(const std::vector<PairedArticle>& articles) {
  Reliability result;
  for (const Verdict& verdict : verdicts_of(articles)) {
    const auto confidence = verdict.record->record.confidence;
    if (!confidence) {
      ++result.without;
      continue;
    }
    ConfidenceBin& bin = result.bins[bin_of(*confidence)];
    ++bin.records;
    bin.real += verdict.real() ? 1 : 0;
    bin.right += verdict.right() ? 1 : 0;
    bin.whole += verdict.whole() ? 1 : 0;
    bin.confidence += *confidence;
  }
  return result;
}

double Reliability::calibration_error() const {
  double error = 0;
  std::size_t records = 0;
  for (const ConfidenceBin& bin : bins) {
    error += std::abs(bin.confidence - static_cast<double>(bin.right));
    records += bin.records;
  }
  return records == 0 ? 0.0 : error / static_cast<double>(records);
}

std::string calibration_context(const CommitmentRecord& record) {
  const bool inferred = std::any_of(record.parties.begin(), record.parties.end(), [](const RecordParty& party) {
    return !party.via.empty() || !party.span;
  });
  const std::string zone = record.evidence.empty() ? std::string() : record.evidence.front().zone;
  return fmt::format("{} {}", zone.empty() ? "-" : zone, record.parties.empty() ? "none" : inferred ? "inferred" : "named");
}

std::string calibration_table(const std::vector<PairedArticle>& articles) {
  struct Share {
    std::size_t right = 0;
    std::size_t total = 0;
  };
  std::map<std::pair<std::string, std::string>, Share> shares;
  for (const Verdict& verdict : verdicts_of(articles)) {
    auto rules = rules_of(verdict);
    rules.insert("*");
    for (const std::string& rule : rules) {
      for (const std::string& context : {std::string("*"), calibration_context(verdict.record->record)}) {
        Share& share = shares[{rule, context}];
        ++share.total;
        share.right += verdict.right() ? 1 : 0;
      }
    }
  }
  std::string out =
      "# How many of the records of a rule, standing in a context, are commitments of the right type.\n"
      "rule\tcontext\tright\ttotal\n";
  for (const auto& [key, share] : shares) {
    out += fmt::format("{}\t{}\t{}\t{}\n", key.first, key.second, share.right, share.total);
  }
  return out;
}

}  // namespace coopmine
