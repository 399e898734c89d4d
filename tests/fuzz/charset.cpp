// Any bytes -> valid UTF-8.
#include "fuzz/fuzz.h"
#include "read/transcode.h"

using namespace coopmine;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(fuzz::view(data, size));
  std::string mended = bytes;
  const std::size_t replaced = mend_utf8(mended);
  fuzz::require(fuzz::valid_utf8(mended), "mended text is valid UTF-8");
  fuzz::require((replaced == 0) == (mended == bytes), "text changes where something was replaced");
  const auto decoded = decode(bytes);
  if (!decoded) return 0;
  fuzz::require(fuzz::valid_utf8(decoded->text), "decoded text is valid UTF-8");
  fuzz::require(!decoded->encoding.empty(), "the charset has a name");
  return 0;
}
