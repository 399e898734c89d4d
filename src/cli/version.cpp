#include "cli/version.h"

#include <sqlite3.h>
#include <unicode/uchar.h>
#include <unicode/uversion.h>
#include <zlib.h>
#include <zstd.h>

#include <array>
#include <string>

#include <CLI/Version.hpp>
#include <fmt/format.h>
#include <rapidjson/rapidjson.h>
#include <openssl/crypto.h>
#include <simdjson.h>

#include "rulepack/pack.h"

#define COOPMINE_TEXT(x) #x
#define COOPMINE_TEXT_OF(x) COOPMINE_TEXT(x)

namespace coopmine {
namespace {

std::string icu_version() {
  UVersionInfo version{};
  u_getVersion(version);
  std::array<char, U_MAX_VERSION_STRING_LENGTH> text{};
  u_versionToString(version, text.data());
  UVersionInfo unicode{};
  u_getUnicodeVersion(unicode);
  return fmt::format("{} (Unicode {}.{})", text.data(), unicode[0], unicode[1]);
}

std::string fmt_version() {
  return fmt::format("{}.{}.{}", FMT_VERSION / 10000, FMT_VERSION / 100 % 100, FMT_VERSION % 100);
}

std::string rules_version() {
  Diagnostics faults;
  const auto pack = load_pack({}, faults);
  if (!pack) return "can't be loaded (`coopmine check` says why)";
  return fmt::format("{} {} sha256:{}", pack->name, pack->version, pack->hash);
}

std::string row(const std::string& name, const std::string& value) {
  return fmt::format("  {:<10}{}\n", name, value);
}

}  // namespace

std::vector<LibraryVersion> library_versions() {
  return {{"ICU", icu_version()},
          {"RE2", COOPMINE_RE2_VERSION},
          {"simdjson", COOPMINE_TEXT_OF(SIMDJSON_VERSION)},
          {"RapidJSON", RAPIDJSON_VERSION_STRING},
          {"SQLite", sqlite3_libversion()},
          {"fmt", fmt_version()},
          {"zlib", zlibVersion()},
          {"zstd", ZSTD_versionString()},
          {"OpenSSL", OpenSSL_version(OPENSSL_VERSION_STRING)},
          {"CLI11", CLI11_VERSION}};
}

std::string version_text() {
  std::string text = fmt::format("coopmine {}\n", COOPMINE_VERSION);
  for (const LibraryVersion& library : library_versions()) text += row(library.name, library.version);
  return text + row("rules", rules_version());
}

}  // namespace coopmine
