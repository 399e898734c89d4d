#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "assemble/article_words.h"
#include "rulepack/words.h"
#include "shipped_pack.h"

using namespace coopmine;

namespace {

Segmented tokens_of(const std::string& text) {
  Segmented segmented;
  std::vector<Span> words;
  find_words(text, words);
  for (const Span word : words) {
    Token token;
    token.span = word;
    const std::string_view printed = quote(text, word);
    token.kind = printed.find_first_of("0123456789") == 0 ? TokenKind::Number : printed == "," ? TokenKind::Punct : TokenKind::Word;
    token.word = token.kind == TokenKind::Word ? test::shipped_pack().words.find_printed(printed) : kUnknownWord;
    segmented.tokens.push_back(token);
  }
  return segmented;
}

}  // namespace

TEST_CASE("words are folded, numbers are one word, marks are as printed") {
  const std::string text = "Japan Provided 500 Grommets , twice";
  const Segmented segmented = tokens_of(text);
  ArticleWords words(text, segmented, test::shipped_pack());
  REQUIRE(segmented.tokens.size() == 6);
  CHECK(words.at(1).text.text == "provided");
  CHECK(words.at(2).text.text == "0");
  CHECK(segmented.tokens[3].word == kUnknownWord);
  CHECK(words.at(3).text.text == "grommets");
  CHECK(words.at(3).text.hash == text_hash("grommets"));
  CHECK(words.at(4).text.text == ",");
  CHECK(words.at(4).classes == nullptr);
}

TEST_CASE("words of an article that is too long to keep are read again") {
  std::string text;
  for (int i = 0; i < 80000; ++i) text += i % 3 == 0 ? "provided " : i % 3 == 1 ? "Grommets " : "17 ";
  const Segmented segmented = tokens_of(text);
  REQUIRE(segmented.tokens.size() == 80000);
  ArticleWords words(text, segmented, test::shipped_pack());
  for (int pass = 0; pass < 2; ++pass)
    for (std::uint32_t t = 0; t < segmented.tokens.size(); ++t)
      REQUIRE(words.at(t).text.text == (t % 3 == 0 ? "provided" : t % 3 == 1 ? "grommets" : "0"));
}
