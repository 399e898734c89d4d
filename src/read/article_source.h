// Inputs -> articles, one at a time.
//
//     ArticleSource source({"a.txt", "b.jsonl.gz", "-"}, {});
//     while (auto item = source.next()) {
//       if (const auto* error = std::get_if<InputError>(&*item)) std::cerr << error->message << '\n';
//       else extract(std::get<Article>(*item));
//     }
//
// A file is one article; JSONL is one article a line (see json_line.h), an empty line none.  Which of the
// two: by its name, or as `format` says; standard input is JSONL when it begins with an object that has
// a key, or is empty.  Order is that of the inputs.  An input that fails gives an error in its place, and the run goes
// on: in JSONL with the next line, elsewhere with the next input.
//
// Memory: one article, never more than a few times `max_article_bytes`, however much a compressed file
// unpacks to.  A line that is longer is an error and is skipped; one that has no end within 64 times as
// much (and 64 MB) ends its input.
#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/article.h"
#include "read/input_error.h"
#include "read/inputs.h"
#include "read/json_line.h"

namespace coopmine {

struct ReadConfig {
  InputFormat format = InputFormat::Auto;
  bool recursive = false;
  std::size_t max_article_bytes = std::size_t{16} << 20U;  // of a file's text, or of a line of JSONL
  std::vector<std::string> keep;                           // keys of JSONL to carry through
  int standard_input = 0;                                  // the descriptor that "-" reads
};

using InputItem = std::variant<Article, InputError>;

class ArticleSource {
 public:
  ArticleSource(const std::vector<std::string>& paths, ReadConfig config);
  ~ArticleSource();

  // What comes next, or nullopt at the end of all inputs.
  [[nodiscard]] std::optional<InputItem> next();
  // Inputs opened so far, and how many there are, for a progress display.
  [[nodiscard]] std::size_t inputs_begun() const { return begun_; }
  [[nodiscard]] std::size_t inputs() const { return paths_.size(); }

 private:
  class Lines;
  [[nodiscard]] InputItem read_text(const std::string& shown);
  [[nodiscard]] std::optional<InputItem> read_line();
  void open_next();

  ReadConfig config_;
  std::vector<std::string> paths_;
  std::deque<InputError> errors_;  // found before anything was read
  std::size_t begun_ = 0;
  std::string path_;               // of the input that is open
  std::unique_ptr<Lines> lines_;   // the bytes of the input that is open
  bool is_jsonl_ = false;
  JsonLineReader json_;
  bool standard_input_read_ = false;
};

}  // namespace coopmine
