#include "convert/country.h"

#include <map>

#include <unicode/uloc.h>

namespace coopmine {
namespace {

std::map<std::string, std::string, std::less<>> countries() {
  std::map<std::string, std::string, std::less<>> out;
  for (const char* const* code = uloc_getISOCountries(); *code != nullptr; ++code) {
    const std::string alpha3 = uloc_getISO3Country((std::string("und_") + *code).c_str());
    if (!alpha3.empty()) out.emplace(alpha3, *code);
  }
  out.emplace("XKX", "XK");  // Kosovo, by the user-assigned code in general use
  return out;
}

}  // namespace

std::string alpha2_of(std::string_view alpha3) {
  static const auto codes = countries();
  const auto found = codes.find(alpha3);
  return found == codes.end() ? std::string() : found->second;
}

}  // namespace coopmine
