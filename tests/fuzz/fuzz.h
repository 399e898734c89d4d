// What the fuzz targets have in common.
//
// A target is one function that takes any bytes and must come back: no crash, no hang, no fault of a
// sanitizer, and the laws that it states with require().  Built with clang it is a libFuzzer program
// (preset `fuzz`); in every other build replay_main.cpp runs it over the files it is given, so that
// ctest replays all seeds and every input that once broke something.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "model/article.h"
#include "rulepack/pack.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace coopmine::fuzz {

inline void require(bool holds, const char* law) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", law);
  std::abort();
}

inline std::string_view view(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

inline bool valid_utf8(std::string_view text) { return find_invalid_utf8(text) == std::string_view::npos; }

// Cuts the first byte off: it chooses what is done with the others.
inline unsigned take_byte(std::string_view& bytes) {
  if (bytes.empty()) return 0;
  const auto first = static_cast<unsigned char>(bytes.front());
  bytes.remove_prefix(1);
  return first;
}

// The rules that ship with the program, loaded once.
inline const RulePack& shipped_pack() {
  static const std::shared_ptr<const RulePack> pack = [] {
    Diagnostics faults;
    auto loaded = load_pack({}, faults);
    for (const Diagnostic& fault : faults.errors()) std::fprintf(stderr, "%s\n", format(fault).c_str());
    require(loaded != nullptr, "the shipped rules load");
    return loaded;
  }();
  return *pack;
}

}  // namespace coopmine::fuzz
