#include "phrase/sentence.h"

using namespace coopmine;
using coopmine::test::OneSentence;

TEST_CASE("units cover the sentence without gap or overlap") {
  for (const char* text : {"Japan, Ukraine and the EU have agreed to expand cooperation in energy.",
                           "On Monday Tokyo gave Kyiv $5 million (750 million yen) for mine clearance - its second grant.",
                           "\"We will not sign,\" said the minister; talks go on.", "?!", "Aid."}) {
    const OneSentence s(text);
    std::uint32_t at = s.segmented.sentences.front().first;
    for (const Unit& unit : s.phrased.units) {
      CHECK(unit.first == at);
      CHECK(unit.last > unit.first);
      at = unit.last;
    }
    CHECK(at == s.segmented.sentences.front().last);
  }
}

TEST_CASE("a coordination of actors is one unit") {
  const OneSentence s("Japan, Ukraine and Mali have agreed to expand cooperation in energy.");
  CHECK(s.of(UnitKind::Actors) == "Japan, Ukraine and Mali");
  CHECK(s.of(UnitKind::Verb) == "have agreed | to expand");
  CHECK(s.of(UnitKind::Noun) == "cooperation");
}

TEST_CASE("an actor before a noun modifies it") {
  CHECK(OneSentence("Chinese aid to Mali was announced.").of(UnitKind::Modifier) == "Chinese");
  CHECK(OneSentence("Japan's pledge of aid was welcome.").of(UnitKind::Modifier) == "Japan");
  CHECK(OneSentence("Japan pledged aid.").of(UnitKind::Modifier).empty());
}

TEST_CASE("auxiliaries give modality, voice and polarity") {
  struct Row {
    const char* text;
    Modality modality;
    bool passive;
    bool negated;
    bool finite;
  };
  const Row rows[] = {
      {"Japan will provide wheat.", Modality::Will, false, false, true},
      {"Japan may provide wheat.", Modality::May, false, false, true},
      {"Japan has provided wheat.", Modality::Perfect, false, false, true},
      {"Japan is providing wheat.", Modality::Progressive, false, false, true},
      {"Wheat was provided by Japan.", Modality::None, true, false, true},
      {"Wheat will be provided by Japan.", Modality::Will, true, false, true},
      {"Japan will not provide wheat.", Modality::Will, false, true, true},
      {"JAPAN TO PROVIDE WHEAT", Modality::Infinitive, false, false, false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const OneSentence s(row.text);
    const auto verb = std::find_if(s.phrased.units.begin(), s.phrased.units.end(), [](const Unit& u) { return u.kind == UnitKind::Verb; });
    REQUIRE(verb != s.phrased.units.end());
    CHECK(verb->verb.modality == row.modality);
    CHECK(verb->verb.passive == row.passive);
    CHECK(verb->verb.negated == row.negated);
    CHECK(verb->verb.finite == row.finite);
  }
}

TEST_CASE("a word that can be noun and verb is what its neighbours make it") {
  CHECK(OneSentence("Its support for Mali goes on.").of(UnitKind::Verb).find("support") == std::string::npos);
  CHECK(OneSentence("Japan plans to support Mali.").of(UnitKind::Verb) == "plans | to support");
  CHECK(OneSentence("Japan is committed to working with Mali.").of(UnitKind::Verb).find("working with") != std::string::npos);
}
