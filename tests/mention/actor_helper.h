// A small world of actors for the tests of their finder: the shipped roles, a few dozen states,
// cities, organisations and leaders.
#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "mention/actor.h"
#include "rulepack/actor_table.h"
#include "segment/segment.h"

namespace coopmine::test {

inline const char* const kActors =
    "id\tkind\tname\tforms\tadjectives\tdemonyms\tcapitals\torgan\tfrom\tto\n"
    "JPN\tstate\tJapan\t\tJapanese\tJapanese\tTokyo\t\t\t\n"
    "UKR\tstate\tUkraine\t\tUkrainian\tUkrainians|Ukrainian\tKyiv|Kiev\t\t\t\n"
    "USA\tstate\tUnited States\tU.S.|=US|United States of America|USA|America\tU.S.|=US|American\tAmericans|American\tWashington|Washington, D.C.\t\t\t\n"
    "USA\tstate\tUnited States\tWhite House\t\t\t\tpresident\t\t\n"
    "GBR\tstate\tUnited Kingdom\tUK|Britain|Great Britain\tBritish|UK\tBritons\tLondon\t\t\t\n"
    "FRA\tstate\tFrance\tFrench Republic\tFrench\tFrench\tParis\t\t\t\n"
    "DEU\tstate\tGermany\t\tGerman\tGermans|German\tBerlin\t\t1990-10-03\t\n"
    "DDR\tstate\tEast Germany\tGerman Democratic Republic\tEast German\tEast Germans\tEast Berlin\t\t1949\t1990-10-02\n"
    "SUN\tstate\tSoviet Union\tUSSR\tSoviet\tSoviets\tMoscow\t\t1922\t1991-12-26\n"
    "RUS\tstate\tRussia\tRussian Federation\tRussian\tRussians|Russian\tMoscow\t\t1991-12-26\t\n"
    "CHN\tstate\tChina\tPRC\tChinese\tChinese\tBeijing\t\t\t\n"
    "KOR\tstate\tSouth Korea\tRepublic of Korea\tSouth Korean\tSouth Koreans\tSeoul\t\t\t\n"
    "KAZ\tstate\tKazakhstan\t\tKazakh\tKazakhs\tAstana\t\t\t\n"
    "UZB\tstate\tUzbekistan\t\tUzbek\tUzbeks\tTashkent\t\t\t\n"
    "KGZ\tstate\tKyrgyzstan\t\tKyrgyz\tKyrgyz\tBishkek\t\t\t\n"
    "PHL\tstate\tPhilippines\tthe Philippines\tPhilippine|Filipino\tFilipinos\tManila\t\t\t\n"
    "GEO\tstate\tGeorgia\t\tGeorgian\tGeorgians\tTbilisi\t\t\t\n"
    "JOR\tstate\tJordan\t\tJordanian\tJordanians\tAmman\t\t\t\n"
    "TUR\tstate\tTurkey\tTürkiye\tTurkish\tTurks\tAnkara\t\t\t\n"
    "POL\tstate\tPoland\t\tPolish\tPoles\tWarsaw\t\t\t\n"
    "ITA\tstate\tItaly\t\tItalian\tItalians\tRome\t\t\t\n"
    "IND\tstate\tIndia\t\tIndian\tIndians\tNew Delhi|Delhi\t\t\t\n"
    "MMR\tstate\tMyanmar\tBurma\tBurmese\tBurmese\tNaypyidaw\t\t\t\n"
    "OMN\tstate\tOman\t\tOmani\tOmanis\tMuscat\t\t\t\n"
    "YEM\tstate\tYemen\t\tYemeni\tYemenis\tSanaa\t\t\t\n"
    "CZE\tstate\tCzech Republic\tCzechia\tCzech\tCzechs\tPrague\t\t\t\n"
    "ISR\tstate\tIsrael\t\tIsraeli\tIsraelis\tJerusalem\t\t\t\n"
    "IRN\tstate\tIran\t\tIranian\tIranians\tTehran\t\t\t\n"
    "AUT\tstate\tAustria\t\tAustrian\tAustrians\tVienna\t\t\t\n"
    "GRC\tstate\tGreece\t\tGreek\tGreeks\tAthens\t\t\t\n"
    "SRB\tstate\tSerbia\t\tSerbian\tSerbs\tBelgrade\t\t\t\n"
    "PRT\tstate\tPortugal\t\tPortuguese\tPortuguese\tLisbon\t\t\t\n"
    "ESP\tstate\tSpain\t\tSpanish\tSpaniards\tMadrid\t\t\t\n"
    "CHE\tstate\tSwitzerland\t\tSwiss\tSwiss\tBern\t\t\t\n"
    "CHE\tsubnational\tGeneva\t\t\t\t\t\t\t\n"
    "UKR\tsubnational\tKharkiv\t\t\t\t\t\t\t\n"
    "EU\torganisation\tEuropean Union\t=EU|EU\tEU\t\t\t\t\t\n"
    "EU\torganisation\tEuropean Commission\t\t\t\t\tcommission\t\t\n"
    "UN\torganisation\tUnited Nations\t=UN|U.N.\tUN|U.N.\t\t\t\t\t\n"
    "WHO\torganisation\tWorld Health Organization\t=WHO\t\t\t\t\t\t\n"
    "ASEAN\torganisation\tASEAN\tAssociation of Southeast Asian Nations\tASEAN\t\t\t\t\t\n"
    "ADB\torganisation\tAsian Development Bank\t=ADB\t\t\t\t\t\t\n"
    "CENTRAL_ASIA\tregion\tCentral Asia\t\tCentral Asian\tCentral Asians\t\t\t\t\n"
    "AFRICA\tregion\tAfrica\t\tAfrican\tAfricans\t\t\t\t\n"
    "ASIA_PACIFIC\tregion\tAsia Pacific\tAsia-Pacific\t\t\t\t\t\t\n";

inline const char* const kPersons =
    "name\tforms\tid\toffice\tfrom\tto\n"
    "Fumio Kishida\tKishida\tJPN\tprime-minister\t2021-10-04\t2024-09-30\n"
    "Shinzo Abe\tAbe\tJPN\tprime-minister\t2012-12-26\t2020-09-16\n"
    "Joe Biden\tBiden|Joseph Biden\tUSA\tpresident\t2021-01-20\t2025-01-19\n"
    "Antony Blinken\tBlinken\tUSA\tforeign-minister\t2021-01-26\t2025-01-19\n"
    "Xi Jinping\tXi\tCHN\tpresident\t2013-03-14\t\n"
    "Lee Hsien Loong\tLee\tPHL\tprime-minister\t2004\t\n"
    "Lee Jae-myung\tLee\tKOR\tpresident\t2020\t\n"
    "Theresa May\tMay\tGBR\tprime-minister\t2016-07-13\t2024\n";

inline const char* const kTraps =
    "form\treason\n"
    "Indian Ocean\tsea\n"
    "Washington Post\tnewspaper\n"
    "New England\tregion of the U.S.\n"
    "Paris agreement\ttext\n";

inline std::string read_rules(const std::string& name) {
  std::ifstream file(std::string(COOPMINE_SOURCE_DIR "/rules/en/") + name, std::ios::binary);
  REQUIRE(file.good());
  return {std::istreambuf_iterator<char>(file), {}};
}

inline std::string faults_of(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics.errors()) text += format(diagnostic) + "\n";
  return text;
}

