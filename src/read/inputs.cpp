#include "read/inputs.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <system_error>

#include <fmt/format.h>

namespace coopmine {
namespace {

namespace fs = std::filesystem;

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

// ".jsonl" of "a/News.JSONL.gz".
std::string extension(const std::string& path) {
  fs::path name = fs::path(path).filename();
  std::string last = lower(name.extension().string());
  if (last == ".gz" || last == ".zst") last = lower(name.stem().extension().string());
  return last;
}

bool is_wanted(const fs::path& path) {
  static constexpr std::array<std::string_view, 4> kWanted{".txt", ".md", ".jsonl", ".ndjson"};
  return std::find(kWanted.begin(), kWanted.end(), extension(path.string())) != kWanted.end();
}

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

std::vector<std::string> files_below(const std::string& folder, std::error_code& error) {
  std::vector<std::string> files;
  fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error);
  for (const fs::recursive_directory_iterator end; !error && at != end; at.increment(error)) {
    if (is_hidden(at->path())) {
      at.disable_recursion_pending();
      continue;
    }
    std::error_code ignored;
    if (at->is_regular_file(ignored) && is_wanted(at->path())) files.push_back(at->path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

InputFormat format_of_name(const std::string& path) {
  const std::string name = extension(path);
  return name == ".jsonl" || name == ".ndjson" ? InputFormat::Jsonl : InputFormat::Text;
}

InputList list_inputs(const std::vector<std::string>& paths, bool recursive) {
  InputList list;
  if (paths.empty()) list.paths.emplace_back(kStandardInput);
  for (const std::string& path : paths) {
    std::error_code ignored;
    if (path == kStandardInput || !fs::is_directory(path, ignored)) {
      list.paths.push_back(path);
      continue;
    }
    if (!recursive) {
      list.errors.push_back({path, 0, "is a directory", "give --recursive to read the files in it"});
      continue;
    }
    std::error_code error;
    const std::vector<std::string> files = files_below(path, error);
    if (error) {
      list.errors.push_back({path, 0, fmt::format("can't be listed: {}", error.message()), {}});
    } else if (files.empty()) {
      list.errors.push_back({path, 0, "no articles in this directory",
                             "it is searched for .txt, .md, .jsonl and .ndjson files, also with .gz or .zst"});
    }
    list.paths.insert(list.paths.end(), files.begin(), files.end());
  }
  return list;
}

}  // namespace coopmine
