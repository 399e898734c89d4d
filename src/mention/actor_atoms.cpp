#include "mention/actor_atoms.h"

#include <algorithm>
#include <span>
#include <string_view>

namespace coopmine {
namespace {

const ActorAtom kNoAtom;
constexpr std::string_view kAround = "vicinity";  // of class us-not: a neighbour of the other bearer of the name

// Nine words in ten with every letter a capital, and two at least.
LetterCase capitals_of(const Segmented& segmented, const Sentence& sentence) {
  std::size_t words = 0;
  std::size_t all_caps = 0;
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Token& token = segmented.tokens[i];
    if (token.kind != TokenKind::Word || token.span.size() < 2) continue;
    ++words;
    if (token.all_caps) ++all_caps;
  }
  return all_caps >= 2 && all_caps * 10 >= words * 8 ? LetterCase::AllCaps : LetterCase::Mixed;
}

// Nine in ten of the words that are no small ones have a capital, and four at least; in a paragraph,
// where a list of names may look so, all of them, and no full stop.
bool is_title_case(const AtomSentence& sentence) {
  std::size_t words = 0;
  std::size_t capitals = 0;
  for (const ActorAtom& atom : sentence.atoms) {
    if (!atom.word || atom.has(RoleClass::Function) || atom.has(RoleClass::Clitic)) continue;
    ++words;
    if (atom.capital) ++capitals;
  }
  if (capitals < 4) return false;
  if (sentence.sentence->kind != BlockKind::Paragraph) return capitals * 10 >= words * 9;
  return capitals == words && !sentence.is(sentence.size() - 1, '.');
}

std::span<const Token> tokens_of(const Segmented& segmented) { return segmented.tokens; }

}  // namespace

const ActorAtom& AtomSentence::at(std::size_t at) const { return at < atoms.size() ? atoms[at] : kNoAtom; }

std::string_view AtomSentence::quote(const ActorAtom& atom) const {
  if (atom.first >= atom.last) return {};
  const auto& tokens = segmented->tokens;
  return coopmine::quote(text, {tokens[atom.first].span.begin, tokens[atom.last - 1].span.end});
}

bool AtomSentence::is(std::size_t index, char mark) const {
  const std::string_view word = quote(at(index));
  return word.size() == 1 && word.front() == mark;
}

bool AtomSentence::joins(std::size_t index) const {
  const std::string_view word = quote(at(index));
  const bool dash = word == "-" || word == "\u2010" || word == "\u2011" || word == "\u2013" || word == "\u2014";
  return dash && at(index).tight && index + 1 < atoms.size() && at(index + 1).tight && index > 0;
}

bool AtomSentence::unknown_capital(std::size_t index) const {
  const ActorAtom& atom = at(index);
  return atom.word && atom.capital && atom.readings == nullptr;
}

void AtomReader::read(const Sentence& sentence, AtomSentence& out) {
  out.text = text_;
  out.segmented = &segmented_;
  out.sentence = &sentence;
  out.letters = capitals_of(segmented_, sentence);
  out.atoms.clear();
  for (std::uint32_t at = sentence.first; at < sentence.last;) {
    out.atoms.push_back(next(at, sentence.last, out.letters));
    at = out.atoms.back().last;
  }
  if (out.letters == LetterCase::Mixed && is_title_case(out)) out.letters = LetterCase::Title;
  const bool asked = std::any_of(out.atoms.begin(), out.atoms.end(), [](const ActorAtom& atom) { return atom.has(RoleClass::UsState); });
  if (asked && !american_) american_ = american();
  out.american = asked && *american_;
}

// More words of the U.S. than of the states around the other bearer of the name, and none of its own.
bool AtomReader::american() const {
  const auto tokens = tokens_of(segmented_);
  std::size_t context = 0;
  std::size_t around = 0;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const Trie::Match match = table_.roles.longest(tokens, at, tokens.size());
    if (match.length == 0) continue;
    const RoleSet& role = table_.role_sets[match.payload];
    const RoleReading* other = role.find(RoleClass::UsNot);
    if (other != nullptr && other->value != kAround) return false;
    if (other != nullptr) ++around;
    if (role.has(RoleClass::UsContext)) ++context;
  }
  return context > around;
}

