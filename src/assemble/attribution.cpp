#include "assemble/attribution.h"

namespace coopmine {
namespace {

// Whose voice a mention is; nullptr when a reference can't be told or means several.
const Mention* speaker(const AssembleInput& input, const References& references, std::uint32_t index) {
  const Mention& said = input.mentions.all[index];
  if (said.actor.form != ActorForm::Generic) return &said;
  const auto refs = references.resolve(index);
  return refs.size() == 1 ? &input.mentions.all[refs.front().mention] : nullptr;
}

}  // namespace

std::optional<Attribution> attribution_of(const AssembleInput& input, const References& references, const Frame& frame) {
  if (frame.report.empty()) return std::nullopt;
  Attribution a;
  a.span = frame.report;
  a.certainty = frame.quoted ? "quoted" : "reported";
  const Mention* who = frame.speaker < 0 ? nullptr : speaker(input, references, static_cast<std::uint32_t>(frame.speaker));
  if (who != nullptr) {
    a.id = who->actor.id;
    a.name = who->actor.name;
  }
  return a;
}

}  // namespace coopmine
