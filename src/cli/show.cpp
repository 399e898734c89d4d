// coopmine show
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "cli/article_reader.h"
#include "cli/cli.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/pager.h"
#include "pipeline/pipeline.h"
#include "report/article_page.h"
#include "report/article_text.h"

namespace coopmine {
namespace {

constexpr std::size_t kWidth = 80;  // cells, where no terminal tells more
constexpr std::size_t kLeast = 30;
constexpr std::size_t kMost = 110;  // longer lines are hard to read

// What was typed.
struct ShowArgs {
  std::vector<std::string> inputs;
  std::string date;
  std::string input_format = "auto";
  bool recursive = false;
  bool html = false;
  std::string output;
  PackSource rules;
};

// What it means.
struct ShowRun {
  std::vector<std::string> inputs;
  ReadConfig read;
  StageConfig stages;
  bool html = false;
  std::string output;
  PackSource rules;
};

ShowRun meaning(const ShowArgs& args) {
  ShowRun run;
  run.inputs = args.inputs;
  run.read.format = format_of(args.input_format);
  run.read.recursive = args.recursive;
  run.stages.date = date_of(args.date);
  run.stages.whole = true;
  run.stages.learning = true;  // keeps what spoke for and against a record
  run.html = args.html;
  run.output = args.output;
  run.rules = args.rules;
  return run;
}

// Cells of a line: $COLUMNS, or what the terminal says.
std::size_t line_width() {
  std::size_t width = 0;
  if (const char* set = std::getenv("COLUMNS")) {
    const std::string_view word(set);
    std::from_chars(word.data(), word.data() + word.size(), width);
  }
  winsize size{};
  if (width == 0 && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) width = size.ws_col;
  return width == 0 ? kWidth : std::clamp(width, kLeast, kMost);
}

// Hands the view of each article to `use` until that says no; the number of inputs that failed.
template <class Use>
std::size_t for_each_view(const ShowRun& config, const RulePack& pack, Console& console, Use use) {
  InputReport report(console);
  ArticleReader reader(config.inputs, config.read, report);
  const double cut = pack.weights.cut(Model::Record);
  while (const auto article = reader.next()) {
    const ArticleLayers layers = run_stages(*article, pack, config.stages);
    std::vector<const Commitment*> written;
    for (const Commitment& c : layers.commitments) {
      if (RecordFilter().passes(c, cut)) written.push_back(&c);
    }
    if (!use(view_of(*article, layers.zoned, layers.mentions, written, pack))) break;
  }
  return report.count();
}

std::size_t write_page(const ShowRun& config, const RulePack& pack, Console& console, Output& output) {
  ArticlePage page([&](std::string_view text) { output.write(text); });
  const std::size_t failed = for_each_view(config, pack, console, [&](const ArticleView& view) {
    page.add(view);
    return true;
  });
  page.finish();
  return failed;
}

std::size_t write_text(const ShowRun& config, const RulePack& pack, Console& console, Output& output) {
  const bool to_terminal = config.output.empty() || config.output == "-";
  const ColorChoice choice = console.config().color;
  const bool color = choice == ColorChoice::Always || (to_terminal && use_color(choice, STDOUT_FILENO));
  const FlowConfig flow{line_width(), color};
  if (!to_terminal || !Pager::is_wanted()) {
    return for_each_view(config, pack, console, [&](const ArticleView& view) {
      output.write(article_text(view, flow));
      return true;
    });
  }
  Pager pager;
  const std::size_t failed =
      for_each_view(config, pack, console, [&](const ArticleView& view) { return pager.write(article_text(view, flow)); });
  pager.close();
  return failed;
}

int run_show(const ShowRun& config, Console& console) {
  const auto pack = require_pack(config.rules, console);
  Output output(config.output);
  for (const std::string& input : config.inputs) {
    if (input == "-" || !output.is_same_file(input)) continue;
    throw UsageError(printable(input) + " is input and output at once (name another file)");
  }
  output.start();
  const std::size_t failed =
      config.html ? write_page(config, *pack, console, output) : write_text(config, *pack, console, output);
  output.close();
  return failed == 0 ? kDone : kSomeFailed;
}

}  // namespace

Command add_show(CLI::App& root) {
  CLI::App& app = *root.add_subcommand("show", "shows articles with what was found in them marked");
  auto args = std::make_shared<ShowArgs>();
  app.add_option("FILE", args->inputs, "articles, as for extract; '-' or none: standard input");
  app.add_flag("--html", args->html, "writes a page for a browser; it holds all it needs and opens offline");
  add_output_option(app, args->output);
  app.add_option("--date", args->date, "day of the articles that tell none, such as 2024-06-08")->type_name("DAY");
  app.add_option("--input-format", args->input_format, "auto, text or jsonl, as for extract")->type_name("FORMAT");
  app.add_flag("--recursive", args->recursive, "takes directories too, with all below them");
  add_pack_options(app, args->rules);
  const auto console = add_console_options(app);
  app.footer(
      "Without colours marks are written: [words]{value}, *trigger*(record).  On a terminal the text goes through\n"
      "$PAGER (less -R); COLUMNS says how wide it is.\n\n"
      "Example:\n"
      "  coopmine show article.txt\n"
      "  coopmine show --html article.txt -o article.html");
  return {&app, console, [args](Console& out) { return run_show(meaning(*args), out); }};
}

}  // namespace coopmine
