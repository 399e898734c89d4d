// Where records go: a file or standard output, whole lines only.
//
// Lines are gathered and handed to the system in pieces of about 64 KiB (at once when a person looks
// on).  When the device is full and takes only part of a piece, a regular file is cut back to its last
// whole line.
#pragma once

#include <cstdint>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>

namespace coopmine {

// Nobody reads the output any more (EPIPE): the run ends quietly.
struct OutputClosed : std::runtime_error {
  OutputClosed() : std::runtime_error("output closed") {}
};

// The output can't be opened or written; what() says which and why.
struct OutputFailed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Held while lines are handed to the system: who holds it finds no output amidst a line.
using WriteGate = std::timed_mutex;

class Output {
 public:
  // `path` empty or "-": standard output.  Throws OutputFailed.
  explicit Output(const std::string& path, WriteGate* gate = nullptr);
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  // Closes without a word; call close() first to learn of faults.
  ~Output();

  // Empties a file that was there.  Before it, is_same_file() can still keep an input from harm.
  void start();
  // Cuts a regular file to its first `size` bytes and goes on behind them.
  void start_at(std::uint64_t size);

  // `lines` ends with a line feed, or is empty.  Throws OutputClosed, OutputFailed.
  void write(std::string_view lines);
  void flush();
  // Flushes, and waits until the lines are on the disk.
  void sync();
  // Flushes, and asks the system whether all went well.
  void close();

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] bool is_terminal() const { return terminal_; }
  [[nodiscard]] bool is_regular_file() const;
  // Bytes of a regular file, with those that were handed to the system.
  [[nodiscard]] std::uint64_t size() const;
  // Whether the output is the same file as `path`.
  [[nodiscard]] bool is_same_file(const std::string& path) const;

 private:
  [[noreturn]] void fail(int error);
  void hand_over();
  void drop_partial_line(std::size_t written);

  WriteGate* gate_;
  std::string name_;
  std::string buffer_;
  int fd_ = -1;
  bool owned_ = false;
  bool terminal_ = false;
};

}  // namespace coopmine
