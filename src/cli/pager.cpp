#include "cli/pager.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>

#include <fmt/format.h>

namespace coopmine {
namespace {

constexpr int kNoSuchProgram = 127;  // of sh

std::string pager_command() {
  const char* set = std::getenv("PAGER");
  return set == nullptr ? "less -R" : set;
}

}  // namespace

bool Pager::is_wanted() {
  const std::string command = pager_command();
  return ::isatty(STDOUT_FILENO) == 1 && !command.empty() && command != "cat";
}

Pager::Pager() : command_(pager_command()) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw PagerFailed(fmt::format("no pager: {}", std::strerror(errno)));
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t usual;  // the program ignores these; a pager wants them as they are
  sigemptyset(&usual);
  sigaddset(&usual, SIGPIPE);
  sigaddset(&usual, SIGXFSZ);
  posix_spawnattr_setsigdefault(&attributes, &usual);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  std::string shell = "sh";
  std::string option = "-c";
  const std::array<char*, 4> words{shell.data(), option.data(), command_.data(), nullptr};
  const int error = ::posix_spawn(&child_, "/bin/sh", &actions, &attributes, words.data(), environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  ::close(ends[0]);
  to_ = ends[1];
  if (error == 0) {
    std::signal(SIGINT, SIG_IGN);  // ^C is for the pager
    return;
  }
  ::close(to_);
  throw PagerFailed(fmt::format("no pager: {}", std::strerror(error)));
}

Pager::~Pager() { finish(); }

bool Pager::write(std::string_view text) {
  while (!text.empty()) {
    const ssize_t wrote = ::write(to_, text.data(), text.size());
    if (wrote > 0) {
      text.remove_prefix(static_cast<std::size_t>(wrote));
    } else if (wrote == 0 || errno != EINTR) {
      return false;
    }
  }
  return true;
}

int Pager::finish() {
  if (child_ < 0) return 0;
  ::close(to_);
  int status = 0;
  while (::waitpid(child_, &status, 0) < 0 && errno == EINTR) {
  }
  child_ = -1;
  std::signal(SIGINT, SIG_DFL);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 0;
}

void Pager::close() {
  if (finish() != kNoSuchProgram) return;
  throw PagerFailed(fmt::format("the pager '{}' is not there (set PAGER to another one, or to cat for none)", command_));
}

}  // namespace coopmine
