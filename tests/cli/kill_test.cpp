// Runs with --state are killed at random points and started again: the records must be those of one run
// that nobody disturbed, none lost, none twice.
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace fs = std::filesystem;

namespace {

constexpr int kKills = 200;
constexpr int kFirstArticles = 500;
constexpr double kLongEnough = 0.3;  // seconds of a run, so that it commits more than once

class Scratch {
 public:
  Scratch() {
    path_ = (fs::temp_directory_path() / "coopmine-kill-XXXXXX").string();
    REQUIRE(mkdtemp(path_.data()) != nullptr);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() { fs::remove_all(path_); }
  [[nodiscard]] std::string operator/(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

pid_t start(std::vector<std::string> words) {
  words.insert(words.begin(), COOPMINE_BINARY);
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  pid_t child = 0;
  REQUIRE(posix_spawn(&child, COOPMINE_BINARY, nullptr, nullptr, arguments.data(), environ) == 0);
  return child;
}

// The exit code, or minus the signal.
int outcome(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0) REQUIRE(errno == EINTR);
  return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

std::vector<std::string> sorted_lines(const std::string& path) {
  std::ifstream in(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  std::sort(lines.begin(), lines.end());
  return lines;
}

void write_articles(const std::string& path, int count) {
  std::ofstream out(path);
  for (int i = 0; i < count; ++i) {
    out << R"({"id": "n)" << i << R"(", "text": "The fund holds $)" << i << " million and, since May 2, 2017, " << i
        << R"( million yen."})" << '\n';
  }
}

}  // namespace

TEST_CASE("killed at 200 random points, the records are those of one undisturbed run") {
  const Scratch folder;
  const auto command = [&](const std::string& state, const std::string& out, const char* threads) {
    return std::vector<std::string>{"extract", "-q",           "--mentions", "-j",         threads,
                                    "--state", folder / state, "-o",         folder / out, folder / "in.jsonl"};
  };
  std::chrono::duration<double> whole{};
  std::vector<std::string> expected;
  for (int articles = kFirstArticles; whole.count() < kLongEnough; articles *= 2) {
    write_articles(folder / "in.jsonl", articles);
    const std::string name = "whole" + std::to_string(articles);
    const auto begun = std::chrono::steady_clock::now();
    REQUIRE(outcome(start(command(name, name + ".jsonl", "1"))) == 0);
    whole = std::chrono::steady_clock::now() - begun;
    expected = sorted_lines(folder / (name + ".jsonl"));
    REQUIRE(expected.size() >= static_cast<std::size_t>(articles));
  }

  std::mt19937 random(20240608);
  std::uniform_real_distribution<double> share(0, 1.1);
  int kills = 0;
  int runs = 0;
  while (kills < kKills) {
    const std::string state = "state-" + std::to_string(runs);
    const std::string out = "out-" + std::to_string(runs++) + ".jsonl";
    for (int code = -SIGKILL; code != 0;) {
      const pid_t child = start(command(state, out, kills % 2 == 0 ? "1" : "3"));
      std::this_thread::sleep_for(whole * share(random));
      if (kills < kKills) kill(child, SIGKILL);
      code = outcome(child);
      REQUIRE((code == 0 || code == -SIGKILL));
      kills += code == -SIGKILL ? 1 : 0;
    }
    CHECK(sorted_lines(folder / out) == expected);
  }
  MESSAGE(kills << " kills in " << runs << " runs");
}
