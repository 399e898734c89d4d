#include "rulepack/member_table.h"

namespace coopmine {

MemberTable load_members(const Table& table, Diagnostics& diagnostics) {
  MemberTable result;
  for (const Row& row : table.rows) {
    const std::string_view group = table.cell(row, "group"), members = table.cell(row, "members");
    if (group.empty()) {
      table.fault(diagnostics, row, "group", "a line without a group", "write the group's id, as in actors.tsv");
    } else if (members.empty()) {
      table.fault(diagnostics, row, "members", "a group without members", "write their ids with | between them, or take the line out");
    } else if (result.is_group(group)) {
      table.fault(diagnostics, row, "group", "group '" + std::string(group) + "' stands twice", "write all its members in one line");
    } else {
      for (const std::string_view member : cell_parts(members)) {
        if (member == group) table.fault(diagnostics, row, "members", "group '" + std::string(group) + "' is among its own members", "take it out");
        result.put(group, member);
      }
    }
  }
  return result;
}

}  // namespace coopmine
