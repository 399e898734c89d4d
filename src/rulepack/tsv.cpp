#include "rulepack/tsv.h"

#include <algorithm>
#include <iterator>
#include <set>

#include <fmt/format.h>

#include "base/utf8.h"

namespace coopmine {
namespace {

std::string_view trimmed(std::string_view cell) {
  while (!cell.empty() && cell.front() == ' ') cell.remove_prefix(1);
  while (!cell.empty() && cell.back() == ' ') cell.remove_suffix(1);
  return cell;
}

bool is_blank(std::string_view line) {
  if (!line.empty() && line.front() != ' ' && line.front() != '\t') return false;
  return line.find_first_not_of(" \t") == std::string_view::npos;
}

// Well-formed UTF-8 without control characters other than those of tables.
bool is_clean(std::string_view text) {
  // All bytes are looked at, for that is done many at a time; a table has no such byte as a rule.
  unsigned char control = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    control |= static_cast<unsigned char>((byte < 0x20U) & (byte != '\t') & (byte != '\n') & (byte != '\r')) | static_cast<unsigned char>(byte == 0x7FU);
  }
  return control == 0 && find_invalid_utf8(text) == std::string_view::npos;
}

// Column of byte `at` of the line, 1-based, in code points.
int column_of(std::string_view line, std::size_t at) {
  return static_cast<int>(count_code_points(line.substr(0, at))) + 1;
}

// Byte offset where cell number `index` of a line begins.
std::size_t cell_begin(std::string_view line, std::size_t index) {
  std::size_t at = 0;
  for (; index > 0; --index) {
    const std::size_t tab = line.find('\t', at);
    if (tab == std::string_view::npos) return at;
    at = tab + 1;
  }
  while (at < line.size() && line[at] == ' ') ++at;
  return at;
}

class TableParser {
 public:
  TableParser(Table& table, const std::vector<std::string>& expected, Diagnostics& diagnostics)
      : table_(table), expected_(expected), diagnostics_(diagnostics) {}

  void run() {
    bool header = true;
    // A carriage return may stand at the end of a line alone, so that its sight calls for a look at each line.
    const bool clean = table_.text->find('\r') == std::string::npos && is_clean(*table_.text);
    table_.rows.reserve(table_.lines.size());
    cells_->reserve(static_cast<std::size_t>(std::count(table_.text->begin(), table_.text->end(), '\t')) + table_.lines.size());
    for (std::size_t i = 0; i < table_.lines.size(); ++i) {
      const std::string_view line = table_.lines[i];
      if (is_blank(line) || line.front() == '#' || !(clean || sound(i))) continue;
      const std::size_t first = cells_->size();
      add_cell_parts(line, '\t', *cells_);
      const std::span<std::string_view> cells(cells_->data() + first, cells_->size() - first);
      for (std::string_view& cell : cells) cell = trimmed(cell);
      if (header) {
        take_header(i, cells);
      } else {
        take_row(i, cells);
      }
      header = false;
    }
    table_.cells = std::move(cells_);
    if (header) {
      diagnostics_.error({table_.file, 0, 0, "no header line",
                          fmt::format("begin the table with: {}", fmt::join(expected_, "<TAB>")),
                          {}});
    }
  }

 private:
  void fault(std::size_t index, std::size_t byte, std::string message, std::string hint = {}) {
    const std::string_view line = table_.lines[index];
    diagnostics_.error({table_.file, static_cast<int>(index) + 1, column_of(line, byte),
                        std::move(message), std::move(hint), std::string(line)});
  }

  // Well-formed UTF-8 without control characters other than tabs.
  bool sound(std::size_t index) {
    const std::string_view line = table_.lines[index];
    const std::size_t bad = find_invalid_utf8(line);
    if (bad != std::string_view::npos) {
      fault(index, bad, fmt::format("byte 0x{:02X} is not valid UTF-8",
                                    static_cast<unsigned char>(line[bad])),
            "save the file as UTF-8");
      return false;
    }
    for (std::size_t at = 0; at < line.size(); ++at) {
      const auto byte = static_cast<unsigned char>(line[at]);
      if ((byte < 0x20U && byte != '\t') || byte == 0x7FU) {
        fault(index, at, fmt::format("control character U+{:04X}", byte), "remove it");
        return false;
      }
    }
    return true;
  }

  void take_header(std::size_t index, std::span<const std::string_view> cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::size_t at = cell_begin(table_.lines[index], i);
      const auto here = cells.begin() + static_cast<std::ptrdiff_t>(i);
      if (std::find(expected_.begin(), expected_.end(), cells[i]) == expected_.end()) {
        const std::string meant = nearest(std::string(cells[i]), expected_);
        fault(index, at, fmt::format("unknown column '{}'", cells[i]),
              meant.empty() ? fmt::format("the columns are: {}", fmt::join(expected_, " "))
                            : fmt::format("did you mean '{}'?", meant));
      } else if (std::find(cells.begin(), here, cells[i]) != here) {
        fault(index, at, fmt::format("column '{}' stands twice", cells[i]));
      }
    }
    for (const std::string& name : expected_) {
      if (std::find(cells.begin(), cells.end(), name) == cells.end()) {
        fault(index, 0, fmt::format("column '{}' is missing", name));
      }
    }
    table_.columns.assign(cells.begin(), cells.end());
  }

