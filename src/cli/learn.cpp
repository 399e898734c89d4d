// coopmine learn
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "cli/article_reader.h"
#include "cli/cli.h"
#include "cli/command.h"
#include "cli/output.h"
#include "eval/figures.h"
#include "eval/gold_standoff.h"
#include "learn/learn.h"
#include "learn/mean.h"
#include "read/byte_source.h"

namespace coopmine {
namespace {

struct LearnArgs {
  std::vector<std::string> gold;
  std::string standoff;
  std::vector<std::string> articles;
  std::vector<std::string> mean;
  std::string output;
  unsigned folds = 4;
  unsigned hold_out = 0;
  PackSource rules;
};

class Learning {
 public:
  Learning(LearnArgs config, Console& console) : config_(std::move(config)), console_(console) {}

  int run() {
    if (!config_.mean.empty()) return write_mean();
    require_gold();
    if (config_.folds < 2) throw UsageError(fmt::format("--folds: {} is too few (2 or more)", config_.folds));
    if (config_.hold_out == 1) throw UsageError("--hold-out: 1 would hold out all articles (2 or more)");
    const auto pack = require_pack(config_.rules, console_);
    for (const std::string& folder : config_.gold) sets_.push_back(load_gold(folder, {}, faults_));
    if (!config_.standoff.empty()) sets_.push_back(load_standoff());
    deal();
    if (taken_.empty()) return nothing_to_learn();
    LearnConfig how{config_.folds, [&](const std::string& what) { console_.note("learn", what); }};
    const std::vector<LearnedModel> models = learn(taken_, *pack, how);
    if (!held_.empty()) score(*pack, table_of(models));
    write(models);
    console_.faults(faults_);
    return faults_.ok() && inputs_.count() == 0 ? kDone : kSomeFailed;
  }

 private:
  int write_mean() {
    if (!config_.gold.empty() || !config_.standoff.empty() || !config_.articles.empty() || config_.hold_out != 0) throw UsageError("--mean: takes tables that are learned, no gold and no articles");
    std::vector<WeightText> tables;
    for (const std::string& path : config_.mean)
      if (auto text = read_file(path, "name a table that was learned", faults_)) tables.push_back({path, std::move(*text)});
    const std::vector<LearnedModel> models = mean_of(tables, faults_);
    console_.faults(faults_);
    if (faults_.ok()) write(models);
    return faults_.ok() ? kDone : kSomeFailed;
  }

  void write(const std::vector<LearnedModel>& models) const {
    Output output(config_.output);
    output.start();
    output.write(text_of(models));
    output.close();
  }

  void require_gold() const {
    if (config_.gold.empty() && config_.standoff.empty()) throw UsageError("gold is missing: a folder, or --standoff (see coopmine learn -h)");
    if (config_.standoff.empty() && !config_.articles.empty()) throw UsageError("--articles: goes with --standoff only");
    if (!config_.standoff.empty() && config_.articles.empty()) throw UsageError("--standoff: needs the articles (give --articles FILE)");
  }

  // In order of the hashes, so that the order of the inputs changes nothing.
  GoldSet load_standoff() {
    StandoffGold gold(config_.standoff, faults_);
    ArticleReader reader(config_.articles, {}, inputs_);
    std::map<std::string, GoldArticle> found;
    std::size_t others = 0;
    while (const auto article = reader.next()) {
      auto taken = gold.take(*article, faults_);
      if (taken) found.emplace(article->sha256, std::move(*taken));
      else ++others;
    }
    console_.note(config_.standoff, fmt::format("{} articles have gold, {} were passed over", found.size(), others));
    if (gold.waiting() > 0) {
      console_.warning(config_.standoff, fmt::format("{} of {} annotations have no article", gold.waiting(), gold.size()),
                       "name all inputs with --articles; each is known by its bytes");
    }
    GoldSet set;
    for (auto& [hash, article] : found) set.articles.push_back(std::move(article));
    return set;
  }

  int nothing_to_learn() {
    console_.faults(faults_);
    console_.error({}, "no article to learn from: nothing was written", "give articles with gold");
    return kSomeFailed;
  }

  // Every n-th article is held out.
  void deal() {
    std::size_t i = 0;
    for (const GoldSet& set : sets_)
      for (const GoldArticle& article : set.articles)
        (config_.hold_out != 0 && i++ % config_.hold_out == 0 ? held_ : taken_).push_back(&article);
  }

  void score(const RulePack& pack, const WeightTable& weights) {
    EvalCounts all;
    for (const GoldArticle* article : held_) {
      const std::vector<Claim> claims = claims_of(*article, pack, weights);
      all += counts_of(pair_claims(article->claims, claims));
    }
    const Prf detection = all.detection(), slots = all.slot_figures();
    std::string words = fmt::format("held out: {} articles; detection P {:.3f} R {:.3f} F1 {:.3f}; slots P {:.3f} R {:.3f} F1 {:.3f}; whole {:.3f}", held_.size(),
                                    detection.precision, detection.recall, detection.f1, slots.precision, slots.recall, slots.f1, all.whole_share());
    std::string json = fmt::format(R"({{"held_out":{},"detection":{:.3f},"slots":{:.3f},"whole":{:.3f})", held_.size(), detection.f1, slots.f1, all.whole_share());
    for (std::size_t s = 0; s < kSlotKinds; ++s) {
      const std::string_view slot = name(static_cast<SlotKind>(s));
      words += fmt::format("; {} {:.3f}", slot, all.slots[s].figures().f1);
      json += fmt::format(R"(,"{}":{:.3f})", slot, all.slots[s].figures().f1);
    }
    console_.report(words, json + "}");
  }

  LearnArgs config_;
  Console& console_;
  Diagnostics faults_;
  InputReport inputs_{console_};
  std::vector<GoldSet> sets_;
  std::vector<const GoldArticle*> taken_;
  std::vector<const GoldArticle*> held_;
};

}  // namespace

Command add_learn(CLI::App& root) {
  CLI::App& app = *root.add_subcommand("learn", "learns the weights of a pack from gold");
  auto args = std::make_shared<LearnArgs>();
  app.add_option("GOLD", args->gold, "folders with NAME.txt and NAME.gold.json (or brat's NAME.ann)");
  app.add_option("--standoff", args->standoff, "gold without the words of its articles: JSONL, each article known by its SHA-256")->type_name("FILE");
  app.add_option("--articles", args->articles, "where those articles are: text, or JSONL with one a line; others in it are passed over; repeatable")
      ->type_name("FILE");
  app.add_option("--mean", args->mean, "learns nothing, but writes the mean of tables that were learned: an ensemble in one table")->type_name("TABLE");
  app.add_option("--hold-out", args->hold_out, "leaves every N-th article out of learning and says how right the weights are on those")->type_name("N");
  app.add_option("--folds", args->folds, "parts into which the articles are dealt, so that no model learns from its own decisions (default: 4)")->type_name("N");
  add_output_option(app, args->output);
  add_pack_options(app, args->rules);
  const auto console = add_console_options(app);
  app.footer(
      "The rules stay as they are: what is learned is how much each circumstance speaks for each choice.\n\n"
      "Example:\n"
      "  coopmine learn corpus -o rules/en/weights.tsv\n"
      "  coopmine learn corpus --standoff annotations.jsonl --articles news.jsonl.zst -o weights.tsv");
  return {&app, console, [args](Console& out) { return Learning(*args, out).run(); }};
}

}  // namespace coopmine
