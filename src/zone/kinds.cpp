#include "zone/kinds.h"

#include <array>
#include <utility>

namespace coopmine {
namespace {

constexpr std::array<std::pair<std::string_view, LineKind>, 13> kNames{{
    {"date-line", LineKind::DateLine},
    {"date-label", LineKind::DateLabel},
    {"dateline", LineKind::Dateline},
    {"byline", LineKind::Byline},
    {"place", LineKind::Place},
    {"attribution", LineKind::Attribution},
    {"source", LineKind::Source},
    {"navigation", LineKind::Navigation},
    {"furniture", LineKind::Furniture},
    {"caption", LineKind::Caption},
    {"sign-off", LineKind::SignOff},
    {"related", LineKind::Related},
    {"end", LineKind::End},
}};

LineKind kind_of(const TypedPattern& pattern) {
  const std::string& kind = pattern.constant("kind");
  for (const auto& [name, value] : kNames)
    if (kind == name) return value;
  return LineKind::None;
}

}  // namespace

LineKinds::Family::Family(const RulePack& pack, const std::string& type)
    : patterns_(pack.patterns.of(type)), gate_(pack.patterns.gate(type)) {}

std::optional<PatternMatch> LineKinds::Family::match(std::string_view words, LineKind wanted) const {
  for (const std::size_t index : gate_.starting(words)) {
    if (kind_of(patterns_[index]) != wanted) continue;
    if (auto match = patterns_[index].match_at(words, 0)) return match;
  }
  return std::nullopt;
}

LineKind LineKinds::Family::kind(std::string_view words, LineKind not_wanted) const {
  for (const std::size_t index : gate_.starting(words)) {
    const LineKind kind = kind_of(patterns_[index]);
    if (kind != not_wanted && patterns_[index].match_at(words, 0)) return kind;
  }
  return LineKind::None;
}

LineKinds::LineKinds(const RulePack& pack)
    : anywhere_(pack, "zone"), dates_(pack, "zone-date"), head_(pack, "zone-head") {}

LineKind LineKinds::anywhere(std::string_view words) const { return anywhere_.kind(words, LineKind::None); }
LineKind LineKinds::at_head(std::string_view words) const { return head_.kind(words, LineKind::DateLabel); }

std::optional<PatternMatch> LineKinds::date_line(std::string_view words) const {
  return dates_.match(words, LineKind::DateLine);
}
std::optional<PatternMatch> LineKinds::dateline(std::string_view words) const {
  return dates_.match(words, LineKind::Dateline);
}
std::optional<PatternMatch> LineKinds::date_label(std::string_view words) const {
  return head_.match(words, LineKind::DateLabel);
}

}  // namespace coopmine
