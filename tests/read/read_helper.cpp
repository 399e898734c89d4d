#include "read/read_helper.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <limits>

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

namespace coopmine::test {

namespace fs = std::filesystem;

Folder::Folder() {
  path_ = (fs::temp_directory_path() / "coopmine-read-XXXXXX").string();
  REQUIRE(mkdtemp(path_.data()) != nullptr);
}

Folder::~Folder() { fs::remove_all(path_); }

std::string Folder::file(const std::string& name, std::string_view bytes) const {
  const fs::path target = path(name);
  fs::create_directories(target.parent_path());
  std::ofstream(target, std::ios::binary) << bytes;
  return target.string();
}

std::string Folder::relative(std::string text) const {
  const std::string prefix = path_ + "/";
  for (std::size_t at = text.find(prefix); at != std::string::npos; at = text.find(prefix)) text.erase(at, prefix.size());
  return text;
}

std::string gzip(std::string_view bytes) {
  z_stream stream{};
  REQUIRE(deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string zstd(std::string_view bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size = ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 3);
  REQUIRE(ZSTD_isError(size) == 0);
  out.resize(size);
  return out;
}

std::string utf16(std::string_view ascii, bool little) {
  std::string out;
  for (const char c : ascii) {
    if (!little) out += '\0';
    out += c;
    if (little) out += '\0';
  }
  return out;
}

StandardInput::StandardInput(std::string_view bytes) {
  std::string name = (fs::temp_directory_path() / "coopmine-stdin-XXXXXX").string();
  descriptor_ = mkstemp(name.data());
  REQUIRE(descriptor_ >= 0);
  fs::remove(name);
  REQUIRE(write(descriptor_, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
  REQUIRE(lseek(descriptor_, 0, SEEK_SET) == 0);
}

StandardInput::~StandardInput() { close(descriptor_); }

std::vector<InputItem> read_all(const std::vector<std::string>& paths, const ReadConfig& config) {
  std::vector<InputItem> items;
  ArticleSource source(paths, config);
  while (auto item = source.next()) items.push_back(std::move(*item));
  CHECK_FALSE(source.next().has_value());
  CHECK(source.inputs_begun() == source.inputs());
  return items;
}

Article read_one(const std::string& path, const ReadConfig& config) {
  std::vector<InputItem> items = read_all({path}, config);
  INFO(shown(items));
  REQUIRE(items.size() == 1);
  REQUIRE(std::holds_alternative<Article>(items.front()));
  return std::get<Article>(items.front());
}

std::string shown(const std::vector<InputItem>& items) {
  std::string out;
  for (const InputItem& item : items) {
    const auto* error = std::get_if<InputError>(&item);
    const auto* article = std::get_if<Article>(&item);
    if (error != nullptr) {
      out += "! " + place(*error) + ": " + error->message + (error->hint.empty() ? "" : " (" + error->hint + ")");
    } else {
      out += article->id + "|" + article->text;
    }
    out += "\n";
  }
  return out;
}

}  // namespace coopmine::test
