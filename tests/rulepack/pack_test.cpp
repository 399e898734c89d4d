#include <doctest/doctest.h>

#include <memory>

#include <filesystem>
#include <fstream>
#include <iterator>

#include <unistd.h>

#include "rulepack/pack.h"
#include "rulepack/pack_files.h"

using namespace coopmine;
namespace fs = std::filesystem;

namespace {

std::string shown(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& error : diagnostics.errors()) out += format(error) + "\n";
  return out;
}

// A folder of its own that is gone afterwards.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "coopmine-pack-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code error;
    fs::remove_all(path_, error);
  }
  void put(const std::string& name, std::string_view text) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
  }
  std::string path() const { return path_.string(); }

  // What load_pack() finds wrong, with the folder's own path as DIR.
  std::string faults() const {
    Diagnostics diagnostics;
    CHECK(load_pack({path(), "en"}, diagnostics) == nullptr);
    std::string out = shown(diagnostics);
    for (std::size_t at = out.find(path()); at != std::string::npos; at = out.find(path())) {
      out.replace(at, path().size(), "DIR");
    }
    return out;
  }

 private:
  fs::path path_;
};

constexpr const char* kExtends = "pack mine\nversion 2\nextends shipped\n";

}  // namespace

TEST_CASE("the shipped pack loads") {
  Diagnostics diagnostics;
  const auto pack = load_pack({}, diagnostics);
  CHECK(shown(diagnostics) == "");
  REQUIRE(pack);
  CHECK(pack->name == "en");
  CHECK(pack->hash.size() == 64);
  CHECK(shown(pack->lint) == "");
}

TEST_CASE("a folder may extend the shipped rules") {
  Folder folder;
  folder.put("pack.rules", kExtends);
  folder.put("mine.rules", "pattern mine.a\n type duration\n match x+\n yes x\n");
  Diagnostics diagnostics;
  const auto shipped = load_pack({}, diagnostics);
  const auto pack = load_pack({folder.path(), "en"}, diagnostics);
  CHECK(shown(diagnostics) == "");
  REQUIRE(pack);
  CHECK(pack->name == "en+mine");
  CHECK(pack->version.ends_with("+2"));
  CHECK(pack->hash != shipped->hash);
  CHECK(pack->patterns.find("mine.a") != nullptr);
  CHECK(pack->patterns.size() == shipped->patterns.size() + 1);
}

TEST_CASE("an edit leaves out a block or one of its guards") {
  Folder folder;
  folder.put("en/pack.rules", kExtends);
  folder.put("en/mine.rules", "pattern mine.a\n type duration\n match x\n match y\n unless xz\n yes x\n");
  Diagnostics diagnostics;
  const auto pack = load_pack({folder.path(), "en"}, diagnostics);
  REQUIRE(pack);
  const auto without = [&](const PackEdit& edit) {
    auto edited = edited_pack(*pack, edit, diagnostics);
    REQUIRE(edited);
    return edited;
  };
  CHECK_FALSE(pack->patterns.find("mine.a")->find("xz"));
  CHECK(without({"mine.a", 0, {}})->patterns.find("mine.a")->find("xz"));
  CHECK_FALSE(without({"mine.a", {}, 1})->patterns.find("mine.a")->find("y"));
  CHECK(without({"mine.a", {}, {}})->patterns.find("mine.a") == nullptr);
  CHECK(pack->patterns.find("mine.a")->find("y"));
  CHECK(shown(diagnostics) == "");
}

TEST_CASE("names that nothing uses are lint, not a hindrance") {
  Folder folder;
  folder.put("pack.rules", kExtends);
  folder.put("mine.rules", "define IDLE x\n");
  Diagnostics diagnostics;
  const auto pack = load_pack({folder.path(), "en"}, diagnostics);
  REQUIRE(pack);
  CHECK(shown(pack->lint) == folder.path() +
        "/mine.rules:1:8: error: 'IDLE' is defined but not used\n    1 | define IDLE x\n      |        ^\n"
        "      = remove it\n");
}

TEST_CASE("what is wrong with a folder is said with its name") {
  Diagnostics diagnostics;
  CHECK(load_pack({"/nowhere/rules", "en"}, diagnostics) == nullptr);
  CHECK(shown(diagnostics) == "/nowhere/rules: error: there is no such folder of rules\n");

  Folder folder;
  CHECK(folder.faults() ==
        "DIR: error: the folder has no pack.rules for language 'en'\n"
        "      = add en/pack.rules with 'pack NAME' and 'version V'\n");
  folder.put("pack.rules", "pack mine\nversion 1\nextends shiped\n");
  CHECK(folder.faults() ==
        "DIR/pack.rules:3:9: error: no pack is called 'shiped'\n    3 | extends shiped\n      |         ^\n"
        "      = write 'extends shipped'\n");
  folder.put("pack.rules", kExtends);
  folder.put("trigers.tsv", "x\n");
  CHECK(folder.faults() ==
        "DIR/trigers.tsv: error: the file belongs to no pack\n      = did you mean 'triggers.tsv'?\n");
}

