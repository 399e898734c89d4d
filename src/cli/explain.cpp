// coopmine explain
#include <unistd.h>

#include "cli/article_reader.h"
#include "cli/cli.h"
#include "cli/command.h"
#include "cli/explanation.h"
#include "cli/missed.h"
#include "cli/output.h"
#include "read/transcode.h"

namespace coopmine {
namespace {

struct ExplainArgs {
  std::vector<std::string> inputs;
  std::optional<std::string> text;
  std::string date;
  std::string input_format = "auto";
  bool recursive = false;
  bool missed = false;
  PackSource rules;
};

struct ExplainRun {
  std::vector<std::string> inputs;
  std::optional<std::string> text;
  ReadConfig read;
  StageConfig stages;
  bool missed = false;
  PackSource rules;
};

ExplainRun meaning(const ExplainArgs& args) {
  if (args.text && !args.inputs.empty()) {
    throw UsageError("--text stands instead of files (leave one of the two out)");
  }
  ExplainRun run;
  run.inputs = args.inputs;
  run.text = args.text;
  run.read.format = format_of(args.input_format);
  run.read.recursive = args.recursive;
  run.stages.date = date_of(args.date);
  run.stages.whole = true;
  run.missed = args.missed;
  run.rules = args.rules;
  return run;
}

// Hands each article to `use`; the number of inputs that failed.
template <class Use>
std::size_t for_each_article(const ExplainRun& config, Console& console, Use use) {
  if (config.text) {
    Article article;
    article.id = "--text";
    article.text = *config.text;
    mend_utf8(article.text);
    use(article);
    return 0;
  }
  InputReport report(console);
  ArticleReader reader(config.inputs, config.read, report);
  while (const auto article = reader.next()) use(*article);
  return report.count();
}

int run_explain(const ExplainRun& config, Console& console) {
  const auto pack = require_pack(config.rules, console);
  Output output("");
  const bool color = use_color(console.config().color, STDOUT_FILENO);
  MissedSentences missed;
  bool first = true;
  const std::size_t failed = for_each_article(config, console, [&](const Article& article) {
    const ArticleLayers layers = run_stages(article, *pack, config.stages);
    if (config.missed) return missed.add(article, layers, *pack);
    if (!first) output.write("\n");
    first = false;
    output.write(explanation(article, layers, *pack, color));
  });
  if (config.missed) output.write(missed.table());
  output.close();
  return failed == 0 ? kDone : kSomeFailed;
}

}  // namespace

Command add_explain(CLI::App& root) {
  CLI::App& app = *root.add_subcommand("explain", "shows what each stage made of each sentence");
  auto args = std::make_shared<ExplainArgs>();
  app.add_option("FILE", args->inputs, "articles, as for extract; '-' or none: standard input");
  app.add_option("--text", args->text, "this text instead of files")->type_name("TEXT");
  app.add_flag("--missed", args->missed,
               "lists sentences with two known actors and no record, by frequency of their verb");
  app.add_option("--date", args->date, "day of the articles that tell none, such as 2024-06-08")
      ->type_name("DAY");
  app.add_option("--input-format", args->input_format, "auto, text or jsonl, as for extract")
      ->type_name("FORMAT");
  app.add_flag("--recursive", args->recursive, "takes directories too, with all below them");
  add_pack_options(app, args->rules);
  const auto console = add_console_options(app);
  app.footer(
      "Example:\n"
      "  coopmine explain --date 2024-06-08 --text 'Japan will send generators to Ukraine.'\n"
      "  coopmine explain --missed archive.jsonl.zst | head");
  return {&app, console, [args](Console& out) { return run_explain(meaning(*args), out); }};
}

}  // namespace coopmine
