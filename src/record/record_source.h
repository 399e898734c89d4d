// Lines of JSONL -> records, one at a time; memory is that of the longest line.
//
//     RecordSource source("records.jsonl", [&](char* into, std::size_t size) { return file->read(into, size); });
//     while (auto item = source.next()) {
//       if (const auto* fault = std::get_if<Diagnostic>(&*item)) diagnostics.error(*fault);
//       else use(std::get<CommitmentRecord>(*item));
//     }
//
// Empty lines and lines whose `kind` is not "commitment" are passed over.  A line that can't be used
// gives a fault with its number in its place, and reading goes on with the next one.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "base/diagnostics.h"
#include "record/record.h"

namespace coopmine {

// Puts up to `size` bytes into `into`; 0 at the end.
using BytePull = std::function<std::size_t(char* into, std::size_t size)>;

using RecordItem = std::variant<CommitmentRecord, Diagnostic>;

class RecordSource {
 public:
  RecordSource(std::string name, BytePull pull);
  ~RecordSource();

  [[nodiscard]] std::optional<RecordItem> next();
  // Name and number of the line that was read last, for further messages about it.
  [[nodiscard]] Diagnostic here() const { return fault({}, {}); }

 private:
  bool next_line();
  [[nodiscard]] std::optional<RecordItem> read_line();
  [[nodiscard]] Diagnostic fault(std::string message, std::string hint) const;

  struct Parser;
  std::string name_;
  BytePull pull_;
  std::string buffer_;
  std::size_t at_ = 0;  // in buffer_: the next byte to look at
  bool at_end_ = false;
  int line_number_ = 0;
  std::string line_;
  std::unique_ptr<Parser> parser_;
};

}  // namespace coopmine
