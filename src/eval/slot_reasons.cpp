#include "eval/slot_reasons.h"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "base/utf8.h"

namespace coopmine {
namespace {

constexpr std::size_t kShort = 60;

ClueKind clue_of(SlotKind slot) {
  switch (slot) {
    case SlotKind::Sector: return ClueKind::Sector;
    case SlotKind::Instrument: return ClueKind::Instrument;
    case SlotKind::Amount: return ClueKind::Amount;
    case SlotKind::Date: return ClueKind::Date;
    case SlotKind::Duration: return ClueKind::Duration;
    default: return ClueKind::Actor;
  }
}

bool is_role(SlotKind slot) {
  return slot == SlotKind::Giver || slot == SlotKind::Receiver || slot == SlotKind::Party;
}

template <class Slot>
void take_words(const std::vector<Slot>& slots, const std::string& value, const RecordWords*& words,
                std::string (*value_of)(const Slot&)) {
  for (const Slot& slot : slots) {
    if (words == nullptr && value_of(slot) == value) words = &slot;
  }
}

std::string slot_value(const RecordSlot& slot) { return slot.value; }

// The words that the record took an item from; null: none.
const RecordWords* words_behind(const CommitmentRecord& record, const SlotItem& item) {
  const RecordWords* words = nullptr;
  switch (item.slot) {
    case SlotKind::Giver:
    case SlotKind::Receiver:
    case SlotKind::Party: {
      for (const RecordParty& party : record.parties) {
        if (words == nullptr && party.role == name(item.slot) && actor_item(party) == item.value) words = &party;
      }
      break;
    }
    case SlotKind::Initiator: words = record.initiator ? &*record.initiator : nullptr; break;
    case SlotKind::Sector: take_words(record.sectors, item.value, words, slot_value); break;
    case SlotKind::Date: take_words(record.dates, item.value, words, slot_value); break;
    case SlotKind::Amount: take_words(record.amounts, item.value, words, amount_item); break;
    case SlotKind::Instrument: words = record.instrument ? &*record.instrument : nullptr; break;
    case SlotKind::Duration: words = record.duration ? &*record.duration : nullptr; break;
    default: break;
  }
  return words;
}

std::string how_inferred(const CommitmentRecord& record, const SlotItem& item) {
  for (const RecordParty& party : record.parties) {
    if (party.role == name(item.slot) && actor_item(party) == item.value) return party.via;
  }
  return {};
}

std::int64_t distance(CodeSpan a, CodeSpan b) {
  if (a.overlaps(b)) return 0;
  return a.end <= b.begin ? b.begin - a.end : a.begin - b.end;
}

class SlotReasons {
 public:
  SlotReasons(const Claim& gold, const Claim& record, const ClueView& clues)
      : record_(record),
        clues_(clues),
        missed_(items_without(gold.items, record.items)),
        extra_(items_without(record.items, gold.items)) {
    places_ = gold.spans;
    places_.insert(places_.end(), record.spans.begin(), record.spans.end());
  }

  std::vector<Reason> find() {
    swapped_roles();
    for (std::size_t i = 0; i < kSlotKinds; ++i) slot(static_cast<SlotKind>(i));
    return std::move(reasons_);
  }

 private:
  // Actors that both have, in different roles.
  void swapped_roles() {
    for (auto missed = missed_.begin(); missed != missed_.end();) {
      const auto extra = std::find_if(extra_.begin(), extra_.end(), [&](const SlotItem& item) {
        return is_role(item.slot) && item.value == missed->value;
      });
      if (!is_role(missed->slot) || extra == extra_.end()) {
        ++missed;
        continue;
      }
      add(fmt::format("{}: taken for {}", name(missed->slot), name(extra->slot)),
          fmt::format("{} is {} instead of {}", missed->value, name(extra->slot), name(missed->slot)));
      extra_.erase(extra);
      missed = missed_.erase(missed);
    }
  }

