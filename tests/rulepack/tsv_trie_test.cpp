#include <doctest/doctest.h>

#include <algorithm>

#include "rulepack/trie.h"
#include "rulepack/tsv.h"
#include "rulepack/words.h"

using namespace coopmine;

namespace {

std::string faults(std::string_view text) {
  Diagnostics diagnostics;
  (void)parse_table("t.tsv", std::string(text), {"id", "kind", "forms"}, diagnostics);
  std::string out;
  for (const Diagnostic& error : diagnostics.errors()) out += format(error) + "\n";
  return out;
}

}  // namespace

TEST_CASE("a table is read with its lines") {
  Diagnostics diagnostics;
  const Table table = parse_table(
      "t.tsv", "# note\n\nid\tforms\tkind\nJPN\tJapan|Nippon\tstate\r\nX\t\tother\n", {"id", "kind", "forms"}, diagnostics);
  REQUIRE(diagnostics.ok());
  REQUIRE(table.rows.size() == 2);
  CHECK(table.cell(table.rows[0], "forms") == "Japan|Nippon");
  CHECK(table.cell(table.rows[0], "kind") == "state");
  CHECK(table.rows[1].line == 5);
  CHECK(split_cell(table.cell(table.rows[0], "forms")) == std::vector<std::string>{"Japan", "Nippon"});
  CHECK(split_cell("").empty());
}

TEST_CASE("a table read row by row has the rows of the whole table") {
  const std::string text = "\xEF\xBB\xBF# note\n\nid\tforms\tkind\nJPN\t Japan|Nippon \tstate\r\nshort\tof cells\nX\t\tother";
  const std::vector<std::string> columns{"id", "forms", "kind"};
  Diagnostics of_table, of_rows;
  const Table table = parse_table("t.tsv", text, columns, of_table);
  TableReader reader("t.tsv", text, columns, of_rows);
  CHECK(reader.column("kind") == 2);
  CHECK(reader.column("nothing") == 3);
  std::size_t i = 0;
  for (Row row; reader.next(row); ++i) {
    REQUIRE(i < table.rows.size());
    CHECK(row.line == table.rows[i].line);
    CHECK(std::equal(row.cells.begin(), row.cells.end(), table.rows[i].cells.begin(), table.rows[i].cells.end()));
  }
  CHECK(i == 2);
  REQUIRE(of_rows.errors().size() == 1);
  CHECK(format(of_rows.errors().front()) == format(of_table.errors().front()));
}

TEST_CASE("faults of a table name file, line and column") {
  CHECK(faults("id\tkind\tform\nA\tb\tc\n") ==
        "t.tsv:1:9: error: unknown column 'form'\n    1 | id kind form\n      |         ^\n"
        "      = did you mean 'forms'?\n"
        "t.tsv:1:1: error: column 'forms' is missing\n    1 | id kind form\n      | ^\n");
  CHECK(faults("id\tkind\tforms\n\u00c4\tb\n") ==
        "t.tsv:2:4: error: 2 cells, but the table has 3 columns\n    2 | \u00c4 b\n      |    ^\n"
        "      = the columns are: id kind forms\n");
  CHECK(faults("id\tkind\tforms\nA\t\xff\tc\n") ==
        "t.tsv:2:3: error: byte 0xFF is not valid UTF-8\n    2 | A ? c\n      |   ^\n"
        "      = save the file as UTF-8\n");
  CHECK(faults("") == "t.tsv: error: no header line\n      = begin the table with: id<TAB>kind<TAB>forms\n");
}

TEST_CASE("the loader's own faults point at a cell") {
  Diagnostics diagnostics;
  const Table table = parse_table("t.tsv", "id\tkind\tforms\nA\tsate\tc\n", {"id", "kind", "forms"}, diagnostics);
  table.fault(diagnostics, table.rows[0], "kind", "unknown kind 'sate'", "did you mean 'state'?");
  REQUIRE(diagnostics.errors().size() == 1);
  CHECK(diagnostics.errors()[0].line == 2);
  CHECK(diagnostics.errors()[0].column == 3);
}

TEST_CASE("the trie finds the longest form") {
  Vocabulary vocabulary;
  Trie trie;
  CHECK(trie.add(vocabulary.intern_form("South"), 1) == Trie::kNone);
  CHECK(trie.add(vocabulary.intern_form("South Korea"), 2) == Trie::kNone);
  CHECK(trie.add(vocabulary.intern_form("South Korea"), 3) == 2);
  std::vector<Token> tokens;
  for (const char* word : {"the", "south", "korea", "zebra", "south"}) {
    Token token;
    token.word = vocabulary.find(word);
    tokens.push_back(token);
  }
  CHECK(trie.longest(tokens, 1, tokens.size()).payload == 2);
  CHECK(trie.longest(tokens, 1, tokens.size()).length == 2);
  CHECK(trie.longest(tokens, 1, 2).payload == 1);
  CHECK(trie.longest(tokens, 0, tokens.size()).length == 0);
  CHECK(trie.longest(tokens, 2, tokens.size()).length == 0);
  CHECK(trie.find(vocabulary.intern_form("south korea")) == 2);
  CHECK(trie.find(vocabulary.intern_form("korea")) == Trie::kNone);
}
