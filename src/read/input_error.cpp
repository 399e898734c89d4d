#include "read/input_error.h"

#include <fmt/format.h>

namespace coopmine {

std::string place(const InputError& error) {
  return error.line == 0 ? error.input : fmt::format("{}:{}", error.input, error.line);
}

}  // namespace coopmine
