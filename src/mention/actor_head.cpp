// The head of an actor's phrase: modifiers, the organ or title, and what it is for.
#include "mention/actor_phrase.h"

namespace coopmine {
namespace {

constexpr int kMaxWords = 9;

const RoleReading* head_role(const ActorAtom& atom) {
  if (atom.role == nullptr || atom.readings != nullptr) return nullptr;
  for (const RoleClass wanted : {RoleClass::Organ, RoleClass::Title, RoleClass::Side, RoleClass::Agent,
                                 RoleClass::Unit, RoleClass::People, RoleClass::Firm}) {
    if (const RoleReading* role = atom.role->find(wanted)) return role;
  }
  return nullptr;
}

bool stops(const ActorAtom& atom) {
  return atom.has(RoleClass::Function) || atom.has(RoleClass::Calendar) || atom.has(RoleClass::Article) ||
         atom.has(RoleClass::Clitic) || atom.has(RoleClass::Generic) || atom.has(RoleClass::And);
}

bool modifies(const ActorAtom& atom) {
  return atom.readings == nullptr && (atom.has(RoleClass::Portfolio) || atom.has(RoleClass::Modifier));
}

bool unknown_word(const AtomSentence& s, std::size_t at) {
  return s.unknown_capital(at) && !stops(s.at(at)) && head_role(s.at(at)) == nullptr;
}

// "Ministry of Foreign Affairs and International Cooperation", but not "Foreign Ministry and Finance Ministry".
std::size_t more_portfolio(const AtomSentence& s, std::size_t at) {
  std::size_t i = at + 1;
  while (i < at + 5 && modifies(s.at(i)) && s.at(i).capital && head_role(s.at(i)) == nullptr) ++i;
  const bool ends = i > at + 1 && s.at(i - 1).has(RoleClass::Portfolio);
  return ends && head_role(s.at(i)) == nullptr && !s.unknown_capital(i) ? i : at;
}

}  // namespace

ActorGrammar::Head ActorGrammar::head(const AtomSentence& s, std::size_t at, bool unknown_words) const {
  Head found;
  bool unknown = false;
  const bool words = unknown_words && s.letters == LetterCase::Mixed;
  std::size_t i = at;
  for (int steps = 0; steps < kMaxWords && i < s.size(); ++steps) {
    const ActorAtom& atom = s.at(i);
    if (const RoleReading* role = head_role(atom)) {
      const bool capital = found.capital || atom.capital;
      const std::string_view id = role->id.empty() ? found.id : std::string_view{role->id};
      found = {i, i + 1, role, id, capital, atom.has(RoleClass::Plural), found.unknown || unknown};
      i = portfolio(s, i + 1, found);
      found.last = i;
    } else if (modifies(atom)) {
      ++i;
    } else if (found.role == nullptr && words && unknown_word(s, i)) {
      unknown = true;
      ++i;
    } else if (i > at && s.joins(i)) {
      ++i;
    } else if (found.role == nullptr && i > at && (atom.has(RoleClass::And) || s.is(i, ',')) &&
               s.at(i + 1).has(RoleClass::Portfolio)) {
      ++i;
    } else if (found.role != nullptr && found.role->role == RoleClass::Title && found.capital &&
               i == found.last && atom.has(RoleClass::And) && s.at(i + 1).capital) {
      // "Minister for Law and Second Minister for Home Affairs": one person with two offices.
      std::size_t next = i + 1;
      while (modifies(s.at(next)) && head_role(s.at(next)) == nullptr && next < i + 4) ++next;
      const RoleReading* second = head_role(s.at(next));
      if (second == nullptr || second->role != RoleClass::Title || found.plural || s.at(next).has(RoleClass::Plural)) break;
      ++i;
    } else {
      break;
    }
  }
  return found;
}

// The end of "of Foreign Affairs", "for Trade, Industry and Energy", "for Near Eastern Affairs" at `at`;
// `at` when there is none.  It ends with its last known word; unknown words alone ("of Naftogas") name
// a body that no table knows.
std::size_t ActorGrammar::portfolio(const AtomSentence& s, std::size_t at, Head& head) const {
  if (head.role->role != RoleClass::Organ && head.role->role != RoleClass::Title) return at;
  const bool high = head.capital && s.letters == LetterCase::Mixed;
  const bool of = s.at(at).has(RoleClass::Of);
  if (!of && !s.at(at).has(RoleClass::Target) && !s.at(at).has(RoleClass::And)) return at;
  if (high && s.at(at).has(RoleClass::And)) return more_portfolio(s, at);
  if (s.at(at).has(RoleClass::And) || (!of && !high && s.letters == LetterCase::Mixed)) return at;
  std::size_t i = at + 1;
  const bool article = s.at(i).has(RoleClass::Article);
  if (article) ++i;
  std::size_t known_end = at;
  std::size_t unknown_end = at;
  for (int steps = 0; steps < kMaxWords && i < s.size(); ++steps) {
    const ActorAtom& atom = s.at(i);
    const bool region = atom.meaning.name != nullptr && atom.meaning.name->kind == ActorKind::Region;
    if (atom.has(RoleClass::Portfolio) && (atom.readings == nullptr || region)) {
      known_end = ++i;
    } else if (known_end > at && modifies(atom)) {
      ++i;
    } else if (high && !article && unknown_word(s, i) && i < at + 4) {
      unknown_end = ++i;
    } else if (i > at + 1 && (atom.has(RoleClass::And) || s.is(i, ',') ||
                              (s.at(i - 1).has(RoleClass::And) && atom.has(RoleClass::Article)))) {
      ++i;
    } else if (i > at + 1 && s.joins(i)) {
      ++i;
    } else {
      break;
    }
  }
  if (known_end > at) return known_end;
  if (!of || unknown_end == at) return at;
  head.unknown = true;
  return unknown_end;
}

// The end of "to Ukraine", "for Yemen" behind one who is sent; `at` when there is none.
std::size_t ActorGrammar::posted(const AtomSentence& s, std::size_t at, const Head& head) const {
  if (!table_.lists(RoleClass::Posted, head.role->value) || !s.at(at).has(RoleClass::Target)) return at;
  std::size_t i = at + 1;
  if (s.at(i).has(RoleClass::Article)) ++i;
  const NameMeaning& host = s.at(i).meaning;
  const bool named = !host.trap && (host.name != nullptr || host.capital != nullptr);
  return named && !s.at(i + 1).has(RoleClass::Clitic) ? i + 1 : at;
}

// "Ukrainian official debt", "Russian military activity": the last word may modify the noun behind it.
bool ActorGrammar::only_modifies(const AtomSentence& s, const Head& head) const {
  const ActorAtom& word = s.at(head.first);
  if (head.last != head.first + 1 || (!word.has(RoleClass::Modifier) && !word.has(RoleClass::Portfolio))) return false;
  const ActorAtom& next = s.at(head.last);
  return next.word && next.role == nullptr && next.readings == nullptr && (!next.capital || s.letters != LetterCase::Mixed);
}

bool ActorGrammar::goes_with(const AtomSentence& s, const NameMeaning& meaning, std::size_t name,
                             const Head& head) const {
  const Actor& actor = *meaning.actor();
  const bool clitic = s.at(name + 1).has(RoleClass::Clitic);
  const bool acronym = s.letters == LetterCase::Mixed && s.segmented->tokens[s.at(name).first].all_caps;
  const bool attributive = meaning.adjective != nullptr || clitic || acronym || meaning.capital != nullptr ||
                           meaning.demonym != nullptr || actor.kind != ActorKind::State;
  const bool printed_high = head.capital && s.letters == LetterCase::Mixed;
  const std::string& value = head.role->value;
  if (value == "counterpart") return meaning.adjective != nullptr && !clitic;
  if (value == "members") return actor.kind != ActorKind::State;
  const bool article = name > 0 && s.at(name - 1).has(RoleClass::Article);
  if (only_modifies(s, head) && (!article || head.role->role == RoleClass::Title)) return false;
  if (value == "body") return meaning.adjective != nullptr || clitic || printed_high;
  switch (head.role->role) {
    case RoleClass::People:
    case RoleClass::Unit:
    case RoleClass::Firm:
    case RoleClass::Agent: return attributive || (printed_high && head.role->role == RoleClass::Unit);
    default: return true;
  }
}

}  // namespace coopmine
