#include "cli/generate.h"

#include <sstream>
#include <vector>

#include <fmt/format.h>

namespace coopmine {
namespace {

std::vector<const CLI::App*> commands(const CLI::App& root) {
  return root.get_subcommands([](const CLI::App*) { return true; });
}

std::vector<const CLI::Option*> options(const CLI::App& app) {
  std::vector<const CLI::Option*> named;
  for (const CLI::Option* option : app.get_options()) {
    if (!option->get_positional()) named.push_back(option);
  }
  return named;
}

bool takes_value(const CLI::Option& option) { return !option.get_type_name().empty(); }

// "-o --output".
std::string names(const CLI::Option& option) {
  std::string out;
  for (const std::string& name : option.get_snames()) out += fmt::format("{}-{}", out.empty() ? "" : " ", name);
  for (const std::string& name : option.get_lnames()) out += fmt::format("{}--{}", out.empty() ? "" : " ", name);
  return out;
}

std::string all_names(const CLI::App& app) {
  std::string out;
  for (const CLI::Option* option : options(app)) out += (out.empty() ? "" : " ") + names(*option);
  return out;
}

std::string replaced(const std::string& text, char what, std::string_view by) {
  std::string out;
  for (const char c : text) c == what ? out += by : out += c;
  return out;
}

// Words of a man page: no backslash, hyphen or first character means more than itself.
std::string roff(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  return out.starts_with('.') || out.starts_with('\'') ? "\\&" + out : out;
}

void man_options(const CLI::App& app, std::string& out) {
  for (const CLI::Option* option : app.get_options()) {
    std::string head = option->get_positional() ? option->get_name(true, false) : replaced(names(*option), ' ', ", ");
    head = fmt::format("\\fB{}\\fR", roff(head));
    if (!option->get_positional() && takes_value(*option)) head += fmt::format(" \\fI{}\\fR", roff(option->get_type_name()));
    out += fmt::format(".TP\n{}\n{}\n", head, roff(option->get_description()));
  }
}

// A footer of help: paragraphs; lines that are set in are shown as they are.
void man_footer(const std::string& footer, std::string& out) {
  std::istringstream lines(footer);
  bool shown = false;
  for (std::string line; std::getline(lines, line);) {
    const bool as_is = line.starts_with("  ");
    if (as_is != shown) out += as_is ? ".PP\n.nf\n" : ".fi\n";
    shown = as_is;
    out += line.empty() ? ".PP\n" : roff(as_is ? line.substr(2) : line) + "\n";
  }
  if (shown) out += ".fi\n";
}

void man_synopsis(const CLI::App& command, std::string& out) {
  out += fmt::format(".B coopmine {}\n[options]", roff(command.get_name()));
  for (const CLI::Option* option : command.get_options()) {
    if (option->get_positional()) out += fmt::format(" [\\fI{}\\fR]", roff(option->get_name(true, false)));
  }
  out += "\n.br\n";
}

// "coopmine-extract(1)" of all, with commas.
std::string man_names(const CLI::App& root) {
  std::string out;
  for (const CLI::App* command : commands(root)) {
    out += fmt::format("{}.BR coopmine\\-{} (1)", out.empty() ? "" : ",\n", roff(command->get_name()));
  }
  return out + "\n";
}

// The page of one command.
std::string man_of(const CLI::App& root, const CLI::App& command) {
  std::string title = "COOPMINE-" + command.get_name();
  for (char& c : title) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  const std::string name = roff(command.get_name());
  std::string out = fmt::format(".TH {} 1 \"\" \"coopmine {}\"\n.SH NAME\ncoopmine\\-{} \\- {}\n.SH SYNOPSIS\n", roff(title), COOPMINE_VERSION,
                                name, roff(command.get_description()));
  man_synopsis(command, out);
  out += ".SH OPTIONS\n";
  man_options(command, out);
  out += ".SH NOTES\n";
  man_footer(command.get_footer(), out);
  return out + ".SH SEE ALSO\n.BR coopmine (1),\n" + man_names(root);
}

std::string man(const CLI::App& root) {
  std::string out = fmt::format(".TH COOPMINE 1 \"\" \"coopmine {0}\"\n.SH NAME\ncoopmine \\- {1}\n.SH SYNOPSIS\n",
                                COOPMINE_VERSION, roff(root.get_description()));
  for (const CLI::App* command : commands(root)) man_synopsis(*command, out);
  out += ".SH OPTIONS\n";
  man_options(root, out);
  for (const CLI::App* command : commands(root)) {
    out += fmt::format(".SH coopmine {}\n{}\n", roff(command->get_name()), roff(command->get_description()));
    man_options(*command, out);
    out += ".PP\n";
    man_footer(command->get_footer(), out);
  }
  out += ".SH NOTES\n";
  man_footer(root.get_footer(), out);
  return out + ".SH SEE ALSO\n" + man_names(root);
}

std::string bash(const CLI::App& root) {
  std::string names_of_commands;
  std::string cases;
  for (const CLI::App* command : commands(root)) {
    names_of_commands += command->get_name() + " ";
    cases += fmt::format("    {}) options=\"{}\" ;;\n", command->get_name(), all_names(*command));
  }
  return fmt::format(R"(_coopmine() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} options=
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "{}{}" -- "$word"))
    return
  fi
  case ${{COMP_WORDS[1]}} in
{}  esac
  COMPREPLY=()
  [[ $word != -* ]] || COMPREPLY=($(compgen -W "$options" -- "$word"))
}}
complete -o default -F _coopmine coopmine
)",
                     names_of_commands, all_names(root), cases);
}

