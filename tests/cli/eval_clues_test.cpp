#include <algorithm>

#include <doctest/doctest.h>

#include "cli/eval_clues.h"

using namespace coopmine;

TEST_CASE("clues of an article of the gold") {
  Diagnostics faults;
  const auto pack = load_pack({}, faults);
  for (const Diagnostic& fault : faults.errors()) FAIL_CHECK(format(fault));
  REQUIRE(pack);
  GoldArticle article;
  article.name = "a.txt";
  article.text = "Caf\xC3\xA9 news\n\nOSLO, June 7 (Wire) - Norway will give Kenya $5 million for wells.\n";
  const ArticleClues clues = clues_of(article, *pack);
  const auto found = [&](ClueKind kind, const std::string& value) -> const Clue* {
    for (const ClueSentence& sentence : clues.sentences) {
      for (const Clue& clue : sentence.clues) {
        if (clue.kind == kind && clue.value == value) return &clue;
      }
    }
    return nullptr;
  };
  const Clue* norway = found(ClueKind::Actor, "NOR");
  REQUIRE(norway != nullptr);
  CHECK(norway->words == "Norway");
  CHECK(norway->span == CodeSpan{33, 39});  // code points, not bytes
  REQUIRE(found(ClueKind::Actor, "KEN") != nullptr);
  REQUIRE(found(ClueKind::Amount, "USD 5e+06") != nullptr);
  const Clue* give = found(ClueKind::Trigger, "give");
  REQUIRE(give != nullptr);
  CHECK(give->words.find("give") != std::string::npos);
}