ActorAtom AtomReader::next(std::size_t at, std::size_t last, LetterCase letters) const {
  const Token& token = segmented_.tokens[at];
  ActorAtom atom;
  atom.first = static_cast<std::uint32_t>(at);
  atom.last = atom.first + 1;
  atom.word = token.kind == TokenKind::Word;
  atom.capital = token.capital;
  atom.tight = !token.space_before;
  if (token.word == kUnknownWord) return atom;
  const bool named = name_at(at, last, letters, atom);
  std::uint32_t length = 0;
  const RoleSet* role = role_at(at, last, length);
  if (role == nullptr) return atom;
  const std::uint32_t name_length = named ? atom.last - atom.first : 0;
  if (length < name_length) return atom;
  if (length > name_length && named) {
    atom.readings = nullptr;
    atom.meaning = {};
  }
  atom.role = role;
  atom.last = atom.first + length;
  return atom;
}

bool AtomReader::name_at(std::size_t at, std::size_t last, LetterCase letters, ActorAtom& atom) const {
  while (last > at) {
    const Trie::Match match = table_.names.longest(tokens_of(segmented_), at, last);
    if (match.length == 0) return false;
    const auto& readings = table_.name_sets[match.payload];
    NameMeaning meaning;
    for (const NameReading& reading : readings) {
      if (fits(reading, at, match.length, letters)) mean(reading, meaning);
    }
    if (meaning.trap || meaning.person || meaning.actor() != nullptr) {
      atom.last = atom.first + match.length;
      atom.readings = &readings;
      atom.meaning = meaning;
      return true;
    }
    last = at + match.length - 1;
  }
  return false;
}

// The longest role that no longer name or role begun inside it takes a word from ("the republic" in
// "the Republic of Korea").
const RoleSet* AtomReader::role_at(std::size_t at, std::size_t last, std::uint32_t& length) const {
  const std::size_t sentence_end = last;
  while (last > at) {
    const Trie::Match match = table_.roles.longest(tokens_of(segmented_), at, last);
    if (match.length == 0) return nullptr;
    const RoleSet& role = table_.role_sets[match.payload];
    if (match.length == 1 || !cut_short(at, at + match.length, sentence_end, role)) {
      length = match.length;
      return &role;
    }
    last = at + match.length - 1;
  }
  return nullptr;
}

bool AtomReader::cut_short(std::size_t at, std::size_t end, std::size_t last, const RoleSet& role) const {
  const auto tokens = tokens_of(segmented_);
  const bool reference = role.has(RoleClass::Generic) || role.has(RoleClass::GenericSubject);
  if (!reference) return false;
  for (std::size_t inner = at + 1; inner < end; ++inner) {
    const Trie::Match name = table_.names.longest(tokens, inner, last);
    if (name.length > 1 && inner + name.length > end) return true;
    const Trie::Match other = table_.roles.longest(tokens, inner, last);
    if (other.length > 1 && inner + other.length > end) return true;
  }
  if (end >= last) return false;
  const Trie::Match after = table_.roles.longest(tokens, end, last);
  return after.length > 0 && table_.role_sets[after.payload].has(RoleClass::Of);
}

bool AtomReader::fits(const NameReading& reading, std::size_t at, std::size_t length, LetterCase letters) const {
  const auto& tokens = segmented_.tokens;
  if (letters == LetterCase::AllCaps) {
    if (length > 1) return true;
    std::uint32_t role_length = 0;
    const RoleSet* role = role_at(at, at + 1, role_length);
    return role == nullptr || !role->has(RoleClass::CommonWord);
  }
  for (std::size_t i = 0; i < length; ++i) {
    const Token& token = tokens[at + i];
    if (!reading.printed.empty()) {
      if (i < reading.printed.size() && quote(text_, token.span) != reading.printed[i]) return false;
    } else if (i < 32 && ((reading.capitals >> i) & 1U) != 0 && !token.capital) {
      return false;
    }
  }
  return true;
}

void AtomReader::mean(const NameReading& reading, NameMeaning& meaning) const {
  if (reading.kind == NameKind::Trap || reading.kind == NameKind::Firm) {
    meaning.trap = true;
    meaning.firm = meaning.firm || reading.kind == NameKind::Firm;
    return;
  }
  if (reading.kind == NameKind::Person) {
    meaning.person = meaning.person || table_.persons[reading.index].valid.holds(date_);
    return;
  }
  const Actor& actor = table_.actors[reading.index];
  if (!actor.valid.holds(date_)) return;
  const Actor** slot = reading.kind == NameKind::Name        ? &meaning.name
                       : reading.kind == NameKind::Adjective ? &meaning.adjective
                       : reading.kind == NameKind::Demonym   ? &meaning.demonym
                                                             : &meaning.capital;
  // Without a date an actor that is still there goes before one that is gone.
  const bool gone_before = *slot != nullptr && (*slot)->valid.to != INT32_MAX && actor.valid.to == INT32_MAX;
  if (*slot == nullptr || gone_before) *slot = &actor;
}

}  // namespace coopmine
