// Standard error: messages for people, one line each, or for machines, one JSON object each.
//
//     console.error("a.txt", "no such file", "check the path");
//
//     coopmine: a.txt: no such file (check the path)
//     {"level":"error","where":"a.txt","message":"no such file","hint":"check the path"}
//
// What is said may quote names and words of anybody: control characters never leave as they are.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/printable.h"

namespace coopmine {

enum class ColorChoice { Auto, Always, Never };

// Whether to colour what goes to the file descriptor: `choice`, and for Auto only a terminal, without
// NO_COLOR in the environment and not with TERM=dumb.
[[nodiscard]] bool use_color(ColorChoice choice, int fd);

// Writes to the file descriptor until all is written or it takes no more; nobody is left to be told.
void write_quietly(int fd, std::string_view text);

struct ConsoleConfig {
  ColorChoice color = ColorChoice::Auto;
  bool quiet = false;    // only errors
  bool verbose = false;  // notes too
  bool json = false;     // for machines
};

class Console {
 public:
  explicit Console(const ConsoleConfig& config);

  // `where`: file, or file and line; may be empty.  `hint`: what to do; may be empty.
  void error(std::string_view where, std::string_view what, std::string_view hint = {});
  void warning(std::string_view where, std::string_view what, std::string_view hint = {});
  // Said with `verbose` only.
  void note(std::string_view where, std::string_view what);
  // Said unless `quiet`: as words, or as the JSON object that stands for them.
  void report(std::string_view words, std::string_view json);
  void faults(const Diagnostics& diagnostics);

  [[nodiscard]] const ConsoleConfig& config() const { return config_; }
  [[nodiscard]] bool is_terminal() const { return terminal_; }
  // A status that stays on the last line of a terminal until the next message; "" takes it away.
  // On anything but a terminal nothing is written.
  void status(std::string_view text);

 private:
  enum class Level { Error, Warning, Note };
  void say(Level level, std::string_view where, std::string_view what, std::string_view hint);
  void line(std::string_view text);

  ConsoleConfig config_;
  bool color_ = false;
  bool terminal_ = false;
  bool status_shown_ = false;
};

}  // namespace coopmine
