// Organs, titles, persons and references.
#include "mention/actor_helper.h"

using namespace coopmine;
using namespace coopmine::test;

TEST_CASE("organs before or after the name") {
  CHECK(actors_in("A note from the Japanese government arrived.") ==
        Shown{"the Japanese government = JPN organ government"});
  CHECK(actors_in("Then Japan's development agency paid.") == Shown{"Japan's development agency = JPN organ agency"});
  CHECK(actors_in("Now the Foreign Ministry of Ukraine answered.") ==
        Shown{"the Foreign Ministry of Ukraine = UKR organ foreign-ministry"});
  CHECK(actors_in("Now the Ministry of Health of Ukraine answered.") ==
        Shown{"the Ministry of Health of Ukraine = UKR organ ministry"});
  CHECK(actors_in("Signed by the Government of the Republic of Korea today.") ==
        Shown{"the Government of the Republic of Korea = KOR organ government"});
  CHECK(actors_in("Later the Embassy of Japan in Kazakhstan paid.") ==
        Shown{"the Embassy of Japan in Kazakhstan = JPN organ embassy"});
  CHECK(actors_in("Both the Japanese side and Kyiv's envoy left.") ==
        Shown{"the Japanese side = JPN organ side", "Kyiv's envoy = UKR organ envoy"});
  CHECK(actors_in("Ships of the French navy and the Philippine coast guard.") ==
        Shown{"the French navy = FRA organ armed-forces", "the Philippine coast guard = PHL organ coast-guard"});
  CHECK(actors_in("Tents for Ukrainian refugees and the people of Burma.") ==
        Shown{"Ukrainian refugees = UKR people people", "the people of Burma = MMR people people"});
  CHECK(actors_in("He left the Japanese Ministry of Economy, Trade and Industry.") ==
        Shown{"He = - generic he",
              "the Japanese Ministry of Economy, Trade and Industry = JPN organ ministry"});
  CHECK(actors_in("She leads the State Department.") ==
        Shown{"She = - generic he", "the State Department = USA organ foreign-ministry"});
  CHECK(actors_in("A gift for ASEAN member states.") == Shown{"ASEAN member states = ASEAN organ members"});
}

TEST_CASE("adjectives that share an organ") {
  CHECK(actors_in("Talks of the Japanese and Ukrainian governments ended.") ==
        Shown{"Japanese = JPN organ government", "Ukrainian governments = UKR organ government"});
  CHECK(actors_in("Yesterday Kazakh, Uzbek and Kyrgyz officials met.") ==
        Shown{"Kazakh = KAZ organ officials", "Uzbek = UZB organ officials", "Kyrgyz officials = KGZ organ officials"});
}

TEST_CASE("a name before a noun that only looks like its organ") {
  CHECK(actors_in("They gave Ukraine troops and money.") == Shown{"They = - generic they", "Ukraine = UKR name"});
  CHECK(actors_in("It thanked Ukraine's partners.") == Shown{"It = - generic it", "Ukraine = UKR name 's"});
  CHECK(actors_in("His Ukrainian counterpart came.") == Shown{"His Ukrainian counterpart = UKR organ counterpart"});
}

TEST_CASE("titles and persons") {
  CHECK(actors_in("Then Japanese Prime Minister Fumio Kishida spoke.") ==
        Shown{"Japanese Prime Minister Fumio Kishida = JPN person prime-minister"});
  CHECK(actors_in("Then U.S. Secretary of State Antony J. Blinken spoke.") ==
        Shown{"U.S. Secretary of State Antony J. Blinken = USA person foreign-minister"});
  CHECK(actors_in("Then President Xi of China spoke.") == Shown{"President Xi of China = CHN person president"});
  CHECK(actors_in("Then Agriculture Secretary Paul Marsh spoke.", "1987-02-02") ==
        Shown{"Agriculture Secretary Paul Marsh = USA person minister"});
  CHECK(actors_in("Later President of Ukraine Petro Bondar spoke.") ==
        Shown{"President of Ukraine Petro Bondar = UKR person president"});
  CHECK(actors_in("Among them was Director General of the Asia Pacific Department of the Ministry of Foreign Affairs of "
                  "Ukraine Ostap Hlyva.") ==
        Shown{"Director General of the Asia Pacific Department of the Ministry of Foreign Affairs of Ukraine Ostap "
              "Hlyva = UKR person head"});
  CHECK(actors_in("Then U.S. Ambassador to the United Nations Ann Ray-Fox spoke.") ==
        Shown{"U.S. Ambassador to the United Nations Ann Ray-Fox = USA person ambassador"});
  CHECK(actors_in("A word with European Commission President Ada Berg.") ==
        Shown{"European Commission President Ada Berg = EU person president"});
  CHECK(actors_in("A word with Secretary Blinken and President Biden.") ==
        Shown{"Secretary Blinken = USA person minister", "President Biden = USA person president"});
  CHECK(actors_in("Mr. Kishida thanked Mr. Brook.") == Shown{"Mr. Kishida = JPN person prime-minister"});
  CHECK(actors_in("The Biden administration paid.") == Shown{"The Biden administration = USA organ administration"});
}

