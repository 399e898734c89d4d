// What a run was: enough to do it again, as one JSON object of one line.
//
//     {"coopmine":"0.1.0","schema":"coopmine/1","libraries":{"ICU":"72.1"},
//      "rules":{"name":"en","version":"0.1.0","lang":"en","sha256":"..."},
//      "options":{"date":["2024-06-08"],"mentions":[]},"inputs":["a.txt"],"counts":{"articles":1}}
//
// Nothing in it tells the time, so equal runs have equal manifests.  `options` are those that were given.
#pragma once

#include <string>
#include <vector>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "cli/run_summary.h"
#include "rulepack/pack.h"

namespace coopmine {

[[nodiscard]] std::string manifest(const CLI::App& app, const RulePack& pack, const std::vector<std::string>& inputs,
                                   const RunSummary& summary);

// Replaces the file in one step.  Throws OutputFailed.
void write_whole_file(const std::string& path, const std::string& text);

}  // namespace coopmine
