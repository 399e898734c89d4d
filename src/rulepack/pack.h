// The rule pack: everything the stages know of a language, read from a folder of rules, checked,
// compiled, then immutable and shared by all threads.
//
//     Diagnostics diagnostics;
//     auto pack = load_pack({}, diagnostics);           // the shipped rules for English
//     if (!pack) for (const Diagnostic& d : diagnostics.errors()) std::cerr << format(d) << '\n';
//
// A user's folder stands in for the shipped one, or adds to it when its pack.rules says `extends
// shipped`: its rows and rules are added, and replace those that have the same key or id.
//
// A new table: a line in table_specs.cpp, a field here, a call in pack.cpp.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "rulepack/abbreviation_table.h"
#include "rulepack/actor_table.h"
#include "rulepack/calendar_table.h"
#include "rulepack/cluster_table.h"
#include "rulepack/code_table.h"
#include "rulepack/construction.h"
#include "rulepack/currency_table.h"
#include "rulepack/instrument_table.h"
#include "rulepack/member_table.h"
#include "rulepack/number_table.h"
#include "rulepack/pattern.h"
#include "rulepack/pattern_needs.h"
#include "rulepack/rules_file.h"
#include "rulepack/sector_table.h"
#include "rulepack/trigger_table.h"
#include "rulepack/weight_table.h"
#include "rulepack/words.h"

namespace coopmine {

struct PackSource {
  std::string folder;       // of the rules; empty: those that ship with the program
  std::string lang = "en";  // BCP 47 code, the name of a folder in it
  // Of the shipped rules, which were checked when they were shipped, regular expressions are compiled when they
  // are first used.  Those of a folder named here or by the environment are compiled at once in any case.
  bool in_haste = false;
};

// A block of a `.rules` file that stands in the pack, after replacement.
struct PackBlock {
  const RulesFile* file = nullptr;
  const RuleBlock* block = nullptr;
};

// All of a pack but its constructions: what may be copied.
struct PackParts {
  std::string name;     // `pack` of pack.rules; "en+mine" when "mine" extends "en"
  std::string version;  // `version`; "0.1.0+2" likewise
  std::string lang;
  std::string hash;     // SHA-256 of all its files, hex

  Vocabulary words;
  TypedPatternSet patterns;
  ActorTable actors;
  MemberTable members;
  TriggerTable triggers;
  SectorTable sectors;
  InstrumentTable instruments;
  WeightTable weights;
  ClusterTable clusters;
  AbbreviationTable abbreviations;
  CurrencyTable currencies;
  NumberTable numbers;
  CalendarTable calendar;
  WordNeeds word_needs;  // of the three tables above
  CodeTable codes;

  // The files of rules, the blocks in force and the names they use, for check and explain.
  std::vector<std::shared_ptr<const RulesFile>> files;
  std::vector<PackBlock> blocks;
  PatternNames names;
  Diagnostics lint;  // faults that hinder no extraction (names that nothing uses), for check
};

struct RulePack : PackParts {
  ConstructionSet constructions;
};

// A change to a pack: one block left out, or one of its `unless` or `match` lines.
struct PackEdit {
  std::string id;
  std::optional<std::size_t> unless;  // which one, from 0
  std::optional<std::size_t> match;   // which one, from 0
};

// Null when anything is wrong, with every fault in `diagnostics`.
[[nodiscard]] std::shared_ptr<const RulePack> load_pack(const PackSource& source,
                                                        Diagnostics& diagnostics);

// The same pack without what `edit` names; null when it does not compile without it.
[[nodiscard]] std::shared_ptr<const RulePack> edited_pack(const RulePack& pack, const PackEdit& edit,
                                                          Diagnostics& diagnostics);

}  // namespace coopmine
