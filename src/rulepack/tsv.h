// Tab-separated tables of a rule pack: a header line, one fact a line, `#` comments, blank lines free.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"

namespace coopmine {

struct Row {
  int line = 0;                         // 1-based, in the file
  std::string_view text;                // of that line, for diagnostics
  std::span<const std::string_view> cells;  // as many as the table has columns; kept by the table
  std::size_t source = 0;                   // 0: the table's own file; n: Table::added[n - 1]
};

using Cells = std::vector<std::string_view>;

// A further file whose rows were put into a table.
struct TableSource {
  std::string file;
  std::vector<std::string> columns;  // in that file's order
  std::shared_ptr<const std::string> text;
  std::shared_ptr<const Cells> cells;
};

struct Table {
  std::string file;  // as shown in messages
  std::vector<std::string> columns;
  std::vector<Row> rows;
  std::vector<TableSource> added;  // by merge_table()
  std::shared_ptr<const std::string> text;  // of the file: what lines and cells are views of
  std::shared_ptr<const Cells> cells;       // of all rows of the table's own file, in one piece

  // Index of a column; -1 when the table has none of that name.
  [[nodiscard]] int column(std::string_view name) const;
  // The cell of `row` in column `name`; "" when there is no such column.
  [[nodiscard]] std::string_view cell(const Row& row, std::string_view name) const;
  // An error at that cell, with file, line, column and the source line filled in.
  void fault(Diagnostics& diagnostics, const Row& row, std::string_view column_name,
             std::string message, std::string hint = {}) const;
};

// Reads a table row by row, for tables too long to keep.  `expected` are the columns the caller knows: an unknown or
// missing one, a row with too many or too few cells, a control character are errors (with "did you mean").
class TableReader {
 public:
  // `text` must outlive the reader and what it gives.
  TableReader(std::string file, std::string_view text, const std::vector<std::string>& expected, Diagnostics& diagnostics);
  // The next sound row; false: there is none.  Its cells hold until the next call.
  bool next(Row& row);
  // Those of the header line; empty when the text has none, which is an error.
  [[nodiscard]] const std::vector<std::string>& columns() const { return columns_; }
  // Index of a column; columns().size() when the table has none of that name.
  [[nodiscard]] std::size_t column(std::string_view name) const;
  // An error at that cell, with file, line, column and the source line filled in.
  void fault(const Row& row, std::string_view column_name, std::string message, std::string hint = {}) const;

 private:
  // The next line that is neither blank nor a comment nor unsound; false: there is none.
  bool next_line();
  [[nodiscard]] bool sound() const;
  void read_header();
  void fault(std::size_t byte, std::string message, std::string hint = {}) const;

  std::string file_;
  std::string_view rest_;
  const std::vector<std::string>& expected_;
  Diagnostics& diagnostics_;
  bool clean_ = false;  // the whole text is sound: no line needs a look
  int number_ = 0;      // of the line at hand
  std::string_view line_;
  std::vector<std::string_view> cells_;
  std::vector<std::string> columns_;
};

// All rows of a table.
[[nodiscard]] Table parse_table(std::string file, std::shared_ptr<const std::string> text,
                                const std::vector<std::string>& expected, Diagnostics& diagnostics);
[[nodiscard]] Table parse_table(std::string file, std::string text,
                                const std::vector<std::string>& expected, Diagnostics& diagnostics);

// Puts the rows of `more` into `table`: a row replaces all earlier ones that have the same words in the
// columns of `key`; the others stand behind those of `table`, or before them
// with `in_front` (for tables of which the first line that fits counts).
void merge_table(Table& table, Table more, const std::vector<std::string>& key, bool in_front);

// The lines of a file without their ends (LF, CR LF) and without a byte order mark.  The second form gives
// views of `text`.
[[nodiscard]] std::vector<std::string> split_lines(std::string_view text);
[[nodiscard]] std::vector<std::string_view> line_views(std::string_view text);

// "a|b|c" -> {"a","b","c"}; "" -> {}.  The second form gives views of `cell`.
[[nodiscard]] std::vector<std::string> split_cell(std::string_view cell, char separator = '|');
[[nodiscard]] std::vector<std::string_view> cell_parts(std::string_view cell, char separator = '|');
// Appends the parts instead.
void add_cell_parts(std::string_view cell, char separator, std::vector<std::string_view>& out);

}  // namespace coopmine
