#include "zone/kinds.h"

#include <utility>

namespace coopmine {
namespace {

constexpr std::array<std::pair<std::string_view, LineKind>, 12> kNames{{
    {"date-line", LineKind::DateLine},
    {"date-label", LineKind::DateLabel},
    {"dateline", LineKind::Dateline},
    {"byline", LineKind::Byline},
    {"place", LineKind::Place},
    {"attribution", LineKind::Attribution},
    {"source", LineKind::Source},
    {"furniture", LineKind::Furniture},
    {"caption", LineKind::Caption},
    {"sign-off", LineKind::SignOff},
    {"related", LineKind::Related},
    {"end", LineKind::End},
}};

constexpr std::array kAnywhere{LineKind::End, LineKind::Related, LineKind::Furniture, LineKind::SignOff,
                               LineKind::Source, LineKind::Caption};
constexpr std::array kAtHead{LineKind::Byline, LineKind::Attribution, LineKind::Place};

}  // namespace

LineKinds::LineKinds(const RulePack& pack) {
  for (const TypedPattern& pattern : pack.patterns.of("zone")) {
    const std::string& kind = pattern.constant("kind");
    for (const auto& [name, value] : kNames)
      if (kind == name) patterns_[static_cast<std::size_t>(value)].push_back(&pattern);
  }
}

std::optional<PatternMatch> LineKinds::match(LineKind kind, std::string_view words) const {
  for (const TypedPattern* pattern : of(kind))
    if (auto match = pattern->match_at(words, 0)) return match;
  return std::nullopt;
}

LineKind LineKinds::anywhere(std::string_view words) const {
  for (const LineKind kind : kAnywhere)
    if (is(kind, words)) return kind;
  return LineKind::None;
}

LineKind LineKinds::at_head(std::string_view words) const {
  if (const LineKind kind = anywhere(words); kind != LineKind::None) return kind;
  for (const LineKind kind : kAtHead)
    if (is(kind, words)) return kind;
  return LineKind::None;
}

}  // namespace coopmine
