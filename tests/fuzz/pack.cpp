// A folder of rules.  The input is all its files, each behind a line "%% NAME":
//
//     %% pack.rules
//     pack x
//     %% words.tsv
//     class	forms	note
#include <filesystem>
#include <fstream>

#include <unistd.h>

#include "fuzz/fuzz.h"

using namespace coopmine;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view kMark = "%% ";

// A folder in memory that is gone at the end.
class Folder {
 public:
  Folder() : path_(fs::path("/dev/shm") / ("coopmine-fuzz-" + std::to_string(getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_ / "en");
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  void put(const std::string& name, std::string_view text) const {
    std::ofstream(path_ / "en" / name, std::ios::binary) << text;
  }
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

bool is_plain(std::string_view name) {
  constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyz.";
  return !name.empty() && name.size() < 40 && name.find_first_not_of(kPlain) == std::string_view::npos &&
         name.find_first_not_of('.') != std::string_view::npos;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view bytes = fuzz::view(data, size);
  const Folder folder;
  while (bytes.starts_with(kMark)) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    const std::string name(bytes.substr(kMark.size(), end - std::min(end, kMark.size())));
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    const std::size_t next = bytes.starts_with(kMark) ? 0 : bytes.find("\n%% ");
    const std::size_t size_of_file = next == std::string_view::npos ? bytes.size() : next + (next > 0 ? 1 : 0);
    // "extends shipped" would load all the shipped rules for each input.
    if (is_plain(name) && bytes.substr(0, size_of_file).find("extends") == std::string_view::npos) {
      folder.put(name, bytes.substr(0, size_of_file));
    }
    bytes.remove_prefix(size_of_file);
  }
  Diagnostics faults;
  const auto pack = load_pack({folder.path(), "en"}, faults);
  fuzz::require((pack == nullptr) == !faults.ok(), "a pack is refused with a reason, and only then");
  for (const Diagnostic& fault : faults.errors()) {
    fuzz::require(!fault.message.empty() && !format(fault).empty(), "a fault says what is wrong");
  }
  return 0;
}
