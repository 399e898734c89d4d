#include "cli/help.h"

#include <algorithm>
#include <sstream>
#include <vector>

#include <fmt/format.h>

namespace coopmine {
namespace {

constexpr std::size_t kIndent = 2;
constexpr std::size_t kColumn = 30;  // where descriptions begin
constexpr std::size_t kWidth = 80;

// `text` broken into lines that fit from kColumn to kWidth.
std::string wrapped(const std::string& text) {
  std::istringstream words(text);
  std::string out;
  std::string word;
  std::size_t at = kColumn;
  while (words >> word) {
    const bool first = at == kColumn;
    if (!first && at + 1 + word.size() > kWidth) {
      out += "\n" + std::string(kColumn, ' ');
      at = kColumn;
    } else if (!first) {
      out += ' ';
      ++at;
    }
    out += word;
    at += word.size();
  }
  return out;
}

std::string row(const std::string& left, const std::string& description) {
  const std::string head = std::string(kIndent, ' ') + left;
  const bool fits = head.size() + 2 <= kColumn;
  const std::string gap =
      fits ? std::string(kColumn - head.size(), ' ') : "\n" + std::string(kColumn, ' ');
  return head + gap + wrapped(description) + "\n";
}

// "-o, --output FILE"; long names alone are set under the others.
std::string option_head(const CLI::Option& option) {
  std::string out;
  for (const std::string& name : option.get_snames()) out += fmt::format("{}-{}", out.empty() ? "" : ", ", name);
  if (out.empty()) out = "  ";
  for (const std::string& name : option.get_lnames()) out += fmt::format("{}--{}", out == "  " ? "  " : ", ", name);
  if (option.get_type_size() != 0) out += " " + option.get_type_name();
  return out;
}

std::string usage(const CLI::App& app, const std::string& name) {
  std::string out = fmt::format("Usage: {}", name);
  if (!app.get_subcommands({}).empty()) return out + " COMMAND [options] ...\n";
  out += " [options]";
  for (const CLI::Option* option : app.get_options()) {
    if (!option->get_positional()) continue;
    const bool many = option->get_expected_max() > 1;
    out += fmt::format(" [{}{}]", option->get_name(true, false), many ? "..." : "");
  }
  return out + "\n";
}

}  // namespace

std::string HelpWriter::make_help(const CLI::App* app, std::string name, CLI::AppFormatMode) const {
  const std::string path =
      app->get_parent() == nullptr ? name : app->get_parent()->get_name() + " " + app->get_name();
  std::string out = fmt::format("{} - {}\n\n{}", path, app->get_description(), usage(*app, path));
  const auto commands = app->get_subcommands([](const CLI::App*) { return true; });
  if (!commands.empty()) {
    out += "\nCommands:\n";
    for (const CLI::App* command : commands) out += row(command->get_name(), command->get_description());
  }
  std::string inputs;
  std::string options;
  for (const CLI::Option* option : app->get_options()) {
    if (option->get_positional()) {
      inputs += row(option->get_name(true, false), option->get_description());
    } else {
      options += row(option_head(*option), option->get_description());
    }
  }
  if (!inputs.empty()) out += "\nInput:\n" + inputs;
  out += "\nOptions:\n" + options;
  if (!app->get_footer().empty()) out += "\n" + app->get_footer() + "\n";
  return out;
}

}  // namespace coopmine
