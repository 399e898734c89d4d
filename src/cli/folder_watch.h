// Waits for changes of the files below a folder (inotify).
//
//     FolderWatch watch("my-rules");
//     while (true) {
//       check();
//       watch.wait();
//     }
//
// What changes between two calls of wait() is not missed.  Hidden files and backups (file~) don't count.
#pragma once

#include <map>
#include <string>

namespace coopmine {

class FolderWatch {
 public:
  // Throws std::system_error when the system has no more watches.
  explicit FolderWatch(std::string folder);
  FolderWatch(const FolderWatch&) = delete;
  FolderWatch& operator=(const FolderWatch&) = delete;
  ~FolderWatch();

  // Returns once something has changed and then kept still for a moment: an editor writes in several steps.
  void wait();

 private:
  void add_folders();
  // Takes the changes that are known so far; whether one of them counts.
  bool take_changes();
  // Whether there is a change within so many milliseconds; -1: however long it takes.
  [[nodiscard]] bool comes_within(int milliseconds) const;

  std::string folder_;
  int fd_ = -1;
  std::map<std::string, int> watched_;  // folder -> its watch
};

}  // namespace coopmine
