// Mentions: typed words found in the text, each with its span and the rule that found it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/boxed.h"
#include "base/span.h"

namespace coopmine {

enum class MentionType : std::uint8_t { Actor, Sector, Instrument, Money, Date, Duration };

enum class ActorKind : std::uint8_t { State, Organisation, Region, Company, Other };

// How the actor is named, which decides what it can do in a clause.
enum class ActorForm : std::uint8_t {
  Name,       // "Japan", "the United Nations", "Kyiv" used for the government
  Adjective,  // "Japanese" alone, before a noun that is no organ ("Japanese beef")
  Demonym,    // "the Japanese", "Ukrainians": a people
  Organ,      // "Japan's Foreign Ministry", "the Japanese side", "the government of Japan"
  Person,     // "Prime Minister Fumio Kishida", "Kishida"
  Place,      // "in Tokyo", "in Japan", dateline cities: the place, not the party
  Generic     // "the government", "the ministry", "the two countries", "they": to be resolved
};

struct ActorValue {
  std::string id;    // "JPN", "EU", "ASEAN"; empty: no code (company, unknown body), or Generic
  std::string name;  // common English name
  ActorKind kind = ActorKind::State;
  ActorForm form = ActorForm::Name;
  std::string_view organ;    // of the pack: "government", "foreign-ministry", "president", "agency" ...; may be empty
  std::string_view generic;  // of the pack; form Generic: class of roles.tsv ("both-sides", "government", "we"...)
  bool possessive = false;  // a possessive clitic follows ("Japan's"), clitic outside the span
};

enum class Approx : std::uint8_t { None, About, Over, Under, UpTo, AtLeast };

struct MoneyValue {
  double value = 0;
  std::optional<double> max;  // "$8-10 billion": value 8e9, max 10e9
  std::string currency;       // ISO 4217
  Approx approx = Approx::None;
  bool converted = false;   // only converts the sum before it: "15.8 billion yen ($106 million)"
  bool cumulative = false;  // the words beside it say total to date ("a total of", "so far")
};

struct DateValue {
  std::string value;      // "2024-06-13", "2024-06", "2024", "2024/2027", "/2030", TIMEX3-like else
  bool resolved = false;  // value has a form of the codebook and may fill a slot
  std::string coarse;     // not resolved: the narrowest codebook form that holds it ("2024-06" for
                          // "2024-W23", "2024" for "2024-Q3"); empty when there is none
};

// One mention.  Only the value that `type` names is meaningful.  Small, since a text may be full of them; some of its
// words are views of the pack, which must outlive it.
struct Mention {
  MentionType type = MentionType::Actor;
  Span span;                     // bytes of the article
  std::uint32_t first = 0;       // tokens [first, last) it covers, whole tokens, within one sentence
  std::uint32_t last = 0;
  std::string_view rule;         // of the pack or of the program: "actor.name", "money.symbol", "date.weekday" ...
  std::string value;             // sector id, instrument kind, ISO 8601 duration; "" for others
  Span name;                     // instrument: its own name as printed; empty: none
  ActorValue actor;
  Boxed<MoneyValue> money;
  Boxed<DateValue> date;
};

// All mentions of an article in order of `first`.  Mentions of different types may overlap; those of
// one type never do.
struct Mentions {
  std::vector<Mention> all;
};

}  // namespace coopmine
