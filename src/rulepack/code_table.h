// How a record is coded in other schemes (rules/codes/*.tsv: type, status, act, sector, code, note).
//
//     type   status     act   sector         code
//     aid    fulfilled        humanitarian   073     first that fits
//     aid    fulfilled                       070
//            possible                        -       no code
//
// A cell is empty for any value, or holds several with | between; a sector fits when the record has one
// of them.  In dac.tsv and plover-context.tsv each sector of the record is looked up by itself.
//
//     const Codes codes = codes_of(pack.codes, commitment.type, commitment.status, commitment.act,
//                                  commitment.sectors);
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "model/commitment.h"
#include "rulepack/tsv.h"

namespace coopmine {

struct CodeLine {
  std::vector<CommitmentType> types;  // empty: any; so are the others
  std::vector<Status> statuses;
  std::vector<std::string> acts;
  std::vector<std::string> sectors;
  std::string code;  // empty: none
};
using CodeLines = std::vector<CodeLine>;

struct CodeTable {
  CodeLines plover, cameo, iati, aiddata, dac;
  CodeLines context;  // PLOVER contexts
};

struct CodeSources {
  const Table& plover;
  const Table& cameo;
  const Table& iati;
  const Table& aiddata;
  const Table& dac;
  const Table& context;
};

// Faults: a type or status that is none, an act or sector that the pack's other tables don't know, an empty
// code, a line that an earlier one of the same file leaves nothing to.
[[nodiscard]] CodeTable load_codes(const CodeSources& sources, const std::vector<std::string>& acts,
                                   const std::vector<std::string>& sectors, Diagnostics& diagnostics);

// Empty where no line fits.  `dac` holds each code once, in the order of the sectors.
[[nodiscard]] Codes codes_of(const CodeTable& table, CommitmentType type, Status status, std::string_view act,
                             const std::vector<SectorSlot>& sectors);

// PLOVER contexts of a record, each once, in the order of the sectors.
[[nodiscard]] std::vector<std::string> contexts_of(const CodeTable& table, CommitmentType type, Status status,
                                                   std::string_view act, const std::vector<SectorSlot>& sectors);

}  // namespace coopmine
