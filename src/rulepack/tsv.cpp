#include "rulepack/tsv.h"

#include <algorithm>
#include <iterator>
#include <set>

#include <fmt/format.h>

#include "base/utf8.h"

namespace coopmine {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

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

// An error at the named cell of a row, in a file with these columns.
Diagnostic fault_in(const std::string& file, const std::vector<std::string>& columns, const Row& row, std::string_view column_name,
                    std::string message, std::string hint) {
  const auto found = std::find(columns.begin(), columns.end(), column_name);
  const int where = found == columns.end() ? 0 : column_of(row.text, cell_begin(row.text, static_cast<std::size_t>(found - columns.begin())));
  return {file, row.line, where, std::move(message), std::move(hint), std::string(row.text)};
}

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
  diagnostics.error(fault_in(more != nullptr ? more->file : file, more != nullptr ? more->columns : columns, row, column_name, std::move(message), std::move(hint)));
}

TableReader::TableReader(std::string file, std::string_view text, const std::vector<std::string>& expected, Diagnostics& diagnostics)
    : file_(std::move(file)), rest_(text), expected_(expected), diagnostics_(diagnostics) {
  if (rest_.starts_with(kByteOrderMark)) rest_.remove_prefix(kByteOrderMark.size());
  // A carriage return may stand at the end of a line alone, so that its sight calls for a look at each line.
  clean_ = rest_.find('\r') == std::string_view::npos && is_clean(rest_);
  if (next_line()) {
    read_header();
  } else {
    diagnostics_.error({file_, 0, 0, "no header line", fmt::format("begin the table with: {}", fmt::join(expected_, "<TAB>")), {}});
  }
}

bool TableReader::next(Row& row) {
  while (next_line()) {
    if (cells_.size() == columns_.size()) {
      row = {number_, line_, cells_, 0};
      return true;
    }
    fault(cells_.size() < columns_.size() ? line_.size() : cell_begin(line_, columns_.size()),
             fmt::format("{} cells, but the table has {} columns", cells_.size(), columns_.size()),
             fmt::format("the columns are: {}", fmt::join(columns_, " ")));
  }
  return false;
}

bool TableReader::next_line() {
  while (!rest_.empty()) {
    const std::size_t end = rest_.find('\n');
    line_ = rest_.substr(0, end);
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
    if (!line_.empty() && line_.back() == '\r') line_.remove_suffix(1);
    ++number_;
    if (is_blank(line_) || line_.front() == '#' || !(clean_ || sound())) continue;
    cells_.clear();
    add_cell_parts(line_, '\t', cells_);
    for (std::string_view& cell : cells_) cell = trimmed(cell);
    return true;
  }
  return false;
}

// Well-formed UTF-8 without control characters other than tabs.
bool TableReader::sound() const {
  const std::size_t bad = find_invalid_utf8(line_);
  if (bad != std::string_view::npos) {
    fault(bad, fmt::format("byte 0x{:02X} is not valid UTF-8", static_cast<unsigned char>(line_[bad])), "save the file as UTF-8");
    return false;
  }
  for (std::size_t at = 0; at < line_.size(); ++at) {
    const auto byte = static_cast<unsigned char>(line_[at]);
    if ((byte < 0x20U && byte != '\t') || byte == 0x7FU) {
      fault(at, fmt::format("control character U+{:04X}", byte), "remove it");
      return false;
    }
  }
  return true;
}

void TableReader::read_header() {
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    const std::size_t at = cell_begin(line_, i);
    const auto here = cells_.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::find(expected_.begin(), expected_.end(), cells_[i]) == expected_.end()) {
      const std::string meant = nearest(std::string(cells_[i]), expected_);
      fault(at, fmt::format("unknown column '{}'", cells_[i]),
               meant.empty() ? fmt::format("the columns are: {}", fmt::join(expected_, " ")) : fmt::format("did you mean '{}'?", meant));
    } else if (std::find(cells_.begin(), here, cells_[i]) != here) {
      fault(at, fmt::format("column '{}' stands twice", cells_[i]));
    }
  }
  for (const std::string& name : expected_)
    if (std::find(cells_.begin(), cells_.end(), name) == cells_.end()) fault(0, fmt::format("column '{}' is missing", name));
  columns_.assign(cells_.begin(), cells_.end());
}

std::size_t TableReader::column(std::string_view name) const {
  return static_cast<std::size_t>(std::find(columns_.begin(), columns_.end(), name) - columns_.begin());
}

void TableReader::fault(const Row& row, std::string_view column_name, std::string message, std::string hint) const {
  diagnostics_.error(fault_in(file_, columns_, row, column_name, std::move(message), std::move(hint)));
}

void TableReader::fault(std::size_t byte, std::string message, std::string hint) const {
  diagnostics_.error({file_, number_, column_of(line_, byte), std::move(message), std::move(hint), std::string(line_)});
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
    rows.push_back({row.line, row.text, {cells->data() + first, table.columns.size()}, table.added.size() + 1});
  }
  table.added.push_back({more.file, more.columns, std::move(more.text), cells});
  table.rows.insert(in_front ? table.rows.begin() : table.rows.end(),
                    std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
}

Table parse_table(std::string file, std::shared_ptr<const std::string> text,
                  const std::vector<std::string>& expected, Diagnostics& diagnostics) {
  Table table;
  table.file = file;
  table.text = std::move(text);
  const auto count = [&](char c) { return static_cast<std::size_t>(std::count(table.text->begin(), table.text->end(), c)); };
  const std::size_t lines = count('\n') + 1;
  const auto cells = std::make_shared<Cells>();
  cells->reserve(count('\t') + lines);  // never grows: rows are views of it
  table.rows.reserve(lines);
  TableReader reader(std::move(file), *table.text, expected, diagnostics);
  table.columns = reader.columns();
  for (Row row; reader.next(row);) {
    const std::size_t first = cells->size();
    cells->insert(cells->end(), row.cells.begin(), row.cells.end());
    row.cells = {cells->data() + first, row.cells.size()};
    table.rows.push_back(row);
  }
  table.cells = cells;
  return table;
}

Table parse_table(std::string file, std::string text, const std::vector<std::string>& expected, Diagnostics& diagnostics) {
  return parse_table(std::move(file), std::make_shared<const std::string>(std::move(text)), expected, diagnostics);
}

std::vector<std::string> split_lines(std::string_view text) {
  const std::vector<std::string_view> lines = line_views(text);
  return {lines.begin(), lines.end()};
}

std::vector<std::string_view> line_views(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
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
