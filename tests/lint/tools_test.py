"""The linters find what they are for, and let pass what they should."""
import tempfile
import unittest
from pathlib import Path

import include_order
import one_definition
import sizes
import top_level
from cpp_source import functions, literals
from lexicon import in_text, lexicon


def tree(test, files):
    """A small tree of sources, gone after the test."""
    folder = tempfile.TemporaryDirectory()
    test.addCleanup(folder.cleanup)
    for name, text in files.items():
        path = Path(folder.name, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return Path(folder.name)


ROOMS = "# order\n1 base\n2 near\n2 far\n"


class IncludeOrder(unittest.TestCase):
    def faults(self, **files):
        root = tree(self, {"src/rooms.txt": ROOMS, "src/base/a.h": "", "src/near/b.h": "", "src/far/c.h": ""}
                    | {name.replace("__", "/") + ".cpp": text for name, text in files.items()})
        return list(include_order.faults(root))

    def test_lower_rooms_and_the_own_are_fine(self):
        self.assertEqual(self.faults(src__near__x='#include "base/a.h"\n#include "near/b.h"\n#include <vector>\n'), [])

    def test_an_arrow_back(self):
        self.assertIn("src/base/x.cpp:1: base (1) must not include near (2)",
                      self.faults(src__base__x='#include "near/b.h"\n')[0])

    def test_rooms_of_one_number(self):
        self.assertIn("near (2) must not include far (2)", self.faults(src__near__x='\n  # include "far/c.h"\n')[0])

    def test_paths_begin_at_src(self):
        self.assertIn("is no file of src/", self.faults(src__near__x='#include "b.h"\n')[0])

    def test_an_unknown_room(self):
        self.assertIn("not in src/rooms.txt", self.faults(src__attic__x="")[0])


class OneDefinition(unittest.TestCase):
    def test_two_types_of_one_name(self):
        root = tree(self, {"src/near/a.h": "struct Row {\n};\nstruct Other;\n", "src/far/b.h": "class Row final {\n};\nstruct Other {};\n"})
        self.assertEqual(list(one_definition.faults(root)), ["Row is defined 2 times: src/far/b.h:1, src/near/a.h:1"])

    def test_an_unnamed_namespace_keeps_its_own(self):
        root = tree(self, {"src/near/a.h": "struct Row {\n};\n",
                           "src/far/b.cpp": "namespace {\nstruct Row {\n};\n}  // namespace\nstruct Row::Part {\n};\n"})
        self.assertEqual(list(one_definition.faults(root)), [])


class Sizes(unittest.TestCase):
    def test_a_long_function_and_a_long_file(self):
        body = "namespace n {\nclass C {\n  C() : a_{1} {\n" + "  f();\n" * 78 + "}\n  int a_;\n};\n}\n"
        root = tree(self, {"src/base/long.cpp": body, "src/base/file.cpp": "// x\n" * 500, "src/base/fine.cpp": "void f() {}\n"})
        found = list(sizes.faults(root))
        self.assertEqual([f.split(":")[0] for f in found], ["src/base/file.cpp", "src/base/long.cpp"])
        self.assertIn("C has 80 lines", found[1])

    def test_what_is_a_function(self):
        text = """
        constexpr int kTable[]{1, 2};
        enum class E { A, B };
        struct S { int x = 0; bool operator==(const S&) const { return true; } };
        std::vector<int> f(int a = g({1})) noexcept { auto l = [&] { return 1; }; if (a) { l(); } return {}; }
        S::S(int a) : x{a}, y(a) { h(); }
        """
        self.assertEqual([f.name for f in functions(text)], ["operator", "f", "S"])


class Literals(unittest.TestCase):
    def test_lexing(self):
        text = r'''
        // "comment"
        #include "file.h"
        const char* k = "one" " two\n"
                        "\xE2\x82\xAC";
        void f() { g("a\"b", h(R"x(raw " )x")); char c = '"'; int n = 1'000; say(u8"é"); }
        '''
        found = literals(text)
        self.assertEqual([l.value for l in found], ["one two\n€", 'a"b', 'raw " ', "é"])
        self.assertEqual([l.calls for l in found], [[], ["g"], ["g", "h"], ["say"]])
        self.assertEqual([l.function for l in found], ["", "f", "f", "f"])

    def test_forms_of_the_rules(self):
        root = tree(self, {
            "rules/en/t.tsv": "# about\nlemma\tforms\tkind\nsend\tsend|has sent\tverb\n",
            "rules/en/s.tsv": "form\tsector\ngrain shipment(s)\tagriculture\n€\t-\n",
            "rules/en/d.rules": "pattern d.x\n  match  \\b(?P<day>fort)night {{UNIT}} (?i:later)\n  yes  nothing here\n",
        })
        forms = lexicon(root)
        self.assertEqual(in_text(forms, "He HAS SENT it"), [("has", "sent")])
        self.assertEqual(in_text(forms, "grain shipments; €5"), [("grain", "shipments"), ("€",)])
        self.assertEqual(in_text(forms, "later, nothing verb agriculture"), [("later",)])
        self.assertEqual(in_text(forms, "day unit"), [])


class TopLevel(unittest.TestCase):
    def test_a_stranger(self):
        root = tree(self, {"README.md": "", "build/x": "", "notes.txt": "", ".git/x": ""})
        self.assertEqual(top_level.faults(root), ["notes.txt"])


if __name__ == "__main__":
    unittest.main()
