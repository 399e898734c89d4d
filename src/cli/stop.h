// SIGINT, SIGTERM and SIGHUP end the program as they always do, but never amidst a line of output.
//
//     WriteGate gate;
//     Output output(path, &gate);
//     const StopOnSignal stop(gate);      // before any other thread is started
//
// A first signal waits for lines that are on their way to the system (a reader of a pipe may be slow), a
// second one does not.  Signals that were ignored when the program started stay ignored.
#pragma once

#include <csignal>
#include <thread>

#include "cli/output.h"

namespace coopmine {

class StopOnSignal {
 public:
  explicit StopOnSignal(WriteGate& gate);
  StopOnSignal(const StopOnSignal&) = delete;
  StopOnSignal& operator=(const StopOnSignal&) = delete;
  ~StopOnSignal();

 private:
  void watch(WriteGate& gate) const;

  sigset_t before_{};   // the mask of this thread
  int signals_ = -1;    // tells of signals
  int finished_ = -1;   // tells of the end
  std::thread watcher_;
};

}  // namespace coopmine
