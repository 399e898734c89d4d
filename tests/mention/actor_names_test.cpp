// Names, adjectives, peoples, places and traps.
#include "mention/actor_helper.h"

using namespace coopmine;
using namespace coopmine::test;

TEST_CASE("names, adjectives and peoples keep their forms") {
  CHECK(actors_in("Yesterday Japan and the United States lifted quotas.") ==
        Shown{"Japan = JPN name", "United States = USA name"});
  CHECK(actors_in("Cheap Japanese beef reached shops.") == Shown{"Japanese = JPN adjective"});
  CHECK(actors_in("Vaccines will go to Ukrainians first.") == Shown{"Ukrainians = UKR people"});
  CHECK(actors_in("Few doubted that the Japanese would pay.") == Shown{"the Japanese = JPN people"});
  CHECK(actors_in("Few doubted the Japanese beef quota.") == Shown{"Japanese = JPN adjective"});
  CHECK(actors_in("A loan for Italy's railways.") == Shown{"Italy = ITA name 's"});
}

TEST_CASE("a name is written in its case, but for text in capitals") {
  CHECK(actors_in("They roasted a turkey on fine china and polish plates.") == Shown{"They = - generic they"});
  CHECK(actors_in("The bank told us to wait.") == Shown{"The bank = - generic bank"});
  CHECK(actors_in("# US AND EU SIGN GRAIN PACT") == Shown{"US = USA name", "EU = EU name"});
  CHECK(actors_in("# WHO GAINS FROM TURKEY DEAL") == Shown{"TURKEY = TUR name"});
  CHECK(actors_in("Doctors of the WHO came, and Who knows when.") == Shown{"WHO = WHO name"});
}

TEST_CASE("states live as long as they live") {
  CHECK(actors_in("East Germany lent Moscow a ship.", "1987-03-01") ==
        Shown{"East Germany = DDR name", "Moscow = SUN name government"});
  CHECK(actors_in("It lent Moscow a ship.", "2003-03-01") ==
        Shown{"It = - generic it", "Moscow = RUS name government"});
  CHECK(actors_in("It lent Moscow a ship.", "") == Shown{"It = - generic it", "Moscow = RUS name government"});
  CHECK(actors_in("Soviet films were shown in the former Soviet Union.", "2003-03-01").empty());
}

TEST_CASE("after words of place a name is the place") {
  CHECK(actors_in("A hospital in Ukraine burned.") == Shown{"Ukraine = UKR place"});
  CHECK(actors_in("A hospital in eastern Ukraine burned.") == Shown{"Ukraine = UKR place"});
  CHECK(actors_in("Engineers met near the Ukrainian capital Kyiv.") ==
        Shown{"Ukrainian = UKR adjective", "Kyiv = UKR place"});
  CHECK(actors_in("Their summit in Rome went well.") == Shown{"Rome = ITA place"});
  CHECK(actors_in("After his visit to Tokyo nothing changed.") == Shown{"Tokyo = JPN place"});
  CHECK(actors_in("The long trip to Kazakhstan, Uzbekistan and Kyrgyzstan ended.") ==
        Shown{"Kazakhstan = KAZ place", "Uzbekistan = UZB place", "Kyrgyzstan = KGZ place"});
  CHECK(actors_in("The Geneva talks stalled.") == Shown{"Geneva = CHE place"});
  CHECK(actors_in("A Tokyo-based charity helped.") == Shown{"Tokyo = JPN place"});
  CHECK(actors_in("TASHKENT, May 3 - Uzbekistan lent money.") ==
        Shown{"TASHKENT = UZB place", "Uzbekistan = UZB name"});
  CHECK(actors_in("Ships left from Manila.") == Shown{"Manila = PHL place"});
  CHECK(actors_in("A fair opened in Osaka, Japan.") == Shown{"Japan = JPN place"});
}

TEST_CASE("other prepositions leave the party") {
  CHECK(actors_in("More aid to Ukraine and an agreement with Japan.") ==
        Shown{"Ukraine = UKR name", "Japan = JPN name"});
  CHECK(actors_in("A treaty between Japan and Ukraine.") == Shown{"Japan = JPN name", "Ukraine = UKR name"});
  CHECK(actors_in("Support for Ukraine came from Japan.") == Shown{"Ukraine = UKR name", "Japan = JPN name"});
  CHECK(actors_in("In Japan's view this is fair.") == Shown{"Japan = JPN name 's"});
  CHECK(actors_in("Prices in U.S. dollars fell.") == Shown{"U.S. = USA name"});
  CHECK(actors_in("In Geneva, Japan offered seeds.") == Shown{"Geneva = CHE place", "Japan = JPN name"});
}

