#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "zone/layout.h"

using namespace coopmine;

namespace {

// The drafts of a text, in square brackets, line breaks within one as "/".
std::string drafts(std::string_view text) {
  std::string out;
  for (const Draft& draft : find_drafts(text, [](std::string_view words) { return words == "ALONE"; })) {
    out += "[";
    for (const char c : quote(text, draft.words)) out += c == '\n' ? '/' : c;
    out += "]";
  }
  return out;
}

}  // namespace

TEST_CASE("one line a paragraph") {
  CHECK(drafts("The first paragraph ends here.\nThe second one ends there.\n") ==
        "[The first paragraph ends here.][The second one ends there.]");
  CHECK(drafts("A line that was broken in the middle of a\nsentence goes on.\nA new one begins.\n") ==
        "[A line that was broken in the middle of a/sentence goes on.][A new one begins.]");
}

TEST_CASE("wrapped lines with indented paragraphs") {
  CHECK(drafts("A title\n\nThe first paragraph is\nwrapped at a few\ncolumns only.\n    The second "
               "begins\nwith blanks.\n"
               "    So does The\nThird.\n") ==
        "[A title][The first paragraph is/wrapped at a few/columns only.][The second begins/with blanks.]"
        "[So does The/Third.]");
}

TEST_CASE("wrapped lines that end early") {
  CHECK(drafts("A title\n\nThe first paragraph is wrapped at\nsome columns, and ends.\nHere is another one, "
               "which is\nwrapped.\n") ==
        "[A title][The first paragraph is wrapped at/some columns, and ends.][Here is another one, which "
        "is/wrapped.]");
  CHECK(drafts(
            "A title\n\nJoint Base  \nStrelsau  \n\nThe rest of the text is wrapped at some\ncolumns or other, "
            "and goes on for\nquite a while.\n") ==
        "[A title][Joint Base][Strelsau][The rest of the text is wrapped at some/columns or other, and goes on "
        "for/"
        "quite a while.]");
}

TEST_CASE("list items, headings and rules separate") {
  CHECK(drafts("# Head\nText of the\n- one\n- two\n\n1. three\n---\n(a) four\n") ==
        "[Head][Text of the][one][two][three][---][four]");
  CHECK(drafts("-\nAn item under its mark\n-\n") == "[An item under its mark][]");
  CHECK(drafts("**Strong line**\nText below it, which is\nwrapped.\n") ==
        "[Strong line][Text below it, which is/wrapped.]");
}

TEST_CASE("a figure or dash that begins a wrapped line is no list mark") {
  CHECK(drafts("A title\n\nThe talks were to begin on the thirtieth or on April\n30. The minister would have "
               "come on "
               "the same day\nhad he known of it.\n") ==
        "[A title][The talks were to begin on the thirtieth or on April/30. The minister would have come on "
        "the same "
        "day/had he known of it.]");
  CHECK(drafts("A title\n\nMany households, some say one in six\n– and not the poorest ones at that –\nhave a "
               "boat.\n") ==
        "[A title][Many households, some say one in six/– and not the poorest ones at that –/have a boat.]");
}

TEST_CASE("a line may stand alone for what it says, unless a sentence goes on with it") {
  CHECK(drafts("A title\nALONE\nThe text begins here and is\nwrapped.\n") ==
        "[A title][ALONE][The text begins here and is/wrapped.]");
  CHECK(drafts("A title\n\nThe text begins here and is\nwrapped, and so it goes on with\nALONE\n") ==
        "[A title][The text begins here and is/wrapped, and so it goes on with/ALONE]");
}
