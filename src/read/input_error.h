// What went wrong with an input.  The run goes on with the next article or input.
#pragma once

#include <cstddef>
#include <string>

namespace coopmine {

struct InputError {
  std::string input;     // the path as given, or "standard input"
  std::size_t line = 0;  // 1-based, of JSONL; 0: the whole input
  std::string message;
  std::string hint;      // what to do; may be empty
};

// "news.jsonl:12", or "news.txt" when it is the whole input.
[[nodiscard]] std::string place(const InputError& error);

}  // namespace coopmine
