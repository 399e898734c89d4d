// The shipped tables of actors, and what the finder does with the marks of their forms.
#include <set>

#include "mention/actor_helper.h"

using namespace coopmine;
using namespace coopmine::test;

namespace {

// ISO 3166-1 alpha-3, of all states and territories.
const char* const kCodes =
    "ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM "
    "BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR "
    "CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB "
    "GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA "
    "JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA "
    "MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR "
    "NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS "
    "SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON "
    "TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE";

const ActorWorld& shipped() {
  static const ActorWorld world{read_rules("actors.tsv"), read_rules("persons.tsv"), read_rules("traps.tsv")};
  return world;
}

std::vector<std::string> found(const std::string& text, const std::string& date = "2023-05-10") {
  return actors_in(text, date, shipped());
}

}  // namespace

TEST_CASE("the shipped table has every state, and those that are gone") {
  std::size_t states = 0;
  for (const std::string& code : split_words(kCodes)) {
    std::string id = code;
    for (char& c : id) c = static_cast<char>(c - 'a' + 'A');
    CAPTURE(id);
    const Actor* actor = shipped().actors.find(id);
    REQUIRE(actor != nullptr);
    CHECK(actor->kind == ActorKind::State);
    ++states;
  }
  CHECK(states == 249);
  for (const char* id : {"XKX", "SUN", "DDR", "YUG", "CSK"}) CHECK(shipped().actors.find(id) != nullptr);
}

TEST_CASE("the shipped table has the organisations, groups and regions of the record") {
  for (const char* id :
       {"ASEAN", "UN", "NATO", "G7", "G20", "G77", "AU", "OSCE", "WHO", "UNDP", "UNODC", "UNICEF", "UNHCR", "UNESCO",
        "UNEP", "WFP", "FAO", "IFAD", "ILO", "IOM", "WTO", "IMF", "WB", "ADB", "AFDB", "IDB", "ISDB", "EBRD", "EIB",
        "AIIB", "OIC", "SCO", "CIS", "CSTO", "BRICS", "GCC", "EAEU", "ECOWAS", "SADC", "EAC", "IGAD", "CARICOM", "OAS",
        "MERCOSUR", "PIF", "APEC", "SAARC", "QUAD", "AUKUS", "OECD", "OPEC", "IAEA", "IEA", "ICRC", "INTERPOL",
        "ARAB_LEAGUE", "COMMONWEALTH", "NORDIC", "PARIS_CLUB", "C5", "EU"}) {
    CAPTURE(std::string(id));
    const Actor* actor = shipped().actors.find(id);
    REQUIRE(actor != nullptr);
    CHECK(actor->kind == ActorKind::Organisation);
  }
  for (const char* id : {"CENTRAL_ASIA", "AFRICA", "LATIN_AMERICA", "SOUTHEAST_ASIA", "PACIFIC_ISLANDS", "ARAB_STATES",
                         "EUROPE", "WESTERN_BALKANS", "CARIBBEAN"}) {
    CAPTURE(std::string(id));
    REQUIRE(shipped().actors.find(id) != nullptr);
    CHECK(shipped().actors.find(id)->kind == ActorKind::Region);
  }
}

