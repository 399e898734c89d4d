#include <doctest/doctest.h>

#include <memory>
#include <random>

#include <unicode/brkiter.h>
#include <unicode/uchar.h>

#include "rulepack/words.h"

using namespace coopmine;
using Words = std::vector<std::string>;

TEST_CASE("forms are split into folded words") {
  CHECK(split_words("C\u00f4te d\u2019Ivoire") == Words{"c\u00f4te", "d'ivoire"});
  CHECK(split_words("U.S.") == Words{"u.s."});
  CHECK(split_words("Washington, D.C.") == Words{"washington", ",", "d.c."});
  CHECK(split_words("U.S.'s") == Words{"u.s.", "'s"});
  CHECK(split_words("Japan's") == Words{"japan", "'s"});
  CHECK(split_words("{x} 's") == Words{"{", "x", "}", "'s"});
  CHECK(split_words("Japan-Ukraine") == Words{"japan", "-", "ukraine"});
  CHECK(split_words("K. Abe") == Words{"k", ".", "abe"});
  CHECK(split_words("  a\tb \u00a0c ") == Words{"a", "b", "c"});
  CHECK(split_words("US$15.8bn, 1,200%") == Words{"us", "$", "15.8bn", ",", "1,200", "%"});
  CHECK(split_words("both countries'") == Words{"both", "countries", "'"});
  CHECK(split_words("Ph.D.") == Words{"ph.d", "."});
  CHECK(split_words("").empty());
}

TEST_CASE("folding: case, apostrophes, composition, soft hyphens") {
  CHECK(fold("JAPAN") == "japan");
  CHECK(fold("\u00c9TAT") == "\u00e9tat");
  CHECK(fold("E\u0301tat") == "\u00e9tat");
  CHECK(fold("Stra\u00dfe") == "strasse");
  CHECK(fold("d\u2019Ivoire") == "d'ivoire");
  CHECK(fold("co\u00adoperate") == "cooperate");
}

namespace {

// The same words by ICU's own iterator, joined afterwards as the header says; UTF-16 in, folded out.
Words by_icu(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getEnglish(), status));
  REQUIRE(U_SUCCESS(status));
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(text);
  words->setText(wide);
  Words out;
  for (int from = 0, to = words->next(); to != icu::BreakIterator::DONE; from = to, to = words->next()) {
    if (u_isUWhiteSpace(wide.char32At(from))) continue;
    std::string word;
    wide.tempSubStringBetween(from, to).toUTF8String(word);
    out.push_back(fold(word));
  }
  return out;
}

}  // namespace

TEST_CASE("words agree with ICU on random strings, clitics and dotted letters aside") {
  const Words atoms{"a", "B", "7", ".", ",", "'", "\u2019", ":", ";", "-", " ", "\u00e9", "_", "@", "$",
                    "(", "\u2013", "\u00ad", "\u0301", "\u00b7", "\u2026", "\u0416", "%", "/", "\u20ac", "\""};
  std::mt19937 random(7);
  std::size_t compared = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    // A letter pair first in each piece keeps the sequences of single dotted letters out.
    for (int i = 0; i < 12; ++i) {
      const std::string& atom = atoms[random() % atoms.size()];
      text += atom == "a" || atom == "B" ? atom + "x" : atom;
    }
    if (text.find("\u00e9.") != std::string::npos || text.find("\u0416.") != std::string::npos ||
        text.find("@.") != std::string::npos) {
      continue;
    }
    CAPTURE(text);
    CHECK(split_words(text) == by_icu(text));
    ++compared;
  }
  CHECK(compared > 10000);
}

TEST_CASE("the vocabulary gives each word one id and keeps it as it grows") {
  Vocabulary vocabulary;
  CHECK(vocabulary.find("japan") == kUnknownWord);
  const WordId japan = vocabulary.intern("japan");
  CHECK(japan == 1);
  for (int i = 0; i < 5000; ++i) vocabulary.intern("w" + std::to_string(i));
  CHECK(vocabulary.intern("japan") == japan);
  CHECK(vocabulary.find("japan") == japan);
  CHECK(vocabulary.word(vocabulary.find("w4999")) == "w4999");
  CHECK(vocabulary.size() == 5002);
  CHECK(vocabulary.intern_form("South W7") == std::vector<WordId>{5002, vocabulary.find("w7")});
}
