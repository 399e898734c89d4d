// What the subcommands have in common.
#pragma once

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "cli/console.h"
#include "rulepack/pack.h"

namespace coopmine {

// What was asked can't be done as asked; ends with kWrong.  The message is one line without the
// program's name: "--date: '8 June' is no day (write it as 2024-06-08)".
struct UsageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// The rules are wrong and it has been said; ends with kWrong.
struct RulesWrong : std::runtime_error {
  RulesWrong() : std::runtime_error("rules are wrong") {}
};

// A subcommand as the command line knows it.
struct Command {
  CLI::App* app = nullptr;
  std::shared_ptr<const ConsoleConfig> console;  // filled by parsing
  std::function<int(Console&)> run;              // reads what was parsed; returns the exit code
};

// -q, -v and --color.
std::shared_ptr<ConsoleConfig> add_console_options(CLI::App& app);

// -o.
void add_output_option(CLI::App& app, std::string& path);

// --rules and --lang.
void add_pack_options(CLI::App& app, PackSource& source);

// Loads the pack; when it is wrong, says every fault and throws RulesWrong.
std::shared_ptr<const RulePack> require_pack(const PackSource& source, Console& console);

Command add_extract(CLI::App& root);
Command add_check(CLI::App& root);
Command add_new_pack(CLI::App& root);
Command add_explain(CLI::App& root);
Command add_convert(CLI::App& root);
Command add_report(CLI::App& root);
Command add_show(CLI::App& root);
Command add_eval(CLI::App& root);
Command add_learn(CLI::App& root);
Command add_cluster(CLI::App& root);
Command add_schema(CLI::App& root);

}  // namespace coopmine