std::string in_quotes(const std::string& text) { return "'" + replaced(text, '\'', "'\\''") + "'"; }

std::string zsh(const CLI::App& root) {
  std::string out = "#compdef coopmine\n_coopmine() {\n  local -a commands=(\n";
  for (const CLI::App* command : commands(root)) {
    out += fmt::format("    {}\n", in_quotes(command->get_name() + ":" + command->get_description()));
  }
  out += "  )\n  if (( CURRENT == 2 )); then\n    _describe command commands\n    return\n  fi\n  case $words[2] in\n";
  for (const CLI::App* command : commands(root)) {
    out += fmt::format("    {}) _arguments", command->get_name());
    for (const CLI::Option* option : options(*command)) {
      std::string description = replaced(option->get_description(), ']', "\\]");
      description = replaced(replaced(description, '[', "\\["), ':', "\\:");
      std::istringstream each(names(*option));
      for (std::string name; each >> name;) {
        const std::string value = takes_value(*option) ? fmt::format(":{}:_files", option->get_type_name()) : "";
        out += " \\\n      " + in_quotes(fmt::format("*{}[{}]{}", name, description, value));
      }
    }
    out += " \\\n      '*:file:_files' ;;\n";
  }
  return out + "  esac\n}\n_coopmine \"$@\"\n";
}

std::string fish(const CLI::App& root) {
  std::string out;
  const auto add = [&out](const std::string& when, const CLI::Option& option) {
    out += "complete -c coopmine -n " + in_quotes(when);
    for (const std::string& name : option.get_snames()) out += " -s " + name;
    for (const std::string& name : option.get_lnames()) out += " -l " + name;
    out += fmt::format("{} -d {}\n", takes_value(option) ? " -r" : "", in_quotes(option.get_description()));
  };
  for (const CLI::Option* option : options(root)) add("__fish_use_subcommand", *option);
  for (const CLI::App* command : commands(root)) {
    out += fmt::format("complete -c coopmine -n __fish_use_subcommand -f -a {} -d {}\n", command->get_name(),
                       in_quotes(command->get_description()));
    for (const CLI::Option* option : options(*command)) {
      add("__fish_seen_subcommand_from " + command->get_name(), *option);
    }
  }
  return out;
}

}  // namespace

std::optional<std::string> generated(const CLI::App& root, const std::string& what) {
  if (what == "man") return man(root);
  for (const CLI::App* command : commands(root)) {
    if (what == "man-" + command->get_name()) return man_of(root, *command);
  }
  if (what == "bash") return bash(root);
  if (what == "zsh") return zsh(root);
  if (what == "fish") return fish(root);
  return std::nullopt;
}

}  // namespace coopmine
