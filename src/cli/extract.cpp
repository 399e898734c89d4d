// coopmine extract
#include <chrono>
#include <filesystem>
#include <optional>

#include <fmt/format.h>

#include "cli/article_reader.h"
#include "cli/checkpoints.h"
#include "cli/cli.h"
#include "cli/command.h"
#include "cli/extract_args.h"
#include "cli/manifest.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/run_summary.h"
#include "cli/stop.h"
#include "pipeline/pipeline.h"
#include "read/digest.h"

namespace coopmine {
namespace {

class Extraction {
 public:
  Extraction(const ExtractRun& config, const RulePack& pack, const CLI::App& app, Console& console)
      : config_(config),
        pack_(pack),
        app_(app),
        console_(console),
        stop_(gate_),
        output_(config.output, &gate_),
        report_(console, config.errors, &gate_) {}

  int run() {
    inputs_ = list_inputs(config_.inputs, config_.read.recursive).paths;
    require_distinct_files();
    report_.start();
    start_output();
    if (!config_.manifest.empty()) manifest_.emplace(config_.manifest);
    const auto begun = std::chrono::steady_clock::now();
    extract_all();
    if (checkpoints_) checkpoints_->finish();
    output_.close();
    report_.close();
    summary_.failed = report_.count();
    summary_.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    if (manifest_) manifest_->commit(manifest(app_, pack_, inputs_, summary_));
    say_summary();
    return summary_.failed == 0 ? kDone : kSomeFailed;
  }

 private:
  void require_distinct_files() const {
    const auto clash = [](const std::string& path, const char* option) {
      throw UsageError(fmt::format("{}: is both input and output (choose another {})", path, option));
    };
    for (const std::string& path : inputs_) {
      if (path == kStandardInput) continue;
      if (output_.is_same_file(path)) clash(path, "-o");
      if (report_.file() != nullptr && report_.file()->is_same_file(path)) clash(path, "--errors");
      std::error_code none;
      if (std::filesystem::equivalent(path, config_.manifest, none)) clash(path, "--manifest");
    }
    if (report_.file() != nullptr && output_.is_same_file(config_.errors)) {
      throw UsageError(fmt::format("{}: is both -o and --errors (choose another)", config_.errors));
    }
  }

  void start_output() {
    if (config_.state.empty()) return output_.start();
    if (!output_.is_regular_file()) {
      throw UsageError(fmt::format("{}: is no regular file, which --state needs (choose another -o)", config_.output));
    }
    StateConfig state{config_.state, config_.output, pack_.hash, config_.wait, {}};
    state.waiting = [this] { console_.warning(config_.state, "in use by another run: waiting for it"); };
    checkpoints_.emplace(state, output_, console_);
  }

  bool wants(const Article& article) {
    if (!config_.shard.holds(article.sha256)) {
      ++summary_.other_shards;
      return false;
    }
    if (!checkpoints_) return true;
    const Known known = checkpoints_->meet(article.sha256, config_.reprocess);
    if (known == Known::Done) ++summary_.done_before;
    if (known == Known::DoneOtherwise) ++summary_.done_other_rules;
    return known == Known::No;
  }

  void extract_all() {
    Selection wanted;
    wanted.article = [this](const Article& article) { return wants(article); };
    wanted.error = [this](const InputError& error) { return config_.shard.holds(sha256_hex(place(error))); };
    ArticleReader reader(config_.inputs, config_.read, report_, wanted);
    Progress progress(console_, config_.progress);
    RunHooks hooks;
    hooks.next = [&] { return reader.next(); };
    hooks.work = [this](const Article& article) { return extract(article, pack_, config_.extract); };
    hooks.write = [this](std::string_view lines) { output_.write(lines); };
    hooks.failed = [this](const std::string& id, const std::string& why) { report_.add({id, 0, why, {}}); };
    hooks.progress = [&](const Counts& counts) { progress.show(counts, reader.begun(), reader.inputs()); };
    if (checkpoints_) {
      hooks.done = [this](const std::vector<std::string>& sha256s) { checkpoints_->done(sha256s); };
    }
    summary_.counts = coopmine::run(config_.run, hooks);
    progress.end();
  }

  void say_summary() {
    const ConsoleConfig& said = console_.config();
    if (said.verbose || said.json || !config_.state.empty()) console_.report(words(summary_), json(summary_));
    if (summary_.done_other_rules != 0) {
      console_.note(config_.state, "--reprocess does again what was done with other rules");
    }
  }

  const ExtractRun& config_;
  const RulePack& pack_;
  const CLI::App& app_;
  Console& console_;
  WriteGate gate_;
  StopOnSignal stop_;
  Output output_;
  InputReport report_;
  std::vector<std::string> inputs_;
  std::optional<Checkpoints> checkpoints_;
  std::optional<WholeFile> manifest_;
  RunSummary summary_;
};

}  // namespace

Command add_extract(CLI::App& root) {
  CLI::App& app = *root.add_subcommand("extract", "reads articles and writes their commitments, one a line");
  auto args = std::make_shared<ExtractArgs>();
  add_extract_options(app, *args);
  const auto console = add_console_options(app);
  app.add_flag("--log-json", console->json, "says on standard error an object a line, and sums up at the end");
  app.footer(
      "With --state, -v or --log-json the last line on standard error sums up the run.\n\n"
      "Example:\n"
      "  coopmine extract --date 2024-06-08 news/*.txt | jq -c '[.type, .status, .parties[].id]'\n"
      "  coopmine extract --keep url --type aid,agreement -o records.jsonl archive.jsonl.zst\n"
      "  coopmine extract -q --state news.state -o records.jsonl --recursive news/");
  return {&app, console, [args, &app](Console& out) {
            const ExtractRun config = meaning(*args);
            const auto pack = require_pack(config.rules, out);
            return Extraction(config, *pack, app, out).run();
          }};
}

}  // namespace coopmine
