#include "rulepack/instrument_table.h"

#include <fmt/format.h>

#include "rulepack/closed_ids.h"

namespace coopmine {

InstrumentTable load_instruments(const Table& table, Vocabulary& words, Diagnostics& diagnostics) {
  InstrumentTable result;
  ClosedIds kinds("kind");
  for (const Row& row : table.rows) {
    InstrumentTerm term;
    const std::string kind(table.cell(row, "kind"));
    const std::string use(table.cell(row, "use"));
    if (!use.empty() && use != "determined") {
      table.fault(diagnostics, row, "use", fmt::format("unknown use '{}'", use), did_you_mean(use, {"determined"}, "write determined, or nothing"));
      continue;
    }
    if (kind == "-" || kind == "name-link") {
      term.use = kind == "-" ? InstrumentUse::None : InstrumentUse::NameLink;
    } else {
      if (!kinds.take(table, row, "kind", diagnostics)) continue;
      term.kind = kind;
      if (!use.empty()) term.use = InstrumentUse::Determined;
    }
    result.forms.add(table, row, static_cast<std::uint32_t>(result.terms.size()), words, diagnostics);
    result.terms.push_back(std::move(term));
  }
  result.kinds.assign(kinds.ids().begin(), kinds.ids().end());
  return result;
}

}  // namespace coopmine
