// What went wrong with inputs: said on the console, counted, and collected in a file as JSONL.
//
//     {"kind":"error","input":"news.jsonl","line":12,"message":"no 'text'","hint":"write one object a line: ..."}
//
// `line` is null when it is the whole input, `hint` when there is nothing to advise.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "cli/console.h"
#include "cli/output.h"
#include "read/input_error.h"

namespace coopmine {

class InputReport {
 public:
  explicit InputReport(Console& console) : console_(console) {}
  // With a file that collects the errors (none when `path` is empty); throws OutputFailed when it can't be
  // opened.
  InputReport(Console& console, const std::string& path, WriteGate* gate);
  // Empties the file.  Before it, file() can still be kept from harm.
  void start();

  void add(const InputError& error);
  // Throws OutputFailed when the errors could not all be written.
  void close();
  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] Console& console() { return console_; }
  // Null: none.
  [[nodiscard]] const Output* file() const { return file_.get(); }

 private:
  Console& console_;
  std::unique_ptr<Output> file_;
  std::size_t count_ = 0;
};

}  // namespace coopmine
