// Who can be a party, and the words that speak for one.
//
//   actors.tsv   id kind name forms adjectives demonyms capitals organ from to
//                states, organisations, regions and sub-national governments with all they are
//                called; `|` between alternatives, a leading `=` means exactly this case
//   persons.tsv  name forms id office from to      leaders and the dates they spoke for `id`; a form that
//                begins with `~` is too common to mean one without a title
//   traps.tsv    form reason                       words that contain an actor's name and are none; those of
//                                                  reason `firm` name a firm, university or NGO
//   roles.tsv    class value id forms note         ministries, titles, sides, pronouns, and the small
//                words (of, in, the ...) by what they do in an actor's name
//
// A name is looked up word by word in a trie; one form may have several readings ("Chinese" is an
// adjective and a people), and which one stands is decided where the text is read (mention/actor.h).
//
//     Diagnostics diagnostics;
//     ActorTable table = load_actors({actors, persons, traps, roles}, words, diagnostics);
//     const auto match = table.names.longest(tokens, at, last);
//     for (const NameReading& reading : table.name_sets[match.payload]) ...
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "base/diagnostics.h"
#include "model/mention.h"
#include "rulepack/trie.h"
#include "rulepack/tsv.h"
#include "rulepack/words.h"

namespace coopmine {

// Days since 1970-01-01, both ends included.
struct DayRange {
  std::int32_t from = INT32_MIN;
  std::int32_t to = INT32_MAX;
  // An article without a date is of any day.
  [[nodiscard]] bool holds(std::optional<Day> day) const;
};

struct Actor {
  std::string id;
  std::string name;
  ActorKind kind = ActorKind::State;
  bool subnational = false;  // a city or region: speaks for `id` under its own name
  std::string organ;         // "Kremlin" is the president's house; may be empty
  DayRange valid;
};

struct KnownPerson {
  std::string name;
  std::string id;
  std::string office;  // "president", "foreign-minister"
  DayRange valid;
};

enum class NameKind : std::uint8_t { Name, Adjective, Demonym, Capital, Person, Trap, Firm };

struct NameReading {
  NameKind kind = NameKind::Name;
  std::uint32_t index = 0;           // into ActorTable::actors, or ::persons for Person
  std::uint32_t capitals = 0;        // bit i: word i is written with a capital
  std::vector<std::string> printed;  // the words in their exact case; empty: any that fits `capitals`
  bool titled = false;               // a surname that means a leader only behind a title
};

enum class RoleClass : std::uint8_t {
  Organ,           // government, ministry, parliament
  Title,           // president, foreign minister; a person's name may follow
  Honorific,       // before a person's name
  Side,            // "the Japanese side"
  Agent,           // officials, negotiators: persons who speak for a state, never named after it
  Unit,            // navy, troops
  People,          // refugees, citizens
  Firm,            // companies, banks: no code
  Corporate,       // last word of a firm's or university's name
  CorporateOf,     // first words of one
  Generic,         // stands for actors named elsewhere
  GenericSubject,  // the same, only before a word of class Verbal or Function
  GenericCapital,  // the same, only with a capital inside a sentence
  GenericPossessive,  // the same, owning what follows: "our", "your"
  Portfolio,       // what a minister or ministry is for
  Modifier,        // deputy, state, visiting: may stand inside an organ's name
  Former,          // who follows speaks for nobody any more
  Article,
  Of,
  Counterpart,  // before whom an official deals with: with, to, for
  Target,     // joins an ambassador and the host: to, in, for
  Posted,     // organ values whose holders are sent somewhere; no forms
  Near,       // organ values whose holders, named without a state, speak for the one just named; no forms
  NearCapital,  // the same, when their title has a capital; no forms
  Vague,      // organ values that are a reference ("the head") only with a capital; no forms
  Plural,     // titles that no single name follows
  And,
  Clitic,     // 's
  Place,      // in, near; value `venue`: makes a place of organs, too; `land`: of states and cities only
  PlaceCity,  // from: makes a place of a city after words of travel
  Travel,     // visit, trip
  To,
  Meeting,    // what makes a venue of the city before it
  Text,       // an agreement, called by the city before it: no actor
  Based,      // Tokyo-based
  Born,       // Tokyo-born: no actor
  Direction,  // northern: the country after it is a place
  Seat,       // "capital" in "the Ukrainian capital"
  TrapBefore,
  TrapAfter,
  Surname,    // names of places that persons bear
  Given,      // given names
  UsState,    // actors' names that are also states of the U.S.
  UsContext,  // words beside which they are
  UsNot,      // places beside which they are not
  Particle,   // small words inside a person's name
  Calendar,   // capitalised words that are no part of a name
  Function,   // words that are no part of a name
  Verbal,     // words before which a people or pair is the subject
  CommonWord,  // in text all in capitals: the word, and not the acronym
  Prefix       // "Sino-": an adjective of `id`, before a hyphen
};

struct RoleReading {
  RoleClass role = RoleClass::Function;
  std::string value;
  std::string id;  // the state a title or organ belongs to when nothing else is said; may be empty
};

struct RoleSet {
  std::uint64_t mask = 0;
  std::vector<RoleReading> readings;
  [[nodiscard]] bool has(RoleClass role) const { return ((mask >> static_cast<unsigned>(role)) & 1U) != 0; }
  [[nodiscard]] const RoleReading* find(RoleClass role) const;
};

struct ActorTable {
  std::vector<Actor> actors;
  std::vector<KnownPerson> persons;
  Trie names;  // payload: index into name_sets
  std::vector<std::vector<NameReading>> name_sets;
  Trie roles;  // payload: index into role_sets
  std::vector<RoleSet> role_sets;
  std::map<std::string, std::uint32_t, std::less<>> by_id;  // first actor of each id
  std::map<RoleClass, std::vector<std::string>> organs;     // values of the classes without forms

  // The actor of `id`; nullptr when there is none.
  [[nodiscard]] const Actor* find(std::string_view id) const;
  // Whether the table lists this organ value under a class without forms (Posted, Near ...).
  [[nodiscard]] bool lists(RoleClass role, std::string_view organ) const;
};

struct ActorSources {
  const Table& actors;
  const Table& persons;
  const Table& traps;
  const Table& roles;
};

// Columns of the four tables, for the reader of the files.
[[nodiscard]] const std::vector<std::string>& actor_columns();
[[nodiscard]] const std::vector<std::string>& person_columns();
[[nodiscard]] const std::vector<std::string>& trap_columns();
[[nodiscard]] const std::vector<std::string>& role_columns();

// Faults: an unknown kind or class, an id that no actor has, a date that is none, an empty form, a
// form that stands twice in one class.  Dates are 2024, 2024-06 or 2024-06-08.
[[nodiscard]] ActorTable load_actors(const ActorSources& sources, Vocabulary& words, Diagnostics& diagnostics);

}  // namespace coopmine
