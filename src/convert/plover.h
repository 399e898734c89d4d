// PLOVER: the JSONL of its manual, one event a line.
//
//     {"id":"9f2c...","date":"2024-06-08","source":[{"code":"NOR","sector":"GOV",...}],"recipient":[...],
//      "event":["AID"],"event_text":["will give"],"context":["humanitarian"],"text_info":{...},...}
//
// Givers are the source and receivers the recipient; parties of equal standing are all source, as the manual
// has it of reciprocal events.  `date` is the day of the act where the record has one, else that of the
// article.  Sums, instruments, durations and what else PLOVER has no field for are lost; records without a
// PLOVER code (mere speculation) are left out.
#pragma once

#include <memory>

#include "convert/converter.h"

namespace coopmine {

// Contexts of a record in the words of PLOVER.
using ContextFinder = std::function<std::vector<std::string>(const CommitmentRecord& record)>;

[[nodiscard]] std::unique_ptr<Converter> plover_converter(TextSink sink, ContextFinder contexts);

}  // namespace coopmine
