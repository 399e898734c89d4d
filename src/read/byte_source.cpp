// Layers: descriptor -> Peeked (looks at the first bytes) -> Gunzip or Unzstd.
#include "read/byte_source.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

namespace coopmine {
namespace {

constexpr std::size_t kBuffer = 64 * 1024;
constexpr std::size_t kMagic = 4;

std::string system_message(int error) { return std::generic_category().message(error); }

class Descriptor : public ByteSource {
 public:
  Descriptor(int descriptor, bool owned) : descriptor_(descriptor), owned_(owned) {}
  explicit Descriptor(const std::string& path)
      : descriptor_(open(path.c_str(), O_RDONLY | O_CLOEXEC)), owned_(true) {
    if (descriptor_ < 0) fail(fmt::format("can't be opened: {}", system_message(errno)));
  }
  ~Descriptor() override {
    if (owned_ && descriptor_ >= 0) close(descriptor_);
  }

  std::size_t read(char* into, std::size_t size) override {
    while (fault().empty()) {
      const ssize_t got = ::read(descriptor_, into, size);
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno != EINTR) fail(fmt::format("can't be read: {}", system_message(errno)));
    }
    return 0;
  }

 private:
  int descriptor_;
  bool owned_;
};

// Another source of which the first bytes can be looked at before they are read.
class Peeked : public ByteSource {
 public:
  explicit Peeked(std::unique_ptr<ByteSource> below) : below_(std::move(below)) {
    while (length_ < head_.size()) {
      const std::size_t got = below_->read(head_.data() + length_, head_.size() - length_);
      if (got == 0) break;
      length_ += got;
    }
  }
  [[nodiscard]] std::string_view head() const { return {head_.data(), length_}; }

  std::size_t read(char* into, std::size_t size) override {
    if (given_ < length_) {
      const std::size_t count = std::min(size, length_ - given_);
      std::copy_n(head_.data() + given_, count, into);
      given_ += count;
      return count;
    }
    const std::size_t got = below_->read(into, size);
    if (got == 0) fail(below_->fault());
    return got;
  }

 private:
  std::unique_ptr<ByteSource> below_;
  std::array<char, kMagic> head_{};
  std::size_t length_ = 0;
  std::size_t given_ = 0;
};

// What the decompressors share: a buffer of packed bytes.
class Unpacker : public ByteSource {
 public:
  explicit Unpacker(std::unique_ptr<ByteSource> below) : packed_(kBuffer), below_(std::move(below)) {}

 protected:
  // More packed bytes when all are used up; false at their end.
  bool refill() {
    if (begin_ < end_) return true;
    begin_ = 0;
    end_ = below_->read(packed_.data(), packed_.size());
    if (end_ == 0) below_fault_ = below_->fault();
    return end_ != 0;
  }
  void fail_truncated() {
    fail(below_fault_.empty() ? "the compressed data ends too early" : below_fault_);
  }
  std::vector<char> packed_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::string below_fault_;

 private:
  std::unique_ptr<ByteSource> below_;
};

class Gunzip : public Unpacker {
 public:
  explicit Gunzip(std::unique_ptr<ByteSource> below) : Unpacker(std::move(below)) {
    constexpr int kGzipOnly = 15 + 16;
    if (inflateInit2(&stream_, kGzipOnly) != Z_OK) fail("zlib can't start");
  }
  ~Gunzip() override { inflateEnd(&stream_); }

  std::size_t read(char* into, std::size_t size) override {
    std::size_t made = 0;
    while (fault().empty() && made == 0) {
      if (!holds_output_ && !refill()) {
        if (!between_members_ || !below_fault_.empty()) fail_truncated();
        break;
      }
      if (between_members_) begin_member();
      if (!between_members_) made = step(into, size);
    }
    return made;
  }

 private:
  // Members stand one after another; zeros may pad the last one.
  void begin_member() {
    while (members_ > 0 && begin_ < end_ && packed_[begin_] == '\0') ++begin_;
    if (begin_ == end_) return;
    between_members_ = false;
    if (members_ > 0) inflateReset(&stream_);
  }

