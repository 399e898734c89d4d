#include "rulepack/pack_files.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <utility>

#include <fmt/format.h>
#include <openssl/evp.h>

namespace coopmine {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPackFile = "pack.rules";
constexpr std::array<std::string_view, 3> kFreeFiles{"README.md", "LICENSE", "CHANGELOG.md"};

std::string text_of(const char* value) { return value == nullptr ? std::string() : std::string(value); }

// Whether the pack may hold a file of this name.
bool known(const std::string& name) {
  if (name.ends_with(".rules") && name.find('/') == std::string::npos) return true;
  if (std::find(kFreeFiles.begin(), kFreeFiles.end(), name) != kFreeFiles.end()) return true;
  return std::any_of(table_specs().begin(), table_specs().end(),
                     [&](const TableSpec& spec) { return spec.file == name; });
}

void refuse(const std::string& name, const std::string& path, Diagnostics& diagnostics) {
  std::vector<std::string> names{std::string(kPackFile)};
  for (const TableSpec& spec : table_specs()) names.push_back(spec.file);
  const std::string meant = nearest(name, names);
  diagnostics.error({path, 0, 0, "the file belongs to no pack",
                     meant.empty() ? "tables have fixed names, see README.md of the rules; rules end in .rules"
                                   : fmt::format("did you mean '{}'?", meant),
                     {}});
}

class FolderReader {
 public:
  FolderReader(PackFolder& out, Diagnostics& diagnostics) : out_(out), diagnostics_(diagnostics) {}

  // Reads the files of one folder, not those below it.  `prefix` goes before their names.
  void read(const fs::path& folder, const std::string& shown, const std::string& prefix) {
    std::error_code error;
    std::vector<std::string> names;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
      const std::string name = it->path().filename().string();
      if (name.front() != '.' && !it->is_directory(error)) names.push_back(name);
    }
    if (error) {
      diagnostics_.error({shown, 0, 0, fmt::format("can't read the folder: {}", error.message()), {}, {}});
      return;
    }
    std::sort(names.begin(), names.end());
    for (const std::string& name : names) {
      read_file(folder / name, fmt::format("{}/{}", shown, name), prefix + name);
    }
  }

 private:
  void read_file(const fs::path& file, const std::string& shown, const std::string& name) {
    if (!known(name)) {
      refuse(name, shown, diagnostics_);
      return;
    }
    std::ifstream stream(file, std::ios::binary);
    std::string text;
    constexpr std::size_t kPiece = std::size_t{1} << 16;
    std::error_code no_size;
    const std::uintmax_t expected = fs::file_size(file, no_size);
    std::size_t wanted = no_size ? kPiece : static_cast<std::size_t>(expected) + 1;  // one more tells the end
    for (std::size_t size = 0; stream; size = text.size(), wanted = kPiece) {
      text.resize(size + wanted);
      stream.read(text.data() + size, static_cast<std::streamsize>(wanted));
      text.resize(size + static_cast<std::size_t>(stream.gcount()));
    }
    if (!stream.is_open() || stream.bad()) {
      diagnostics_.error({shown, 0, 0, "can't read the file", "check its permissions", {}});
      return;
    }
    out_.files.push_back({name, shown, std::make_shared<const std::string>(std::move(text))});
  }

  PackFolder& out_;
  Diagnostics& diagnostics_;
};

bool is_folder(const fs::path& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

bool is_file(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(path, error);
}

void split_path(const std::string& list, std::vector<std::string>& out) {
  std::size_t at = 0;
  while (at <= list.size()) {
    const std::size_t end = std::min(list.find(':', at), list.size());
    if (end > at) out.push_back(list.substr(at, end - at));
    at = end + 1;
  }
}

}  // namespace

const PackFile* PackFolder::find(std::string_view name) const {
  const auto found = std::find_if(files.begin(), files.end(), [&](const PackFile& file) { return file.name == name; });
  return found == files.end() ? nullptr : &*found;
}

PackFile* PackFolder::find(std::string_view name) { return const_cast<PackFile*>(std::as_const(*this).find(name)); }

PackFolder read_pack_folder(const std::string& folder, const std::string& shown,
                            const std::string& lang, Diagnostics& diagnostics) {
  PackFolder out;
  const fs::path root(folder);
  if (!is_folder(root)) {
    diagnostics.error({shown, 0, 0, "there is no such folder of rules", {}, {}});
    return out;
  }
  const bool flat = is_file(root / kPackFile);
  if (!flat && !is_file(root / lang / kPackFile)) {
    diagnostics.error({shown, 0, 0, fmt::format("the folder has no {} for language '{}'", kPackFile, lang),
                       fmt::format("add {}/{} with 'pack NAME' and 'version V'", lang, kPackFile), {}});
    return out;
  }
  FolderReader reader(out, diagnostics);
  reader.read(root, shown, "");
  if (!flat) reader.read(root / lang, fmt::format("{}/{}", shown, lang), "");
  if (is_folder(root / "codes")) reader.read(root / "codes", fmt::format("{}/codes", shown), "codes/");
  std::stable_sort(out.files.begin(), out.files.end(), [](const PackFile& a, const PackFile& b) {
    return std::pair(a.name != kPackFile, a.name) < std::pair(b.name != kPackFile, b.name);
  });
  return out;
}

bool shipped_rules_are_given() { return !text_of(std::getenv("COOPMINE_RULES")).empty(); }

std::string find_shipped_rules(Diagnostics& diagnostics) {
  const std::string given = text_of(std::getenv("COOPMINE_RULES"));
  if (!given.empty()) return given;

  std::vector<std::string> places;
  std::error_code error;
  const fs::path executable = fs::read_symlink("/proc/self/exe", error);
  if (!error) {
    const fs::path folder = executable.parent_path();
    places.push_back((folder.parent_path() / "share/coopmine/rules").string());
    places.push_back((folder / "share/coopmine/rules").string());
  }
  std::vector<std::string> data;
  const std::string home = text_of(std::getenv("HOME"));
  const std::string data_home = text_of(std::getenv("XDG_DATA_HOME"));
  const std::string data_dirs = text_of(std::getenv("XDG_DATA_DIRS"));
  if (!data_home.empty()) data.push_back(data_home);
  if (data_home.empty() && !home.empty()) data.push_back(home + "/.local/share");
  split_path(data_dirs.empty() ? "/usr/local/share:/usr/share" : data_dirs, data);
  for (const std::string& folder : data) places.push_back(folder + "/coopmine/rules");

  for (const std::string& place : places) {
    if (is_folder(place)) return place;
  }
  diagnostics.error({"rules", 0, 0, "the rules that ship with coopmine are not installed",
                     fmt::format("set COOPMINE_RULES to their folder; looked in {}", fmt::join(places, ", ")),
                     {}});
  return {};
}

std::string fingerprint(const std::vector<PackFolder>& folders) {
  const std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  if (!context || EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) != 1) return {};
  for (const PackFolder& folder : folders) {
    for (const PackFile& file : folder.files) {
      const std::string head = fmt::format("{}\n{}\n", file.name, file.text->size());
      EVP_DigestUpdate(context.get(), head.data(), head.size());
      EVP_DigestUpdate(context.get(), file.text->data(), file.text->size());
    }
  }
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  if (EVP_DigestFinal_ex(context.get(), digest.data(), &length) != 1) return {};
  std::string hex;
  for (unsigned i = 0; i < length; ++i) hex += fmt::format("{:02x}", digest[i]);
  return hex;
}

}  // namespace coopmine
