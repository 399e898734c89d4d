// coopmine check
#include <fmt/format.h>

#include "cli/cli.h"
#include "cli/command.h"
#include "cli/output.h"
#include "pipeline/check.h"
#include "pipeline/pipeline.h"

namespace coopmine {
namespace {

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

}  // namespace

Command add_check(CLI::App& root) {
  CLI::App& app = *root.add_subcommand("check", "says whether rules are sound, and runs their examples");
  auto config = std::make_shared<CheckConfig>();
  app.add_option("RULES", config->source.folder, "folder of rules (default: those shipped with the program)");
  app.add_option("--lang", config->source.lang, "language of the rules (default: en)")->type_name("CODE");
  app.add_flag("--mutate", config->mutate,
               "takes each rule and each of its guards out in turn: some example must then fail");
  const auto console = add_console_options(app);
  app.footer(
      "Every fault is shown with its file, line and column; exit code 2 when there is one.\n\n"
      "Example:\n  coopmine check my-rules --mutate");
  return {&app, console, [config](Console& out) { return run_check(*config, out); }};
}

}  // namespace coopmine
