// Triggers, operators and function words: what verbs and nouns mean for a commitment.
//
//   triggers.tsv   lemma pos forms class status control note; a word of several senses has a line for each
//                  pos verb: forms are base|s|past|participle|ing; noun, adjective: all forms
//   words.tsv      class forms            closed-class words, by the class names below
//   valency.tsv    verb noun type act frame   verb class x noun class -> commitment, first line that fits
//   frames.tsv     frame function role    grammatical function -> role of the party
//   classes.tsv    class trait            what an operator class does besides its status
//   modality.tsv   own form status        own status of the outermost predicate x its form -> status
//
// A class beginning with "op-" is an operator: it says how far the act below it has come.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "model/commitment.h"
#include "model/phrase.h"
#include "rulepack/trie.h"
#include "rulepack/tsv.h"
#include "rulepack/words.h"

namespace coopmine {

using ClassId = std::uint16_t;
inline constexpr ClassId kNoClass = 0;

enum class Control : std::uint8_t { Subject, Object };  // whose act the complement is

// One meaning of a trigger: a line of triggers.tsv.
struct Sense {
  ClassId cls = kNoClass;
  std::optional<Status> status;  // of the completed act; none: transparent
  Control control = Control::Subject;
  bool is_operator = false;
  int line = 0;
};

struct Trigger {
  std::string lemma;
  std::vector<Sense> senses;  // in file order
};

struct TriggerForm {
  std::uint32_t trigger = 0;  // index into TriggerTable::triggers
  std::array<bool, 5> forms{};  // which of VerbForm's five surface forms this word can be
};

// Classes of closed-class words, by the names used in words.tsv.
enum class WordClass : std::uint8_t {
  Be, Have, Do, Will, Would, May, Can, Should, Negation, Infinitive, Determiner, Preposition,
  Conjunction, Subordinator, Relative, Adverb, Pronoun, Transparent, Hostile, Source, By, ActorLink, Condition, Count_
};

struct Valency {
  ClassId verb = kNoClass;  // kNoClass: nominal, no governing verb
  ClassId noun = kNoClass;  // kNoClass: no noun needed
  bool any_verb = false;
  bool any_noun = false;
  bool none = false;  // type "-": this pair is no commitment
  CommitmentType type = CommitmentType::Cooperation;
  std::string act;
  std::string frame;
  std::optional<Status> status;  // overrides the verb's own
  int line = 0;
};

// Traits of classes (classes.tsv).
enum class Trait : std::uint8_t { Reacts, Reports, Binds, Ends, Asks, Count_ };

struct TriggerTable {
  std::vector<Trigger> triggers;
  ClassId instrument = kNoClass;  // the class given to instruments.tsv in valency.tsv
  ClassId money = kNoClass;       // the class given to sums of money in valency.tsv
  ClassId governed = kNoClass;    // in its place: no noun of the table, but an operator above the verb
  ClassId other = kNoClass;       // verbs that triggers.tsv does not name
  ClassId speech = kNoClass;      // "say", "tell"
  std::set<WordId> added;                      // first words of triggers that a pack adds to the shipped ones
  std::vector<std::string> classes;            // ClassId -> name; [0] is ""
  Trie verbs;                                  // payload: index into verb_forms
  std::vector<std::vector<TriggerForm>> verb_forms;
  Trie nouns;                                  // payload: index into triggers
  Trie adjectives;                             // payload: index into triggers
  std::vector<std::uint32_t> word_classes;     // WordId -> bit set of WordClass
  std::vector<Valency> valencies;
  std::map<std::pair<std::string, std::string>, Role> frames;  // (frame, function) -> role
  std::map<std::pair<Status, std::string>, Status> modality;
  std::vector<std::uint8_t> traits;  // ClassId -> bit set of Trait

  [[nodiscard]] bool trait(ClassId cls, Trait t) const {
    return cls < traits.size() && ((traits[cls] >> static_cast<unsigned>(t)) & 1U) != 0;
  }

  [[nodiscard]] ClassId find_class(std::string_view name) const;
  // What a class of operators does besides its status; named in classes.tsv.
  [[nodiscard]] bool reacts(ClassId cls) const { return trait(cls, Trait::Reacts); }    // praises, recalls
  [[nodiscard]] bool reports(ClassId cls) const { return trait(cls, Trait::Reports); }  // a finite clause below speaks for itself
  [[nodiscard]] bool binds(ClassId cls) const { return trait(cls, Trait::Binds); }      // agrees
  [[nodiscard]] bool ends(ClassId cls) const { return trait(cls, Trait::Ends); }
  [[nodiscard]] bool asks(ClassId cls) const { return trait(cls, Trait::Asks); }        // its subject is the initiator
  [[nodiscard]] bool is(WordId word, WordClass cls) const {
    return word < word_classes.size() && ((word_classes[word] >> static_cast<unsigned>(cls)) & 1U) != 0;
  }
  // First line of valency.tsv that fits; nullptr: no commitment.
  [[nodiscard]] const Valency* valency(ClassId verb, ClassId noun) const;
  [[nodiscard]] std::optional<Role> role(const std::string& frame, const std::string& function) const;
};

struct TriggerSources {
  const Table& triggers;
  const Table& words;
  const Table& valency;
  const Table& frames;
  const Table& modality;
  const Table& classes;
};

[[nodiscard]] TriggerTable load_triggers(const TriggerSources& sources, Vocabulary& words,
                                         Diagnostics& diagnostics);

}  // namespace coopmine
