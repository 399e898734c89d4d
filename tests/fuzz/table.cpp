// A tab-separated table.
#include "fuzz/fuzz.h"
#include "rulepack/tsv.h"

using namespace coopmine;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::view(data, size);
  const std::vector<std::string> columns{"form", "kind", "note"};
  Diagnostics faults;
  Table table = parse_table("t.tsv", std::string(text), columns, faults);
  for (const Row& row : table.rows) {
    fuzz::require(row.cells.size() == table.columns.size(), "rows are as wide as the table");
    (void)split_cell(table.cell(row, "form"));
  }
  const std::size_t rows = table.rows.size();
  Diagnostics more_faults;
  merge_table(table, parse_table("more.tsv", std::string(text), columns, more_faults), {"form"}, size % 2 == 0);
  fuzz::require(table.rows.size() <= rows + rows, "merging makes no rows up");
  for (const Row& row : table.rows) table.fault(faults, row, "kind", "seen");
  for (const Diagnostic& fault : faults.errors()) fuzz::require(!format(fault).empty(), "faults can be shown");
  return 0;
}
