// gzip and Zstandard, cut off and damaged in any way.  What is unpacked is bounded by the reader above;
// here it stops after 4 MB.
#include <array>

#include "fuzz/memory_file.h"
#include "read/byte_source.h"

using namespace coopmine;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const fuzz::MemoryFile file(fuzz::view(data, size));
  const auto source = open_descriptor(file.descriptor());
  std::array<char, 4096> buffer{};
  std::size_t unpacked = 0;
  while (unpacked < std::size_t{4} << 20U) {
    const std::size_t got = source->read(buffer.data(), buffer.size());
    fuzz::require(got <= buffer.size(), "no more is read than was asked for");
    if (got == 0) break;
    unpacked += got;
  }
  return 0;
}
