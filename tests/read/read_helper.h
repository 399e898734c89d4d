// Files to read, and what reading them gives.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "read/article_source.h"

namespace coopmine::test {

// A folder of its own that is gone at the end.
class Folder {
 public:
  Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder();

  // Writes a file, folders on the way included; its path.
  std::string file(const std::string& name, std::string_view bytes) const;
  [[nodiscard]] std::string path(const std::string& name) const { return path_ + "/" + name; }
  // `text` without the folder's path.
  [[nodiscard]] std::string relative(std::string text) const;

 private:
  std::string path_;
};

[[nodiscard]] std::string gzip(std::string_view bytes);
[[nodiscard]] std::string zstd(std::string_view bytes);
// UTF-16 of ASCII text, little-endian or big-endian, without a mark.
[[nodiscard]] std::string utf16(std::string_view ascii, bool little);

// What a file descriptor gives that holds `bytes`.
class StandardInput {
 public:
  explicit StandardInput(std::string_view bytes);
  StandardInput(const StandardInput&) = delete;
  StandardInput& operator=(const StandardInput&) = delete;
  ~StandardInput();
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

[[nodiscard]] std::vector<InputItem> read_all(const std::vector<std::string>& paths, const ReadConfig& config = {});
// The one article that `paths` give.
[[nodiscard]] Article read_one(const std::string& path, const ReadConfig& config = {});
// Each item on a line: "id|text" of an article, "! place: message (hint)" of an error.
[[nodiscard]] std::string shown(const std::vector<InputItem>& items);

}  // namespace coopmine::test