TEST_CASE("leaders without a title, on the article's day") {
  CHECK(actors_in("Now Kishida went home.") == Shown{"Kishida = JPN person prime-minister"});
  CHECK(actors_in("Now Kishida went home.", "1999-01-01").empty());
  CHECK(actors_in("Now Kishida went home.", "") == Shown{"Kishida = JPN person prime-minister"});
  CHECK(actors_in("Then Hunter Biden sold paintings.").empty());
  CHECK(actors_in("Then Lee smiled.").empty());  // of two states
  CHECK(actors_in("It may rain in May.") == Shown{"It = - generic it"});
  CHECK(actors_in("Then South Korean President Lee smiled.") == Shown{"South Korean President Lee = KOR person president"});
}

TEST_CASE("persons whom the article introduces are known by surname") {
  CHECK(actors_in("# SYBEK SEEKS SEEDS\nUkrainian Foreign Minister Maxym Sybek came. Sybek thanked all.") ==
        Shown{"SYBEK = UKR person foreign-minister",
              "Ukrainian Foreign Minister Maxym Sybek = UKR person foreign-minister",
              "Sybek = UKR person foreign-minister"});
  CHECK(actors_in("Later Maxym Sybek, Ukraine's foreign minister, left. Everyone liked Sybek.") ==
        Shown{"Maxym Sybek = UKR person foreign-minister", "Ukraine's foreign minister = UKR organ foreign-minister",
              "Sybek = UKR person foreign-minister"});
  CHECK(actors_in("Ukraine's foreign minister, Maxym Sybek, left. Sybek had fun.") ==
        Shown{"Ukraine's foreign minister = UKR organ foreign-minister", "Maxym Sybek = UKR person foreign-minister",
              "Sybek = UKR person foreign-minister"});
  CHECK(actors_in("Japan was glad. Defence Minister Kenta Mori smiled.") ==
        Shown{"Japan = JPN name", "Defence Minister Kenta Mori = JPN person minister"});
}

TEST_CASE("former officials and heads of other bodies speak for no state") {
  CHECK(actors_in("Late in life former Japanese Prime Minister Goro Hata wrote. Hata was old.") ==
        Shown{"former Japanese Prime Minister Goro Hata = - person prime-minister"});
  CHECK(actors_in("In Japan, Harbour Trust Director Ann Lowe spoke. Lowe was old.").front() == "Japan = JPN place");
  for (const std::string& line : actors_in("In Japan, Harbour Trust Director Ann Lowe spoke. Lowe was old.")) {
    CHECK(line.find("Lowe = JPN") == std::string::npos);
  }
}

TEST_CASE("references are left to be resolved") {
  CHECK(actors_in("After that the two countries and both sides met.") ==
        Shown{"the two countries = - generic pair", "both sides = - generic pair"});
  CHECK(actors_in("Now the ministry and its foreign minister wait.") ==
        Shown{"the ministry = - generic ministry", "its foreign minister = - generic foreign-minister"});
  CHECK(actors_in("Our two countries gain, and we thank our country.") ==
        Shown{"Our two countries = - generic pair-we", "we = - generic we", "our country = - generic our-country"});
  CHECK(actors_in("Here the Parties agree that member states pay.") ==
        Shown{"the Parties = - generic parties", "member states = - generic members"});
  CHECK(actors_in("The two agreed.") == Shown{"The two = - generic pair"});
  CHECK(actors_in("The two ships sank.").empty());
  CHECK(actors_in("Then the bank of the river broke and the Republic of Korea helped.") ==
        Shown{"Republic of Korea = KOR name"});
  CHECK(actors_in("A government bond and parties at night.").empty());
}

