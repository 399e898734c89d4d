// The state of a run with --state: which articles it need not do, and when what it did is safe.
//
// Records reach the disk before the state says that their articles are done (article_state.h); this
// happens every so many articles, and several times a second while there are any.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <unordered_set>
#include <vector>

#include "cli/console.h"
#include "cli/output.h"
#include "state/article_state.h"

namespace coopmine {

class Checkpoints {
 public:
  // Takes up `output` where the last run left it.  Throws StateFailed, OutputFailed.
  Checkpoints(const StateConfig& config, Output& output, Console& console);

  // Whether the state or this run has the article already.  One that is neither is from here on underway.
  [[nodiscard]] Known meet(const std::string& sha256, bool reprocess);
  // The records of these articles were written to the output.
  void done(const std::vector<std::string>& sha256s);
  // The run ended in order.
  void finish();

 private:
  void checkpoint();

  ArticleState state_;
  Output& output_;
  std::unordered_set<std::string> underway_;  // met, not yet in the state
  std::vector<std::string> done_;             // written, not yet in the state
  std::chrono::steady_clock::time_point last_;
};

}  // namespace coopmine
