// What the tests of segmentation share: a text that is one block, cut into tokens.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "segment/segment.h"
#include "shipped_pack.h"

namespace coopmine::test {

// Its tokens with `mark` between, its sentences with " / ".
inline std::string tokens_of(const std::string& text, std::string_view mark) {
  Article article;
  article.text = text;
  ZonedArticle zoned;
  zoned.article = &article;
  Block block;
  block.span = {0, static_cast<std::uint32_t>(text.size())};
  zoned.blocks.push_back(block);
  const Segmented segmented = segment(zoned, shipped_pack().words, shipped_pack().abbreviations, {});
  std::string out;
  for (const Sentence& s : segmented.sentences) {
    if (!out.empty()) out += " / ";
    for (std::uint32_t t = s.first; t < s.last; ++t) {
      if (t != s.first) out += mark;
      out += quote(text, segmented.tokens[t].span);
    }
  }
  return out;
}

}  // namespace coopmine::test
