// What a run was: enough to do it again, as one JSON object of one line.
//
//     {"coopmine":"0.1.0","schema":"coopmine/1","libraries":{"ICU":"72.1"},
//      "rules":{"name":"en","version":"0.1.0","lang":"en","sha256":"..."},
//      "options":{"date":["2024-06-08"],"mentions":true},"inputs":["a.txt"],"counts":{"articles":1}}
//
// Nothing in it tells the time, so equal runs have equal manifests.  `options` are those that were given.
#pragma once

#include <string>
#include <vector>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "cli/output.h"
#include "cli/run_summary.h"
#include "rulepack/pack.h"

namespace coopmine {

[[nodiscard]] std::string manifest(const CLI::App& app, const RulePack& pack, const std::vector<std::string>& inputs,
                                   const RunSummary& summary);

// A file that is there whole or not at all: it is written beside its place, and moved there by commit().
class WholeFile {
 public:
  // Throws OutputFailed when it can't be written there.
  explicit WholeFile(const std::string& path);
  WholeFile(const WholeFile&) = delete;
  WholeFile& operator=(const WholeFile&) = delete;
  // Leaves nothing behind when there was no commit().
  ~WholeFile();

  // Throws OutputFailed.
  void commit(const std::string& text);

 private:
  std::string path_;
  std::string part_;
  Output output_;
};

}  // namespace coopmine
