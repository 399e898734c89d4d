// coopmine cluster
#include <fmt/format.h>

#include "base/utf8.h"
#include "cli/article_reader.h"
#include "cli/cli.h"
#include "cli/command.h"
#include "cli/output.h"
#include "learn/cluster.h"
#include "pipeline/plain_words.h"

namespace coopmine {
namespace {

struct ClusterArgs {
  std::vector<std::string> inputs;
  std::string output;
  bool recursive = false;
  ClusterConfig classes;
  PackSource rules;
};

int run_cluster(ClusterArgs args, Console& console) {
  for (const std::size_t classes : args.classes.classes)
    if (classes == 0) throw UsageError("--classes: 0 classes hold no words (1 or more each)");
  const auto pack = require_pack(args.rules, console);
  ReadConfig read;
  read.recursive = args.recursive;
  InputReport report(console);
  ArticleReader reader(args.inputs, read, report);
  WordCounts counts;
  while (const auto article = reader.next()) for_each_plain_sentence(*article, *pack, [&](const auto& words) { counts.add(words); });
  args.classes.progress = [&](const std::string& what) { console.note("cluster", what); };
  const std::vector<WordCluster> classes = cluster(counts, args.classes);
  if (classes.empty()) {
    console.error({}, fmt::format("no word stands {} times in these articles: nothing was written", args.classes.seen),
                  "give more articles, or a lower --seen");
    return kSomeFailed;
  }
  Output output(args.output);
  output.start();
  output.write(text_of(classes));
  output.close();
  return report.count() == 0 ? kDone : kSomeFailed;
}

}  // namespace

Command add_cluster(CLI::App& root) {
  CLI::App& app = *root.add_subcommand("cluster", "finds the word classes of a pack in plain articles");
  auto args = std::make_shared<ClusterArgs>();
  app.add_option("FILE", args->inputs, "articles, as for extract; '-' or none: standard input");
  app.add_flag("--recursive", args->recursive, "takes directories too, with all below them");
  app.add_option("--classes", args->classes.classes, "how many classes: coarse, middle and fine (default: 100 400 2000)")->type_name("N");
  app.add_option("--words", args->classes.words, "at most so many words are classed (default: 25000)")->type_name("N");
  app.add_option("--seen", args->classes.seen, "a word is classed when it was seen so often (default: 8)")->type_name("N");
  app.add_option("--rounds", args->classes.rounds, "how often every word may change its class (default: 12)")->type_name("N");
  add_output_option(app, args->output);
  add_pack_options(app, args->rules);
  const auto console = add_console_options(app);
  app.footer(
      "Weights are learned with the classes of a pack, so that `coopmine learn` is to follow.\n\n"
      "Example:\n"
      "  coopmine cluster news.jsonl.zst -o rules/en/clusters.tsv");
  return {&app, console, [args](Console& out) { return run_cluster(*args, out); }};
}

}  // namespace coopmine