TEST_CASE("officials without a state speak for the first actor of the last sentence that names one") {
  CHECK(actors_in("Japan and Poland met. Then Trade Minister Ana Mole spoke.") ==
        Shown{"Japan = JPN name", "Poland = POL name", "Trade Minister Ana Mole = JPN person minister"});
  CHECK(actors_in("Then Trade Minister Ana Mole spoke. Poland heard.") ==
        Shown{"Trade Minister Ana Mole = POL person minister", "Poland = POL name"});
  // Those with whom they deal are not theirs.
  CHECK(actors_in("Then Trade Minister Ana Mole dealt with Poland. Japan heard.").front() == "Trade Minister Ana Mole = JPN person minister");
  CHECK(actors_in("Then Trade Minister Ana Mole dealt with Poland.").front() == "Trade Minister Ana Mole = - person minister");
  CHECK(actors_in("Poland heard. Then Captain Ana Mole spoke.") ==
        Shown{"Poland = POL name", "Captain Ana Mole = - person commander"});
  CHECK(actors_in("Poland heard. Then its bank's president Ana Mole spoke.").back() ==
        "president Ana Mole = - person president");
}

TEST_CASE("portfolios end with their last known word") {
  CHECK(actors_in("Then Polish Minister for Trade, Labour and Social Affairs Ana Mole spoke.") ==
        Shown{"Polish Minister for Trade, Labour and Social Affairs Ana Mole = POL person minister"});
  CHECK(actors_in("Then Poland's Ministry of Foreign Affairs and International Cooperation spoke.") ==
        Shown{"Poland's Ministry of Foreign Affairs and International Cooperation = POL organ foreign-ministry"});
  CHECK(actors_in("Then the Polish Foreign Ministry and Finance Ministry spoke.") ==
        Shown{"the Polish Foreign Ministry = POL organ foreign-ministry", "Finance Ministry = - generic ministry"});
  CHECK(actors_in("Here Poland's Minister for Law and Second Minister for Home Affairs Mr Jan Mole signed.") ==
        Shown{"Poland's Minister for Law and Second Minister for Home Affairs Mr Jan Mole = POL person minister"});
  CHECK(actors_in("Later the Polish Foreign Ministry's spokesman Jan Mole left.") ==
        Shown{"the Polish Foreign Ministry's spokesman Jan Mole = POL person spokesman"});
  CHECK(actors_in("Here the European Union (EU) trade ministers met.") ==
        Shown{"the European Union (EU) trade ministers = EU organ minister"});
}

TEST_CASE("a word that may modify the noun behind it is no organ there") {
  CHECK(actors_in("Fear of Russian military drills and Polish official debt.") ==
        Shown{"Russian = RUS adjective", "Polish = POL adjective"});
  CHECK(actors_in("Here the Russian military said no.") == Shown{"the Russian military = RUS organ armed-forces"});
}

TEST_CASE("a given name does not make two persons one") {
  CHECK(actors_in("Polish Trade Minister Denis Mole came. Sir Denis Hart smiled.") ==
        Shown{"Polish Trade Minister Denis Mole = POL person minister"});
}

TEST_CASE("a list of names in running text is no headline") {
  CHECK(actors_in("Poland's Trade Minister Ana Mole and Italy's Foreign Minister Ugo Neri agreed.") ==
        Shown{"Poland's Trade Minister Ana Mole = POL person minister",
              "Italy's Foreign Minister Ugo Neri = ITA person foreign-minister"});
}

TEST_CASE("what config leaves out") {
  ActorArticle article;
  read_actors(article, "They paid Harbour Steel Corp.", "", ActorConfig{false, false});
  CHECK(article.mentions.empty());
}
