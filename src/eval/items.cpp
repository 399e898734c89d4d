#include "eval/items.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include <fmt/format.h>

#include "base/utf8.h"
#include "model/commitment.h"

namespace coopmine {
namespace {

constexpr std::array<std::string_view, kSlotKinds> kNames{"type",   "status",     "initiator", "giver",
                                                          "receiver", "party",    "sector",    "instrument",
                                                          "amount", "date",       "duration"};

// The letter of a-z that Unicode's small form of `c` begins with; 0 when there is none.  Outside of
// ASCII only the capital I with a dot and the Kelvin sign have one.
char small_letter(char32_t c) {
  if (c >= U'A' && c <= U'Z') return static_cast<char>(c - U'A' + U'a');
  if (c >= U'a' && c <= U'z') return static_cast<char>(c);
  if (c == U'\u0130') return 'i';
  if (c == U'\u212A') return 'k';
  return 0;
}

// Small letters a-z and digits, everything else folded to single blanks.
std::string folded_name(std::string_view name) {
  std::string out;
  bool gap = false;
  for (std::size_t at = 0; at < name.size();) {
    const CodePoint point = code_point_at(name, at);
    at += point.bytes;
    const bool digit = point.value >= U'0' && point.value <= U'9';
    const char letter = digit ? static_cast<char>(point.value) : small_letter(point.value);
    if (letter == 0) {
      gap = true;
      continue;
    }
    if (gap && !out.empty()) out += ' ';
    out += letter;
    gap = point.value == U'\u0130';  // its small form goes on with a combining dot
  }
  return out;
}

std::optional<SlotKind> slot_of(std::string_view role) {
  const auto known = role_of(role);
  if (!known) return std::nullopt;
  switch (*known) {
    case Role::Party: return SlotKind::Party;
    case Role::Giver: return SlotKind::Giver;
    case Role::Receiver: return SlotKind::Receiver;
  }
  return std::nullopt;
}

}  // namespace

std::string_view name(SlotKind slot) { return kNames[index_of(slot)]; }

std::string actor_item(const RecordParty& party) {
  if (!party.id.empty()) return party.id;
  return "=" + folded_name(party.name.empty() ? party.text : party.name);
}

std::string amount_item(const RecordAmount& amount) {
  return fmt::format("{} {:.6g}", amount.currency.empty() ? "None" : amount.currency, amount.value);
}

SlotItems items_of(const CommitmentRecord& record) {
  SlotItems items;
  const auto add = [&](SlotKind slot, std::string value) { items.push_back({slot, std::move(value)}); };
  add(SlotKind::Type, record.type);
  add(SlotKind::Status, record.status);
  if (record.initiator) add(SlotKind::Initiator, actor_item(*record.initiator));
  for (const RecordParty& party : record.parties) {
    if (const auto slot = slot_of(party.role)) add(*slot, actor_item(party));
  }
  for (const RecordSlot& sector : record.sectors) add(SlotKind::Sector, sector.value);
  if (record.instrument) add(SlotKind::Instrument, record.instrument->kind);
  for (const RecordAmount& amount : record.amounts) add(SlotKind::Amount, amount_item(amount));
  for (const RecordSlot& date : record.dates) add(SlotKind::Date, date.value);
  if (record.duration) add(SlotKind::Duration, record.duration->value);
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
  return items;
}

std::size_t count_common(const SlotItems& a, const SlotItems& b) {
  std::size_t count = 0;
  for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
    if (*left == *right) {
      ++count;
      ++left;
      ++right;
    } else if (*left < *right) {
      ++left;
    } else {
      ++right;
    }
  }
  return count;
}

SlotItems items_without(const SlotItems& a, const SlotItems& b) {
  SlotItems out;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
  return out;
}

}  // namespace coopmine