TEST_CASE("a capital stands for its government") {
  CHECK(actors_in("Tokyo promised seeds.") == Shown{"Tokyo = JPN name government"});
  CHECK(actors_in("New talks between Washington and Moscow began.") ==
        Shown{"Washington = USA name government", "Moscow = RUS name government"});
  CHECK(actors_in("It was Kyiv's wish.") == Shown{"It = - generic it", "Kyiv = UKR name government 's"});
  CHECK(actors_in("The White House agreed.") == Shown{"White House = USA organ president"});
}

TEST_CASE("hyphens join two names") {
  CHECK(actors_in("The Japan-Ukraine document is short.") == Shown{"Japan = JPN adjective", "Ukraine = UKR adjective"});
  CHECK(actors_in("A U.S.-Japan fund grew.") == Shown{"U.S. = USA adjective", "Japan = JPN adjective"});
  CHECK(actors_in("A Sino-Japanese treaty and a Franco-German song.") ==
        Shown{"Sino = CHN adjective", "Japanese = JPN adjective", "Franco = FRA adjective", "German = DEU adjective"});
  CHECK(actors_in("Crowds held pro-Russian and anti-American signs.").empty());
  CHECK(actors_in("A Polish-born painter.").empty());
}

TEST_CASE("what only contains a name is no actor") {
  CHECK(actors_in("Ships crossed the Indian Ocean, the Gulf of Oman and the South China Sea.").empty());
  CHECK(actors_in("He told the Washington Post.") == Shown{"He = - generic he"});
  CHECK(actors_in("Goals set by the Paris agreement.").empty());
  CHECK(actors_in("Good Chinese food and Indian cuisine.").empty());
  CHECK(actors_in("The scorer was Michael Jordan again.").empty());
  CHECK(actors_in("A factory near Augusta, Georgia, closed.").empty());
  CHECK(actors_in("A road to Tbilisi, Georgia, opened.") == Shown{"Tbilisi = GEO name government", "Georgia = GEO name"});
  CHECK(actors_in("Snow fell over New England.").empty());
  CHECK(actors_in("The Polish striker left.").empty());
  CHECK(actors_in("A cut for the Bay of Bengal and for Air India.").empty());
}

TEST_CASE("firms, banks and universities have no id") {
  CHECK(actors_in("A loan for Harbour Steel Corp went through.") == Shown{"Harbour Steel Corp = - firm"});
  CHECK(actors_in("Students of the University of Warsaw sang.") == Shown{"University of Warsaw = - firm"});
  CHECK(actors_in("Planes of Turkish Airlines stayed.") == Shown{"Turkish Airlines = - firm"});
  CHECK(actors_in("Work by Tanaka Motors Co., Ltd. ended.") == Shown{"Tanaka Motors Co., Ltd. = - firm"});
  CHECK(actors_in("Several South Korean firms came.") == Shown{"Several South Korean firms = - firm company"});
  CHECK(actors_in("The Asian Development Bank lent more.") == Shown{"Asian Development Bank = ADB name"});
}

TEST_CASE("a firm's name ends with a corporate word that no further name follows") {
  CHECK(actors_in("Once Harbour and Co paid.") == Shown{"Harbour and Co = - firm"});
  CHECK(actors_in("Once Harbour Steel Corp Monday paid.") == Shown{"Harbour Steel Corp = - firm"});
  CHECK(actors_in("A visit to the Harbour Press Ball.").empty());
  CHECK(actors_in("Once the Harbour Law Society paid.") == Shown{"Harbour Law Society = - firm"});
}

TEST_CASE("Georgia is the state of the U.S. among others, and in an article of U.S. places") {
  CHECK(actors_in("Michigan, Georgia and Ohio built dams.").empty());
  CHECK(actors_in("Republicans cheered. Later Georgia paid.").empty());
  CHECK(actors_in("Republicans cheered. Later Russia and Georgia paid Armenia.") ==
        Shown{"Russia = RUS name", "Georgia = GEO name"});
  CHECK(actors_in("Republicans cheered. Later Georgia paid Tbilisi.") ==
        Shown{"Georgia = GEO name", "Tbilisi = GEO name government"});
}
