// One annotation of an article, while it is read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "eval/claim.h"

namespace coopmine {

// What the readers of both forms get, and where they put what they found.
struct GoldFile {
  std::string path;             // of the annotation, as shown in messages
  std::string_view annotation;  // its bytes
  std::u32string_view text;     // of the article
};

// The claims of NAME.gold.json.  `usable` turns false when the article can't be scored with it.
[[nodiscard]] std::vector<Claim> read_gold_json(const GoldFile& file, Diagnostics& faults, bool& usable);

// The claims of NAME.ann (gold_brat.cpp tells its form).
[[nodiscard]] std::vector<Claim> read_gold_brat(const GoldFile& file, Diagnostics& faults, bool& usable);

// Tells of a type, status or role that is none, with "did you mean".  `what`: "#2 " for the second one.
void check_words(const CommitmentRecord& record, const std::string& what, const Diagnostic& at, Diagnostics& faults);

}  // namespace coopmine
