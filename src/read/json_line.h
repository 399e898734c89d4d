// One line of JSONL -> Article.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/article.h"
#include "read/input_error.h"

namespace coopmine {

// Reads lines one after another; not for several threads at once.
//
// Keys: `text` (a string, wanted), `id`, `date`, `title`, `url`, `lang` (strings or numbers; null is as if
// missing).  Any other key is skipped, or put into Article::kept as raw JSON when it is in `keep`.  A key
// that is read may stand only once.
class JsonLineReader {
 public:
  explicit JsonLineReader(std::vector<std::string> keep);
  ~JsonLineReader();

  // False, with `error.message` and `error.hint` filled in, when the line is no article.  Invalid UTF-8 and
  // lone surrogates become U+FFFD, counted in Article::replaced.  `line` may be altered.
  [[nodiscard]] bool read(std::string& line, Article& article, InputError& error);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace coopmine
