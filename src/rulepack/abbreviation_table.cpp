#include "rulepack/abbreviation_table.h"

namespace coopmine {

AbbreviationTable load_abbreviations(const Table& table, Vocabulary& words,
                                     Diagnostics& diagnostics) {
  AbbreviationTable result;
  for (const Row& row : table.rows) {
    std::string form(table.cell(row, "form"));
    if (form.empty() || form.back() != '.') {
      table.fault(diagnostics, row, "form", "an abbreviation ends with a full stop",
                  "write it as it is printed");
      continue;
    }
    const bool capital = form.front() >= 'A' && form.front() <= 'Z';
    const bool dotted = form.find('.') + 1 != form.size();
    if (!dotted) form.pop_back();
    auto parts = words.intern_form(form);
    if (parts.empty()) continue;
    (capital ? result.capitalised : result.any_case).insert(parts.back());
  }
  return result;
}

}  // namespace coopmine
