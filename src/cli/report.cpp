// coopmine report
#include <fmt/format.h>

#include "cli/cli.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/record_reader.h"
#include "report/records_page.h"

namespace coopmine {
namespace {

struct ReportArgs {
  std::vector<std::string> inputs;
  std::string output;
  std::string title;
};

int run_report(ReportArgs args, Console& console) {
  if (args.inputs.empty()) args.inputs.emplace_back("-");
  Output output(args.output);
  for (const std::string& input : args.inputs) {
    if (input == "-" || !output.is_same_file(input)) continue;
    throw UsageError(fmt::format("{} is input and output at once (name another file)", printable(input)));
  }
  output.start();
  RecordsPage page([&](std::string_view text) { output.write(text); }, args.title);
  bool sound = true;
  for (const std::string& input : args.inputs) {
    sound = read_records(input, console, [&](const CommitmentRecord& record) { page.add(record); }) && sound;
  }
  page.finish();
  output.close();
  return sound ? kDone : kSomeFailed;
}

}  // namespace

Command add_report(CLI::App& root) {
  CLI::App& app = *root.add_subcommand("report", "writes records as one page for a browser, with plots and filters");
  auto args = std::make_shared<ReportArgs>();
  app.add_option("RECORDS", args->inputs, "records as extract writes them; '-' or none: standard input");
  add_output_option(app, args->output);
  app.add_option("--title", args->title, "title of the page")->type_name("TEXT");
  const auto console = add_console_options(app);
  app.footer(
      "The page holds all it needs: it opens offline, and asks no network for anything.  What is chosen on it stands\n"
      "in its address, so that a link shows the same choice.\n\n"
      "Example:\n"
      "  coopmine report records.jsonl -o report.html");
  return {&app, console, [args](Console& out) { return run_report(*args, out); }};
}

}  // namespace coopmine
