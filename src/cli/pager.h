// Shows text through the reader's pager: $PAGER, or less -R.
//
//     Pager pager;
//     pager.write(text);
//     pager.close();     // waits until the reader is done
#pragma once

#include <sys/types.h>

#include <stdexcept>
#include <string>
#include <string_view>

namespace coopmine {

// The pager can't be started; what() says what to do.
struct PagerFailed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class Pager {
 public:
  // Whether to use one at all: on a terminal, unless PAGER is set to nothing or to cat.
  [[nodiscard]] static bool is_wanted();

  Pager();  // throws PagerFailed
  Pager(const Pager&) = delete;
  Pager& operator=(const Pager&) = delete;
  ~Pager();

  // False once the reader has left.
  bool write(std::string_view text);
  // Throws PagerFailed when there was no such program.
  void close();

 private:
  int finish();

  std::string command_;
  int to_ = -1;
  pid_t child_ = -1;
};

}  // namespace coopmine