TEST_CASE("short forms of the wire, former names and provinces") {
  const std::vector<std::pair<std::string, std::string>> lines{
      {"Later N. Korea paid.", "N. Korea = PRK name"},
      {"Later S. Africa paid.", "S. Africa = ZAF name"},
      {"Later the DPRK paid.", "DPRK = PRK name"},
      {"Later the UAE paid.", "UAE = ARE name"},
      {"Later Hong Kong paid.", "Hong Kong = HKG name"},
      {"Later Scotland paid.", "Scotland = GBR name"},
      {"Later Kyiv paid.", "Kyiv = UKR name government"},
      {"Later the OAU paid.", "OAU = AU name"},
      {"Later the International Development Association paid.", "International Development Association = WB name"},
      {"Later the European Commission paid.", "European Commission = EU organ commission"},
      {"Later JICA paid.", "JICA = JPN organ agency"},
      {"Later the Bundesbank paid.", "Bundesbank = DEU organ central-bank"},
      {"Later British Petroleum paid.", "British Petroleum = - firm"},
      {"Later Royal Bank of Canada paid.", "Royal Bank of Canada = - firm"},
      {"Later Japan Airlines paid.", "Japan Airlines = - firm"},
  };
  for (const auto& [text, line] : lines) CHECK(found(text) == Shown{line});
  CHECK(found("Later Bonn paid.", "1987-03-01") == Shown{"Bonn = DEU name government"});
  CHECK(found("Later West Germany paid.", "1987-03-01") == Shown{"West Germany = DEU name"});
  CHECK(found("Later Zaire paid.", "1987-03-01") == Shown{"Zaire = COD name"});
  CHECK(found("Later Burma paid.", "1987-03-01") == Shown{"Burma = MMR name"});
  CHECK(found("Later the EC paid.", "1987-03-01") == Shown{"EC = EU name"});
  CHECK(found("Later the Kremlin paid.", "1987-03-01") == Shown{"Kremlin = SUN organ government"});
  CHECK(found("Later the Kremlin paid.", "2023-03-01") == Shown{"Kremlin = RUS organ president"});
}

TEST_CASE("traps of the shipped table name nobody") {
  for (const char* text : {"Ships crossed the Indian Ocean.", "He reads the Washington Post.", "A tour of New Mexico.",
                           "Under the Paris Agreement all cut.", "She likes Chinese food.", "A veteran of the Korean War.",
                           "The Uruguay Round ended.", "It cost ten Hong Kong dollars."}) {
    CAPTURE(std::string(text));
    for (const std::string& line : found(text)) CHECK(line.find(" generic") != std::string::npos);
  }
}

TEST_CASE("leaders are known on their days, and those of one name by their office") {
  CHECK(found("Later Secretary Blinken left.", "2022-05-01") == Shown{"Secretary Blinken = USA person minister"});
  CHECK(found("Later President Bush left.", "1990-05-01") == Shown{"President Bush = USA person president"});
  CHECK(found("Later Vice President Harris left.", "2024-06-01") ==
        Shown{"Vice President Harris = USA person vice-president"});
  CHECK(found("Later Prime Minister Lee left.", "2010-06-01") == Shown{"Prime Minister Lee = SGP person prime-minister"});
  CHECK(found("Later President Lee left.", "2010-06-01") == Shown{"President Lee = KOR person president"});
  CHECK(found("Later Gordon Brown left.", "2008-06-01") == Shown{"Gordon Brown = GBR person prime-minister"});
}

TEST_CASE("a common surname is a leader's only behind a title") {
  CHECK(found("Nobody saw that Brown left.", "2008-06-01").empty());
  CHECK(found("Nobody saw that Mr Brown left.", "2008-06-01").empty());
  CHECK(found("Nobody saw that Prime Minister Brown left.", "2008-06-01") ==
        Shown{"Prime Minister Brown = GBR person prime-minister"});
  CHECK(found("Nobody saw that Gorbachev left.", "1988-06-01") == Shown{"Gorbachev = SUN person head"});
}

TEST_CASE("a leader's surname within another's name makes nobody that leader") {
  CHECK(found("Later Tunisian State Secretary Mohamed Ali Nafti left.", "2021-06-01") ==
        Shown{"Tunisian State Secretary Mohamed Ali Nafti = TUN person foreign-minister"});
  CHECK(found("Later Prime Minister Kishida Fumio left.", "2022-06-01") == Shown{"Prime Minister Kishida Fumio = JPN person prime-minister"});
  CHECK(found("Later Transport Secretary John Moore left.", "1987-06-01") == Shown{"Transport Secretary John Moore = GBR person minister"});
  CHECK(found("Later President Joseph Biden left.", "2022-06-01") == Shown{"President Joseph Biden = USA person president"});
  CHECK(found("Later Mrs. Jordan left.", "2022-06-01").empty());
}

TEST_CASE("an official joined to another's speaks for the same state") {
  CHECK(found("Poland heard. Iranian Foreign Minister Ali Azar and Trade Minister Omid Sana spoke.").back() ==
        "Trade Minister Omid Sana = IRN person minister");
}
