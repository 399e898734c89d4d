// How far a run is, on standard error: a line that renews itself on a terminal, elsewhere a line for
// every ten thousand articles (for machines, an object).
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "cli/console.h"
#include "pipeline/run.h"

namespace coopmine {

class Progress {
 public:
  // Shows nothing unless `wanted`.
  Progress(Console& console, bool wanted) : console_(console), wanted_(wanted) {}

  // `begun` of `inputs` files have been opened.
  void show(const Counts& counts, std::size_t begun, std::size_t inputs);
  void end();

 private:
  Console& console_;
  bool wanted_;
  std::size_t told_ = 0;  // articles of the last line
  std::chrono::steady_clock::time_point next_{};
};

}  // namespace coopmine
