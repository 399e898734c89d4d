#include "read/article_source.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "read/byte_source.h"
#include "read/digest.h"
#include "read/json_line.h"
#include "read/transcode.h"

namespace coopmine {
namespace {

constexpr std::size_t kChunk = 64 * 1024;
constexpr std::size_t kHead = 64;
// A line this many times the limit, and at least this long, ends its input.
constexpr std::size_t kSkippedLines = 64;
constexpr std::size_t kSkippedBytes = std::size_t{64} << 20U;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string shown_name(const std::string& path) { return path == kStandardInput ? "standard input" : path; }

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// `{` and then the quote of a key, behind a byte order mark and white space; or nothing at all, which is
// JSONL without a line.
bool begins_jsonl(std::string_view head) {
  if (head.starts_with(kByteOrderMark)) head.remove_prefix(kByteOrderMark.size());
  const auto skip_blanks = [&] {
    while (!head.empty() && is_blank(head.front())) head.remove_prefix(1);
  };
  skip_blanks();
  if (head.empty()) return true;
  if (!head.starts_with('{')) return false;
  head.remove_prefix(1);
  skip_blanks();
  return head.starts_with('"');
}

std::string in_megabytes(std::size_t bytes) {
  return bytes >= (std::size_t{1} << 20U) ? fmt::format("{} MB", bytes >> 20U) : fmt::format("{} bytes", bytes);
}

}  // namespace

// The open input as a buffer that grows on demand: whole, or line by line.
class ArticleSource::Lines {
 public:
  enum class Take { Line, TooLong, End };

  explicit Lines(std::unique_ptr<ByteSource> bytes) : bytes_(std::move(bytes)) {}

  [[nodiscard]] const std::string& fault() const { return endless_.empty() ? bytes_->fault() : endless_; }
  [[nodiscard]] std::size_t line() const { return line_; }
  void widen() { bytes_ = as_utf8(std::move(bytes_)); }

  // The first bytes, without reading them: no more than a writer who waits for us has sent.
  std::string_view head() {
    while (buffer_.size() < kHead && fill()) {
    }
    return buffer_;
  }

  // All that is left; false when it is more than `limit` bytes.
  bool take_all(std::size_t limit, std::string& out) {
    while (buffer_.size() <= limit && fill()) {
    }
    out = std::move(buffer_);
    buffer_.clear();
    return out.size() <= limit;
  }

  // A line without its end.  A last line that a fault cut off is not given.
  Take take_line(std::size_t limit, std::string& out) {
    std::size_t searched = at_;
    while (true) {
      const std::size_t end = buffer_.find('\n', searched);
      if (end != std::string::npos && end - at_ <= limit) {
        ++line_;
        out.assign(buffer_, at_, end - at_);
        at_ = end + 1;
        return Take::Line;
      }
      if (end != std::string::npos || buffer_.size() - at_ > limit) {
        ++line_;
        skip_line(limit);
        return Take::TooLong;
      }
      searched = buffer_.size() - at_;
      buffer_.erase(0, at_);
      at_ = 0;
      if (!fill()) break;
    }
    if (buffer_.empty() || !fault().empty()) {
      if (endless_.empty()) ++line_;
      return Take::End;
    }
    ++line_;
    out = std::move(buffer_);
    buffer_.clear();
    return Take::Line;
  }

 private:
  bool fill() {
    const std::size_t size = buffer_.size();
    buffer_.resize(size + kChunk);
    const std::size_t got = ended_ ? 0 : bytes_->read(buffer_.data() + size, kChunk);
    buffer_.resize(size + got);
    ended_ = ended_ || got == 0;
    return got > 0;
  }

  void skip_line(std::size_t limit) {
    const std::size_t most = std::max(limit * kSkippedLines, kSkippedBytes);
    std::size_t skipped = 0;
    while (true) {
      const std::size_t end = buffer_.find('\n', at_);
      if (end != std::string::npos) {
        at_ = end + 1;
        return;
      }
      skipped += buffer_.size() - at_;
      buffer_.clear();
      at_ = 0;
      if (skipped > most) {
        ended_ = true;
        endless_ = fmt::format("this line has no end within {}: nothing behind it was read", in_megabytes(most));
      }
      if (!fill()) return;
    }
  }

