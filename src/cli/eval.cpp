// coopmine eval
#include <unistd.h>

#include <filesystem>
#include <set>

#include <fmt/format.h>

#include "cli/cli.h"
#include "cli/command.h"
#include "cli/eval_clues.h"
#include "cli/output.h"
#include "eval/predictions.h"
#include "eval/report.h"
#include "read/byte_source.h"
#include "rulepack/tsv.h"

namespace coopmine {
namespace {

// What was typed.
struct EvalArgs {
  std::string gold;
  std::string records;
  std::vector<std::string> docs;
  std::vector<std::string> by;
  std::string against;
  std::string calibrate;
  std::string output;
  bool errors = false;
  bool rules_table = false;
  bool reliability = false;
  bool json = false;
  PackSource rules;
};

// What it means.
struct EvalRun {
  std::string gold;
  std::string records;  // a file, a folder with a second annotation, or "-"
  std::set<std::string> docs;
  std::vector<SlotKind> words;
  std::vector<std::string> column_files;
  std::string against;
  std::string calibrate;
  std::string output;
  bool errors = false;
  bool rules_table = false;
  bool reliability = false;
  bool json = false;
  PackSource rules;
};

bool is_folder(const std::string& path) {
  std::error_code error;
  return std::filesystem::is_directory(path, error);
}

EvalRun meaning(const EvalArgs& args) {
  if (args.gold.empty()) throw UsageError("a folder of gold is missing (see coopmine eval -h)");
  EvalRun run{args.gold, args.records.empty() ? "-" : args.records, {}, {}, {}, args.against, args.calibrate, args.output,
              args.errors, args.rules_table, args.reliability, args.json, args.rules};
  for (const std::string& names : args.docs) {
    for (std::string& name : split_cell(names, ',')) run.docs.insert(std::move(name));
  }
  for (const std::string& what : args.by) {
    if (const auto slot = slot_named(what)) {
      run.words.push_back(*slot);
    } else if (std::filesystem::exists(what)) {
      run.column_files.push_back(what);
    } else {
      throw UsageError(fmt::format("--by: '{}' is neither a slot nor a file (type, status, sector ... or a table)", printable(what)));
    }
  }
  return run;
}

class Evaluation {
 public:
  Evaluation(EvalRun config, Console& console) : config_(std::move(config)), console_(console) {}

  int run() {
    gold_ = load_gold(config_.gold, config_.docs, faults_);
    predictions_ = load(config_.records);
    if (!config_.against.empty()) before_ = load(config_.against);
    judge();
    tell();
    return faults_.ok() && !input_failed_ ? kDone : kSomeFailed;
  }

 private:
  Predictions load(const std::string& path) {
    if (path != "-" && is_folder(path)) return second_annotation(load_gold(path, config_.docs, faults_), gold_);
    const auto bytes = path == "-" ? open_descriptor(STDIN_FILENO) : open_file(path);
    const std::string shown = path == "-" ? "standard input" : path;
    RecordSource source(shown, [&](char* into, std::size_t size) { return bytes->read(into, size); });
    Predictions predictions = read_predictions(source, faults_);
    if (!bytes->fault().empty()) {
      console_.error(shown, bytes->fault());
      input_failed_ = true;
    }
    return predictions;
  }

  void judge() {
    const auto articles = pair_articles(gold_, predictions_);
    std::vector<EvalCounts> parts;
    for (const PairedArticle& article : articles) parts.push_back(counts_of(article.pairs));
    for (const EvalCounts& part : parts) report_.all += part;
    report_.intervals = bootstrap(parts);
    report_.left_out_articles = gold_.left_out;
    report_.left_out_records = predictions_.left_out;
    report_.strangers = count_strangers(gold_, predictions_);
    for (const SlotKind slot : config_.words) report_.by_word.emplace_back(slot, figures_by_word(slot, articles));
    for (const std::string& file : config_.column_files) add_columns(file, articles);
    if (config_.rules_table) report_.rules = rules_table(articles);
    if (config_.reliability) report_.reliability = reliability(articles);
    if (!config_.against.empty()) report_.comparison = compare(pair_articles(gold_, before_), articles);
    if (!config_.calibrate.empty()) write(config_.calibrate, calibration_table(articles));
    if (config_.errors) find_mistakes(articles);
    print();
  }

  void add_columns(const std::string& file, const std::vector<PairedArticle>& articles) {
    const ArticleColumns columns = read_columns(file, faults_);
    for (std::size_t i = 0; i < columns.names.size(); ++i) {
      report_.by_column.push_back({columns.names[i], figures_by_column(columns, i, articles)});
    }
  }

  void find_mistakes(const std::vector<PairedArticle>& articles) {
    const auto pack = require_pack(config_.rules, console_);
    report_.mistakes = mistakes_of(articles, [&](const GoldArticle& article) { return clues_of(article, *pack); });
  }

  // While the articles that the report points into are there.
  void print() { write(config_.output, config_.json ? report_json(report_) : report_text(report_)); }

  static void write(const std::string& path, const std::string& text) {
    Output output(path);
    output.start();
    output.write(text);
    output.close();
  }

  void tell() {
    console_.faults(faults_);
    if (report_.left_out_articles > 0) {
      console_.error(config_.gold, fmt::format("{} articles left out: their annotation can't be used", report_.left_out_articles));
    }
    if (report_.strangers > 0 && config_.docs.empty()) {
      console_.warning(config_.records, fmt::format("{} records of articles that the gold lacks", report_.strangers));
    }
  }

  EvalRun config_;
  Console& console_;
  Diagnostics faults_;
  bool input_failed_ = false;
  GoldSet gold_;
  Predictions predictions_;
  Predictions before_;
  EvalReport report_;
};

}  // namespace

Command add_eval(CLI::App& root) {
  CLI::App& app = *root.add_subcommand("eval", "says how right records are, by a folder of gold");
  auto args = std::make_shared<EvalArgs>();
  app.add_option("GOLD", args->gold, "folder with NAME.txt and NAME.gold.json (or brat's NAME.ann)");
  app.add_option("RECORDS", args->records,
                 "records as extract writes them, or a folder with a second annotation (default: standard input)");
  app.add_option("--docs", args->docs, "only these articles, without .txt, with commas between")->type_name("NAMES");
  app.add_flag("--errors", args->errors, "lists every mistake with a reason, and counts the reasons");
  app.add_option("--by", args->by,
                 "figures by type, status, sector or another slot, or by the columns of a table about the articles "
                 "(article<TAB>outlet...); may stand several times")
      ->type_name("SLOT|FILE");
  app.add_flag("--rules-table", args->rules_table, "precision and share of the recall of each rule");
  app.add_flag("--reliability", args->reliability, "how many records of a confidence are right, in ten steps");
  app.add_option("--against", args->against, "records of another run: what became better and worse since")
      ->type_name("OLD");
  app.add_option("--calibrate", args->calibrate, "writes how many records of each rule and context are right, as a table")
      ->type_name("FILE");
  app.add_flag("--json", args->json, "all as one JSON object");
  add_output_option(app, args->output);
  add_pack_options(app, args->rules);
  const auto console = add_console_options(app);
  app.footer(
      "Behind the figures stands their 95 % interval (bootstrap over articles, always the same).\n\n"
      "Example:\n"
      "  coopmine extract corpus/*.txt | coopmine eval corpus --errors");
  return {&app, console, [args](Console& out) { return Evaluation(meaning(*args), out).run(); }};
}

}  // namespace coopmine
