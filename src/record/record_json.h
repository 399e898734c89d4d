// JSON -> CommitmentRecord, for records and for the commitments of gold files, which share their slots.
//
// Sectors, dates, duration and instrument may be plain strings (gold) or objects with words (records).
// Keys that are not known are passed over.
#pragma once

#include <string>

#include <rapidjson/document.h>

#include "record/record.h"

namespace coopmine {

// What is wrong with a value: "parties[1].role: not a string".
struct RecordFault {
  std::string message;
  std::string hint;  // may be empty

  [[nodiscard]] bool none() const { return message.empty(); }
};

// Type, status, parties, initiator, sectors, instrument, amounts, dates, duration, optional.  `type`,
// `status` and each party's `role` must be there.
[[nodiscard]] RecordFault read_slots(const rapidjson::Value& object, CommitmentRecord& record);

// A whole record: its slots and all that only records have.  `evidence` must hold at least one span.
[[nodiscard]] RecordFault read_record(const rapidjson::Value& object, CommitmentRecord& record);

}  // namespace coopmine
