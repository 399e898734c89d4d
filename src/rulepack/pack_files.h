// The files of a pack as bytes: where the shipped rules are, what a folder may hold, its fingerprint.
//
// A pack is a folder with one folder a language and the codes:
//
//     rules/en/pack.rules  rules/en/*.rules  rules/en/*.tsv  rules/codes/*.tsv  rules/README.md
//
// A folder that has a pack.rules itself is taken for the language folder (and may hold codes/).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"

namespace coopmine {

// What is known of a table: a file that is none of these is refused.
struct TableSpec {
  std::string file;                   // "actors.tsv", "codes/cameo.tsv"
  std::vector<std::string> columns;   // all of them, in any order
  std::vector<std::string> key;       // columns by which rows of an extending pack replace others
  bool first_fits = false;            // its first line that fits counts
  bool optional = false;              // a pack may lack it: it is empty then
};
[[nodiscard]] const std::vector<TableSpec>& table_specs();

struct PackFile {
  std::string name;  // "triggers.tsv", "codes/iati.tsv", "pack.rules"
  std::string path;  // as shown in messages: "rules/en/triggers.tsv"
  std::shared_ptr<const std::string> text;
};

struct PackFolder {
  std::vector<PackFile> files;  // in order of name, pack.rules first

  [[nodiscard]] const PackFile* find(std::string_view name) const;
  [[nodiscard]] PackFile* find(std::string_view name);
};

// Reads `folder` for a language; `shown` stands for it in messages.  A folder or file that can't be
// read and a file that belongs to no pack are errors.
[[nodiscard]] PackFolder read_pack_folder(const std::string& folder, const std::string& shown,
                                          const std::string& lang, Diagnostics& diagnostics);

// The folder of the rules that ship with the program: $COOPMINE_RULES, ../share/coopmine/rules seen from
// the executable's folder (installed), share/coopmine/rules in it (a build folder), then coopmine/rules
// under $XDG_DATA_HOME and each of $XDG_DATA_DIRS.  "" and an error that names them all when it is nowhere.
[[nodiscard]] std::string find_shipped_rules(Diagnostics& diagnostics);

// Whether $COOPMINE_RULES says where they are.
[[nodiscard]] bool shipped_rules_are_given();

// SHA-256 over the names and bytes of all files, in hex.
[[nodiscard]] std::string fingerprint(const std::vector<PackFolder>& folders);

}  // namespace coopmine
