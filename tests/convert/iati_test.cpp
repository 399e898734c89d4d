// IATI activities as xmllint reads them, against the part of the standard's structure that they use.
#include "convert/iati.h"
#include "convert/sample.h"

using namespace coopmine;

namespace {

std::string iati(const std::vector<CommitmentRecord>& records, Losses* losses = nullptr) {
  return sample::converted([](TextSink sink) { return iati_converter(std::move(sink)); }, records, losses);
}

std::string xpath(const sample::Folder& folder, const std::string& expression) {
  return folder.shell("xmllint --xpath '" + expression + "' a.xml");
}

}  // namespace

TEST_CASE("activities are valid by the structure of 2.03") {
  const sample::Folder folder;
  CommitmentRecord strange = sample::full();
  strange.evidence[0].text = sample::hostile().evidence[0].text;
  strange.parties = {sample::party("giver", "", "<A & \"B\">", "company"), sample::party("receiver", "AFRICA", "Africa", "region"),
                     sample::party("receiver", "UNHCR", "UNHCR", "organisation")};
  strange.dates[0].value = "2024-06-13/2026";
  strange.status = "fulfilled";
  strange.codes.iati = "3";
  folder.write("a.xml", iati({sample::full(), strange}));
  const std::string schema = std::string(COOPMINE_SOURCE_DIR) + "/tests/convert/iati-2.03-part.xsd";
  CHECK(folder.shell("xmllint --noout --schema '" + schema + "' a.xml") == "");
  CHECK(xpath(folder, "string(//iati-activity[1]/recipient-country/@code)") == "KE\n");
  CHECK(xpath(folder, "string(//iati-activity[1]/activity-status/@code)") == "1\n");
  CHECK(xpath(folder, "string(//iati-activity[1]/activity-date[@type=3]/@iso-date)") == "2030-12-31\n");
  CHECK(xpath(folder, "string(//iati-activity[1]/sector/@code)") == "140\n");
  CHECK(xpath(folder, "count(//iati-activity[1]/transaction)") == "1\n");
  CHECK(xpath(folder, "string(//iati-activity[1]/transaction/value)") == "2500000\n");
  CHECK(xpath(folder, "string(//iati-activity[1]/transaction/provider-org/narrative)") == "Norway\n");
  CHECK(xpath(folder, "string(//iati-activity[2]/participating-org[1]/narrative)") == "<A & \"B\">\n");
  CHECK(xpath(folder, "string(//iati-activity[2]/description/narrative)") ==
        "-signed the \"deal\" </script><script>alert(1)</script> caf\xC3\xA9\n");
  CHECK(xpath(folder, "string(//iati-activity[2]/activity-date[@type=2]/@iso-date)") == "2024-06-13\n");
  CHECK(xpath(folder, "string(//iati-activity[2]/activity-date[@type=4]/@iso-date)") == "2026-12-31\n");
  CHECK(xpath(folder, "string(//iati-activity[2]/recipient-region/@code)") == "AFRICA\n");
}

TEST_CASE("what is lost is counted") {
  CommitmentRecord talk = sample::full();
  talk.status = "discussed";
  CommitmentRecord nobody = sample::full();
  nobody.parties.clear();
  CommitmentRecord undated = sample::full();
  undated.doc.date.clear();
  undated.dates.clear();
  CommitmentRecord dated_by_article = sample::full();
  dated_by_article.dates.clear();
  dated_by_article.codes.iati.clear();
  Losses losses;
  const std::string xml = iati({sample::full(), sample::hostile(), talk, nobody, undated, dated_by_article}, &losses);
  CHECK(losses.at("records left out: they are no aid") == 1);
  CHECK(losses.at("records left out: aid that is only proposed or talked of") == 1);
  CHECK(losses.at("records left out: no party is known") == 1);
  CHECK(losses.at("records left out: neither act nor article has a date") == 1);
  CHECK(losses.at("activities dated by their article: the act has no date") == 1);
  CHECK(losses.at("dates made exact: a month or year stands as a day") == 1);
  CHECK(losses.at("totals to date lost: they are no transaction") == 2);
  CHECK(losses.at("sums lost: no transaction type or currency is known") == 1);
  CHECK(xml.find("<activity-date type=\"1\" iso-date=\"2024-06-08\"/>") != std::string::npos);
}

TEST_CASE("no activity, no file") {
  std::string out;
  const auto converter = iati_converter([&](std::string_view text) { out += text; });
  converter->add(sample::hostile());
  CHECK_THROWS_AS(converter->finish(), ConvertFailed);
  CHECK(out.empty());
}
