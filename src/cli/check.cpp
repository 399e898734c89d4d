// coopmine check
#include <unistd.h>

#include <csignal>
#include <filesystem>

#include <fmt/format.h>

#include "cli/cli.h"
#include "cli/command.h"
#include "cli/folder_watch.h"
#include "cli/output.h"
#include "pipeline/check.h"
#include "pipeline/pipeline.h"
#include "rulepack/pack_files.h"

namespace coopmine {
namespace {

constexpr std::string_view kClearScreen = "\033[H\033[2J\033[3J";

struct CheckArgs {
  CheckConfig check;
  bool watch = false;
};

int run_check(const CheckConfig& config, Console& console) {
  const CheckReport report = check_pack(config, commitments_of);
  console.faults(report.faults);
  const std::string rules = config.source.folder.empty() ? "the shipped rules" : config.source.folder;
  if (!report.faults.ok()) {
    const std::size_t count = report.faults.errors().size();
    console.error(rules, fmt::format("{} fault{} found", count, count == 1 ? "" : "s"));
    return kWrong;
  }
  if (console.config().quiet) return kDone;
  Output output("");
  output.write(fmt::format("{}: sound: {} rules and patterns, {} examples", printable(rules), report.blocks,
                           report.examples));
  if (config.mutate) output.write(fmt::format(", {} lines taken out in turn", report.mutations));
  output.write("\n");
  output.close();
  return kDone;
}

std::string watched_folder(const CheckConfig& config, Console& console) {
  if (!config.source.folder.empty()) return config.source.folder;
  Diagnostics faults;
  std::string folder = find_shipped_rules(faults);
  if (!folder.empty()) return folder;
  console.faults(faults);
  throw RulesWrong();
}

// ^C ends the program, and well.
void end_at_interrupt() {
  struct sigaction now {};
  if (sigaction(SIGINT, nullptr, &now) == 0 && now.sa_handler == SIG_IGN) return;
  std::signal(SIGINT, [](int) { ::_exit(kDone); });
}

int run_watch(const CheckConfig& config, Console& console) {
  const std::string folder = watched_folder(config, console);
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error)) throw UsageError(printable(folder) + ": there is no such folder of rules");
  end_at_interrupt();
  FolderWatch watch(folder);
  while (true) {
    run_check(config, console);
    console.status(fmt::format("watching {} (^C ends)", printable(folder)));
    watch.wait();
    console.status({});
    Output output("");
    output.write(output.is_terminal() ? std::string(kClearScreen) : "\n");
    output.close();
  }
}

}  // namespace

Command add_check(CLI::App& root) {
  CLI::App& app = *root.add_subcommand("check", "says whether rules are sound, and runs their examples");
  auto args = std::make_shared<CheckArgs>();
  CheckConfig& config = args->check;
  app.add_option("RULES", config.source.folder, "folder of rules (default: those shipped with the program)");
  app.add_option("--lang", config.source.lang, "language of the rules (default: en)")->type_name("CODE");
  app.add_flag("--mutate", config.mutate,
               "takes each rule and each of its guards out in turn: some example must then fail");
  app.add_flag("--watch", args->watch, "checks again whenever a file of the rules changes, until ^C");
  const auto console = add_console_options(app);
  app.footer(
      "Every fault is shown with its file, line and column; exit code 2 when there is one.\n\n"
      "Example:\n"
      "  coopmine check my-rules --mutate\n"
      "  coopmine check my-rules --watch");
  return {&app, console, [args](Console& out) {
            return args->watch ? run_watch(args->check, out) : run_check(args->check, out);
          }};
}

}  // namespace coopmine
