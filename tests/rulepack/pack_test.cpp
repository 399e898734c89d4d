#include <doctest/doctest.h>

#include "rulepack/pack.h"

using namespace coopmine;

namespace {
std::string shown(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& error : diagnostics.errors()) out += format(error) + "\n";
  return out;
}
}  // namespace

TEST_CASE("the shipped pack loads") {
  Diagnostics diagnostics;
  const auto pack = load_pack({}, diagnostics);
  CHECK(shown(diagnostics) == "");
  REQUIRE(pack);
  CHECK(pack->name == "en");
  CHECK(pack->hash.size() == 64);
  CHECK(shown(pack->lint) == "");
}