  std::unique_ptr<ByteSource> bytes_;
  std::string buffer_;
  std::size_t at_ = 0;  // of the next line in buffer_
  std::size_t line_ = 0;
  bool ended_ = false;
  std::string endless_;
};

ArticleSource::ArticleSource(const std::vector<std::string>& paths, ReadConfig config)
    : config_(std::move(config)), json_(config_.keep) {
  InputList list = list_inputs(paths, config_.recursive);
  paths_ = std::move(list.paths);
  errors_.assign(list.errors.begin(), list.errors.end());
}

ArticleSource::~ArticleSource() = default;

void ArticleSource::open_next() {
  path_ = paths_[begun_++];
  const bool standard = path_ == kStandardInput;
  lines_ = std::make_unique<Lines>(standard ? open_descriptor(config_.standard_input) : open_file(path_));
  switch (config_.format) {
    case InputFormat::Jsonl: is_jsonl_ = true; break;
    case InputFormat::Text: is_jsonl_ = false; break;
    case InputFormat::Auto:
      is_jsonl_ = standard ? lines_->fault().empty() && begins_jsonl(lines_->head()) : format_of_name(path_) == InputFormat::Jsonl;
      break;
  }
  if (is_jsonl_) lines_->widen();
}

std::optional<InputItem> ArticleSource::next() {
  while (true) {
    if (!errors_.empty()) {
      InputError error = std::move(errors_.front());
      errors_.pop_front();
      return error;
    }
    if (lines_ && is_jsonl_) {
      if (auto item = read_line()) return item;
      lines_.reset();
    }
    if (begun_ == paths_.size()) return std::nullopt;
    if (paths_[begun_] == kStandardInput && std::exchange(standard_input_read_, true)) {
      ++begun_;
      return InputError{shown_name(kStandardInput), 0, "can be read only once", "name it once"};
    }
    open_next();
    if (is_jsonl_) continue;
    InputItem item = read_text(shown_name(path_));
    lines_.reset();
    return item;
  }
}

InputItem ArticleSource::read_text(const std::string& shown) {
  std::string bytes;
  const bool fits = lines_->take_all(config_.max_article_bytes, bytes);
  if (!lines_->fault().empty()) return InputError{shown, 0, lines_->fault(), {}};
  if (!fits) {
    return InputError{shown, 0, fmt::format("longer than {}", in_megabytes(config_.max_article_bytes)),
                      "raise --max-article, or write several articles as JSONL, one a line, in a file named .jsonl"};
  }
  if (bytes.empty()) return InputError{shown, 0, "is empty", "an article has at least a word"};
  const std::string_view foreign = foreign_format(bytes);
  if (!foreign.empty()) return InputError{shown, 0, fmt::format("{}, not text", foreign), "turn it into text first"};
  Article article;
  article.id = path_;
  article.sha256 = sha256_hex(bytes);
  std::optional<Decoded> decoded = decode(std::move(bytes));
  if (!decoded) return InputError{shown, 0, "binary data, not text", "only text, JSONL, gzip and Zstandard are read"};
  article.text = std::move(decoded->text);
  article.encoding = std::move(decoded->encoding);
  article.replaced = decoded->replaced;
  return article;
}

std::optional<InputItem> ArticleSource::read_line() {
  std::string line;
  while (true) {
    const Lines::Take taken = lines_->take_line(config_.max_article_bytes, line);
    InputError error{shown_name(path_), lines_->line(), {}, {}};
    if (taken == Lines::Take::End) {
      if (lines_->fault().empty()) return std::nullopt;
      error.message = lines_->fault();
      lines_ = nullptr;
      return error;
    }
    if (taken == Lines::Take::TooLong) {
      error.message = fmt::format("a line longer than {}", in_megabytes(config_.max_article_bytes));
      error.hint = "raise --max-article if it is one article";
      return error;
    }
    if (lines_->line() == 1 && line.starts_with(kByteOrderMark)) line.erase(0, kByteOrderMark.size());
    if (std::all_of(line.begin(), line.end(), is_blank)) continue;
    Article article;
    if (!json_.read(line, article, error)) return error;
    if (article.id.empty()) article.id = fmt::format("{}:{}", path_, error.line);
    return article;
  }
}

}  // namespace coopmine
