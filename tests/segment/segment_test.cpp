#include "segment/segment.h"

#include <doctest/doctest.h>

#include <string>

#include "shipped_pack.h"

using namespace coopmine;

namespace {

// Sentences with " / " between, their tokens with "|".
std::string cut(const std::string& text) {
  Article article;
  article.text = text;
  ZonedArticle zoned;
  zoned.article = &article;
  Block block;
  block.span = {0, static_cast<std::uint32_t>(text.size())};
  zoned.blocks.push_back(block);
  const Segmented segmented = segment(zoned, test::shipped_pack().words, test::shipped_pack().abbreviations, {});
  std::string out;
  for (const Sentence& s : segmented.sentences) {
    out += out.empty() ? "" : " / ";
    for (std::uint32_t t = s.first; t < s.last; ++t) out += (t == s.first ? "" : "|") + std::string(quote(text, segmented.tokens[t].span));
  }
  return out;
}

}  // namespace

TEST_CASE("a narrow no-break space parts words") {
  CHECK(cut("as long\u202Fas Mali\u202Fpays\u202F.") == "as|long|as|Mali|pays|.");
  CHECK(cut("\u202F\u202Fthe U.S.\u202FArmy left snake_case") == "the|U.S.|Army|left|snake_case");
}

TEST_CASE("a sentence may end with an abbreviation before two spaces") {
  CHECK(cut("He left Washington, D.C.  Mali stayed.") == "He|left|Washington|,|D.C. / Mali|stayed|.");
  CHECK(cut("He left the U.S. Army for good.") == "He|left|the|U.S.|Army|for|good|.");
}
