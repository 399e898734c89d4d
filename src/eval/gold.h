// Gold: a folder of articles and what people found in them.
//
// NAME.txt is the article; NAME.gold.json (the codebook's form) or NAME.ann (brat stand-off, see
// gold_brat.h) is its annotation.  Files without a partner of the other kind:  an article without
// annotation is passed over, an annotation without article is a fault.
//
//     Diagnostics faults;
//     const GoldSet gold = load_gold("corpus", {}, faults);
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "eval/claim.h"

namespace coopmine {

struct GoldArticle {
  std::string name;   // file name of the text: "japan.txt"
  std::string text;   // valid UTF-8
  std::string title;  // from metadata; empty in a folder
  std::string date;   // likewise, as printed there
  std::vector<Claim> claims;
};

struct GoldSet {
  std::vector<GoldArticle> articles;  // in order of the bytes of their names
  std::size_t left_out = 0;           // articles whose annotation can't be used; each is in the faults
};

// `only`: names without ".txt" to take; empty: all.  A name that the folder lacks is a fault, and so is a
// folder without gold.  An annotation that can't be read, or quotes what the article does not say, leaves
// its article out; unknown keys and words are told and change nothing.
[[nodiscard]] GoldSet load_gold(const std::string& folder, const std::set<std::string>& only, Diagnostics& faults);

}  // namespace coopmine
