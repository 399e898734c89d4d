#include "assemble/article_words.h"

#include "rulepack/words.h"

namespace coopmine {

ArticleWords::ArticleWords(std::string_view text, const Segmented& segmented, const RulePack& pack)
    : text_(text), segmented_(segmented), pack_(pack), pages_(segmented.tokens.size() / kPage + 1) {}

ArticleWords::Word ArticleWords::at(std::uint32_t from, int offset) {
  const std::int64_t place = std::int64_t{from} + offset;
  if (place < 0 || place >= static_cast<std::int64_t>(segmented_.tokens.size())) return {std::string_view("-")};
  const auto token = static_cast<std::size_t>(place);
  std::unique_ptr<Page>& page = pages_[token / kPage];
  if (page == nullptr) {
    if (kept_pages_ == kMostPages) {
      for (auto& old : pages_) old.reset();
      kept_pages_ = 0;
    }
    page = std::make_unique<Page>();
    ++kept_pages_;
  }
  std::optional<Word>& word = (*page)[token % kPage];
  if (!word) word = read(segmented_.tokens[token]);
  return *word;
}

ArticleWords::Word ArticleWords::read(const Token& token) {
  if (token.kind == TokenKind::Punct) return {quote(text_, token.span)};
  if (token.kind == TokenKind::Number) return {std::string_view("0")};
  const std::string& word = token.word != kUnknownWord ? pack_.words.word(token.word) : *unknown_.insert(fold(quote(text_, token.span))).first;
  const HashedText text(word);
  return {text, pack_.clusters.find(text)};
}

}  // namespace coopmine
