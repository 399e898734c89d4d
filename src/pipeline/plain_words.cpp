#include "pipeline/plain_words.h"

#include <deque>
#include <string>

#include "rulepack/words.h"
#include "segment/segment.h"
#include "zone/zone.h"

namespace coopmine {

void for_each_plain_sentence(const Article& article, const RulePack& pack, const std::function<void(const std::vector<std::string_view>&)>& use) {
  const ZonedArticle zoned = find_zones(article, pack, {});
  const Segmented segmented = segment(zoned, pack.words, pack.abbreviations, {});
  std::vector<std::string_view> words;
  std::deque<std::string> kept;  // words that the pack does not know
  for (const Sentence& sentence : segmented.sentences) {
    words.clear();
    kept.clear();
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
      const Token& token = segmented.tokens[t];
      if (token.kind == TokenKind::Number)
        words.emplace_back("0");
      else if (token.word != kUnknownWord)
        words.emplace_back(pack.words.word(token.word));
      else
        words.emplace_back(kept.emplace_back(fold(quote(article.text, token.span))));
    }
    use(words);
  }
}

}  // namespace coopmine
