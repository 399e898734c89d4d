#include "mention/money.h"

#include "mention/typed_helper.h"

using namespace coopmine;
using namespace coopmine::test;

namespace {

struct Case {
  std::string text;
  std::string values;  // joined by ", "; "" for none
  std::string day = {};
};

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(find(Find::Money, c.text, c.day).joined() == c.values);
  }
}

}  // namespace

TEST_CASE("signs and codes before the number") {
  check({
      {"The fund gave $5.", "USD 5"},
      {"The fund gave $5 million.", "USD 5000000"},
      {"The fund gave $5million.", "USD 5000000"},
      {"The fund gave $5-million.", "USD 5000000"},
      {"The fund gave $12.1 billion.", "USD 12100000000"},
      {"The fund gave $1,250,000.", "USD 1250000"},
      {"The fund gave $1,250.75 to her.", "USD 1250.75"},
      {"The fund gave US$1.5bn.", "USD 1500000000"},
      {"The fund gave US $1.5 bn.", "USD 1500000000"},
      {"The fund gave U.S.$3 trillion.", "USD 3000000000000"},
      {"The fund gave USD34.6 million.", "USD 34600000"},
      {"The fund gave USD 2 trn.", "USD 2000000000000"},
      {"The fund gave A$1.9 billion.", "AUD 1900000000"},
      {"The fund gave C$40m.", "CAD 40000000"},
      {"The fund gave NZ$7.5 million.", "NZD 7500000"},
      {"The fund gave S$400,000.", "SGD 400000"},
      {"The fund gave HK$6.31bn.", "HKD 6310000000"},
      {"The fund gave NT$900 million.", "TWD 900000000"},
      {"The fund gave R$90 million.", "BRL 90000000"},
      {"The fund gave Mex$12 million.", "MXN 12000000"},
      {"The fund gave €500m.", "EUR 500000000"},
      {"The fund gave € 500 m.", "EUR 500"},
      {"The fund gave EUR 20 mln.", "EUR 20000000"},
      {"The fund gave EUR20,000.", "EUR 20000"},
      {"The fund gave £79k.", "GBP 79000"},
      {"The fund gave ¥1.9 trillion.", "JPY 1900000000000"},
      {"Beijing gave ¥2 billion.", "CNY 2000000000"},
      {"JPY 150 billion is owed.", "JPY 150000000000"},
      {"RMB 10 billion is owed.", "CNY 10000000000"},
      {"RMB10bn is owed.", "CNY 10000000000"},
      {"CNY 3.5 billion is owed.", "CNY 3500000000"},
      {"Rs 500 crore is owed.", "INR 5000000000"},
      {"Rs. 2 lakh crore is owed.", "INR 2000000000000"},
      {"Rs 5,00,000 is owed.", "INR 500000"},
      {"Karachi is owed Rs 500 crore.", "PKR 5000000000"},
      {"₹75 crore is owed.", "INR 750000000"},
      {"₩4 trillion is owed.", "KRW 4000000000000"},
      {"₴300 million is owed.", "UAH 300000000"},
      {"₽1.2 billion is owed.", "RUB 1200000000"},
      {"₺90 million is owed.", "TRY 90000000"},
      {"₦45 billion is owed.", "NGN 45000000000"},
      {"CHF 12.5 million is owed.", "CHF 12500000"},
      {"SFr 12.5 mln is owed.", "CHF 12500000"},
      {"DM 30 mln is owed.", "DEM 30000000", "1987-03-01"},
      {"SEK 400m is owed.", "SEK 400000000"},
      {"NKr 400 million is owed.", "NOK 400000000"},
      {"AED 3.67 billion is owed.", "AED 3670000000"},
      {"KSh 900 million is owed.", "KES 900000000"},
      {"R1.5bn is owed.", "ZAR 1500000000"},
      {"SDR 250 million is owed.", "XDR 250000000"},
      {"ECU 250 mln is owed.", "XEU 250000000", "1987-03-01"},
      {"$2-1/2 billion is owed.", "USD 2500000000"},
      {"$2\xC2\xBD million is owed.", "USD 2500000"},
  });
}

