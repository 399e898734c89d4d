// The database as the sqlite3 shell reads it.
#include "convert/sample.h"
#include "convert/sqlite.h"

using namespace coopmine;

namespace {

std::string sql(const sample::Folder& folder, const std::string& query) {
  return folder.shell("sqlite3 -batch r.db \"" + query + "\"");
}

void fill(const sample::Folder& folder, const std::vector<CommitmentRecord>& records) {
  const auto converter = sqlite_converter(folder.path("r.db"));
  for (const CommitmentRecord& record : records) converter->add(record);
  converter->finish();
}

}  // namespace

TEST_CASE("tables, views and search by sqlite3") {
  const sample::Folder folder;
  fill(folder, {sample::full(), sample::hostile()});
  CHECK(sql(folder, "PRAGMA integrity_check; PRAGMA foreign_key_check") == "ok\n");
  CHECK(sql(folder, "SELECT commitment, record, type, status, confidence, plover, speaker, duration FROM commitments") ==
        "1|0123456789abcdef|aid|pledged|0.91|AGREE|an envoy|P10Y\n2|fedcba9876543210|agreement|concluded|0.91|AGREE|an envoy|P10Y\n");
  CHECK(sql(folder, "SELECT position, role, id, name, begin FROM parties WHERE commitment = 1") == "0|giver|NOR|Norway|20\n1|receiver|KEN|Kenya|37\n");
  CHECK(sql(folder, "SELECT quote(id), name FROM parties WHERE commitment = 2 LIMIT 1") == "NULL|@Acme, Plc; <b>&\"'\n");
  CHECK(sql(folder, "SELECT value, currency, cumulative, text FROM amounts") == "2500000.0|USD|0|$2.5 million\n0.5|NOK|1|\n");
  CHECK(sql(folder, "SELECT value, quote(first), last FROM dates WHERE commitment = 1") == "/2030|NULL|2030-12-31\n");
  CHECK(sql(folder, "SELECT sector FROM sectors; SELECT rule FROM rules WHERE commitment = 1; SELECT code FROM dac LIMIT 1") ==
        "water\nwater\nactive.gives\nmoney.sign\n140\n");
  CHECK(sql(folder, "SELECT giver, receiver, mutual FROM dyads ORDER BY commitment, receiver") ==
        "NOR|KEN|0\n|EU|1\n|MLI|1\nEU|MLI|1\n");
  CHECK(sql(folder, "SELECT value, currency, year, givers, receivers FROM money") == "2500000.0|USD|2024|NOR|KEN\n");
  CHECK(sql(folder, "SELECT commitment FROM evidence WHERE evidence IN (SELECT rowid FROM evidence_text WHERE evidence_text MATCH 'wells')") == "1\n");
  CHECK(sql(folder, "SELECT count(*) FROM evidence_text WHERE evidence_text MATCH 'caf\xC3\xA9'") == "1\n");
}

TEST_CASE("many records go in batches, and the database replaces one that was there") {
  const sample::Folder folder;
  fill(folder, {sample::full()});
  fill(folder, std::vector<CommitmentRecord>(2500, sample::hostile()));
  CHECK(sql(folder, "SELECT count(*), max(commitment) FROM commitments; SELECT count(*) FROM parties") == "2500|2500\n7500\n");
  CHECK_FALSE(std::filesystem::exists(folder.path("r.db.part")));
}

TEST_CASE("a conversion that breaks off leaves what was there") {
  const sample::Folder folder;
  fill(folder, {sample::full()});
  {
    const auto converter = sqlite_converter(folder.path("r.db"));
    converter->add(sample::hostile());
  }
  CHECK(sql(folder, "SELECT record FROM commitments") == "0123456789abcdef\n");
  CHECK_FALSE(std::filesystem::exists(folder.path("r.db.part")));
  CHECK_THROWS_AS((void)sqlite_converter(folder.path("no/folder/r.db")), ConvertFailed);
}
