// The command line: `coopmine extract|check|explain|schema` and their options.
//
// Each subcommand has one file.  It declares its options (the only place where they are described:
// help is written from there), turns what was typed into a const config, and runs.
#pragma once

namespace coopmine {

// Exit codes of the program.
enum ExitCode : int {
  kDone = 0,        // also when the reader of the output went away
  kSomeFailed = 1,  // done, but some inputs failed or some faults were found; each was named
  kWrong = 2        // wrong usage, wrong rules, or output that can't be written
};

// Runs one command line; returns the exit code.  Never throws, never ends the process.
int run_command_line(int argc, char** argv);

}  // namespace coopmine
