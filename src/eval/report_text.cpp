#include <algorithm>
#include <array>
#include <cctype>

#include <fmt/format.h>

#include "eval/report.h"
#include "eval/slot_reasons.h"

namespace coopmine {
namespace {

std::string prf_text(const Prf& figures) {
  return fmt::format("P {:.3f}  R {:.3f}  F1 {:.3f}", figures.precision, figures.recall, figures.f1);
}

std::string interval_text(Interval interval) { return fmt::format("[{:.3f}, {:.3f}]", interval.low, interval.high); }

std::string capitals(std::string_view word) {
  std::string out(word);
  for (char& c : out) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return out;
}

std::string share(std::size_t part, std::size_t whole) {
  return whole == 0 ? "    -" : fmt::format("{:.3f}", static_cast<double>(part) / static_cast<double>(whole));
}

void add_word_rows(SlotKind slot, const std::vector<WordRow>& rows, std::string& out) {
  out += fmt::format("{:<24} {:>6} {:>6} {:>8} {:>6}   both say it\n", name(slot), "gold", "found", "records", "real");
  for (const WordRow& row : rows) {
    out += fmt::format("  {:<22} {:>6} {:>6} {:>8} {:>6}   {}\n", row.word, row.gold, row.found, row.records, row.real,
                       prf_text(row.figures()));
  }
  out += '\n';
}

void add_column(const ColumnTable& table, std::string& out) {
  out += fmt::format("{:<24} {:>8} {:>6} {:>8}   {:<23} {:<23} whole\n", table.name, "articles", "gold", "records",
                     "detection F1", "slots F1");
  for (const GroupRow& row : table.rows) {
    const std::string value = row.value.empty() ? "(not in the file)" : row.value;
    out += fmt::format("  {:<22} {:>8} {:>6} {:>8}   {:.3f} {:<17} {:.3f} {:<17} {:.3f}\n", value, row.counts.articles,
                       row.counts.gold, row.counts.records, row.counts.detection().f1,
                       interval_text(row.intervals.detection.f1), row.counts.slot_figures().f1,
                       interval_text(row.intervals.slots.f1), row.counts.whole_share());
  }
  out += '\n';
}

void add_rules(const std::vector<RuleRow>& rows, std::string& out) {
  out += fmt::format("{:<40} {:>7}  {:<6} {:<6} {:<6} {:<6} recall share\n", "rule", "records", "real", "type", "whole", "slots P");
  for (const RuleRow& row : rows) {
    out += fmt::format("  {:<38} {:>7}  {}  {}  {}  {:.3f}   {:.3f}\n", row.rule, row.records, share(row.real, row.records),
                       share(row.right, row.records), share(row.whole, row.records), row.slots.slot_figures().precision,
                       row.recall_share);
  }
  out += '\n';
}

void add_reliability(const Reliability& reliability, std::string& out) {
  out += fmt::format("{:<12} {:>8} {:>6}  {:<6} {:<6} whole\n", "confidence", "records", "mean", "real", "right type");
  for (std::size_t i = 0; i < reliability.bins.size(); ++i) {
    const ConfidenceBin& bin = reliability.bins[i];
    const std::string mean =
        bin.records == 0 ? "-" : fmt::format("{:.2f}", bin.confidence / static_cast<double>(bin.records));
    out += fmt::format("  {:.1f} - {:.1f}  {:>8} {:>6}  {}  {}      {}\n", static_cast<double>(i) / 10,
                       static_cast<double>(i + 1) / 10, bin.records, mean, share(bin.real, bin.records),
                       share(bin.right, bin.records), share(bin.whole, bin.records));
  }
  if (reliability.without > 0) out += fmt::format("  without     {:>8}\n", reliability.without);
  out += fmt::format("  mean distance of confidence and share of the right type: {:.3f}\n\n", reliability.calibration_error());
}

void add_mistakes(const std::vector<Mistake>& mistakes, std::string& out) {
  for (const Mistake& mistake : mistakes) {
    const Claim& shown = mistake.gold != nullptr ? *mistake.gold : *mistake.record;
    out += fmt::format("{:<9} {}: {}/{}  \"{}\"\n", capitals(name(mistake.kind)), mistake.article, shown.record.type,
                       shown.record.status, short_label(shown));
    for (const Reason& reason : mistake.reasons) out += fmt::format("          {}\n", reason.text);
  }
  if (!mistakes.empty()) out += '\n';
  for (const auto& [group, count] : count_reasons(mistakes)) out += fmt::format("{:>6}  {}\n", count, group);
  if (!mistakes.empty()) out += '\n';
}

std::string items_text(const SlotItems& items) {
  std::string out;
  for (const SlotItem& item : items) out += fmt::format(" {}={}", name(item.slot), item.value);
  return out;
}

void add_changes(const Comparison& comparison, std::string& out) {
  for (const Change& change : comparison.changes) {
    out += fmt::format("{:<14} {}: {}/{}  \"{}\"\n", capitals(name(change.kind)), change.article, change.claim->record.type,
                       change.claim->record.status, short_label(*change.claim));
    if (!change.mended.empty()) out += fmt::format("               mended:{}\n", items_text(change.mended));
    if (!change.broken.empty()) out += fmt::format("               broken:{}\n", items_text(change.broken));
  }
  if (!comparison.changes.empty()) out += '\n';
}

void add_gain(const Comparison& comparison, std::string& out) {
  const auto count = [&](ChangeKind kind) {
    return std::count_if(comparison.changes.begin(), comparison.changes.end(),
                         [&](const Change& change) { return change.kind == kind; });
  };
  const auto line = [&](const char* what, double before, double after, Interval gain) {
    out += fmt::format("{:<13} {:.3f} -> {:.3f}  {:+.3f}   [{:+.3f}, {:+.3f}]\n", what, before, after, after - before,
                       gain.low, gain.high);
  };
  out += fmt::format("better: {} found, {} with better slots, {} spurious gone\n", count(ChangeKind::Found),
                     count(ChangeKind::Better), count(ChangeKind::SpuriousGone));
  out += fmt::format("worse:  {} lost, {} with worse slots, {} spurious new\n", count(ChangeKind::Lost),
                     count(ChangeKind::Worse), count(ChangeKind::SpuriousNew));
  const EvalCounts& a = comparison.before;
  const EvalCounts& b = comparison.after;
  line("detection F1", a.detection().f1, b.detection().f1, comparison.gain.detection);
  line("slots F1", a.slot_figures().f1, b.slot_figures().f1, comparison.gain.slots);
  line("whole", a.whole_share(), b.whole_share(), comparison.gain.whole);
  out += '\n';
}

void add_figures(const EvalReport& report, std::string& out) {
  for (std::size_t i = 0; i < kSlotKinds; ++i) {
    const RightWrong& slot = report.all.slots[i];
    out += fmt::format("{:<11} {}   ({} right, {} spurious, {} missed)\n", name(static_cast<SlotKind>(i)),
                       prf_text(slot.figures()), slot.right, slot.spurious, slot.missed);
  }
  out += fmt::format("{} articles, {} gold commitments, {} records, {} paired\n", report.all.articles, report.all.gold,
                     report.all.records, report.all.paired);
  out += fmt::format("whole records right {:.3f}   {}\n", report.all.whole_share(), interval_text(report.intervals.whole));
  out += fmt::format("detection {}   {}\n", prf_text(report.all.detection()), interval_text(report.intervals.detection.f1));
  out += fmt::format("slots     {}   {}\n", prf_text(report.all.slot_figures()), interval_text(report.intervals.slots.f1));
}

}  // namespace

std::string report_text(const EvalReport& report) {
  std::string out;
  if (report.mistakes) add_mistakes(*report.mistakes, out);
  if (report.comparison) add_changes(*report.comparison, out);
  for (const auto& [slot, rows] : report.by_word) add_word_rows(slot, rows, out);
  for (const ColumnTable& table : report.by_column) add_column(table, out);
  if (report.rules) add_rules(*report.rules, out);
  if (report.reliability) add_reliability(*report.reliability, out);
  if (report.comparison) add_gain(*report.comparison, out);
  add_figures(report, out);
  return out;
}

}  // namespace coopmine
