#include "rulepack/cluster_table.h"

#include <algorithm>
#include <bit>

namespace coopmine {

std::size_t ClusterTable::slot_of(std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = ((hash ^ (hash >> 32U)) * 0x9E3779B97F4A7C15ULL >> 32U) & mask;
  while (slots_[at].names != 0 && slots_[at].hash != hash) at = (at + 1) & mask;
  return at;
}

const ClusterTable::Names* ClusterTable::find(const HashedText& word) const {
  if (slots_.empty()) return nullptr;
  const Slot& slot = slots_[slot_of(word.hash.value)];
  return slot.names == 0 ? nullptr : &names_[slot.names - 1];
}

void ClusterTable::put(const HashedText& word, std::uint32_t names) {
  if ((words_ + 1) * 2 > slots_.size()) resize(std::max<std::size_t>(slots_.size() * 2, 64));
  Slot& slot = slots_[slot_of(word.hash.value)];
  if (slot.names != 0) return;
  slot = {word.hash.value, names + 1};
  ++words_;
}

std::uint32_t ClusterTable::add_names(const std::array<std::string_view, kClusterLevels>& names) {
  const auto keep = [&](std::string_view name) { return HashedText(kept_.emplace_back(name)); };
  names_.push_back({keep(names[0]), keep(names[1]), keep(names[2])});
  return static_cast<std::uint32_t>(names_.size() - 1);
}

void ClusterTable::expect(std::size_t words) {
  if (words * 2 > slots_.size()) resize(std::bit_ceil(words * 2));
}

void ClusterTable::resize(std::size_t slots) {
  std::vector<Slot> before(slots);
  before.swap(slots_);
  for (const Slot& slot : before)
    if (slot.names != 0) slots_[slot_of(slot.hash)] = slot;
}

ClusterTable load_clusters(const Table& table, Diagnostics& diagnostics) {
  static constexpr std::array<std::string_view, kClusterLevels> kColumns{"coarse", "middle", "fine"};
  ClusterTable result;
  if (table.text != nullptr) result.expect(table.rows.size() + static_cast<std::size_t>(std::count(table.text->begin(), table.text->end(), '|')));
  for (const Row& row : table.rows) {
    std::array<std::string_view, kClusterLevels> names;
    bool sound = true;
    for (std::size_t level = 0; level < kClusterLevels; ++level) {
      names[level] = table.cell(row, kColumns[level]);
      if (!names[level].empty()) continue;
      table.fault(diagnostics, row, kColumns[level], "a class has no name", "write one, such as a12");
      sound = false;
    }
    const std::string_view words = table.cell(row, "words");
    if (words.empty()) {
      table.fault(diagnostics, row, "words", "a class has no words", "write them with | between them, or take the line out");
      sound = false;
    }
    if (!sound) continue;
    const std::uint32_t at = result.add_names(names);
    for (const std::string_view word : cell_parts(words)) result.put(word, at);
  }
  return result;
}

}  // namespace coopmine
