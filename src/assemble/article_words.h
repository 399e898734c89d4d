// The words of an article as features name them, each made once however often it is asked for.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "model/article.h"
#include "model/token.h"
#include "rulepack/pack.h"
#include "rulepack/text_hash.h"

namespace coopmine {

// Not for two threads at once: it keeps what it was asked for.  All it is made from must outlive it.
class ArticleWords {
 public:
  struct Word {
    HashedText text;  // folded; "0" for any number; a mark as printed
    const ClusterTable::Names* classes = nullptr;  // none: a rare word, a mark or a number
  };

  ArticleWords(std::string_view text, const Segmented& segmented, const RulePack& pack);
  // The word `offset` tokens from a token, by its index; "-" beyond the article.
  [[nodiscard]] Word at(std::uint32_t from, int offset = 0);

 private:
  static constexpr std::size_t kPage = 64;         // tokens
  static constexpr std::size_t kMostPages = 1024;  // that are kept: enough for any article but a hostile one
  using Page = std::array<std::optional<Word>, kPage>;

  [[nodiscard]] Word read(const Token& token);

  std::string_view text_;
  const Segmented& segmented_;
  const RulePack& pack_;
  std::vector<std::unique_ptr<Page>> pages_;
  std::size_t kept_pages_ = 0;
  std::unordered_set<std::string> unknown_;  // words that no table of the pack names, each once, for good
};

}  // namespace coopmine
