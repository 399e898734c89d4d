#include "cli/extract_args.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <thread>

#include <fmt/format.h>

#include "cli/article_reader.h"
#include "write/record.h"

namespace coopmine {
namespace {

constexpr unsigned kMostThreads = 256;

template <class Value>
std::vector<Value> words_of(const char* option, const std::vector<std::string>& words,
                            std::optional<Value> (*value_of)(std::string_view)) {
  std::vector<Value> values;
  for (const std::string& word : words) {
    const auto value = value_of(word);
    if (!value) {
      std::string known;
      for (int i = 0;; ++i) {
        const std::string_view next = name(static_cast<Value>(i));
        if (next.empty()) break;
        known += fmt::format("{}{}", i == 0 ? "" : ", ", next);
      }
      throw UsageError(fmt::format("{}: '{}' is none (one of {})", option, word, known));
    }
    values.push_back(*value);
  }
  return values;
}

std::vector<std::string> keep_of(const std::vector<std::string>& keys) {
  std::vector<std::string> keep;
  for (const std::string& key : keys) {
    if (is_doc_key(key)) {
      throw UsageError(fmt::format("--keep: '{}' is a key that doc has anyway (leave it out)", key));
    }
    if (std::find(keep.begin(), keep.end(), key) == keep.end()) keep.push_back(key);
  }
  return keep;
}

// The number that is all of `text`.
template <class Number>
std::optional<Number> number_of(const std::string& text) {
  Number number{};
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  return stop == end && error == std::errc{} ? std::optional<Number>(number) : std::nullopt;
}

unsigned threads_of(const std::string& text) {
  const auto asked = number_of<unsigned>(text);
  if (!asked || *asked > kMostThreads) {
    throw UsageError(fmt::format("--jobs: '{}' is no number of threads (0 to {})", text, kMostThreads));
  }
  return *asked > 0 ? *asked : std::max(1U, std::thread::hardware_concurrency());
}

std::optional<double> confidence_of(const std::string& text) {
  if (text.empty()) return std::nullopt;
  const auto number = number_of<double>(text);
  if (!number || !(*number >= 0 && *number <= 1)) {
    throw UsageError(fmt::format("--min-confidence: '{}' is no confidence (0 to 1)", text));
  }
  return number;
}

Shard shard_of(const std::string& text) {
  if (text.empty()) return {};
  const auto shard = parse_shard(text);
  if (!shard) throw UsageError(fmt::format("--shard: '{}' is no part (write 3/8 for the third of eight)", text));
  return *shard;
}

void require_state_fits(const ExtractArgs& args) {
  if (args.state.empty()) {
    if (args.reprocess) throw UsageError("--reprocess: goes with --state only");
    if (args.no_wait) throw UsageError("--no-wait: goes with --state only");
  } else if (args.output.empty() || args.output == "-") {
    throw UsageError("--state: needs a file for the records (give -o FILE)");
  }
}

void add_input_options(CLI::App& app, ExtractArgs& args) {
  app.add_option("FILE", args.inputs,
                 "articles: text, or JSONL with one a line; .gz and .zst too; '-' or none: standard "
                 "input");
  app.add_option("--input-format", args.input_format,
                 "auto (by name, default), text (a file is an article) or jsonl")
      ->type_name("FORMAT");
  app.add_flag("--recursive", args.recursive, "takes directories too, with all below them");
  app.add_option("--max-article", args.max_article,
                 "size beyond which an article is an error (default: 16M)")
      ->type_name("SIZE");
  app.add_option("--date", args.date, "day of the articles that tell none, such as 2024-06-08")
      ->type_name("DAY");
}

void add_record_options(CLI::App& app, ExtractArgs& args) {
  app.add_option("--type", args.types, "writes commitments of this type alone; repeatable, or with commas")
      ->type_name("TYPE")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->take_all();
  app.add_option("--status", args.statuses, "writes commitments of this status alone; likewise")
      ->type_name("STATUS")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->take_all();
  app.add_option("--min-confidence", args.min_confidence,
                 "writes commitments of at least this confidence, 0 to 1 (default: what the rules say)")
      ->type_name("NUMBER");
  app.add_flag("--mentions", args.mentions, "writes a line for each actor, sector, sum, date ... too");
  app.add_option("--keep", args.keep, "copies this key of JSONL input into doc; repeatable")
      ->type_name("KEY")
      ->allow_extra_args(false)
      ->take_all();
}

void add_batch_options(CLI::App& app, ExtractArgs& args) {
  app.add_option("--state", args.state,
                 "remembers here which articles were done, and does each only once; -o is added to; "
                 "may be killed at any time and started again")
      ->type_name("FILE");
  app.add_flag("--reprocess", args.reprocess,
               "with --state: does articles again that were done with other rules; their records are added");
  app.add_flag("--no-wait", args.no_wait, "with --state: ends at once when another run holds it");
  app.add_option("--shard", args.shard, "does one part of the articles alone: I/N, such as 3/8; by their bytes")
      ->type_name("I/N");
  app.add_option("--errors", args.errors, "collects what could not be read as JSONL")->type_name("FILE");
  app.add_option("--manifest", args.manifest,
                 "tells at the end, as JSON, of versions, rules, options, inputs and counts")
      ->type_name("FILE");
}

}  // namespace

void add_extract_options(CLI::App& app, ExtractArgs& args) {
  add_output_option(app, args.output);
  add_input_options(app, args);
  add_record_options(app, args);
  add_pack_options(app, args.rules);
  app.add_option("-j,--jobs", args.threads, "threads (default, and 0: one a processor); the output is the same for any")
      ->type_name("N");
  app.add_flag("--progress", args.progress, "shows on standard error how far it is");
  add_batch_options(app, args);
}

ExtractRun meaning(const ExtractArgs& args) {
  require_state_fits(args);
  ExtractRun run;
  run.inputs = args.inputs;
  run.read.format = format_of(args.input_format);
  run.read.recursive = args.recursive;
  run.read.max_article_bytes = article_size_of(args.max_article);
  run.read.keep = keep_of(args.keep);
  run.extract.stages.date = date_of(args.date);
  run.extract.filter.types = words_of<CommitmentType>("--type", args.types, commitment_type);
  run.extract.filter.statuses = words_of<Status>("--status", args.statuses, status_of);
  run.extract.filter.min_confidence = confidence_of(args.min_confidence);
  run.extract.mentions = args.mentions;
  run.run.threads = threads_of(args.threads);
  run.rules = args.rules;
  run.rules.in_haste = true;
  run.output = args.output;
  run.errors = args.errors;
  run.manifest = args.manifest;
  run.progress = args.progress;
  run.state = args.state;
  run.reprocess = args.reprocess;
  run.wait = !args.no_wait;
  run.shard = shard_of(args.shard);
  return run;
}

}  // namespace coopmine