  void take_row(std::size_t index, std::span<const std::string_view> cells) {
    const std::size_t wanted = table_.columns.size();
    if (cells.size() != wanted) {
      const std::string_view line = table_.lines[index];
      const std::size_t at = cells.size() < wanted ? line.size() : cell_begin(line, wanted);
      fault(index, at, fmt::format("{} cells, but the table has {} columns", cells.size(), wanted),
            fmt::format("the columns are: {}", fmt::join(table_.columns, " ")));
      return;
    }
    table_.rows.push_back({static_cast<int>(index) + 1, cells, 0});
  }

  Table& table_;
  const std::vector<std::string>& expected_;
  Diagnostics& diagnostics_;
  std::shared_ptr<Cells> cells_ = std::make_shared<Cells>();  // never grows: rows are views of it
};

}  // namespace

int Table::column(std::string_view name) const {
  const auto found = std::find(columns.begin(), columns.end(), name);
  return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
}

std::string_view Table::cell(const Row& row, std::string_view name) const {
  const int at = column(name);
  if (at < 0 || static_cast<std::size_t>(at) >= row.cells.size()) return {};
  return row.cells[static_cast<std::size_t>(at)];
}

void Table::fault(Diagnostics& diagnostics, const Row& row, std::string_view column_name,
                  std::string message, std::string hint) const {
  const TableSource* more = row.source == 0 ? nullptr : &added[row.source - 1];
  const std::vector<std::string>& names = more != nullptr ? more->columns : columns;
  const std::vector<std::string_view>& from = more != nullptr ? more->lines : lines;
  const auto index = static_cast<std::size_t>(row.line) - 1;
  const std::string line(index < from.size() ? from[index] : std::string_view());
  const auto found = std::find(names.begin(), names.end(), column_name);
  const int where =
      found == names.end()
          ? 0
          : column_of(line, cell_begin(line, static_cast<std::size_t>(found - names.begin())));
  diagnostics.error({more != nullptr ? more->file : file, row.line, where, std::move(message),
                     std::move(hint), line});
}

void merge_table(Table& table, Table more, const std::vector<std::string>& key, bool in_front) {
  auto key_of = [&](const Table& from, const Row& row) {
    std::string words;
    for (const std::string& column : key) words.append(from.cell(row, column)) += '\t';
    return words;
  };
  std::set<std::string> replaced;
  for (const Row& row : more.rows) replaced.insert(key_of(more, row));
  std::erase_if(table.rows, [&](const Row& row) { return replaced.contains(key_of(table, row)); });

  const auto cells = std::make_shared<Cells>();
  cells->reserve(more.rows.size() * table.columns.size());
  std::vector<Row> rows;
  for (const Row& row : more.rows) {
    const std::size_t first = cells->size();
    for (const std::string& column : table.columns) cells->push_back(more.cell(row, column));
    rows.push_back({row.line, {cells->data() + first, table.columns.size()}, table.added.size() + 1});
  }
  table.added.push_back({more.file, more.columns, std::move(more.lines), std::move(more.text), cells});
  table.rows.insert(in_front ? table.rows.begin() : table.rows.end(),
                    std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
}

Table parse_table(std::string file, std::string text,
                  const std::vector<std::string>& expected, Diagnostics& diagnostics) {
  Table table;
  table.file = std::move(file);
  table.text = std::make_shared<const std::string>(std::move(text));
  table.lines = line_views(*table.text);
  TableParser(table, expected, diagnostics).run();
  return table;
}

std::vector<std::string> split_lines(std::string_view text) {
  const std::vector<std::string_view> lines = line_views(text);
  return {lines.begin(), lines.end()};
}

std::vector<std::string_view> line_views(std::string_view text) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  std::vector<std::string_view> lines;
  lines.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1);
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    lines.emplace_back(line);
  }
  return lines;
}

std::vector<std::string> split_cell(std::string_view cell, char separator) {
  const std::vector<std::string_view> parts = cell_parts(cell, separator);
  return {parts.begin(), parts.end()};
}

std::vector<std::string_view> cell_parts(std::string_view cell, char separator) {
  std::vector<std::string_view> parts;
  if (cell.empty()) return parts;
  parts.reserve(static_cast<std::size_t>(std::count(cell.begin(), cell.end(), separator)) + 1);
  add_cell_parts(cell, separator, parts);
  return parts;
}

void add_cell_parts(std::string_view cell, char separator, std::vector<std::string_view>& out) {
  for (std::size_t at = 0;;) {
    const std::size_t end = cell.find(separator, at);
    out.push_back(cell.substr(at, end - at));
    if (end == std::string_view::npos) return;
    at = end + 1;
  }
}

}  // namespace coopmine
