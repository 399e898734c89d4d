#include <doctest/doctest.h>

#include "eval/claims.h"
#include "eval/mistakes.h"
#include "eval/slot_reasons.h"

using namespace coopmine;
using claims::claim;

namespace {

Clue clue(ClueKind kind, std::string value, std::string words, CodeSpan span) {
  return {kind, std::move(value), std::move(words), span};
}

// Sentences of 100 characters each.
ArticleClues sentences(std::size_t count) {
  ArticleClues clues;
  for (std::size_t i = 0; i < count; ++i) {
    const auto begin = static_cast<std::int64_t>(i) * 100;
    clues.sentences.push_back({{begin, begin + 100}, {}});
  }
  return clues;
}

std::vector<Mistake> find(const GoldSet& gold, const Predictions& records, const std::optional<ArticleClues>& clues) {
  return mistakes_of(pair_articles(gold, records), [&](const GoldArticle&) { return clues; });
}

// The one reason for the one mistake.
Reason reason(const std::vector<Claim>& gold, const std::vector<Claim>& records, const std::optional<ArticleClues>& clues) {
  const GoldSet set = claims::gold({gold});
  const Predictions predictions = claims::records({records});
  const auto mistakes = find(set, predictions, clues);
  REQUIRE(mistakes.size() == 1);
  REQUIRE(mistakes[0].reasons.size() == 1);
  return mistakes[0].reasons[0];
}

}  // namespace

TEST_CASE("why a commitment is missed") {
  const Claim gold = claim("aid pledged", {10, 40});
  ArticleClues clues = sentences(2);
  CHECK(reason({gold}, {}, std::nullopt).text == "no record overlaps these words");
  CHECK(reason({gold}, {}, ArticleClues{}).group == "missed: not read");
  CHECK(reason({gold}, {}, clues).text == "no trigger in \"aid pledged\"");
  clues.sentences[0].clues.push_back(clue(ClueKind::Trigger, "send", "sends", {50, 55}));
  CHECK(reason({gold}, {}, clues).group == "missed: no trigger");  // outside of the quote
  clues.sentences[0].clues.push_back(clue(ClueKind::Trigger, "give", "gives", {12, 17}));
  CHECK(reason({gold}, {}, clues).text == "trigger give, but no known actor in the sentence");
  clues.sentences[0].clues.push_back(clue(ClueKind::Actor, "NOR", "Norway", {60, 66}));
  clues.sentences[0].clues.push_back(clue(ClueKind::Actor, "NOR", "Oslo", {70, 74}));
  CHECK(reason({gold}, {}, clues).text ==
        "triggers give and actors NOR stand there, but no rule made a record of them");
  clues.rejected.push_back({{0, 20}, "aid.gives", 0.3});
  clues.rejected.push_back({{30, 50}, "aid.sends", 0.4});
  CHECK(reason({gold}, {}, clues).text == "a record by aid.sends was held back for its confidence of 0.40");
}

TEST_CASE("a record over two commitments is told for the one that goes without") {
  const GoldSet gold = claims::gold({{claim("aid pledged", {0, 20}), claim("support pledged", {30, 50})}});
  const Predictions records = claims::records({{claim("aid pledged", {0, 50})}});
  const auto mistakes = find(gold, records, sentences(1));
  REQUIRE(mistakes.size() == 1);
  CHECK(mistakes[0].kind == MistakeKind::Missed);
  CHECK(mistakes[0].gold->record.type == "support");
  CHECK(mistakes[0].reasons[0].group == "missed: its record went to another commitment");
}

