// Figures of parts of the gold: by the word of a slot, and by columns of a file about the articles.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "eval/figures.h"

namespace coopmine {

// How one word of a slot ("aid" of type, "energy" of sector) was found.
struct WordRow {
  std::string word;
  std::size_t gold = 0;     // gold commitments that have it
  std::size_t found = 0;    // of these, paired with a record
  std::size_t records = 0;  // records that have it
  std::size_t real = 0;     // of these, paired with a gold commitment
  std::size_t both = 0;     // pairs in which both have it

  // Precision, recall and F1 of the word.
  [[nodiscard]] Prf figures() const { return RightWrong{both, records - both, gold - both}.figures(); }
};

// Rows in order of their words.
[[nodiscard]] std::vector<WordRow> figures_by_word(SlotKind slot, const std::vector<PairedArticle>& articles);

// The slot of that name; nullopt: none.
[[nodiscard]] std::optional<SlotKind> slot_named(std::string_view name);

// A file about articles: a header line, tabs between cells, in the first column the name of the article
// with or without ".txt", in the others what it is grouped by.
//
//     article      outlet    year
//     d-002        Reuters   1987
struct ArticleColumns {
  std::vector<std::string> names;                          // of all columns but the first
  std::map<std::string, std::vector<std::string>> values;  // by the name of the article's file
};

// Faults: the file can't be read, a line has too few or too many cells, an article stands twice.
[[nodiscard]] ArticleColumns read_columns(const std::string& path, Diagnostics& faults);

struct GroupRow {
  std::string value;  // "" for articles that the file does not name
  EvalCounts counts;
  Intervals intervals;
};

// Figures of column `column` (index into names), in order of the values.
[[nodiscard]] std::vector<GroupRow> figures_by_column(const ArticleColumns& columns, std::size_t column,
                                                      const std::vector<PairedArticle>& articles);

}  // namespace coopmine
