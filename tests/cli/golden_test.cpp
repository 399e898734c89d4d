// Runs every folder of tests/cli/cases: `cmd` is a shell script, started in a copy of the folder with
// coopmine on its path.  Its standard output must be `expout`, its standard error `experr` (nothing
// when there is no such file).  A script tells exit codes itself, with `echo $?`.
//
// COOPMINE_REPOPULATE=1 writes both files anew instead.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace fs = std::filesystem;

namespace {

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

void write_or_remove(const fs::path& path, const std::string& text, bool keep_empty) {
  if (text.empty() && !keep_empty) {
    fs::remove(path);
    return;
  }
  std::ofstream(path, std::ios::binary) << text;
}

std::string quoted(const fs::path& path) { return "'" + path.string() + "'"; }

// A folder of its own that is gone at the end.
class Scratch {
 public:
  Scratch() {
    std::string name = (fs::temp_directory_path() / "coopmine-cli-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() { fs::remove_all(path_); }
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

struct Result {
  std::string out;
  std::string err;
};

Result run_case(const fs::path& folder) {
  const Scratch scratch;
  const fs::path copy = scratch.path() / "case";
  fs::copy(folder, copy, fs::copy_options::recursive);
  const fs::path binary(COOPMINE_BINARY);
  const std::string command = "cd " + quoted(copy) + " && PATH=" + quoted(binary.parent_path()) +
                              ":$PATH LC_ALL=C TERM=dumb sh ./cmd > ../out 2> ../err < /dev/null";
  CHECK(std::system(command.c_str()) == 0);
  return {read_file(scratch.path() / "out"), read_file(scratch.path() / "err")};
}

}  // namespace

TEST_CASE("golden folders") {
  const fs::path cases = fs::path(COOPMINE_SOURCE_DIR) / "tests/cli/cases";
  const bool repopulate = std::getenv("COOPMINE_REPOPULATE") != nullptr;
  std::vector<fs::path> folders;
  for (const auto& entry : fs::directory_iterator(cases)) folders.push_back(entry.path());
  std::sort(folders.begin(), folders.end());
  REQUIRE_FALSE(folders.empty());
  for (const fs::path& folder : folders) {
    INFO(folder.filename().string());
    REQUIRE(fs::exists(folder / "cmd"));
    const Result result = run_case(folder);
    if (repopulate) {
      write_or_remove(folder / "expout", result.out, true);
      write_or_remove(folder / "experr", result.err, false);
      continue;
    }
    CHECK(result.out == read_file(folder / "expout"));
    CHECK(result.err == read_file(folder / "experr"));
  }
}
