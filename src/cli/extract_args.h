// The options of `coopmine extract`: what was typed (ExtractArgs) and what it means (ExtractRun).
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"
#include "pipeline/pipeline.h"
#include "read/article_source.h"
#include "state/shard.h"

namespace coopmine {

struct ExtractArgs {
  std::vector<std::string> inputs;
  std::string input_format = "auto";
  bool recursive = false;
  std::string max_article = "16M";
  std::string date;

  std::vector<std::string> types;
  std::vector<std::string> statuses;
  std::string min_confidence;
  bool mentions = false;
  std::vector<std::string> keep;

  std::string output;
  std::string errors;
  std::string manifest;
  PackSource rules;
  std::string threads = "0";
  bool progress = false;

  std::string state;
  bool reprocess = false;
  bool no_wait = false;
  std::string shard;
};

struct ExtractRun {
  std::vector<std::string> inputs;
  ReadConfig read;
  ExtractConfig extract;
  RunConfig run;
  PackSource rules;
  std::string output;
  std::string errors;    // empty: none
  std::string manifest;  // empty: none
  bool progress = false;
  std::string state;  // empty: none
  bool reprocess = false;
  bool wait = true;
  Shard shard;
};

// Declares all options but those of the console.
void add_extract_options(CLI::App& app, ExtractArgs& args);

// Throws UsageError.
[[nodiscard]] ExtractRun meaning(const ExtractArgs& args);

}  // namespace coopmine
