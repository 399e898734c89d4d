#include "cli/progress.h"

#include <fmt/format.h>

namespace coopmine {
namespace {

constexpr std::chrono::milliseconds kRenew{100};
constexpr std::size_t kLineEvery = 10000;  // articles

}  // namespace

void Progress::show(const Counts& counts, std::size_t begun, std::size_t inputs) {
  if (!wanted_) return;
  const std::string text = fmt::format("input {} of {}, {} articles, {} commitments", begun, inputs,
                                       counts.articles, counts.records);
  if (console_.is_terminal() && !console_.config().json) {
    const auto now = std::chrono::steady_clock::now();
    if (now < next_) return;
    next_ = now + kRenew;
    return console_.status("coopmine: " + text);
  }
  if (counts.articles / kLineEvery == told_ / kLineEvery) return;
  told_ = counts.articles;
  console_.report(text, fmt::format(R"({{"level":"progress","inputs":{},"of":{},"articles":{},"commitments":{}}})", begun,
                                    inputs, counts.articles, counts.records));
}

void Progress::end() {
  if (wanted_) console_.status({});
}

}  // namespace coopmine
