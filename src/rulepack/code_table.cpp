#include "rulepack/code_table.h"

#include <algorithm>

#include <fmt/format.h>

namespace coopmine {
namespace {

template <class Value>
bool holds(const std::vector<Value>& values, const auto& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

template <class Value>
bool fits(const std::vector<Value>& values, const auto& value) {
  return values.empty() || holds(values, value);
}

// Whether each value that `narrow` lets pass is one of `wide`.
template <class Value>
bool covers(const std::vector<Value>& wide, const std::vector<Value>& narrow) {
  if (wide.empty()) return true;
  return !narrow.empty() && std::all_of(narrow.begin(), narrow.end(), [&](const Value& v) { return holds(wide, v); });
}

bool covers(const CodeLine& wide, const CodeLine& narrow) {
  return covers(wide.types, narrow.types) && covers(wide.statuses, narrow.statuses) &&
         covers(wide.acts, narrow.acts) && covers(wide.sectors, narrow.sectors);
}

class CodeReader {
 public:
  CodeReader(const std::vector<std::string>& acts, const std::vector<std::string>& sectors, Diagnostics& diagnostics)
      : acts_(acts), sectors_(sectors), diagnostics_(diagnostics) {}

  CodeLines read(const Table& table) {
    CodeLines lines;
    for (const Row& row : table.rows) {
      sound_ = true;
      CodeLine line = read_line(table, row);
      check_reachable(table, row, line, lines);
      if (sound_) lines.push_back(std::move(line));
    }
    return lines;
  }

 private:
  CodeLine read_line(const Table& table, const Row& row) {
    CodeLine line;
    line.types = closed<CommitmentType>(table, row, "type", commitment_type);
    line.statuses = closed<Status>(table, row, "status", status_of);
    line.acts = known(table, row, "act", acts_);
    line.sectors = known(table, row, "sector", sectors_);
    const std::string code(table.cell(row, "code"));
    if (code.empty()) say(table, row, "code", "no code", "write - for none");
    if (code != "-") line.code = code;
    return line;
  }

  template <class Value>
  std::vector<Value> closed(const Table& table, const Row& row, std::string_view column,
                            std::optional<Value> (*value_of)(std::string_view)) {
    std::vector<Value> values;
    for (const std::string& word : split_cell(table.cell(row, column))) {
      if (const auto value = value_of(word)) {
        values.push_back(*value);
        continue;
      }
      std::vector<std::string> words;
      for (int i = 0; !name(static_cast<Value>(i)).empty(); ++i) words.emplace_back(name(static_cast<Value>(i)));
      unknown(table, row, column, word, words);
    }
    return values;
  }

  std::vector<std::string> known(const Table& table, const Row& row, std::string_view column,
                                 const std::vector<std::string>& words) {
    auto values = split_cell(table.cell(row, column));
    for (const std::string& word : values) {
      if (!holds(words, word)) unknown(table, row, column, word, words);
    }
    return values;
  }

  void unknown(const Table& table, const Row& row, std::string_view column, const std::string& word,
               const std::vector<std::string>& words) {
    const std::string near = nearest(word, words);
    say(table, row, column, fmt::format("unknown {} '{}'", column, word),
        near.empty() ? std::string() : fmt::format("did you mean '{}'?", near));
  }

  // Rows of one file stand in their order; those that an extending pack adds may leave nothing to others.
  void check_reachable(const Table& table, const Row& row, const CodeLine& line, const CodeLines& earlier) {
    if (row.source != source_) from_ = earlier.size();
    source_ = row.source;
    for (std::size_t i = std::min(from_, earlier.size()); i < earlier.size() && sound_; ++i) {
      if (covers(earlier[i], line)) say(table, row, "code", "the line is never reached", "a line above it fits all that it fits");
    }
  }

  void say(const Table& table, const Row& row, std::string_view column, std::string message, std::string hint) {
    sound_ = false;
    table.fault(diagnostics_, row, column, std::move(message), std::move(hint));
  }

  const std::vector<std::string>& acts_;
  const std::vector<std::string>& sectors_;
  Diagnostics& diagnostics_;
  bool sound_ = true;
  std::size_t source_ = 0;  // of the row before
  std::size_t from_ = 0;    // first line of that source
};

// What a line is asked about.
struct Asked {
  CommitmentType type;
  Status status;
  std::string_view act;
};

bool fits(const CodeLine& line, const Asked& asked) {
  return fits(line.types, asked.type) && fits(line.statuses, asked.status) && fits(line.acts, asked.act);
}

std::string first_code(const CodeLines& lines, const Asked& asked, const std::vector<SectorSlot>& sectors) {
  for (const CodeLine& line : lines) {
    const bool sector = line.sectors.empty() || std::any_of(sectors.begin(), sectors.end(), [&](const SectorSlot& one) {
      return holds(line.sectors, one.id);
    });
    if (sector && fits(line, asked)) return line.code;
  }
  return {};
}

// The code of each sector by itself, each once.
std::vector<std::string> codes_by_sector(const CodeLines& lines, const Asked& asked, const std::vector<SectorSlot>& sectors) {
  std::vector<std::string> codes;
  for (const SectorSlot& sector : sectors) {
    std::string code = first_code(lines, asked, {sector});
    if (!code.empty() && !holds(codes, code)) codes.push_back(std::move(code));
  }
  return codes;
}

}  // namespace

CodeTable load_codes(const CodeSources& sources, const std::vector<std::string>& acts,
                     const std::vector<std::string>& sectors, Diagnostics& diagnostics) {
  const auto read = [&](const Table& table) { return CodeReader(acts, sectors, diagnostics).read(table); };
  return {read(sources.plover), read(sources.cameo), read(sources.iati), read(sources.aiddata), read(sources.dac), read(sources.context)};
}

Codes codes_of(const CodeTable& table, CommitmentType type, Status status, std::string_view act,
               const std::vector<SectorSlot>& sectors) {
  const Asked asked{type, status, act};
  Codes codes;
  codes.plover = first_code(table.plover, asked, sectors);
  codes.cameo = first_code(table.cameo, asked, sectors);
  codes.iati = first_code(table.iati, asked, sectors);
  codes.aiddata = first_code(table.aiddata, asked, sectors);
  codes.dac = codes_by_sector(table.dac, asked, sectors);
  return codes;
}

std::vector<std::string> contexts_of(const CodeTable& table, CommitmentType type, Status status, std::string_view act,
                                     const std::vector<SectorSlot>& sectors) {
  return codes_by_sector(table.context, {type, status, act}, sectors);
}

}  // namespace coopmine
