#include "cli/output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include <fmt/format.h>

namespace coopmine {
namespace {

constexpr std::size_t kPiece = std::size_t{64} << 10;

bool same_file(const struct stat& a, const struct stat& b) {
  return a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

}  // namespace

Output::Output(const std::string& path, WriteGate* gate) : gate_(gate) {
  if (path.empty() || path == "-") {
    name_ = "standard output";
    fd_ = STDOUT_FILENO;
  } else {
    name_ = path;
    fd_ = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
    owned_ = true;
  }
  struct stat status {};
  if (fd_ < 0 || ::fstat(fd_, &status) != 0) {
    throw OutputFailed(fmt::format("{}: can't be opened for writing: {}", name_, std::strerror(errno)));
  }
  terminal_ = ::isatty(fd_) == 1;
}

Output::~Output() {
  if (owned_ && fd_ >= 0) ::close(fd_);
}

bool Output::is_same_file(const std::string& path) const {
  struct stat mine {};
  struct stat other {};
  return ::fstat(fd_, &mine) == 0 && S_ISREG(mine.st_mode) && ::stat(path.c_str(), &other) == 0 &&
         same_file(mine, other);
}

void Output::start() {
  struct stat status {};
  if (!owned_ || ::fstat(fd_, &status) != 0 || !S_ISREG(status.st_mode)) return;
  if (::ftruncate(fd_, 0) != 0) fail(errno);
}

void Output::start_at(std::uint64_t size) {
  const auto end = static_cast<off_t>(size);
  if (::ftruncate(fd_, end) != 0 || ::lseek(fd_, end, SEEK_SET) != end) fail(errno);
}

bool Output::is_regular_file() const {
  struct stat status {};
  return ::fstat(fd_, &status) == 0 && S_ISREG(status.st_mode);
}

std::uint64_t Output::size() const {
  struct stat status {};
  return ::fstat(fd_, &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

void Output::write(std::string_view lines) {
  buffer_ += lines;
  if (terminal_ || buffer_.size() >= kPiece) flush();
}

void Output::flush() {
  if (gate_ == nullptr) return hand_over();
  const std::lock_guard lock(*gate_);
  hand_over();
}

void Output::sync() {
  flush();
  if (::fdatasync(fd_) != 0) fail(errno);
}

void Output::hand_over() {
  std::size_t done = 0;
  while (done < buffer_.size()) {
    const ssize_t wrote = ::write(fd_, buffer_.data() + done, buffer_.size() - done);
    if (wrote >= 0) {
      done += static_cast<std::size_t>(wrote);
    } else if (errno != EINTR) {
      const int error = errno;
      drop_partial_line(done);
      fail(error);
    }
  }
  buffer_.clear();
}

void Output::drop_partial_line(std::size_t written) {
  const std::size_t last = buffer_.rfind('\n', written == 0 ? 0 : written - 1);
  const std::size_t whole = written == 0 || last == std::string::npos ? 0 : last + 1;
  buffer_.clear();
  struct stat status {};
  if (whole == written || ::fstat(fd_, &status) != 0 || !S_ISREG(status.st_mode)) return;
  const off_t end = ::lseek(fd_, 0, SEEK_CUR) - static_cast<off_t>(written - whole);
  // The fault that brought us here is the one to report, whether or not this succeeds.
  if (::ftruncate(fd_, end) == 0) ::lseek(fd_, end, SEEK_SET);
}

void Output::fail(int error) {
  if (error == EPIPE) throw OutputClosed();
  throw OutputFailed(fmt::format("{}: can't be written: {}", name_, std::strerror(error)));
}

void Output::close() {
  flush();
  if (!owned_) return;
  const int fd = fd_;
  fd_ = -1;
  if (::close(fd) != 0) fail(errno);
}

}  // namespace coopmine
