// coopmine new-pack
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include "cli/cli.h"
#include "cli/command.h"
#include "cli/output.h"
#include "rulepack/pack_files.h"

namespace coopmine {
namespace {

namespace fs = std::filesystem;

// In the files of rules/new-pack/: the name of the pack.
constexpr std::string_view kName = "@NAME@";

struct NewPackArgs {
  std::string folder;
  std::string lang = "en";
};

// What a pack in this folder is called, as ids are written.
std::string pack_name(const std::string& folder) {
  const fs::path path = fs::absolute(folder).lexically_normal();
  std::string name = path.has_filename() ? path.filename().string() : path.parent_path().filename().string();
  for (char& c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) c = '-';
  }
  const bool plain = std::any_of(name.begin(), name.end(), [](char c) { return c != '-'; });
  return plain ? name : "mine";
}

void require_empty(const std::string& folder) {
  std::error_code error;
  if (folder.empty()) throw UsageError("which folder is to be made? (coopmine new-pack DIR)");
  if (!fs::exists(folder, error)) return;
  if (!fs::is_directory(folder, error)) throw UsageError(printable(folder) + " is no folder (name another one)");
  if (!fs::is_empty(folder, error)) throw UsageError(printable(folder) + " is there and not empty (name another folder)");
}

// A file of the new pack.
struct FirstFile {
  std::string name;
  std::string text;
};

std::string text_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  if (!stream.is_open() || stream.bad()) throw OutputFailed(fmt::format("{}: can't be read", file.string()));
  return text;
}

std::string filled(std::string text, const std::string& name) {
  for (std::size_t at = 0; (at = text.find(kName, at)) != std::string::npos; at += name.size()) {
    text.replace(at, kName.size(), name);
  }
  return text;
}

// What stands over the rows of a table: its comment and its columns.
std::string head_of(const std::string& table) {
  std::size_t begin = 0;
  while (begin < table.size() && table[begin] == '#') begin = table.find('\n', begin) + 1;
  return table.substr(0, table.find('\n', begin) + 1);
}

std::vector<fs::path> sorted_files(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

// As an ISO 639 code is written.
void require_language(const std::string& lang) {
  const bool plain = std::all_of(lang.begin(), lang.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!plain || lang.size() < 2 || lang.size() > 3) throw UsageError(fmt::format("--lang: '{}' is no code of a language (two or three letters, as 'fr')", printable(lang)));
}

// What a pack begins with: for a language that ships, a first verb and a first rule; for another, all tables without their rows.
std::vector<FirstFile> first_files(const fs::path& rules, const std::string& lang, const std::string& name) {
  std::vector<FirstFile> files;
  const bool ships = fs::is_directory(rules / "new-pack" / lang);
  for (const fs::path& file : sorted_files(rules / "new-pack" / (ships ? lang : "other"))) {
    files.push_back({file.filename().string(), filled(text_of(file), name)});
  }
  if (ships) return files;
  for (const fs::path& file : sorted_files(rules / "en")) {
    if (file.extension() == ".tsv") files.push_back({file.filename().string(), head_of(text_of(file))});
  }
  return files;
}

int run_new_pack(const NewPackArgs& args, Console& console) {
  require_empty(args.folder);
  require_language(args.lang);
  Diagnostics faults;
  const std::string rules = find_shipped_rules(faults);
  if (rules.empty()) {
    console.faults(faults);
    throw RulesWrong();
  }
  const std::vector<FirstFile> files = first_files(rules, args.lang, pack_name(args.folder));
  const fs::path folder = fs::path(args.folder) / args.lang;
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw OutputFailed(fmt::format("{}: can't be made: {}", folder.string(), error.message()));
  Output said("");
  for (const FirstFile& file : files) {
    const std::string path = (folder / file.name).string();
    Output output(path);
    output.write(file.text);
    output.close();
    if (!console.config().quiet) said.write(printable(path) + "\n");
  }
  said.close();
  return kDone;
}

}  // namespace

Command add_new_pack(CLI::App& root) {
  CLI::App& app = *root.add_subcommand("new-pack", "makes a folder of rules that adds to those shipped");
  auto args = std::make_shared<NewPackArgs>();
  app.add_option("DIR", args->folder, "the folder; it is made, or must be empty");
  app.add_option("--lang", args->lang, "language of the rules (default: en)")->type_name("CODE");
  const auto console = add_console_options(app);
  app.footer(
      "The folder holds a first verb, a first rule and its examples, to be changed into your own;\n"
      "for a language that does not ship, all tables without their rows.\n\n"
      "Example:\n"
      "  coopmine new-pack my-rules\n"
      "  coopmine check my-rules --watch\n"
      "  coopmine extract --rules my-rules article.txt\n"
      "  coopmine new-pack --lang fr french");
  return {&app, console, [args](Console& out) { return run_new_pack(*args, out); }};
}

}  // namespace coopmine