TEST_CASE("names after the number") {
  check({
      {"They lent 25.6 mln dlrs.", "USD 25600000"},
      {"They lent 25.6 MLN DLRS.", "USD 25600000"},
      {"They lent 30 billion dollars.", "USD 30000000000"},
      {"They lent 30 billion U.S. dollars.", "USD 30000000000"},
      {"They lent 30 mln US Dlrs.", "USD 30000000"},
      {"They lent 300 mln Canadian dlrs.", "CAD 300000000"},
      {"They lent 75 mln Australian dlrs.", "AUD 75000000"},
      {"They lent 75 mln N.Z. Dlrs.", "NZD 75000000"},
      {"They lent 75 mln Hong Kong dollars.", "HKD 75000000"},
      {"They lent 40 mln stg.", "GBP 40000000"},
      {"They lent 40 million pounds sterling.", "GBP 40000000"},
      {"They lent 40 million pounds.", "GBP 40000000", "2010-01-01"},
      {"They lent 40 million Egyptian pounds.", "EGP 40000000"},
      {"They lent 26 mln marks.", "DEM 26000000", "1987-03-01"},
      {"They lent 26 mln D-marks.", "DEM 26000000", "1987-03-01"},
      {"They lent 26 mln francs.", "FRF 26000000", "1987-03-01"},
      {"They lent 26 mln French francs.", "FRF 26000000", "1987-03-01"},
      {"Zurich lent 26 mln francs.", "CHF 26000000", "1987-03-01"},
      {"They lent 26 mln Swiss francs.", "CHF 26000000"},
      {"They lent 26 mln Belgian francs.", "BEF 26000000", "1987-03-01"},
      {"Dakar lent 26 billion CFA francs.", "XOF 26000000000"},
      {"Cameroon lent 26 billion CFA francs.", "XAF 26000000000"},
      {"They lent 500 billion lire.", "ITL 500000000000", "1987-03-01"},
      {"Ankara lent 500 million lira.", "TRY 500000000", "2010-03-01"},
      {"They lent 15.8 billion yen.", "JPY 15800000000"},
      {"They lent 615 mln Ecus.", "XEU 615000000", "1987-03-01"},
      {"They lent 1.6 billion European Currency Units (Ecu).", "XEU 1600000000", "1987-03-01"},
      {"They lent 3m euros.", "EUR 3000000"},
      {"They lent 784m euro.", "EUR 784000000"},
      {"They lent 20 EUR.", "EUR 20"},
      {"They lent 20 mln EUR.", "EUR 20000000"},
      {"They lent 500€ to him.", "EUR 500"},
      {"They lent 5 billion yuan.", "CNY 5000000000"},
      {"They lent 5 billion renminbi.", "CNY 5000000000"},
      {"They lent 900 billion won.", "KRW 900000000000"},
      {"They lent 900 crore rupees.", "INR 9000000000"},
      {"Lahore lent 900 million Pakistani rupees.", "PKR 900000000"},
      {"They lent 90 billion rupiah.", "IDR 90000000000"},
      {"They lent 90 billion roubles.", "SUR 90000000000", "1987-03-01"},
      {"They lent 90 billion rubles.", "RUB 90000000000", "2019-03-01"},
      {"They lent 90 million hryvnias.", "UAH 90000000"},
      {"They lent 90 million tenge.", "KZT 90000000"},
      {"Tashkent lent 90 billion soums.", "UZS 90000000000"},
      {"They lent 90 million somoni.", "TJS 90000000"},
      {"Baku lent 90 million manat.", "AZN 90000000"},
      {"Ashgabat lent 90 million manat.", "TMT 90000000"},
      {"Mexico lent 90 million pesos.", "MXN 90000000"},
      {"Manila lent 90 million pesos.", "PHP 90000000"},
      {"Bogota lent 90 million pesos.", "COP 90000000"},
      {"Amman lent 90 million dinars.", "JOD 90000000"},
      {"Kuwait lent 90 million dinars.", "KWD 90000000"},
      {"Riyadh lent 90 million riyals.", "SAR 90000000"},
      {"Tehran lent 90 million rials.", "IRR 90000000"},
      {"Dubai lent 90 million dirhams.", "AED 90000000"},
      {"Rabat lent 90 million dirhams.", "MAD 90000000"},
      {"Oslo lent 90 million crowns.", "NOK 90000000"},
      {"Copenhagen lent 90 million crowns.", "DKK 90000000"},
      {"Stockholm lent 90 million crowns.", "SEK 90000000"},
      {"Nairobi lent 90 million shillings.", "KES 90000000"},
      {"Kampala lent 90 million shillings.", "UGX 90000000"},
      {"They lent 90 million shekels.", "ILS 90000000"},
      {"They lent 90 million naira.", "NGN 90000000"},
      {"They lent 90 million birr.", "ETB 90000000"},
      {"They lent 90 million reais.", "BRL 90000000"},
      {"They lent 90 million ringgit.", "MYR 90000000"},
      {"They lent 90 million baht.", "THB 90000000"},
      {"They lent 90 million zlotys.", "PLN 90000000"},
      {"They lent 90 million forints.", "HUF 90000000"},
      {"They lent 40.9 mln special drawing rights.", "XDR 40900000"},
      {"A 40 mln dlr loan was signed.", "USD 40000000"},
      {"A 40-million-dollar loan was signed.", "USD 40000000"},
      {"They lent 25\n    mln dlrs.", "USD 25000000"},
      {"They lent 25 mln\n    dlrs.", "USD 25000000"},
      {"They lent 25 mln U.S.\nDlrs.", "USD 25000000"},
  });
}

