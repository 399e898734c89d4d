// Members of groups (rules/<lang>/members.tsv: group, members): which actors an organisation or a region stands for.
//
//     G7   CAN|DEU|FRA|GBR|ITA|JPN|USA
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "rulepack/tsv.h"

namespace coopmine {

class MemberTable {
 public:
  void put(std::string_view group, std::string_view member) { members_[std::string(group)].emplace(member); }
  // Whether the table names the members of an actor, by its id.
  [[nodiscard]] bool is_group(std::string_view id) const { return members_.find(id) != members_.end(); }
  [[nodiscard]] bool has(std::string_view group, std::string_view member) const {
    const auto found = members_.find(group);
    return found != members_.end() && found->second.contains(member);
  }

 private:
  std::map<std::string, std::set<std::string, std::less<>>, std::less<>> members_;
};

// Faults: a group without a name or members, one that stands twice, one among its own members.
[[nodiscard]] MemberTable load_members(const Table& table, Diagnostics& diagnostics);

}  // namespace coopmine