TEST_CASE("why a record is spurious") {
  const Claim gold = claim("aid pledged", {10, 40});
  Claim record = claim("aid pledged rule=aid.gives", {60, 80});
  record.record.evidence.emplace_back().lemma = "give";
  CHECK(reason({}, {record}, sentences(1)).text ==
        "the article has no commitment at all (made by aid.gives, trigger give)");
  CHECK(reason({gold}, {claim("aid pledged", {10, 40}), record}, sentences(1)).text ==
        "the sentence has a commitment, but in other words: \"aid pledged\" (made by aid.gives, trigger give)");
  record.spans = {{160, 180}};
  CHECK(reason({gold}, {claim("aid pledged", {10, 40}), record}, sentences(2)).text ==
        "no commitment stands there (made by aid.gives, trigger give)");
  record.spans = {{30, 80}};
  CHECK(reason({gold}, {claim("aid pledged", {10, 40}), record}, sentences(2)).group == "spurious: second record");
}

TEST_CASE("why slots are wrong") {
  const auto reasons = [](const Claim& gold, const Claim& record, const ArticleClues& clues) {
    std::vector<std::string> texts;
    for (const Reason& one : slot_reasons(gold, record, ClueView(clues))) texts.push_back(one.group + " | " + one.text);
    return texts;
  };
  ArticleClues clues = sentences(2);
  clues.sentences[0].clues.push_back(clue(ClueKind::Actor, "KEN", "Nairobi", {60, 67}));
  clues.sentences[0].clues.push_back(clue(ClueKind::Sector, "water", "wells", {70, 75}));
  clues.sentences[1].clues.push_back(clue(ClueKind::Date, "2024", "this year", {150, 159}));
  const Claim gold = claim("aid pledged giver=NOR receiver=KEN sector=water date=2024 amount=USD:5", {0, 50});

  Claim record = claim("aid planned giver=NOR receiver=MLI sector=water date=2024 amount=USD:5", {0, 50});
  RecordEvidence& evidence = record.record.evidence.emplace_back();
  evidence.trigger = {"may give", CodeSpan{20, 28}};
  RecordParty& receiver = record.record.parties[1];
  receiver.text = "Mali";
  receiver.span = CodeSpan{30, 34};
  CHECK(reasons(gold, record, clues) ==
        std::vector<std::string>{"status: planned for pledged | status planned instead of pledged: trigger \"may give\"",
                                 "receiver: wrong | receiver MLI instead of KEN: \"Mali\" is nearer to the trigger than \"Nairobi\""});
  receiver.span = CodeSpan{90, 94};
  receiver.via = "pair";
  CHECK(reasons(gold, record, clues).at(1) ==
        "receiver: wrong | receiver MLI instead of KEN, from \"Mali\" (by pair): \"Nairobi\" stands in the sentence and was not taken");

  const Claim roles = claim("aid pledged party=NOR receiver=KEN giver=SWE", {0, 50});
  CHECK(reasons(gold, roles, clues) ==
        std::vector<std::string>{
            "giver: taken for party | NOR is party instead of giver", "giver: too many | giver SWE too many",
            "sector: missed | sector water missed: \"wells\" stands in the sentence and was not taken",
            "amount: missed | amount USD 5 missed: no words of the article are read as it",
            "date: missed | date 2024 missed: \"this year\" stands in another sentence"});
}

TEST_CASE("nothing is told of articles that are right, and groups are counted") {
  const GoldSet gold = claims::gold({{claim("aid pledged", {0, 9})}, {claim("aid pledged", {0, 9})}, {claim("aid ended", {0, 9})}});
  const Predictions records = claims::records({{claim("aid pledged", {0, 9})}, {}, {}});
  std::size_t asked = 0;
  const auto mistakes = mistakes_of(pair_articles(gold, records), [&](const GoldArticle&) {
    ++asked;
    return std::optional<ArticleClues>();
  });
  CHECK(asked == 2);
  CHECK(count_reasons(mistakes) == std::vector<std::pair<std::string, std::size_t>>{{"missed", 2}});
}

TEST_CASE("labels are cut at a whole character and stand on one line") {
  Claim one = claim("aid pledged", {0, 9});
  one.label = "will\n  give";
  CHECK(short_label(one) == "will give");
  one.label.clear();
  for (int i = 0; i < 100; ++i) one.label += "\xC3\xBC";
  CHECK(short_label(one).size() == 2 * 60 + 3);
}
