// Phrases: the sentence as units, each an actor group, a verb group, a trigger noun, a sum, a date or
// a single word.  Units cover the sentence's tokens without gap or overlap.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/span.h"
#include "model/token.h"

namespace coopmine {

enum class UnitKind : std::uint8_t {
  Actors,    // an actor or a coordination of actors ("Japan, Ukraine and the EU")
  Modifier,  // actors that modify the noun behind them ("Japan's", "Russian-Iranian", "U.S." of "U.S. aid")
  Place,     // an actor's name used as a place ("in Tokyo")
  Verb,      // a verb group with its auxiliaries
  Noun,      // a trigger noun
  Money, Date, Duration,
  Word, Punct
};

// Surface forms of a verb, in the order of the `forms` cell of triggers.tsv.
enum class VerbForm : std::uint8_t { Base, Present, Past, Participle, Gerund };

// What the auxiliaries say.  Written as the `form` column of modality.tsv.
enum class Modality : std::uint8_t {
  None, Will, Would, May, Should, Infinitive, Perfect, Progressive, Gerund, Participle
};

struct VerbGroup {
  VerbForm form = VerbForm::Base;
  Modality modality = Modality::None;
  bool finite = false;    // can be the predicate of a clause
  bool passive = false;
  bool negated = false;
  bool known = false;     // the head is a trigger or operator of the pack; else any other verb
  std::uint32_t trigger = 0;  // index into TriggerTable::triggers, when known
  std::uint32_t head = 0;     // token of the head word (first word of a multi-word verb)
};

struct Unit {
  UnitKind kind = UnitKind::Word;
  std::uint32_t first = 0;  // tokens [first, last)
  std::uint32_t last = 0;
  VerbGroup verb;                       // kind Verb
  std::uint32_t trigger = 0;            // kind Noun: index into TriggerTable::triggers
  bool has_trigger = false;             // kind Noun: false for an instrument of instruments.tsv only
  std::vector<std::uint32_t> mentions;  // Actors, Modifier, Place, Money, Date, Duration, Noun (instrument): indices into Mentions::all
};

struct PhrasedSentence {
  std::uint32_t sentence = 0;  // index into Segmented::sentences
  std::vector<Unit> units;
};

}  // namespace coopmine