TEST_CASE("faults within files are all reported at once") {
  Folder folder;
  folder.put("pack.rules", "pack mine\nextends shipped\n");
  folder.put("a.rules", "version 3\npattern p\n type t\n match \xff\n yes Y.\n");
  folder.put("b.rules", "pattern q\n type t\n match x\n yes Y.\n");
  folder.put("c.rules", "pattern q\n type t\n match x\n yes Y.\n");
  folder.put("abbreviations.tsv", "form\tnotes\nX.\t\n");
  CHECK(folder.faults() ==
        "DIR/abbreviations.tsv:1:6: error: unknown column 'notes'\n    1 | form notes\n      |      ^\n"
        "      = did you mean 'note'?\n"
        "DIR/abbreviations.tsv:1:1: error: column 'note' is missing\n    1 | form notes\n      | ^\n"
        "DIR/pack.rules: error: 'version' is missing\n"
        "DIR/a.rules:4:8: error: byte 0xFF is not valid UTF-8\n    4 |  match ?\n      |        ^\n"
        "      = save the file as UTF-8\n"
        "DIR/a.rules:2:9: error: pattern 'p' has no 'match'\n    2 | pattern p\n      |         ^\n"
        "DIR/a.rules:1:9: error: 'version' has no place here\n    1 | version 3\n      |         ^\n"
        "      = it belongs to pack.rules\n"
        "DIR/c.rules:1:9: error: id 'q' stands twice\n    1 | pattern q\n      |         ^\n"
        "      = the other one is at DIR/b.rules:1\n");
}

TEST_CASE("a pattern of an unknown type or setting is refused") {
  Folder folder;
  folder.put("pack.rules", kExtends);
  folder.put("a.rules", "pattern a\n type mony\n match x\n yes x\npattern b\n type money\n set from x\n match y\n yes y\n");
  CHECK(folder.faults() ==
        "DIR/a.rules:2:7: error: unknown type 'mony'\n    2 |  type mony\n      |       ^\n"
        "      = did you mean 'money'?\n"
        "DIR/a.rules:7:6: error: type 'money' has no setting 'from'\n    7 |  set from x\n      |      ^\n"
        "      = did you mean 'form'?\n");
}

TEST_CASE("a folder that extends nothing must hold every table") {
  Folder folder;
  folder.put("en/pack.rules", "pack mine\nversion 1\n");
  const std::string faults = folder.faults();
  for (const TableSpec& spec : table_specs()) {
    CAPTURE(spec.file);
    CHECK((faults.find("/" + spec.file + ": error: the table is missing") != std::string::npos) != spec.optional);
  }
}

TEST_CASE("rows of a further file replace those of the same key") {
  Diagnostics diagnostics;
  const std::vector<std::string> columns{"id", "forms"};
  Table table = parse_table("a.tsv", "id\tforms\nX\told\nX\tolder\nY\tkept\n", columns, diagnostics);
  merge_table(table, parse_table("b.tsv", "forms\tid\nnew\tX\nmore\tZ\n", columns, diagnostics), {"id"}, false);
  std::string rows;
  for (const Row& row : table.rows) rows.append(table.cell(row, "id")).append("=").append(table.cell(row, "forms")).append(" ");
  CHECK(rows == "Y=kept X=new Z=more ");
  table.fault(diagnostics, table.rows.back(), "id", "here");
  CHECK(shown(diagnostics) == "b.tsv:3:6: error: here\n    3 | more Z\n      |      ^\n");

  merge_table(table, parse_table("c.tsv", "id\tforms\nW\tfirst\n", columns, diagnostics), {"id"}, true);
  CHECK(table.cell(table.rows.front(), "id") == "W");
}

TEST_CASE("the fingerprint tells packs apart by names and bytes") {
  const auto file = [](const char* name, const char* path, const char* text) { return PackFile{name, path, std::make_shared<const std::string>(text)}; };
  const PackFolder one{{file("a", "x/a", "12"), file("b", "x/b", "3")}};
  const PackFolder moved{{file("a", "y/a", "12"), file("b", "y/b", "3")}};
  const PackFolder other{{file("a", "x/a", "1"), file("b", "x/b", "23")}};
  CHECK(fingerprint({one}) == fingerprint({moved}));
  CHECK(fingerprint({one}) != fingerprint({other}));
}
