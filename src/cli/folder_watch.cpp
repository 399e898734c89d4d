#include "cli/folder_watch.h"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <vector>

namespace coopmine {
namespace {

namespace fs = std::filesystem;

constexpr int kStill = 100;   // milliseconds without a change
constexpr int kMissing = 500;  // between two looks for a folder that has gone
constexpr std::uint32_t kChanges =
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;

std::vector<std::string> folders_below(const std::string& root) {
  std::error_code error;
  if (!fs::is_directory(root, error)) return {};
  std::vector<std::string> folders{root};
  const auto options = fs::directory_options::skip_permission_denied;
  for (fs::recursive_directory_iterator it(root, options, error), end; !error && it != end; it.increment(error)) {
    std::error_code gone;
    if (it->is_directory(gone)) folders.push_back(it->path().string());
  }
  return folders;
}

bool counts(std::string_view name) { return name.empty() || (name.front() != '.' && name.back() != '~'); }

}  // namespace

FolderWatch::FolderWatch(std::string folder) : folder_(std::move(folder)), fd_(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {
  if (fd_ < 0) throw std::system_error(errno, std::generic_category(), "can't watch folders");
  add_folders();
}

FolderWatch::~FolderWatch() { ::close(fd_); }

void FolderWatch::add_folders() {
  for (const std::string& folder : folders_below(folder_)) {
    if (watched_.contains(folder)) continue;
    const int watch = ::inotify_add_watch(fd_, folder.c_str(), kChanges);
    if (watch >= 0) watched_[folder] = watch;
    if (watch < 0 && errno == ENOSPC) throw std::system_error(errno, std::generic_category(), "can't watch " + folder);
  }
}

bool FolderWatch::take_changes() {
  alignas(inotify_event) std::array<char, 4096> buffer{};
  bool changed = false;
  for (ssize_t size = 0; (size = ::read(fd_, buffer.data(), buffer.size())) > 0;) {
    for (const char* at = buffer.data(); at < buffer.data() + size;) {
      inotify_event event{};
      std::memcpy(&event, at, sizeof event);
      const char* name = at + sizeof event;
      if ((event.mask & IN_IGNORED) != 0) {
        std::erase_if(watched_, [gone = event.wd](const auto& entry) { return entry.second == gone; });
      }
      changed = changed || counts(std::string_view(name, ::strnlen(name, event.len)));
      at = name + event.len;
    }
  }
  return changed;
}

bool FolderWatch::comes_within(int milliseconds) const {
  pollfd events{fd_, POLLIN, 0};
  return ::poll(&events, 1, milliseconds) > 0;
}

void FolderWatch::wait() {
  bool changed = false;
  while (!changed) {
    const bool missing = watched_.empty();
    changed = comes_within(missing ? kMissing : -1) && take_changes();
    add_folders();
    changed = changed || (missing && !watched_.empty());
  }
  while (comes_within(kStill)) take_changes();
  add_folders();
}

}  // namespace coopmine