struct ActorWorld {
  Vocabulary words;
  AbbreviationTable abbreviations;
  ActorTable actors;

  ActorWorld() : ActorWorld(kActors, kPersons, kTraps) {}

  // Worlds of other tables; the roles are the shipped ones.
  ActorWorld(const std::string& actor_rows, const std::string& person_rows, const std::string& trap_rows) {
    Diagnostics diagnostics;
    const Table short_forms = parse_table("abbreviations.tsv", read_rules("abbreviations.tsv"), {"form", "note"}, diagnostics);
    abbreviations = load_abbreviations(short_forms, words, diagnostics);
    const Table table = parse_table("actors.tsv", actor_rows, actor_columns(), diagnostics);
    const Table persons = parse_table("persons.tsv", person_rows, person_columns(), diagnostics);
    const Table traps = parse_table("traps.tsv", trap_rows, trap_columns(), diagnostics);
    const Table roles = parse_table("roles.tsv", read_rules("roles.tsv"), role_columns(), diagnostics);
    actors = load_actors({table, persons, traps, roles}, words, diagnostics);
    REQUIRE_MESSAGE(diagnostics.ok(), faults_of(diagnostics));
  }
};

inline const ActorWorld& actor_world() {
  static const ActorWorld world;
  return world;
}

inline std::string_view form_name(ActorForm form) {
  switch (form) {
    case ActorForm::Name: return "name";
    case ActorForm::Adjective: return "adjective";
    case ActorForm::Demonym: return "people";
    case ActorForm::Organ: return "organ";
    case ActorForm::Person: return "person";
    case ActorForm::Place: return "place";
    case ActorForm::Generic: return "generic";
  }
  return "?";
}

struct ActorArticle {
  Article article;
  ZonedArticle zoned;
  Segmented segmented;
  std::vector<Mention> mentions;
};

// Each line of `text` is a paragraph; one that begins with "# " is a title.
inline void read_actors(ActorArticle& out, const std::string& text, const std::string& date,
                        const ActorConfig& config = {}, const ActorWorld& world = actor_world()) {
  out.article.text = text;
  out.zoned.article = &out.article;
  if (!date.empty()) out.zoned.date = parse_iso_day(date);
  for (std::uint32_t begin = 0; begin < text.size();) {
    auto end = static_cast<std::uint32_t>(std::min(text.find('\n', begin), text.size()));
    const bool title = text.compare(begin, 2, "# ") == 0;
    const std::uint32_t skip = title ? 2 : 0;
    out.zoned.blocks.push_back({{begin + skip, end},
                                title ? Zone::Title : Zone::Body,
                                title ? BlockKind::Title : BlockKind::Paragraph});
    begin = end + 1;
  }
  out.segmented = segment(out.zoned, world.words, world.abbreviations, {});
  find_actors(out.zoned, out.segmented, world.actors, config, out.mentions);
}

// "words = id form organ", one a mention: `Japan = JPN name`, `the ministry = - generic ministry`.
inline std::vector<std::string> actors_in(const std::string& text, const std::string& date = "2023-05-10",
                                          const ActorWorld& world = actor_world()) {
  ActorArticle article;
  read_actors(article, text, date, {}, world);
  std::vector<std::string> shown;
  for (const Mention& m : article.mentions) {
    std::string line(quote(text, m.span));
    line += " = " + (m.actor.id.empty() ? std::string("-") : m.actor.id) + " ";
    line += m.actor.kind == ActorKind::Company ? "firm" : form_name(m.actor.form);
    const std::string_view more = m.actor.form == ActorForm::Generic ? m.actor.generic : m.actor.organ;
    if (!more.empty()) line.append(" ").append(more);
    if (m.actor.possessive) line += " 's";
    shown.push_back(line);
  }
  return shown;
}

using Shown = std::vector<std::string>;

}  // namespace coopmine::test

namespace doctest {
template <>
struct StringMaker<std::vector<std::string>> {
  static String convert(const std::vector<std::string>& lines) {
    std::string all;
    for (const std::string& line : lines) all += "\n    " + line;
    return all.c_str();
  }
};
}  // namespace doctest
