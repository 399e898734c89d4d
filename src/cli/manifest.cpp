#include "cli/manifest.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fmt/format.h>

#include "cli/version.h"
#include "write/json.h"
#include "write/record.h"

namespace coopmine {
namespace {

void write_pair(JsonLine& json, std::string_view key, std::string_view value) {
  json.key(key);
  json.string(value);
}

void write_libraries(JsonLine& json) {
  json.key("libraries");
  json.open_object();
  for (const LibraryVersion& library : library_versions()) write_pair(json, library.name, library.version);
  json.close_object();
}

void write_rules(JsonLine& json, const RulePack& pack) {
  json.key("rules");
  json.open_object();
  write_pair(json, "name", pack.name);
  write_pair(json, "version", pack.version);
  write_pair(json, "lang", pack.lang);
  write_pair(json, "sha256", pack.hash);
  json.close_object();
}

void write_list(JsonLine& json, const std::string& key, const std::vector<std::string>& values) {
  json.key(key);
  json.open_array();
  for (const std::string& value : values) json.string(value);
  json.close_array();
}

void write_options(JsonLine& json, const CLI::App& app) {
  json.key("options");
  json.open_object();
  for (const CLI::Option* option : app.get_options()) {
    if (option->count() == 0 || option->get_positional()) continue;
    const std::string& name = option->get_lnames().front();
    if (!option->get_type_name().empty()) {
      write_list(json, name, option->results());
      continue;
    }
    json.key(name);
    json.boolean(true);
  }
  json.close_object();
}

}  // namespace

std::string manifest(const CLI::App& app, const RulePack& pack, const std::vector<std::string>& inputs,
                     const RunSummary& summary) {
  JsonLine json;
  json.open_object();
  write_pair(json, "coopmine", COOPMINE_VERSION);
  write_pair(json, "schema", kSchemaName);
  write_libraries(json);
  write_rules(json, pack);
  write_options(json, app);
  write_list(json, "inputs", inputs);
  json.key("counts");
  json.open_object();
  write_counts(summary, json);
  json.close_object();
  json.close_object();
  std::string text;
  json.finish(text);
  return text;
}

WholeFile::WholeFile(const std::string& path) try : path_(path), part_(path + ".part"), output_(part_) {
  output_.start();
} catch (const OutputFailed& fault) {
  throw OutputFailed(fmt::format("{} (it takes the place of {} at the end)", fault.what(), path));
}

WholeFile::~WholeFile() {
  if (!part_.empty()) std::remove(part_.c_str());
}

void WholeFile::commit(const std::string& text) {
  output_.write(text);
  output_.sync();
  output_.close();
  if (std::rename(part_.c_str(), path_.c_str()) != 0) {
    throw OutputFailed(fmt::format("{}: can't be written: {}", path_, std::strerror(errno)));
  }
  part_.clear();
}

}  // namespace coopmine