  std::size_t step(char* into, std::size_t size) {
    stream_.next_in = reinterpret_cast<Bytef*>(packed_.data() + begin_);
    stream_.avail_in = static_cast<uInt>(end_ - begin_);
    stream_.next_out = reinterpret_cast<Bytef*>(into);
    stream_.avail_out = static_cast<uInt>(std::min(size, kBuffer));
    const uInt room = stream_.avail_out;
    const int result = inflate(&stream_, Z_NO_FLUSH);
    begin_ = end_ - stream_.avail_in;
    holds_output_ = result == Z_OK && stream_.avail_out == 0;
    if (result == Z_STREAM_END) {
      between_members_ = true;
      ++members_;
    } else if (result != Z_OK && result != Z_BUF_ERROR) {
      fail(members_ > 0 ? "other data follows the compressed data" : "the compressed data is damaged");
    }
    return room - stream_.avail_out;
  }

  z_stream stream_{};
  bool between_members_ = true;
  bool holds_output_ = false;  // zlib has more to give without new input
  int members_ = 0;
};

class Unzstd : public Unpacker {
 public:
  explicit Unzstd(std::unique_ptr<ByteSource> below)
      : Unpacker(std::move(below)), stream_(ZSTD_createDStream(), &ZSTD_freeDStream) {
    if (!stream_) fail("Zstandard can't start");
  }

  std::size_t read(char* into, std::size_t size) override {
    ZSTD_outBuffer out{into, size, 0};
    while (fault().empty() && out.pos == 0) {
      if (!holds_output_ && !refill()) {
        if (inside_frame_ || !below_fault_.empty()) fail_truncated();
        break;
      }
      ZSTD_inBuffer in{packed_.data() + begin_, end_ - begin_, 0};
      const std::size_t result = ZSTD_decompressStream(stream_.get(), &out, &in);
      begin_ += in.pos;
      if (ZSTD_isError(result) != 0) {
        fail(fmt::format("the compressed data is damaged: {}", ZSTD_getErrorName(result)));
      }
      inside_frame_ = result != 0;
      holds_output_ = inside_frame_ && out.pos == out.size;
    }
    return out.pos;
  }

 private:
  std::unique_ptr<ZSTD_DStream, std::size_t (*)(ZSTD_DStream*)> stream_;
  bool inside_frame_ = false;
  bool holds_output_ = false;  // the library has more to give without new input
};

bool is_gzip(std::string_view head) { return head.substr(0, 2) == "\x1F\x8B"; }

// A frame, or a frame to be skipped (0x184D2A50 to 5F).
bool is_zstd(std::string_view head) {
  if (head.substr(0, 4) == "\x28\xB5\x2F\xFD") return true;
  return head.size() == 4 && (static_cast<unsigned char>(head[0]) & 0xF0U) == 0x50U &&
         head.substr(1) == "\x2A\x4D\x18";
}

std::unique_ptr<ByteSource> unpacked(std::unique_ptr<ByteSource> below) {
  auto peeked = std::make_unique<Peeked>(std::move(below));
  const std::string_view head = peeked->head();
  if (is_gzip(head)) return std::make_unique<Gunzip>(std::move(peeked));
  if (is_zstd(head)) return std::make_unique<Unzstd>(std::move(peeked));
  return peeked;
}

}  // namespace

std::unique_ptr<ByteSource> open_file(const std::string& path) {
  return unpacked(std::make_unique<Descriptor>(path));
}

std::unique_ptr<ByteSource> open_descriptor(int descriptor) {
  return unpacked(std::make_unique<Descriptor>(descriptor, false));
}

std::optional<std::string> read_file(const std::string& path, const std::string& hint, Diagnostics& faults) {
  constexpr std::size_t kChunk = std::size_t{64} << 10U;
  const auto file = open_file(path);
  std::string bytes, chunk(kChunk, '\0');
  while (const std::size_t got = file->read(chunk.data(), chunk.size())) bytes.append(chunk, 0, got);
  if (file->fault().empty()) return bytes;
  Diagnostic fault;
  fault.file = path;
  fault.message = file->fault();
  fault.hint = hint;
  faults.error(fault);
  return std::nullopt;
}

std::string_view foreign_format(std::string_view head) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kFormats{{
      {"%PDF-", "a PDF document"},
      {"PK\x03\x04", "a ZIP archive or an office document"},
      {"BZh91AY&SY", "compressed with bzip2"},
      {"\xFD" "7zXZ", "compressed with xz"},
      {"7z\xBC\xAF", "a 7z archive"},
      {"\x89PNG", "a PNG image"},
      {"\xFF\xD8\xFF", "a JPEG image"},
      {"\x7F" "ELF", "a program"},
  }};
  for (const auto& [magic, what] : kFormats)
    if (head.starts_with(magic)) return what;
  return {};
}

}  // namespace coopmine
