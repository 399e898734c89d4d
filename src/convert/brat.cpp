#include "convert/brat.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include "base/utf8.h"
#include "convert/brat_lines.h"

namespace fs = std::filesystem;

namespace coopmine {
namespace {

constexpr std::size_t kLongestName = 120;  // bytes, without ending

std::u32string code_points(std::string_view utf8) {
  std::u32string out;
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint point = code_point_at(utf8, at);
    out += point.value;
    at += point.bytes;
  }
  return out;
}

// A plain file name for an article, without ending.
std::string file_name(const std::string& id) {
  const std::string last = id.substr(id.rfind('/') + 1);
  std::string out;
  for (const char c : last.ends_with(".txt") ? last.substr(0, last.size() - 4) : last) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '.';
    out += plain ? c : '_';
  }
  if (out.size() > kLongestName) out.erase(0, out.size() - kLongestName);
  if (const std::size_t start = out.find_first_not_of("._"); start != std::string::npos) out.erase(0, start);
  return out.empty() ? "article" : out;
}

class Brat : public Converter {
 public:
  Brat(const std::string& folder, ArticleFinder articles) : folder_(folder), articles_(std::move(articles)) {
    std::error_code error;
    fs::create_directories(folder_, error);
    if (error) throw ConvertFailed(fmt::format("{}: can't be made: {}", folder, error.message()));
    if (!fs::is_empty(folder_, error)) throw ConvertFailed(fmt::format("{}: is not empty (name a new folder)", folder));
    put("annotation.conf", brat_configuration());
  }

  void add(const CommitmentRecord& record) override {
    if (!open_ || record.doc.id != doc_) begin(record.doc);
    if (lines_) lines_->add(record);
  }

  void finish() override {
    end();
    articles_({}, [&](const ArticleText& article) { write(article, {}); });
  }

 private:
  void begin(const RecordDoc& doc) {
    end();
    open_ = true;
    doc_ = doc.id;
    auto article = articles_(doc, [&](const ArticleText& other) { write(other, {}); });
    if (!article) return lose("articles left out: their text was not found");
    if (!article->sha256.empty() && !doc.sha256.empty() && article->sha256 != doc.sha256) {
      return lose("articles left out: their text is not the one that the records were made from");
    }
    article_ = std::move(*article);
    lines_.emplace(code_points(article_.text));
  }

  void end() {
    if (lines_) write(article_, lines_->lines());
    lines_.reset();
  }

  void write(const ArticleText& article, const std::string& annotation) {
    const std::string name = free_name(file_name(article.id));
    put(name + ".txt", article.text);
    put(name + ".ann", annotation);
  }

  [[nodiscard]] std::string free_name(const std::string& name) const {
    std::string free = name;
    for (int n = 2; fs::exists(fs::path(folder_) / (free + ".txt")); ++n) free = fmt::format("{}-{}", name, n);
    return free;
  }

  void put(const std::string& name, const std::string& text) const {
    const fs::path path = fs::path(folder_) / name;
    std::ofstream out(path, std::ios::binary);
    out << text;
    out.close();
    if (!out) throw ConvertFailed(fmt::format("{}: can't be written: {}", path.string(), std::strerror(errno)));
  }

  std::string folder_;
  ArticleFinder articles_;
  bool open_ = false;
  std::string doc_;
  ArticleText article_;
  std::optional<BratLines> lines_;
};

}  // namespace

std::unique_ptr<Converter> brat_converter(const std::string& folder, ArticleFinder articles) {
  return std::make_unique<Brat>(folder, std::move(articles));
}

}  // namespace coopmine
