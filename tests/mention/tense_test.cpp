#include "mention/tense.h"

#include "mention/typed_helper.h"

using namespace coopmine;
using namespace coopmine::test;

namespace {

// The tense at the word `here` of the text.
Tense tense_at(const std::string& text, const std::string& here) {
  Article article;
  article.text = text;
  ZonedArticle zoned;
  zoned.article = &article;
  zoned.blocks.push_back({{0, static_cast<std::uint32_t>(text.size())}, Zone::Body, BlockKind::Paragraph});
  const Segmented segmented = segment_text(zoned);
  for (const Sentence& sentence : segmented.sentences)
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i)
      if (quote(text, segmented.tokens[i].span) == here)
        return tense_around(text, segmented, sentence, i, i + 1, shipped_pack().calendar);
  FAIL("no such word: " << here);
  return Tense::Unknown;
}

}  // namespace

TEST_CASE("the nearest sign before a date tells the tense") {
  const std::vector<std::pair<std::string, Tense>> cases{
      {"They signed it HERE.", Tense::Past},
      {"They will sign it HERE.", Tense::Future},
      {"They agreed to sign it HERE.", Tense::Intention},
      {"They agreed HERE to sign it.", Tense::Past},
      {"It is to be signed HERE.", Tense::Intention},
      {"It will be signed HERE.", Tense::Future},
      {"It has been signed HERE.", Tense::Past},
      {"It is due HERE.", Tense::Future},
      {"They are scheduled to meet HERE.", Tense::Intention},
      {"They spoke to the press HERE.", Tense::Past},
      {"According to officials HERE.", Tense::Unknown},
      {"They told Mr Will HERE.", Tense::Past},
      {"The United team HERE.", Tense::Unknown},
      {"HERE they signed it.", Tense::Past},
      {"HERE they will sign it.", Tense::Future},
      {"HERE.", Tense::Unknown},
  };
  for (const auto& entry : cases) {
    const auto& text = entry.first;
    const auto& tense = entry.second;
    CAPTURE(text);
    CHECK(static_cast<int>(tense_at(text, "HERE")) == static_cast<int>(tense));
  }
}
