#include "rulepack/sector_table.h"

#include <array>
#include <utility>

#include <fmt/format.h>

#include "rulepack/closed_ids.h"

namespace coopmine {
namespace {

constexpr std::array<std::pair<std::string_view, SectorUse>, 4> kUses{{{"-", SectorUse::None},
                                                                       {"organ-of", SectorUse::OrganOf},
                                                                       {"organ-head", SectorUse::OrganHead},
                                                                       {"list-link", SectorUse::Link}}};

SectorUse use_of(std::string_view cell) {
  for (const auto& [name, use] : kUses) {
    if (name == cell) return use;
  }
  return SectorUse::Field;
}

}  // namespace

SectorTable load_sectors(const Table& table, Vocabulary& words, Diagnostics& diagnostics) {
  SectorTable result;
  ClosedIds sectors("sector");
  for (const Row& row : table.rows) {
    SectorTerm term;
    term.use = use_of(table.cell(row, "sector"));
    if (term.use == SectorUse::Field) {
      if (!sectors.take(table, row, "sector", diagnostics)) continue;
      term.sector = table.cell(row, "sector");
    }
    const std::string weight(table.cell(row, "weight"));
    if (!weight.empty() && weight != "weak") {
      table.fault(diagnostics, row, "weight", fmt::format("unknown weight '{}'", weight), did_you_mean(weight, {"weak"}, "write weak, or nothing"));
      continue;
    }
    term.weak = !weight.empty();
    term.capitals = table.cell(row, "form").starts_with('=');
    result.forms.add(table, row, static_cast<std::uint32_t>(result.terms.size()), words, diagnostics);
    result.terms.push_back(std::move(term));
  }
  result.sectors.assign(sectors.ids().begin(), sectors.ids().end());
  return result;
}

}  // namespace coopmine
