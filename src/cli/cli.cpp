#include "cli/cli.h"

#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <functional>
#include <iterator>
#include <new>
#include <vector>

#include <fmt/format.h>

#include "cli/command.h"
#include "cli/generate.h"
#include "cli/help.h"
#include "cli/output.h"
#include "cli/version.h"

namespace coopmine {
namespace {

void print(const std::string& text) {
  Output output("");
  output.write(text);
  output.close();
}

// "coopmine extract" of the subcommand that was asked for.
std::string asked_command(const CLI::App& root) {
  const auto parsed = root.get_subcommands();
  return parsed.empty() ? "coopmine" : "coopmine " + parsed.front()->get_name();
}

std::string with_hint(const std::string& word, const std::vector<std::string>& known,
                      const std::string& help) {
  const std::string near = nearest(word, known);
  return near.empty() ? help : fmt::format("did you mean '{}'?", near);
}

// The message for what CLI11 did not understand.
std::string explain(const CLI::App& root, const CLI::ParseError& error) {
  const std::string help = fmt::format("see {} -h", asked_command(root));
  const std::vector<std::string> extra = root.remaining(true);
  if (dynamic_cast<const CLI::ExtrasError*>(&error) == nullptr || extra.empty()) {
    return fmt::format("{} ({})", error.what(), help);
  }
  const std::string& word = extra.front();
  if (word.empty() || word.front() != '-') {
    return fmt::format("'{}' was not expected here ({})", word, help);
  }
  const CLI::App& asked = root.get_subcommands().empty() ? root : *root.get_subcommands().front();
  std::vector<std::string> known;
  for (const CLI::Option* option : asked.get_options()) {
    for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
  }
  return fmt::format("unknown option '{}' ({})", word, with_hint(word, known, help));
}

// Does `what`; says what it throws.  The exit code.
int guarded(Console& console, const std::function<int()>& what) {
  try {
    return what();
  } catch (const OutputClosed&) {
    return kDone;
  } catch (const RulesWrong&) {
    return kWrong;
  } catch (const std::bad_alloc&) {
    console.error("", "out of memory", "give it less at once: -j 1, a smaller --max-article");
  } catch (const std::exception& error) {
    console.error("", error.what());
  }
  return kWrong;
}

class CommandLine {
 public:
  CommandLine() : root_("finds cooperation commitments in news and writes them as JSON lines", "coopmine") {
    root_.formatter(std::make_shared<HelpWriter>());
    root_.option_defaults()->always_capture_default(false);
    root_.set_help_flag("-h,--help", "shows this help and ends");
    root_.add_flag("--version", version_, "shows the versions of the program, its libraries and rules");
    root_.add_option("--generate", generate_, "writes a man page (man, man-COMMAND) or the completions of a shell (bash, zsh, fish)")
        ->type_name("WHAT");
    root_.footer(
        "coopmine COMMAND -h tells more of a command.\n\n"
        "Exit codes: 0 done; 1 done, but some inputs failed; 2 wrong usage or wrong rules.\n"
        "A reader that closes the pipe early ends the run quietly, with 0.\n\n"
        "Example:\n  coopmine extract article.txt | jq -r .type");
    commands_ = {add_extract(root_), add_check(root_), add_explain(root_), add_show(root_), add_eval(root_), add_learn(root_), add_cluster(root_),
                 add_convert(root_), add_report(root_), add_new_pack(root_), add_schema(root_)};
  }

  int run(int argc, char** argv) {
    require_known_command(argc, argv);
    try {
      root_.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
      print(root_.help());
      return kDone;
    } catch (const CLI::ParseError& error) {
      throw UsageError(explain(root_, error));
    }
    if (version_) {
      print(version_text());
      return kDone;
    }
    if (!generate_.empty()) {
      const auto text = generated(root_, generate_);
      if (!text) throw UsageError(fmt::format("--generate: '{}' is none (one of man, man-COMMAND, bash, zsh, fish)", generate_));
      print(*text);
      return kDone;
    }
    for (const Command& command : commands_) {
      if (!command.app->parsed()) continue;
      Console console(*command.console);
      return guarded(console, [&] { return command.run(console); });
    }
    throw UsageError("no command was given (see coopmine -h)");
  }

 private:
  // CLI11 would take a misspelt command for an input of none.
  void require_known_command(int argc, char** argv) const {
    if (argc < 2 || argv[1][0] == '-') return;
    const std::string word = argv[1];
    std::vector<std::string> names;
    for (const Command& command : commands_) {
      if (word == command.app->get_name()) return;
      names.push_back(command.app->get_name());
    }
    throw UsageError(fmt::format("unknown command '{}' ({})", word,
                                 with_hint(word, names, "see coopmine -h")));
  }

  CLI::App root_;
  std::vector<Command> commands_;
  bool version_ = false;
  std::string generate_;
};

// A standard stream that is closed would give its number to the next file that is opened, and records
// would mix with messages.  What stands in for it fails when it is used, as the closed one would.
void fill_standard_streams() {
  for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(fd, F_GETFD) >= 0) continue;
    const int filled = ::open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    if (filled > STDERR_FILENO) ::close(filled);
  }
}

}  // namespace

int run_command_line(int argc, char** argv) {
  fill_standard_streams();
  // Both would kill the program; ignored, they come back as faults of write(), which are told.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    Console console{ConsoleConfig{}};
    return guarded(console, [&] { return CommandLine().run(argc, argv); });
  } catch (...) {
    return kWrong;
  }
}

}  // namespace coopmine
