// Attribution: who is said to say what a clause tells of, and whether in his own words.
#pragma once

#include <optional>

#include "assemble/candidate.h"
#include "assemble/reference.h"

namespace coopmine {

// Empty when nobody is said to say so and nobody is quoted.  A speaker whom nothing names has no name; the words of a
// quotation that names none are the quotation.
[[nodiscard]] std::optional<Attribution> attribution_of(const AssembleInput& input, const References& references, const Frame& frame);

}  // namespace coopmine
