// Bytes as a file descriptor, for readers that read descriptors.
#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include <string_view>

#include "fuzz/fuzz.h"

namespace coopmine::fuzz {

class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes) : descriptor_(memfd_create("fuzz", 0)) {
    require(descriptor_ >= 0, "a memory file opens");
    require(::write(descriptor_, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()),
            "a memory file takes the bytes");
    require(lseek(descriptor_, 0, SEEK_SET) == 0, "a memory file rewinds");
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() { close(descriptor_); }
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

}  // namespace coopmine::fuzz