TEST_CASE("a word whose country can't be told is no sum") {
  check({
      {"They lent 90 million pesos.", ""},
      {"They lent 90 million dinars.", ""},
      {"They lent 90 million shillings.", ""},
      {"They lent 90 million manat.", ""},
      {"They lent 26 mln francs.", "", "2015-03-01"},
      {"They lent 26 mln Ruritanian dollars.", ""},
  });
}

TEST_CASE("numbers in words") {
  check({
      {"They lent ten million dollars.", "USD 10000000"},
      {"They lent half a billion dollars.", "USD 500000000"},
      {"They lent a quarter of a million euros.", "EUR 250000"},
      {"They lent one and a half billion dollars.", "USD 1500000000"},
      {"They lent two and a quarter million euros.", "EUR 2250000"},
      {"They lent a billion dollars.", "USD 1000000000"},
      {"They lent a hundred million yen.", "JPY 100000000"},
      {"They lent twenty-five million dollars.", "USD 25000000"},
      {"They lent three hundred and fifty million dollars.", "USD 350000000"},
      {"They lent one million two hundred thousand euros.", "EUR 1200000"},
      {"A five-hundred-million-euro plan was signed.", "EUR 500000000"},
      {"They lent eight mln dlrs.", "USD 8000000"},
      {"They lent one mln stg.", "GBP 1000000"},
      {"They lent five dollars.", "USD 5"},
      {"They lent tens of millions of dollars.", ""},
      {"They lent hundreds of thousands of euros.", ""},
      {"They lent several million dollars.", ""},
      {"They lent a few billion yen.", ""},
      {"They lent millions of dollars.", ""},
      {"It is a multi-million dollar plan.", ""},
      {"The dollar rose, then a dollar fell.", ""},
      {"A dollar bond was issued.", ""},
  });
}

TEST_CASE("ranges") {
  check({
      {"It costs $8-10 billion.", "USD 8000000000-10000000000"},
      {"It costs $8\xE2\x80\x93" "10 billion.", "USD 8000000000-10000000000"},
      {"It costs $8 billion-$10 billion.", "USD 8000000000-10000000000"},
      {"It costs $8 billion to $10 billion.", "USD 8000000000-10000000000"},
      {"It costs $8 to $10 billion.", "USD 8000000000-10000000000"},
      {"It costs $8 to 10 billion.", "USD 8000000000-10000000000"},
      {"It costs $500,000 to $1 million.", "USD 500000-1000000"},
      {"It costs between $5 million and $7 million.", "USD 5000000-7000000"},
      {"It costs between £5m and £7m.", "GBP 5000000-7000000"},
      {"It costs 2 to 3 mln dlrs.", "USD 2000000-3000000"},
      {"It costs 20-30bn rupiah.", "IDR 20000000000-30000000000"},
      {"It costs 5 mln dlrs to 10 mln dlrs.", "USD 5000000-10000000"},
      {"It costs between 40 and 50 million euros.", "EUR 40000000-50000000"},
      {"It costs two to three million dollars.", "USD 2000000-3000000"},
      {"It costs between one and two billion marks.", "DEM 1000000000-2000000000", "1987-03-01"},
      {"Aid rose from $5 million to $7 million.", "USD 5000000, USD 7000000"},
      {"They sent $5 million to 10 villages.", "USD 5000000"},
      {"They sent $5 million and $7 million.", "USD 5000000, USD 7000000"},
      {"The 1986-87 dollar was weak.", ""},
  });
}

