#include "mention/actor_firm.h"

#include <algorithm>
#include <string_view>

namespace coopmine {
namespace {

constexpr std::size_t kMaxAtoms = 8;
constexpr std::string_view kWord = "word";  // a corporate word that is an ordinary one, too

bool is_actor_name(const ActorAtom& atom) {
  return atom.meaning.name != nullptr && atom.meaning.name->kind == ActorKind::Organisation;
}

// May stand before the corporate word.
bool leads(const AtomSentence& s, std::size_t at) {
  const ActorAtom& atom = s.at(at);
  if (!atom.word || !atom.capital || is_actor_name(atom)) return false;
  for (const RoleClass stop : {RoleClass::Function, RoleClass::Calendar, RoleClass::Article, RoleClass::Title,
                               RoleClass::Generic, RoleClass::Honorific, RoleClass::Verbal, RoleClass::And}) {
    if (atom.has(stop)) return false;
  }
  return true;
}

// An "and" before a word that only firms have.
bool joins_partners(const AtomSentence& s, std::size_t at) {
  const RoleReading* corporate = s.at(at + 1).as(RoleClass::Corporate);
  return s.at(at).has(RoleClass::And) && corporate != nullptr && corporate->value != kWord;
}

// "Law Society Ball": the corporate word at `last - 1` is in the middle of another name.
bool goes_on(const AtomSentence& s, std::size_t last) {
  const RoleReading* corporate = s.at(last - 1).as(RoleClass::Corporate);
  return corporate != nullptr && corporate->value == kWord && s.unknown_capital(last) && s.at(last).role == nullptr;
}

std::size_t left_end(const AtomSentence& s, std::size_t at, std::size_t floor) {
  std::size_t first = at;
  while (first > floor && at - first < kMaxAtoms) {
    const std::size_t before = first - 1;
    if (leads(s, before)) {
      first = before;
    } else if (before > floor && (s.is(before, '&') || s.joins(before)) && leads(s, before - 1)) {
      first = before - 1;
    } else if (before > floor && first == at && joins_partners(s, before) && leads(s, before - 1)) {
      first = before - 1;  // "Harbour and Co"
    } else {
      break;
    }
  }
  return first;
}

// Over "Co., Ltd." and "of Cyprus".
std::size_t right_end(const AtomSentence& s, std::size_t last) {
  const std::size_t limit = std::min(s.size(), last + kMaxAtoms);
  while (last < limit) {
    std::size_t next = last;
    while (next < limit && (s.is(next, '.') || s.is(next, ','))) ++next;
    if (next < limit && s.at(next).has(RoleClass::Corporate) && s.at(next).capital) {
      last = next + 1;
    } else {
      break;
    }
  }
  if (s.at(last).has(RoleClass::Of) && (s.unknown_capital(last + 1) || s.at(last + 1).meaning.actor() != nullptr) &&
      !s.at(last + 1).has(RoleClass::Function)) {
    return last + 2;
  }
  return last;
}

std::size_t of_end(const AtomSentence& s, std::size_t at) {
  std::size_t i = at + 1;
  if (s.at(i).has(RoleClass::Article)) ++i;
  const std::size_t begin = i;
  while (i < s.size() && i < begin + kMaxAtoms) {
    const bool part = leads(s, i) || (s.at(i).capital && s.at(i).meaning.actor() != nullptr) ||
                      (i > begin && s.joins(i));
    if (!part) break;
    ++i;
  }
  return i > begin ? i : at;
}

}  // namespace

void find_firms(const AtomSentence& s, std::vector<FirmName>& out) {
  out.clear();
  const bool mixed = s.letters == LetterCase::Mixed;
  std::size_t floor = 0;
  for (std::size_t at = 0; at < s.size(); ++at) {
    const ActorAtom& atom = s.at(at);
    FirmName name;
    if (atom.meaning.firm) {
      name = {at, mixed ? right_end(s, at + 1) : at + 1};
    } else if (!mixed || atom.role == nullptr || atom.readings != nullptr || !atom.capital) {
      continue;
    } else if (atom.has(RoleClass::CorporateOf)) {
      const std::size_t last = of_end(s, at);
      name = {last > at ? left_end(s, at, floor) : at, last};
    } else if (atom.has(RoleClass::Corporate)) {
      const std::size_t first = left_end(s, at, floor);
      const std::size_t last = right_end(s, at + 1);
      if (first < at && !goes_on(s, last)) name = {first, last};
    }
    if (name.last <= name.first) continue;
    out.push_back(name);
    floor = name.last;
    at = name.last - 1;
  }
}

}  // namespace coopmine
