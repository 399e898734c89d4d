// Bytes of an input, decompressed on the way: gzip and Zstandard are known by their first bytes, whatever
// the file is called.  Memory is bounded by a buffer a layer (Zstandard: and its window of at most 128 MB).
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.h"

namespace coopmine {

class ByteSource {
 public:
  ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  virtual ~ByteSource() = default;

  // Puts up to `size` (> 0) bytes into `into`.  0: the end, or a fault; what was read before a fault is
  // given out first.
  virtual std::size_t read(char* into, std::size_t size) = 0;
  // What went wrong; empty: nothing did.
  [[nodiscard]] const std::string& fault() const { return fault_; }

 protected:
  void fail(std::string message) { fault_ = std::move(message); }

 private:
  std::string fault_;
};

// A file, opened and unpacked.  A fault to open it shows at the first read().
[[nodiscard]] std::unique_ptr<ByteSource> open_file(const std::string& path);
// All bytes of a file, unpacked; a fault with that hint, and nothing, when it can't be read.
[[nodiscard]] std::optional<std::string> read_file(const std::string& path, const std::string& hint, Diagnostics& faults);
// A descriptor that stays open, such as standard input.
[[nodiscard]] std::unique_ptr<ByteSource> open_descriptor(int descriptor);

// What the first bytes tell of data that no article can be read from ("a PDF document"); empty: nothing.
[[nodiscard]] std::string_view foreign_format(std::string_view head);

}  // namespace coopmine