  // Pairs what is missed with what is there instead, as far as it goes.
  void slot(SlotKind slot) {
    std::vector<SlotItem> missed;
    std::vector<SlotItem> extra;
    for (const SlotItem& item : missed_) {
      if (item.slot == slot) missed.push_back(item);
    }
    for (const SlotItem& item : extra_) {
      if (item.slot == slot) extra.push_back(item);
    }
    const std::size_t both = std::min(missed.size(), extra.size());
    for (std::size_t i = 0; i < both; ++i) wrong(missed[i], extra[i]);
    for (std::size_t i = both; i < missed.size(); ++i) {
      add(fmt::format("{}: missed", name(slot)), fmt::format("{} {} missed{}", name(slot), missed[i].value, whereabouts(missed[i])));
    }
    for (std::size_t i = both; i < extra.size(); ++i) {
      add(fmt::format("{}: too many", name(slot)), fmt::format("{} {} too many{}", name(slot), extra[i].value, origin(extra[i])));
    }
  }

  void wrong(const SlotItem& missed, const SlotItem& extra) {
    const std::string what = fmt::format("{} {} instead of {}", name(missed.slot), extra.value, missed.value);
    if (missed.slot == SlotKind::Type || missed.slot == SlotKind::Status) {
      return add(fmt::format("{}: {} for {}", name(missed.slot), extra.value, missed.value), what + trigger_words());
    }
    const std::string near = nearer(missed, extra);
    add(fmt::format("{}: wrong", name(missed.slot)), what + (near.empty() ? origin(extra) + whereabouts(missed) : near));
  }

  // Told when the wrong words stand nearer to the trigger than the right ones.
  std::string nearer(const SlotItem& missed, const SlotItem& extra) const {
    const Clue* right = clues_.beside(clue_of(missed.slot), missed.value, places_);
    const RecordWords* taken = words_behind(record_.record, extra);
    if (right == nullptr || taken == nullptr || !taken->span || record_.record.evidence.empty()) return {};
    const auto trigger = record_.record.evidence.front().trigger.span;
    if (!trigger || distance(*taken->span, *trigger) >= distance(right->span, *trigger)) return {};
    return fmt::format(": \"{}\" is nearer to the trigger than \"{}\"", short_words(taken->text), short_words(right->words));
  }

  std::string trigger_words() const {
    if (record_.record.evidence.empty() || record_.record.evidence.front().trigger.text.empty()) return {};
    return fmt::format(": trigger \"{}\"", short_words(record_.record.evidence.front().trigger.text));
  }

  // Where the words of a missed value stand.
  std::string whereabouts(const SlotItem& item) const {
    if (!clues_.known() || item.slot == SlotKind::Type || item.slot == SlotKind::Status) return {};
    const ClueKind kind = clue_of(item.slot);
    if (const Clue* clue = clues_.beside(kind, item.value, places_)) {
      return fmt::format(": \"{}\" stands in the sentence and was not taken", short_words(clue->words));
    }
    if (const Clue* clue = clues_.anywhere(kind, item.value)) {
      return fmt::format(": \"{}\" stands in another sentence", short_words(clue->words));
    }
    return ": no words of the article are read as it";
  }

  // What the record took a value from.
  std::string origin(const SlotItem& item) const {
    const RecordWords* words = words_behind(record_.record, item);
    const std::string via = how_inferred(record_.record, item);
    std::string out;
    if (words != nullptr && !words->text.empty()) out = fmt::format(", from \"{}\"", short_words(words->text));
    if (!via.empty()) out += fmt::format(" (by {})", via);
    return out;
  }

  void add(std::string group, std::string text) { reasons_.push_back({std::move(group), std::move(text)}); }

  const Claim& record_;
  const ClueView& clues_;
  SlotItems missed_;
  SlotItems extra_;
  std::vector<CodeSpan> places_;  // of both
  std::vector<Reason> reasons_;
};

}  // namespace

std::vector<Reason> slot_reasons(const Claim& gold, const Claim& record, const ClueView& clues) {
  return SlotReasons(gold, record, clues).find();
}

std::string short_words(std::string_view words) {
  std::string out;
  std::size_t count = 0;
  bool gap = false;
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint point = code_point_at(words, at);
    const bool blank = point.value == U' ' || point.value < U' ';
    if (!blank) {
      if (count >= kShort) return out + "...";
      if (gap && !out.empty()) out += ' ';
      out += words.substr(at, point.bytes);
      ++count;
    }
    gap = blank;
    at += point.bytes;
  }
  return out;
}

}  // namespace coopmine
