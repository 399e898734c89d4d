#include "mention/actor_place.h"

#include <algorithm>
#include <string_view>

namespace coopmine {
namespace {

constexpr std::size_t kTravelWindow = 6;  // atoms between "visit" and "to Tokyo"
constexpr std::string_view kPlace = "place";  // of class us-context: states and cities
constexpr std::size_t kDateline = 12;     // atoms before the dash of a dateline

bool is_organisation(const NameMeaning& meaning) {
  const Actor* actor = meaning.actor();
  return actor != nullptr && actor->kind == ActorKind::Organisation;
}

// First atom of the words that only lead up to the name: "the", "eastern", "Ukraine's capital".
// `directed`: a direction or a seat is among them.
std::size_t before_name(const AtomSentence& s, std::size_t at, bool& directed) {
  std::size_t p = at;
  for (int steps = 0; p > 0 && steps < 6; ++steps) {
    const ActorAtom& a = s.at(p - 1);
    const bool leads = a.has(RoleClass::Article) || a.has(RoleClass::Direction) || a.has(RoleClass::Seat);
    const bool owner = directed && (a.meaning.adjective != nullptr || a.has(RoleClass::Clitic) ||
                                    (a.meaning.actor() != nullptr && s.at(p).has(RoleClass::Clitic)));
    if (!leads && !owner) break;
    if (a.has(RoleClass::Direction) || a.has(RoleClass::Seat)) directed = true;
    --p;
  }
  return p;
}

bool travels_to(const AtomSentence& s, std::size_t to) {
  const std::size_t from = to > kTravelWindow ? to - kTravelWindow : 0;
  for (std::size_t i = from; i < to; ++i) {
    if (s.at(i).has(RoleClass::Travel)) return true;
  }
  return false;
}

// "in Japan, Ukraine and Poland": the list goes on after the name at `at`.
bool list_goes_on(const AtomSentence& s, std::size_t at) {
  std::size_t next = at + 1;
  if (s.is(next, ',')) ++next;
  const bool joined = next > at + 1 || s.at(next).has(RoleClass::And);
  if (s.at(next).has(RoleClass::And)) ++next;
  if (s.at(next).has(RoleClass::Article)) ++next;
  return joined && s.at(next).meaning.actor() != nullptr;
}

// "in Osaka, Japan": a town that no table knows before the name.
bool after_town(const AtomSentence& s, std::size_t at, std::size_t begin) {
  if (begin < 3 || !s.is(begin - 1, ',')) return false;
  const bool closed = s.is(at + 1, ',') || s.is(at + 1, '.') || s.is(at + 1, ')') || at + 1 == s.size();
  std::size_t town = begin - 1;
  while (town > 0 && begin - town < 5 && s.unknown_capital(town - 1) && !s.at(town - 1).has(RoleClass::Function)) --town;
  return closed && town + 1 < begin && town > 0 && s.at(town - 1).has(RoleClass::Place);
}

bool inherits_place(const AtomSentence& s, std::size_t at, std::size_t begin, const PlaceBefore& before) {
  if (!before.place || before.last == 0 || begin == 0) return false;
  const bool city = is_city(s.at(at).meaning);
  const std::size_t gap = begin - before.last;
  if (begin < before.last || gap == 0 || gap > 2) return false;
  const bool comma = s.is(before.last, ',');
  const bool conjunction = s.at(begin - 1).has(RoleClass::And);
  if (gap == 2 && !(comma && conjunction)) return false;
  if (conjunction) return city == before.city || !comma;
  if (!comma) return false;
  // "Osaka, Japan" but not "In Osaka, Japan pledged".
  if (before.city && !city) return s.is(at + 1, ',') || s.is(at + 1, '.') || s.is(at + 1, ')') || at + 1 == s.size();
  return city == before.city && list_goes_on(s, at);
}

// "TOKYO, May 3 -", "KYIV (Agency) -", "Tokyo -": the place where the report was written.
bool is_dateline(const AtomSentence& s, std::size_t at) {
  if (at > 3 || s.sentence->kind != BlockKind::Paragraph) return false;
  const bool shouted = s.letters == LetterCase::Mixed &&
                       s.segmented->tokens[s.at(at).first].all_caps && s.quote(s.at(at)).size() > 3;
  if (shouted && is_city(s.at(at).meaning) && at == 0) return true;
  if (!shouted && at > 0) return false;
  const bool opens = s.is(at + 1, ',') || s.is(at + 1, '(') || s.is(at + 1, '-') || !s.at(at + 1).word;
  if (!opens || (!shouted && !is_city(s.at(at).meaning))) return false;
  for (std::size_t i = at + 1; i < std::min(s.size(), at + kDateline); ++i) {
    const std::string_view mark = s.quote(s.at(i));
    const bool dash = mark == "-" || mark == "\u2013" || mark == "\u2014";
    if (dash && !s.joins(i)) return true;
  }
  return false;
}

// "Michael Jordan", "Israel Katz": a person who bears the name.
bool is_person_name(const AtomSentence& s, std::size_t at) {
  if (!s.at(at).has(RoleClass::Surname) || s.letters != LetterCase::Mixed) return false;
  if (at > 0 && s.at(at - 1).capital && s.at(at - 1).has(RoleClass::Given)) return true;
  const ActorAtom& next = s.at(at + 1);
  return s.unknown_capital(at + 1) && next.role == nullptr && next.last - next.first == 1 && !s.is(at + 2, '-') &&
         !s.segmented->tokens[next.first].all_caps;
}

// Another state of the U.S. in the sentence, and none around the other bearer of the name.
bool among_us_states(const AtomSentence& s) {
  bool state = false;
  for (const ActorAtom& atom : s.atoms) {
    if (atom.has(RoleClass::UsNot)) return false;
    const RoleReading* context = atom.as(RoleClass::UsContext);
    state = state || (context != nullptr && context->value == kPlace && atom.capital);
  }
  return state;
}

bool is_us_state(const AtomSentence& s, std::size_t at) {
  if (!s.at(at).has(RoleClass::UsState)) return false;
  const auto near = [&](std::size_t i) { return s.at(i).has(RoleClass::UsContext); };
  if (s.american || near(at + 1) || (at > 0 && near(at - 1)) || (at > 1 && near(at - 2))) return true;
  if (among_us_states(s)) return true;
  if (at < 2 || !s.is(at - 1, ',')) return false;
  const ActorAtom& town = s.at(at - 2);
  const bool known = town.has(RoleClass::UsNot) || town.readings != nullptr;
  return !known && s.unknown_capital(at - 2) && s.letters == LetterCase::Mixed;
}

bool is_trapped(const AtomSentence& s, std::size_t at) {
  const RoleReading* after = s.at(at + 1).as(RoleClass::TrapAfter);
  if (after != nullptr && !after->value.empty()) return true;
  if (after != nullptr && s.letters == LetterCase::Mixed && s.at(at + 1).capital) return true;
  if (at == 0 || s.letters != LetterCase::Mixed) return false;
  const ActorAtom& before = s.at(at - 1);
  return before.has(RoleClass::TrapBefore) && before.capital && s.at(at).tight == before.tight;
}

}  // namespace

bool is_city(const NameMeaning& meaning) {
  if (meaning.name != nullptr) return meaning.name->subnational;
  return meaning.capital != nullptr && meaning.adjective == nullptr;
}

bool is_place(const AtomSentence& s, std::size_t at, const PlaceBefore& before) {
  const NameMeaning& meaning = s.at(at).meaning;
  if (meaning.name == nullptr && meaning.capital == nullptr) return false;
  if (s.joins(at + 1)) return s.at(at + 2).has(RoleClass::Based);
  const ActorAtom& next = s.at(at + 1);
  if (next.has(RoleClass::Clitic)) return false;
  const bool plain_next = !next.word || next.has(RoleClass::Function) || next.has(RoleClass::Calendar);
  if (meaning.adjective != nullptr && !plain_next) return false;  // "in U.S. dollars"
  const bool city = is_city(meaning);
  if (city && next.has(RoleClass::Meeting)) return true;
  if (is_dateline(s, at)) return true;
  bool directed = false;
  const std::size_t begin = before_name(s, at, directed);
  const bool land = !is_organisation(meaning);
  if (directed && land) return true;
  if (begin == 0) return false;
  const ActorAtom& lead = s.at(begin - 1);
  if (const RoleReading* place = lead.as(RoleClass::Place)) return land || place->value != "land";
  if (lead.has(RoleClass::PlaceCity)) return city && (travels_to(s, begin - 1) || next.has(RoleClass::To));
  if (lead.has(RoleClass::Travel)) return land;
  if (lead.has(RoleClass::To)) return land && travels_to(s, begin - 1);
  return inherits_place(s, at, begin, before) || (land && after_town(s, at, begin));
}

bool is_venue(const AtomSentence& s, std::size_t at) {
  if (at == 0) return false;
  const RoleReading* place = s.at(at - 1).as(RoleClass::Place);
  return place != nullptr && place->value == "venue";
}

bool is_no_actor(const AtomSentence& s, std::size_t at) {
  if (s.at(at).meaning.trap) return true;
  if (s.joins(at + 1) && s.at(at + 2).has(RoleClass::Born)) return true;
  // "pro-Russian", "non-EU": only names and "Sino-" go with a name behind a hyphen.
  if (at > 1 && s.joins(at - 1) && s.at(at - 2).word && s.at(at - 2).meaning.actor() == nullptr &&
      !s.at(at - 2).has(RoleClass::Prefix)) {
    return true;
  }
  const ActorAtom& next = s.at(at + 1);
  if (is_city(s.at(at).meaning) && next.has(RoleClass::Text)) return true;
  return is_person_name(s, at) || is_us_state(s, at) || is_trapped(s, at);
}

}  // namespace coopmine
