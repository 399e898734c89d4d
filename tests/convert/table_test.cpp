// CSV and TSV as Python's csv module reads them.
#include <algorithm>

#include "convert/sample.h"
#include "convert/table.h"

using namespace coopmine;

namespace {

std::string table(const std::vector<CommitmentRecord>& records, TableFormat format) {
  return sample::converted([&](TextSink sink) { return table_converter(std::move(sink), format); }, records);
}

// The cells of column `column` as Python reads them, one repr a line.
std::string python(const sample::Folder& folder, const std::string& dialect, const std::string& columns) {
  return folder.shell("python3 -c \"\nimport csv\nwith open('t', newline='', encoding='utf-8') as f:\n  for r in csv.DictReader(f" +
                      dialect + "):\n    assert None not in r and None not in r.values()\n    print(*[ascii(r[c]) for c in '" + columns +
                      "'.split()])\n\"");
}

}  // namespace

TEST_CASE("a row for each record, read back by Python's csv") {
  const sample::Folder folder;
  folder.write("t", table({sample::full(), sample::hostile()}, {}));
  CHECK(python(folder, "", "record type status givers receivers parties amount currency cumulative further_amounts dates confidence dac") ==
        "'0123456789abcdef' 'aid' 'pledged' 'NOR' 'KEN' '' '2500000' 'USD' 'false' 'NOK 0.5' '/2030' '0.91' '140'\n"
        "'fedcba9876543210' 'agreement' 'concluded' '' '' '\\'@Acme, Plc; <b>&\"\\'; EU; MLI' '' '' '' '' '/2030' '0.91' '140'\n");
  CHECK(python(folder, "", "doc doc_title evidence begin tellings") ==
        "'news/pledge.txt' 'Norway helps Kenya' 'will give Kenya over $2.5 million\\nfor wells' '27' '1'\n"
        "'a,b \"c\".txt' '\\'=HYPERLINK(\"x\")' '\\'-signed\\r\\nthe \"deal\"\\t</script><script>alert(1)</script> \\x01 caf\\xe9' '27' '1'\n");
}

TEST_CASE("every row has the cells of the header, and lines end as RFC 4180 has it") {
  const std::string csv = table({sample::full()}, {});
  const std::size_t header = csv.find("\r\n");
  REQUIRE(header != std::string::npos);
  CHECK(csv.substr(header).find("\n\r\n") == std::string::npos);
  CHECK(csv.ends_with("\r\n"));
  CHECK(csv.starts_with("record,doc,doc_title,"));
}

TEST_CASE("TSV has one line a row") {
  const sample::Folder folder;
  const std::string tsv = table({sample::full(), sample::hostile()}, {true, false});
  CHECK(std::count(tsv.begin(), tsv.end(), '\n') == 3);
  folder.write("t", tsv);
  CHECK(python(folder, ", dialect='excel-tab'", "record evidence") ==
        "'0123456789abcdef' 'will give Kenya over $2.5 million for wells'\n"
        "'fedcba9876543210' '\\'-signed the \"deal\" </script><script>alert(1)</script> \\x01 caf\\xe9'\n");
}

TEST_CASE("a row for each dyad") {
  CommitmentRecord one = sample::full();
  one.parties.push_back(sample::party("receiver", "MLI", "Mali"));
  CommitmentRecord alone = sample::full();
  alone.parties.resize(1);
  CommitmentRecord nobody = sample::full();
  nobody.parties.clear();
  const sample::Folder folder;
  folder.write("t", table({one, sample::hostile(), alone, nobody}, {false, true}));
  CHECK(python(folder, "", "from to direction to_name to_kind record") ==
        "'NOR' 'KEN' 'giver-receiver' 'Kenya' 'state' '0123456789abcdef'\n"
        "'NOR' 'MLI' 'giver-receiver' 'Mali' 'state' '0123456789abcdef'\n"
        "'\\'@Acme, Plc; <b>&\"\\'' 'EU' 'mutual' 'European Union' 'organisation' 'fedcba9876543210'\n"
        "'\\'@Acme, Plc; <b>&\"\\'' 'MLI' 'mutual' 'Mali' 'state' 'fedcba9876543210'\n"
        "'EU' 'MLI' 'mutual' 'Mali' 'state' 'fedcba9876543210'\n"
        "'NOR' '' 'giver-receiver' '' '' '0123456789abcdef'\n"
        "'' '' '' '' '' '0123456789abcdef'\n");
}
