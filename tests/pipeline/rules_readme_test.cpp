#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include <unistd.h>

#include "pipeline/check.h"

using namespace coopmine;
namespace fs = std::filesystem;

namespace {

// The fenced blocks of a Markdown text by the file name behind their opening fence; blocks of commands are left out.
std::map<std::string, std::string> fenced_files(const std::string& markdown) {
  std::map<std::string, std::string> files;
  const std::string fence = "\n```";
  std::size_t at = markdown.find(fence);
  while (at != std::string::npos) {
    const std::size_t name = at + fence.size();
    const std::size_t line_end = markdown.find('\n', name);
    const std::size_t close = markdown.find(fence, line_end);
    if (line_end == std::string::npos || close == std::string::npos) break;
    const std::string file = markdown.substr(name, line_end - name);
    if (file.find('.') != std::string::npos) files[file] += markdown.substr(line_end + 1, close - line_end);
    at = markdown.find(fence, close + fence.size());
  }
  return files;
}

}  // namespace

TEST_CASE("the folder that rules/README.md shows is a sound pack") {
  std::ifstream stream(std::string(COOPMINE_SOURCE_DIR) + "/rules/README.md");
  const std::string readme{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  const auto files = fenced_files(readme);
  CHECK(files.size() == 4);

  std::string folder = (fs::temp_directory_path() / "coopmine-readme-XXXXXX").string();
  REQUIRE(mkdtemp(folder.data()) != nullptr);
  for (const auto& [name, text] : files) std::ofstream(fs::path(folder) / name) << text;
  CheckConfig config;
  config.source.folder = folder;
  const CheckReport report = check_pack(config, [](const RulePack&, const Article&) { return std::vector<Commitment>{}; });
  std::string own;
  for (const Diagnostic& error : report.faults.errors()) {
    if (error.file.starts_with(folder)) own += format(error) + "\n";
  }
  fs::remove_all(folder);
  CHECK(own == "");
  CHECK(report.blocks >= 1);
}
