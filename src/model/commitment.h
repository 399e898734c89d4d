// The commitment: one record of the output.  record.md names every key; here is its shape.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/span.h"
#include "model/article.h"
#include "model/mention.h"

namespace coopmine {

enum class CommitmentType : std::uint8_t {
  Agreement, Aid, Commerce, Access, Institution, Support, Cooperation
};
inline constexpr std::size_t kCommitmentTypes = 7;
enum class Status : std::uint8_t {
  Fulfilled, Concluded, Pledged, Planned, Proposed, Discussed, Possible, Ended
};
enum class Role : std::uint8_t { Party, Giver, Receiver };

// The words of record.md for each value ("agreement", "fulfilled", "party"), and back.
[[nodiscard]] std::string_view name(CommitmentType type);
[[nodiscard]] std::string_view name(Status status);
[[nodiscard]] std::string_view name(Role role);
[[nodiscard]] std::string_view name(Approx approx);  // "" for None
[[nodiscard]] std::string_view name(ActorKind kind);
[[nodiscard]] std::string_view name(Zone zone);
[[nodiscard]] std::optional<CommitmentType> commitment_type(std::string_view word);
[[nodiscard]] std::optional<Status> status_of(std::string_view word);
[[nodiscard]] std::optional<Role> role_of(std::string_view word);

struct Party {
  Role role = Role::Party;
  std::string id;  // empty: null in the record
  std::string name;
  ActorKind kind = ActorKind::State;
  std::string organ;  // empty: null
  Span span;
  std::string via;  // how it was inferred ("pair", "title", "speaker" ...); empty: named in the clause
};

struct SectorSlot {
  std::string id;
  Span span;
};
struct InstrumentSlot {
  std::string kind;
  Span span;
  std::string name;  // proper name of the text when printed; empty: null
};
struct AmountSlot {
  MoneyValue money;
  Span span;
};
struct DateSlot {
  std::string value;
  Span span;
};
struct DurationSlot {
  std::string value;
  Span span;
};
struct Measure {
  Span span;
};
struct Attribution {
  std::string id;  // speaker; empty: null
  std::string name;
  Span span;
  std::string certainty;  // "reported", "quoted", "stated"
};
struct Evidence {
  Span span;                   // the clause or sentence that states it
  std::uint32_t sentence = 0;  // 1-based number in the article
  Zone zone = Zone::Body;
  Span trigger;
  std::string lemma;
};
struct Codes {
  std::string plover, cameo, iati, aiddata;  // empty: null
  std::vector<std::string> dac;
};

struct Commitment {
  std::string id;  // 16 hex digits, set by assemble/
  CommitmentType type = CommitmentType::Cooperation;
  Status status = Status::Pledged;
  std::string act;
  std::vector<Party> parties;
  std::optional<Party> initiator;
  std::vector<SectorSlot> sectors;
  std::optional<InstrumentSlot> instrument;
  std::vector<AmountSlot> amounts;
  std::vector<DateSlot> dates;
  std::optional<DurationSlot> duration;
  std::vector<Measure> measures;
  std::optional<Attribution> attribution;
  std::string part_of;  // empty: null
  std::vector<Evidence> evidence;
  std::vector<std::string> rules;
  double confidence = 0;  // 0 to 1
  std::vector<std::string> features;  // what spoke for and against it, by the names of weights.tsv
  Codes codes;
};

}  // namespace coopmine
