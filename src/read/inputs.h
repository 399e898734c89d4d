// The inputs of a run: what was named on the command line, directories opened up.
#pragma once

#include <string>
#include <vector>

#include "read/input_error.h"

namespace coopmine {

inline constexpr const char* kStandardInput = "-";

struct InputList {
  std::vector<std::string> paths;  // files and "-", in order
  std::vector<InputError> errors;  // directories that give no file
};

// No path at all is standard input.  A directory stands for the .txt, .md, .jsonl and .ndjson files in it
// and below it (also with .gz or .zst), hidden ones aside, in order of their bytes; without `recursive` it
// is an error.  Whether a file can be opened shows when it is read.
[[nodiscard]] InputList list_inputs(const std::vector<std::string>& paths, bool recursive);

enum class InputFormat { Auto, Text, Jsonl };

// By the name alone: Jsonl for .jsonl and .ndjson, else Text.  .gz and .zst do not count.
[[nodiscard]] InputFormat format_of_name(const std::string& path);

}  // namespace coopmine
