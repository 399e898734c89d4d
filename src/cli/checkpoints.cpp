#include "cli/checkpoints.h"

#include <fmt/format.h>

namespace coopmine {
namespace {

constexpr std::size_t kArticles = 1000;
constexpr std::chrono::milliseconds kInterval{200};

}  // namespace

Checkpoints::Checkpoints(const StateConfig& config, Output& output, Console& console)
    : state_(config), output_(output), last_(std::chrono::steady_clock::now()) {
  const std::uint64_t size = output.size();
  const OutputStart start = state_.start_output(size);
  if (start.what == OutputIs::Cut) {
    console.note(config.output, fmt::format("cut by {} bytes, which a run left that was stopped", size - start.size));
  } else if (start.what == OutputIs::Replaced) {
    console.warning(config.output, "is gone or was emptied: begun anew with what comes now",
                    "articles done before are not done again");
  }
  output.start_at(start.size);
}

Known Checkpoints::meet(const std::string& sha256, bool reprocess) {
  if (underway_.contains(sha256)) return Known::Done;
  const Known known = state_.known(sha256);
  if (known == Known::Done || (known == Known::DoneOtherwise && !reprocess)) return known;
  underway_.insert(sha256);
  return Known::No;
}

void Checkpoints::done(const std::vector<std::string>& sha256s) {
  done_.insert(done_.end(), sha256s.begin(), sha256s.end());
  const bool due = std::chrono::steady_clock::now() - last_ >= kInterval;
  if (done_.size() >= kArticles || (due && !done_.empty())) checkpoint();
}

void Checkpoints::checkpoint() {
  output_.sync();
  state_.commit(done_, output_.size());
  for (const std::string& sha256 : done_) underway_.erase(sha256);
  done_.clear();
  last_ = std::chrono::steady_clock::now();
}

void Checkpoints::finish() {
  checkpoint();
  state_.finish();
}

}  // namespace coopmine
