#include "eval/groups.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include <fmt/format.h>

#include "rulepack/tsv.h"

namespace coopmine {
namespace {

std::vector<std::string> words_of(const Claim& claim, SlotKind slot) {
  std::vector<std::string> words;
  for (const SlotItem& item : claim.items) {
    if (item.slot == slot) words.push_back(item.value);
  }
  return words;
}

class WordCounter {
 public:
  explicit WordCounter(SlotKind slot) : slot_(slot) {}

  void add(const PairedClaims& pairs) {
    for (std::size_t g = 0; g < pairs.gold.size(); ++g) {
      const bool paired = pairs.record_of[g] != kUnpaired;
      for (const std::string& word : words_of(*pairs.gold[g], slot_)) {
        ++rows_[word].gold;
        if (!paired) continue;
        ++rows_[word].found;
        const SlotItems& items = pairs.records[pairs.record_of[g]]->items;
        if (std::binary_search(items.begin(), items.end(), SlotItem{slot_, word})) ++rows_[word].both;
      }
    }
    for (std::size_t r = 0; r < pairs.records.size(); ++r) {
      for (const std::string& word : words_of(*pairs.records[r], slot_)) {
        ++rows_[word].records;
        if (pairs.gold_of[r] != kUnpaired) ++rows_[word].real;
      }
    }
  }

  [[nodiscard]] std::vector<WordRow> rows() const {
    std::vector<WordRow> rows;
    for (const auto& [word, row] : rows_) {
      rows.push_back(row);
      rows.back().word = word;
    }
    return rows;
  }

 private:
  SlotKind slot_;
  std::map<std::string, WordRow> rows_;
};

std::string file_name(const std::string& article) { return article.ends_with(".txt") ? article : article + ".txt"; }

Diagnostic fault_at(const std::string& path, std::size_t line, std::string message, std::string hint) {
  Diagnostic fault;
  fault.file = path;
  fault.line = static_cast<int>(line);
  fault.message = std::move(message);
  fault.hint = std::move(hint);
  return fault;
}

}  // namespace

std::vector<WordRow> figures_by_word(SlotKind slot, const std::vector<PairedArticle>& articles) {
  WordCounter counter(slot);
  for (const PairedArticle& article : articles) counter.add(article.pairs);
  return counter.rows();
}

std::optional<SlotKind> slot_named(std::string_view word) {
  for (std::size_t i = 0; i < kSlotKinds; ++i) {
    if (name(static_cast<SlotKind>(i)) == word) return static_cast<SlotKind>(i);
  }
  return std::nullopt;
}

ArticleColumns read_columns(const std::string& path, Diagnostics& faults) {
  ArticleColumns columns;
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  const auto lines = split_lines(text.str());
  if (!in || lines.empty()) {
    faults.error(fault_at(path, 0, "no table can be read from it", "a header line, tabs between cells: article<TAB>outlet"));
    return columns;
  }
  columns.names = split_cell(lines.front(), '\t');
  const std::size_t width = columns.names.size();
  if (width > 0) columns.names.erase(columns.names.begin());
  if (columns.names.empty()) faults.error(fault_at(path, 1, "one column only", "the second one says the group of the article"));
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].empty()) continue;
    auto cells = split_cell(lines[i], '\t');
    if (cells.size() != width) {
      faults.error(fault_at(path, i + 1, fmt::format("{} cells, but the header has {}", cells.size(), width), "tabs between cells"));
      continue;
    }
    const std::string article = file_name(cells.front());
    cells.erase(cells.begin());
    if (!columns.values.emplace(article, std::move(cells)).second) {
      faults.error(fault_at(path, i + 1, fmt::format("'{}' stands twice", article), "the first line counts"));
    }
  }
  return columns;
}

std::vector<GroupRow> figures_by_column(const ArticleColumns& columns, std::size_t column,
                                        const std::vector<PairedArticle>& articles) {
  std::map<std::string, std::vector<EvalCounts>> parts;
  for (const PairedArticle& article : articles) {
    const auto found = columns.values.find(article.gold->name);
    const std::string value = found == columns.values.end() ? std::string() : found->second.at(column);
    parts[value].push_back(counts_of(article.pairs));
  }
  std::vector<GroupRow> rows;
  for (const auto& [value, counts] : parts) {
    GroupRow& row = rows.emplace_back();
    row.value = value;
    for (const EvalCounts& one : counts) row.counts += one;
    row.intervals = bootstrap(counts);
  }
  return rows;
}

}  // namespace coopmine
