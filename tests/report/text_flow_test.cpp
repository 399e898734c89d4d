#include "report/text_flow.h"

#include <doctest/doctest.h>

using namespace coopmine;

namespace {

std::string flowed(std::string_view text, std::size_t width) {
  TextFlow flow({width, false});
  flow.add(text);
  flow.end_line();
  return flow.take();
}

}  // namespace

TEST_CASE("cells are those of a terminal") {
  CHECK(cells_of("Kyiv") == 4);
  CHECK(cells_of("東京") == 4);             // wide
  CHECK(cells_of("ｋ") == 2);               // full width
  CHECK(cells_of("ｱ") == 1);                // half width
  CHECK(cells_of("e\u0301") == 1);          // e and a combining accent
  CHECK(cells_of("\u1112\u1161\u11ab") == 2);  // a syllable from three letters
  CHECK(cells_of("a\u200db") == 2);         // a joiner
}

TEST_CASE("lines break at blanks and beside wide characters") {
  CHECK(flowed("one two  three\n four", 9) == "one two\nthree\nfour\n");
  CHECK(flowed("abcdefghij", 4) == "abcd\nefgh\nij\n");
  CHECK(flowed("東京は日本", 6) == "東京は\n日本\n");
  CHECK(flowed("e\u0301e\u0301e\u0301 e\u0301", 3) == "e\u0301e\u0301e\u0301\ne\u0301\n");
  CHECK(flowed("  \n ", 9).empty());
}

TEST_CASE("nothing in a text acts on the terminal") {
  CHECK(flowed("a\x1b[31mb\x07 c\u202ed \u009bx \xff.", 80) == "a?[31mb? c?d ?x ?.\n");
}

TEST_CASE("indents, rows and styles") {
  TextFlow flow({12, true});
  flow.indent(2);
  flow.add("giver", {Ink::Plain, false, true});
  flow.pad_to(8);
  flow.indent(8);
  flow.add("a b c", {Ink::Cyan, true, false});
  flow.end_line();
  CHECK(flow.take() == "  \033[0;2mgiver\033[0m \033[0;1;36ma b\033[0m\n        \033[0;1;36mc\033[0m\n");
}
