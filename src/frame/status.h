// Status: how operators over a trigger compose ("plans to pledge to continue supporting").
//
// The outermost operator that has a status of its own gives it, in the form it stands in
// (modality.tsv); transparent operators (continue, begin, said) hand their modality down.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "frame/clause.h"
#include "model/commitment.h"
#include "rulepack/trigger_table.h"

namespace coopmine {

struct StatusReading {
  Status status = Status::Pledged;
  std::vector<std::string> chain;   // classes above the anchor, outermost first
  std::vector<std::string> operators;  // their lemmas
  std::string_view modality;           // form of the anchor
  std::string_view outer_modality;     // form of the outermost predicate
  std::int32_t top = kNoPredicate;  // the outermost predicate of the chain
  std::int32_t asker = kNoPredicate;  // the operator that proposes, plans or asks
  std::int32_t reporter = kNoPredicate;  // the outermost verb that tells what somebody said; the anchor itself, too
  bool negated = false;
  bool reacted = false;
  bool relative = false;
  bool conditional = false;
};

// The status of the act at predicate `anchor`, whose own is `own` when nothing stands above it.
[[nodiscard]] StatusReading read_status(const std::vector<Predicate>& predicates, std::int32_t anchor,
                                        std::optional<Status> own, const std::vector<Unit>& units, const TriggerTable& table);

}  // namespace coopmine
