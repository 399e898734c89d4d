// The tables a pack may hold.  A new table is a line here, a field in pack.h and a call in pack.cpp.
#include "rulepack/pack_files.h"
#include "rulepack/weight_table.h"

namespace coopmine {
namespace {

TableSpec code_spec(std::string file) {
  return {std::move(file), {"type", "status", "act", "sector", "code", "note"}, {"type", "status", "act", "sector"}, true, true};
}

}  // namespace

const std::vector<TableSpec>& table_specs() {
  // clang-format off
  static const std::vector<TableSpec> specs{
      {"triggers.tsv", {"lemma", "pos", "forms", "class", "status", "control", "note"}, {"lemma", "pos"}, false},
      {"words.tsv", {"class", "forms", "note"}, {"class"}, false},
      {"valency.tsv", {"verb", "noun", "type", "act", "frame", "status", "note"}, {"verb", "noun"}, true},
      {"frames.tsv", {"frame", "function", "role", "note"}, {"frame", "function"}, false},
      {"classes.tsv", {"class", "trait", "note"}, {"class"}, false},
      {"modality.tsv", {"own", "form", "status", "note"}, {"own", "form"}, false},
      {"currencies.tsv", {"code", "use", "adjectives", "forms", "near", "from", "until"}, {"code", "use", "adjectives", "forms"}, false},
      {"numbers.tsv", {"kind", "value", "forms"}, {"kind", "value", "forms"}, false},
      {"calendar.tsv", {"kind", "value", "forms"}, {"kind", "value", "forms"}, false},
      {"actors.tsv", {"id", "kind", "name", "forms", "adjectives", "demonyms", "capitals", "organ", "from", "to"}, {"id", "name", "organ", "from"}, false},
      {"members.tsv", {"group", "members"}, {"group"}, false, true},
      {"persons.tsv", {"name", "forms", "id", "office", "from", "to"}, {"name", "id", "office", "from"}, false},
      {"traps.tsv", {"form", "reason"}, {"form"}, false},
      {"roles.tsv", {"class", "value", "id", "forms", "note"}, {"class", "value", "id"}, false},
      {"sectors.tsv", {"form", "sector", "weight", "note"}, {"form"}, false},
      {"instruments.tsv", {"form", "kind", "use", "note"}, {"form"}, false},
      {"weights.tsv", weight_columns(), {"model", "label", "feature"}, false},
      {"clusters.tsv", {"coarse", "middle", "fine", "words"}, {"fine"}, false, true},
      {"abbreviations.tsv", {"form", "note"}, {"form"}, false},
      code_spec("codes/plover.tsv"), code_spec("codes/cameo.tsv"), code_spec("codes/iati.tsv"),
      code_spec("codes/aiddata.tsv"), code_spec("codes/dac.tsv"), code_spec("codes/plover-context.tsv"),
  };
  // clang-format on
  return specs;
}

}  // namespace coopmine