TEST_CASE("what the words beside a sum say") {
  check({
      {"They sent more than $300 million.", "USD 300000000 over"},
      {"They sent over $300 million.", "USD 300000000 over"},
      {"They sent over\n$300 million.", "USD 300000000 over"},
      {"They sent just over one billion Ecus.", "XEU 1000000000 over", "1987-03-01"},
      {"They sent up to $450 million.", "USD 450000000 up-to"},
      {"They sent as much as 4 mln dlrs.", "USD 4000000 up-to"},
      {"They sent no more than $4 million.", "USD 4000000 up-to"},
      {"They sent at least 4 mln dlrs.", "USD 4000000 at-least"},
      {"They sent no less than 4 mln dlrs.", "USD 4000000 at-least"},
      {"They sent less than €4m.", "EUR 4000000 under"},
      {"They sent about €4m.", "EUR 4000000 about"},
      {"They sent some 4 mln yen.", "JPY 4000000 about"},
      {"They sent nearly $155 million.", "USD 155000000 about"},
      {"They sent an additional nearly $585 million.", "USD 585000000 about"},
      {"They sent nearly an additional $585 million.", "USD 585000000 about"},
      {"They sent an estimated $1 billion.", "USD 1000000000 about"},
      {"They sent $4 million or more.", "USD 4000000 over"},
      {"They sent $4m+ to it.", "USD 4000000 over"},
      {"They sent 4 mln dlrs or so.", "USD 4000000 about"},
      {"They handed over $4 million.", "USD 4000000"},
      {"They have sent $4 million so far.", "USD 4000000 cumulative"},
      {"To date they have sent $4 million.", "USD 4000000 cumulative"},
      {"They have sent $4 million since the flood.", "USD 4000000 cumulative"},
      {"This brings the total to $4 million.", "USD 4000000 cumulative"},
      {"Total aid since the war began has topped $12.1 billion.", "USD 12100000000 over cumulative"},
      {"They sent a total of $4 million.", "USD 4000000"},
  });
}

TEST_CASE("a sum that only converts the one before it") {
  check({
      {"They lent 15.8 billion yen ($106 million).", "JPY 15800000000, USD 106000000 converted"},
      {"They lent $12.1 billion (about ¥1.9 trillion).",
       "USD 12100000000, JPY 1900000000000 about converted"},
      {"They lent 3m euros (£2.1m; $4.1m).",
       "EUR 3000000, GBP 2100000 converted, USD 4100000 converted"},
      {"They lent 6.5 billion reais ($2.3bn or £1.2bn).",
       "BRL 6500000000, USD 2300000000 converted, GBP 1200000000 converted"},
      {"They lent 15 mln yen, equivalent to 100,000 dlrs.", "JPY 15000000, USD 100000 converted"},
      {"They lent 15 mln yen and 100,000 dlrs.", "JPY 15000000, USD 100000"},
      {"They lent $5 million ($2 million at once).", "USD 5000000, USD 2000000"},
  });
}

TEST_CASE("what is no sum") {
  check({
      {"The port took 10,000 tonnes.", ""},
      {"The price rose 30 pct, or 30 percent.", ""},
      {"Output was 300 mln barrels.", ""},
      {"They shipped 2,000 pounds of bolts.", ""},
      {"They shipped 20 million pounds of bolts.", "", "2010-01-01"},
      {"The COP26 talks and the TOP 10 list ended.", ""},
      {"ALL 20 MEMBERS TRY 10 WAYS.", ""},
      {"The party won 5 won seats.", ""},
      {"They met goal SDG 7 with 256K DRAM chips.", ""},
      {"The Euro 2004 cup cost them.", ""},
      {"The file EUR 2004 is lost.", ""},
      {"Prices are in 1987 dollars.", ""},
      {"They bought 1.2.3 dollars.", ""},
      {"DOHA, April 9 - Saudi riyal rates rose.", ""},
      {"Article 50 euro rules apply.", "EUR 50"},
      {"See $5,00.", ""},
  });
}

TEST_CASE("the span is the sum itself") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"Total aid has topped $12.1 billion.", "$12.1 billion"},
      {"They lent up to US$1.5bn now.", "US$1.5bn"},
      {"They lent The $5 million.", "$5 million"},
      {"They lent 40 mln Swiss francs to us.", "40 mln Swiss francs"},
      {"They lent 615 mln Ecus in cash.", "615 mln Ecus"},
      {"They lent 25\n    mln dlrs.", "25\n    mln dlrs"},
      {"It costs between £5m and £7m a year.", "£5m and £7m"},
      {"They lent half a billion dollars.", "half a billion dollars"},
  };
  for (const auto& entry : cases) {
    const auto& text = entry.first;
    const auto& words = entry.second;
    CAPTURE(text);
    const Found found = find(Find::Money, text, "1987-03-01");
    REQUIRE(found.mentions.size() == 1);
    CHECK(found.words().front() == words);
  }
}

TEST_CASE("the tokens of a sum are those that it overlaps") {
  const Found found = find(Find::Money, "Norway lent US$1.5bn (about half) now.");
  REQUIRE(found.mentions.size() == 1);
  const Mention& mention = found.mentions.front();
  CHECK(mention.first == 2);
  CHECK(mention.last > mention.first);
  CHECK(mention.rule == "money.sign");
}
