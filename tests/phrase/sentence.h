// One sentence through segment, mention and phrase with the shipped pack, for the tests of phrase/ and frame/.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "mention/actor.h"
#include "mention/date.h"
#include "mention/instrument.h"
#include "mention/money.h"
#include "mention/sector.h"
#include "phrase/phrase.h"
#include "rulepack/pack.h"
#include "segment/segment.h"
#include "shipped_pack.h"

namespace coopmine::test {

struct OneSentence {
  explicit OneSentence(std::string words) {
    article.text = std::move(words);
    zoned.article = &article;
    zoned.date = parse_iso_day("2024-06-08");
    zoned.blocks.push_back({{0, static_cast<std::uint32_t>(article.text.size())}, Zone::Body, BlockKind::Paragraph});
    const RulePack& pack = shipped_pack();
    segmented = segment(zoned, pack.words, pack.abbreviations, {});
    std::vector<Mention>& all = mentions.all;
    find_actors(zoned, segmented, pack.actors, {}, all);
    find_sectors(article.text, segmented, pack.sectors, all);
    find_instruments(article.text, segmented, pack.instruments, pack.triggers, all);
    find_money(article.text, segmented, zoned.date, pack, all);
    find_dates(article.text, segmented, zoned.date, pack, all);
    std::stable_sort(all.begin(), all.end(), [](const Mention& a, const Mention& b) {
      return a.first != b.first ? a.first < b.first : a.last > b.last;
    });
    phrased = find_phrases(article.text, segmented, 0, mentions, pack.triggers);
  }
  OneSentence(const OneSentence&) = delete;
  OneSentence& operator=(const OneSentence&) = delete;

  [[nodiscard]] std::string words(const Unit& unit) const {
    const Span span{segmented.tokens[unit.first].span.begin, segmented.tokens[unit.last - 1].span.end};
    return std::string(quote(article.text, span));
  }
  // The words of the units of one kind, with " | " between.
  [[nodiscard]] std::string of(UnitKind kind) const {
    std::string out;
    for (const Unit& unit : phrased.units)
      if (unit.kind == kind) out += (out.empty() ? "" : " | ") + words(unit);
    return out;
  }

  Article article;
  ZonedArticle zoned;
  Segmented segmented;
  Mentions mentions;
  PhrasedSentence phrased;
};

}  // namespace coopmine::test
