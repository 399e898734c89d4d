// Slot items: what a commitment says, cut into pieces that are right or wrong one by one.
//
// An item is a slot and a value; values that mean the same are written the same:
//     giver "JPN", party "=acme steel plc" (no id: the name in small letters and digits),
//     amount "USD 5e+06" (six digits), date "2024-06-13".
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "record/record.h"

namespace coopmine {

enum class SlotKind : std::uint8_t {
  Type, Status, Initiator, Giver, Receiver, Party, Sector, Instrument, Amount, Date, Duration
};
inline constexpr std::size_t kSlotKinds = 11;
[[nodiscard]] std::string_view name(SlotKind slot);
[[nodiscard]] constexpr std::size_t index_of(SlotKind slot) { return static_cast<std::size_t>(slot); }

struct SlotItem {
  SlotKind slot = SlotKind::Type;
  std::string value;

  friend auto operator<=>(const SlotItem&, const SlotItem&) = default;
};
// Sorted, each once.
using SlotItems = std::vector<SlotItem>;

// The items of a gold commitment or of a record.  A party whose role is none of the three has no item.
[[nodiscard]] SlotItems items_of(const CommitmentRecord& record);

[[nodiscard]] std::string actor_item(const RecordParty& party);
[[nodiscard]] std::string amount_item(const RecordAmount& amount);

// Items that both have.
[[nodiscard]] std::size_t count_common(const SlotItems& a, const SlotItems& b);
// Items of `a` that `b` lacks.
[[nodiscard]] SlotItems items_without(const SlotItems& a, const SlotItems& b);

}  // namespace coopmine
