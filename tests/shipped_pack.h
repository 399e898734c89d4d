// The rules that ship with the program, loaded once.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "rulepack/pack.h"

namespace coopmine::test {

inline const RulePack& shipped_pack() {
  static const std::shared_ptr<const RulePack> pack = [] {
    Diagnostics diagnostics;
    PackSource source;
    source.folder = COOPMINE_SOURCE_DIR "/rules";
    auto loaded = load_pack(source, diagnostics);
    std::string faults;
    for (const Diagnostic& diagnostic : diagnostics.errors()) faults += format(diagnostic) + "\n";
    REQUIRE_MESSAGE(loaded != nullptr, faults);
    return loaded;
  }();
  return *pack;
}

}  // namespace coopmine::test
