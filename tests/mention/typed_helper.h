// What the tests of money, dates and durations share: the shipped pack and the values found in a text.
#pragma once

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "mention/date.h"
#include "mention/duration.h"
#include "mention/money.h"
#include "mention/typed.h"
#include "rulepack/pack.h"
#include "segment/segment.h"
#include "shipped_pack.h"

namespace coopmine::test {

inline std::string all_faults(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics.errors()) text += format(diagnostic) + "\n";
  return text;
}

inline Segmented segment_text(const ZonedArticle& zoned) {
  return segment(zoned, shipped_pack().words, shipped_pack().abbreviations, SegmentConfig{});
}

struct Found {
  std::vector<Mention> mentions;
  std::string text;

  [[nodiscard]] std::vector<std::string> values() const {
    std::vector<std::string> values;
    for (const Mention& mention : mentions) values.push_back(value_text(mention));
    return values;
  }
  [[nodiscard]] std::vector<std::string> words() const {
    std::vector<std::string> words;
    for (const Mention& mention : mentions) words.emplace_back(quote(text, mention.span));
    return words;
  }
  [[nodiscard]] std::string joined() const {
    std::string all;
    for (const std::string& value : values()) all += (all.empty() ? "" : ", ") + value;
    return all;
  }
};

enum class Find { Money, Dates, Durations };

// `day` as "2024-06-08", or "" for an article without one.
inline Found find(Find what, const std::string& text, std::string_view day = {}) {
  Article article;
  article.text = text;
  ZonedArticle zoned;
  zoned.article = &article;
  zoned.date = parse_iso_day(day);
  zoned.blocks.push_back({{0, static_cast<std::uint32_t>(text.size())}, Zone::Body, BlockKind::Paragraph});
  const Segmented segmented = segment_text(zoned);
  Found found;
  found.text = text;
  const RulePack& pack = shipped_pack();
  if (what == Find::Money) find_money(article.text, segmented, zoned.date, pack, found.mentions);
  if (what == Find::Dates) find_dates(article.text, segmented, zoned.date, pack, found.mentions);
  if (what == Find::Durations) find_durations(article.text, segmented, pack, found.mentions);
  return found;
}

}  // namespace coopmine::test
