#include "cli/console.h"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <utility>

#include <fmt/format.h>

#include "write/json.h"

namespace coopmine {
namespace {

constexpr std::string_view kBold = "\033[1m";
constexpr std::string_view kRed = "\033[1;31m";
constexpr std::string_view kPlain = "\033[0m";
constexpr std::string_view kEraseLine = "\r\033[K";

std::string printable_lines(std::string_view text) {
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return printable(text);
  return printable(text.substr(0, end)) + "\n" + printable_lines(text.substr(end + 1));
}

}  // namespace

bool use_color(ColorChoice choice, int fd) {
  if (choice != ColorChoice::Auto) return choice == ColorChoice::Always;
  const char* no_color = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  const bool dumb = term != nullptr && std::string_view(term) == "dumb";
  return (no_color == nullptr || *no_color == '\0') && !dumb && ::isatty(fd) == 1;
}

void write_quietly(int fd, std::string_view text) {
  while (!text.empty()) {
    const ssize_t wrote = ::write(fd, text.data(), text.size());
    if (wrote > 0) {
      text.remove_prefix(static_cast<std::size_t>(wrote));
    } else if (wrote == 0 || errno != EINTR) {
      return;
    }
  }
}

Console::Console(const ConsoleConfig& config)
    : config_(config),
      color_(use_color(config.color, STDERR_FILENO)),
      terminal_(::isatty(STDERR_FILENO) == 1) {}

void Console::line(std::string_view text) {
  status({});
  write_quietly(STDERR_FILENO, fmt::format("{}\n", text));
}

void Console::say(Level level, std::string_view where, std::string_view what, std::string_view hint) {
  static constexpr std::array<std::string_view, 3> kNames{"error", "warning", "note"};
  const std::string_view name = kNames[static_cast<std::size_t>(level)];
  if (config_.json) {
    JsonLine json;
    json.open_object();
    for (const auto& [key, value] : {std::pair{"level", name}, {"where", where}, {"message", what}, {"hint", hint}}) {
      json.key(key);
      value.empty() ? json.null() : json.string(value);
    }
    json.close_object();
    std::string text;
    json.finish(text);
    return write_quietly(STDERR_FILENO, text);
  }
  const std::string place = where.empty() ? std::string() : printable(where) + ": ";
  const std::string advice = hint.empty() ? std::string() : fmt::format(" ({})", printable(hint));
  const std::string_view kind = level == Level::Warning ? "warning: " : "";
  const bool red = color_ && level == Level::Error;
  line(fmt::format("{}coopmine:{} {}{}{}{}", red ? kRed : "", red ? kPlain : "", place, kind, printable(what), advice));
}

void Console::error(std::string_view where, std::string_view what, std::string_view hint) {
  say(Level::Error, where, what, hint);
}

void Console::warning(std::string_view where, std::string_view what, std::string_view hint) {
  if (!config_.quiet) say(Level::Warning, where, what, hint);
}

void Console::note(std::string_view where, std::string_view what) {
  if (config_.verbose && !config_.quiet) say(Level::Note, where, what, {});
}

void Console::report(std::string_view words, std::string_view json) {
  if (!config_.quiet) line(config_.json ? std::string(json) : fmt::format("coopmine: {}", printable(words)));
}

void Console::faults(const Diagnostics& diagnostics) {
  for (const Diagnostic& fault : diagnostics.errors()) {
    if (config_.json) {
      const std::string column = fault.column == 0 ? "" : fmt::format(":{}", fault.column);
      const std::string place = fault.line == 0 ? fault.file : fmt::format("{}:{}{}", fault.file, fault.line, column);
      say(Level::Error, place, fault.message, fault.hint);
      continue;
    }
    std::string text = printable_lines(format(fault));
    const std::size_t end = text.find('\n');
    if (color_) {
      text.insert(end == std::string::npos ? text.size() : end, kPlain);
      text.insert(0, kBold);
    }
    line(text);
  }
}

void Console::status(std::string_view text) {
  if (!terminal_ || (text.empty() && !status_shown_)) return;
  write_quietly(STDERR_FILENO, fmt::format("{}{}", kEraseLine, text));
  status_shown_ = !text.empty();
}

}  // namespace coopmine
