// Records of an input of a subcommand; what can't be read is said on the console.
#pragma once

#include <functional>
#include <string>

#include "cli/console.h"
#include "record/record.h"

namespace coopmine {

// Hands each record of `input` ("-": standard input) to `use`, in order.  Whether all could be read.
[[nodiscard]] bool read_records(const std::string& input, Console& console,
                                const std::function<void(const CommitmentRecord&)>& use);

}  // namespace coopmine
