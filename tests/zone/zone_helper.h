// What the tests of zones share: the shipped pack, and an article's zones as lines of text.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "rulepack/pack.h"
#include "zone/zone.h"
#include "shipped_pack.h"

namespace coopmine::test {

// An article that keeps the zones found in it.
struct Zoned {
  explicit Zoned(std::string text, std::string_view option = {}, std::string title = {},
                 std::string date = {}) {
    article.text = std::move(text);
    article.title = std::move(title);
    article.date = std::move(date);
    zones = find_zones(article, shipped_pack(), {parse_iso_day(option)});
  }

  [[nodiscard]] std::string words(Span span) const { return std::string(quote(article.text, span)); }
  [[nodiscard]] std::string day() const { return zones.date ? iso(*zones.date) : ""; }

  // One line a block: T title, L lead, B body; then P paragraph, H heading, * bullet (none for the
  // title); line breaks within a block are shown as "/".
  [[nodiscard]] std::string shown() const {
    std::string out;
    for (const Block& block : zones.blocks) {
      out += "TLB"[static_cast<int>(block.zone)];
      if (block.kind != BlockKind::Title) out += " PH*"[static_cast<int>(block.kind)];
      out += " ";
      for (const char c : words(block.span)) out += c == '\n' ? '/' : c;
      out += "\n";
    }
    return out;
  }
  [[nodiscard]] std::string skipped() const {
    std::string out;
    for (const Span span : zones.skipped) out += words(span) + "\n";
    return out;
  }

  Article article;
  ZonedArticle zones;
};

}  // namespace coopmine::test
