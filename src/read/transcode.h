// Bytes -> valid UTF-8.
//
// The charset is, first that fits: that of a byte order mark; UTF-8 when the bytes are valid UTF-8, or are
// but for some damage; UTF-16 or UTF-32 without a mark, or a legacy charset, as ICU's detector finds it.
// What is invalid becomes U+FFFD as Python's `errors="replace"` does it: one for each maximal subpart of
// an ill-formed sequence.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "read/byte_source.h"

namespace coopmine {

struct Decoded {
  std::string text;         // a byte order mark of UTF-8 stays (U+FEFF), others are dropped
  std::string encoding;     // "UTF-8", "windows-1252", "UTF-16LE"
  std::size_t replaced = 0; // U+FFFD put in
};

// nullopt: binary data (NUL bytes that are no UTF-16 or UTF-32).
[[nodiscard]] std::optional<Decoded> decode(std::string bytes);

// Makes `text` valid UTF-8 where it stands; the count of U+FFFD put in.
std::size_t mend_utf8(std::string& text);

// The charset of a UTF-16 or UTF-32 byte order mark; "" when there is none.
[[nodiscard]] std::string_view wide_charset(std::string_view head);

// Gives the bytes of `below` as UTF-8 when they begin with a mark of UTF-16 or UTF-32 (without the
// mark), else as they are.
[[nodiscard]] std::unique_ptr<ByteSource> as_utf8(std::unique_ptr<ByteSource> below);

}  // namespace coopmine
