#include "mention/actor_phrase.h"

#include "mention/actor_place.h"

namespace coopmine {
namespace {

constexpr int kMaxDepth = 4;
constexpr std::size_t kMaxNameWords = 7;

ActorForm form_of(const RoleReading& role) {
  return role.role == RoleClass::People ? ActorForm::Demonym : ActorForm::Organ;
}

bool is_title(const RoleReading& role) { return role.role == RoleClass::Title; }

// May stand inside a person's name after a title.
bool is_name_word(const AtomSentence& s, std::size_t at) {
  const ActorAtom& atom = s.at(at);
  if (!atom.word || !atom.capital || atom.has(RoleClass::Clitic)) return false;
  if (atom.readings != nullptr) return atom.meaning.person;
  if (atom.role == nullptr) return true;
  for (const RoleClass stop : {RoleClass::Function, RoleClass::Calendar, RoleClass::Organ, RoleClass::Title,
                               RoleClass::Article, RoleClass::Generic, RoleClass::And, RoleClass::Agent,
                               RoleClass::Meeting, RoleClass::Text}) {
    if (atom.has(stop)) return false;
  }
  return true;
}

// Whether a leader of the table known by one word of a name bears another of its words, too, or it has no other:
// "Abe Shinzo", but not the "Ali" of "Mohamed Ali Nafti".
bool bears_name(const AtomSentence& s, const PersonName& name, std::size_t known_by) {
  if (s.at(known_by).last - s.at(known_by).first > 1) return true;
  bool alone = true;
  for (std::size_t at = name.first; at < name.last; ++at) {
    const std::string_view word = s.quote(s.at(at));
    if (at == known_by || word.size() < 2) continue;
    alone = false;
    if (bears(*name.known, word)) return true;
  }
  return alone;
}

bool is_initial(const AtomSentence& s, std::size_t at) {
  return s.at(at).capital && s.quote(s.at(at)).size() == 1;
}

}  // namespace

std::optional<ActorPhrase> ActorGrammar::parse(const AtomSentence& s, std::size_t at) const {
  return phrase(s, at, 0);
}

std::optional<ActorPhrase> ActorGrammar::phrase(const AtomSentence& s, std::size_t at, int depth) const {
  if (depth > kMaxDepth) return std::nullopt;
  std::size_t i = at;
  if (s.at(i).has(RoleClass::Article) && !s.at(i).has(RoleClass::Generic)) ++i;
  const std::size_t body = i;
  bool former = false;
  for (int steps = 0; steps < 5; ++steps) {
    const ActorAtom& atom = s.at(i);
    const bool leads = atom.readings == nullptr && (atom.has(RoleClass::Modifier) || atom.has(RoleClass::Former) ||
                                                    (i > at && s.joins(i)));
    if (!leads) break;
    former = former || atom.has(RoleClass::Former);
    ++i;
  }
  const NameMeaning& meaning = s.at(i).meaning;
  std::optional<ActorPhrase> found;
  if (meaning.actor() != nullptr && !meaning.trap) {
    found = of_actor(s, at, i);
  } else if (meaning.person && !meaning.trap) {
    found = of_person(s, at, i);
  } else if (s.at(at).has(RoleClass::Honorific)) {
    found = honoured(s, at);
  }
  if (!found && (i == body || meaning.actor() == nullptr)) found = of_head(s, at, former ? i : body, depth);
  if (found) add_title(s, *found);
  if (found && former) found->nobody = true;
  return found;
}

void ActorGrammar::add_title(const AtomSentence& s, ActorPhrase& phrase) const {
  const bool organ = phrase.form == ActorForm::Organ && phrase.actor != nullptr && !phrase.company;
  if (!organ || !s.at(phrase.last).has(RoleClass::Clitic)) return;
  const Head title = head(s, phrase.last + 1, false);
  if (title.role == nullptr || !is_title(*title.role)) return;
  phrase.last = title.last;
  phrase.organ = title.role->value;
  add_person(s, title, phrase);
}

std::optional<ActorPhrase> ActorGrammar::of_actor(const AtomSentence& s, std::size_t at, std::size_t name) const {
  const NameMeaning& meaning = s.at(name).meaning;
  if (is_no_actor(s, name)) return std::nullopt;
  std::size_t next = name + 1;
  const bool clitic = s.at(next).has(RoleClass::Clitic);
  if (clitic) ++next;
  // "the European Community (EC) foreign ministers"
  const bool again = s.is(next, '(') && s.at(next + 1).meaning.actor() != nullptr && s.is(next + 2, ')');
  if (again && s.at(next + 1).meaning.actor()->id == meaning.actor()->id) next += 3;
  const Head found = head(s, next, true);
  if (found.role == nullptr || !goes_with(s, meaning, name, found)) return std::nullopt;
  ActorPhrase phrase;
  phrase.first = at;
  phrase.last = found.last;
  phrase.actor = meaning.actor();
  phrase.form = form_of(*found.role);
  phrase.organ = found.role->value;
  phrase.rule = "actor.organ";
  phrase.by_name = at == name && (meaning.adjective != nullptr || clitic || (at > 0 && s.joins(at - 1)));
  phrase.company = found.role->role == RoleClass::Firm;
  if (phrase.actor->kind == ActorKind::Region && s.at(found.last).has(RoleClass::Of)) {
    std::size_t end = found.last;
    if (const Actor* actor = owner(s, end, 1)) {
      phrase.actor = actor;
      phrase.last = end;
    }
  }
  phrase.last = posted(s, phrase.last, found);
  if (is_title(*found.role)) {
    add_person(s, found, phrase);
    // "with Japan President X of Ukraine": the title is not Japan's.
    const bool glued = meaning.adjective == nullptr && !clitic && phrase.actor->kind == ActorKind::State;
    if (glued && phrase.name_first < phrase.name_last) {
      const PersonName other = person(s, phrase.name_first, {});
      if (other.known != nullptr && other.known->id != phrase.actor->id) return std::nullopt;
    }
  }
  return phrase;
}

// "the Biden administration"
std::optional<ActorPhrase> ActorGrammar::of_person(const AtomSentence& s, std::size_t at, std::size_t name) const {
  const KnownPerson* known = people_.choose(*s.at(name).readings, {});
  if (known == nullptr || people_.needs_title(*s.at(name).readings, *known)) return std::nullopt;
  const std::size_t next = name + 1 + (s.at(name + 1).has(RoleClass::Clitic) ? 1 : 0);
  const Head found = head(s, next, false);
  if (found.role == nullptr || found.role->role != RoleClass::Organ || next != name + 1) return std::nullopt;
  ActorPhrase phrase;
  phrase.first = at;
  phrase.last = found.last;
  phrase.actor = table_.find(known->id);
  phrase.organ = found.role->value;
  phrase.rule = "actor.organ-of-person";
  return phrase;
}

std::optional<ActorPhrase> ActorGrammar::honoured(const AtomSentence& s, std::size_t at) const {
  const PersonName name = person(s, at + 1, {});
  if (name.first == name.last || (name.known == nullptr && name.introduced == nullptr)) return std::nullopt;
  const ActorAtom& word = s.at(name.first);
  const bool bare = name.introduced == nullptr && name.last - name.first == 1 && word.readings != nullptr;
  if (bare && people_.needs_title(*word.readings, *name.known)) return std::nullopt;
  ActorPhrase phrase;
  phrase.first = at;
  phrase.last = name.last;
  phrase.form = ActorForm::Person;
  phrase.rule = "actor.person";
  phrase.name_first = name.first;
  phrase.name_last = name.last;
  // Whom the article introduced is that one, even when a leader of the table has the same name.
  const std::string& id = name.introduced != nullptr ? name.introduced->id : name.known->id;
  phrase.organ = name.introduced != nullptr ? name.introduced->organ : name.known->office;
  phrase.actor = table_.find(id);
  phrase.nobody = phrase.actor == nullptr;
  return phrase;
}

std::optional<ActorPhrase> ActorGrammar::of_head(const AtomSentence& s, std::size_t at, std::size_t body,
                                                 int depth) const {
  // The sentence's first word has a capital whatever it is.
  const bool first_word = body == 0 && s.unknown_capital(0) && s.at(0).role == nullptr;
  if (first_word) return std::nullopt;
  const Head found = head(s, body, true);
  if (found.role == nullptr) return std::nullopt;
  const RoleReading* article = s.at(at).as(RoleClass::Article);
  ActorPhrase phrase;
  phrase.first = at;
  phrase.last = found.last;
  phrase.form = form_of(*found.role);
  phrase.organ = found.role->value;
  phrase.rule = "actor.organ-of";
  phrase.company = found.role->role == RoleClass::Firm;
  const bool mixed = s.letters == LetterCase::Mixed;
  const bool owned = found.role->value != "body" || found.capital || !mixed;
  if (s.at(found.last).has(RoleClass::Of) && owned) {
    std::size_t end = found.last;
    phrase.actor = owner(s, end, depth + 1);
    if (phrase.actor != nullptr) phrase.last = end;
    const bool state = phrase.actor != nullptr && phrase.actor->kind == ActorKind::State;
    if (phrase.actor != nullptr && found.role->value == "members" && state) return std::nullopt;
    // "Doctors of the WHO" are no people of a state.
    if (phrase.actor != nullptr && found.role->role == RoleClass::People && !state) return std::nullopt;
  }
  if (phrase.actor == nullptr && found.unknown) {
    phrase.nobody = true;  // "Harbour Trust Director"
  } else if (phrase.actor == nullptr) {
    phrase.actor = table_.find(found.id);
    if (phrase.actor != nullptr) phrase.rule = "actor.organ-known";
  }
  if (phrase.actor != nullptr) phrase.last = posted(s, phrase.last, found);
  if (is_title(*found.role)) add_person(s, found, phrase);
  if (phrase.actor != nullptr || phrase.form == ActorForm::Person) return phrase;
  if (phrase.nobody) return phrase;
  // Nobody is named: a reference, when an article or a capital says that it is a definite one.
  const bool definite = article != nullptr && article->value == "definite";
  const bool official = mixed && found.capital && at > 0 && article == nullptr;
  const bool organ = found.role->role == RoleClass::Organ || found.role->role == RoleClass::Title;
  const std::string& value = found.role->value;
  const bool vague = table_.lists(RoleClass::Vague, value) && !(found.capital && mixed);
  if (!organ || vague || value == "members" || only_modifies(s, found) || (!definite && !official)) return std::nullopt;
  phrase.form = ActorForm::Generic;
  phrase.rule = "actor.organ-reference";
  return phrase;
}

const Actor* ActorGrammar::owner(const AtomSentence& s, std::size_t& at, int depth) const {
  std::size_t i = at + 1;
  const std::size_t begin = i;
  if (s.at(i).has(RoleClass::Article)) ++i;
  const NameMeaning& meaning = s.at(i).meaning;
  const bool named = meaning.name != nullptr || meaning.capital != nullptr;
  if (named && !meaning.trap && !s.at(i + 1).has(RoleClass::Clitic)) {
    // "of the EU delegation": the longer phrase names the same actor.
    const std::optional<ActorPhrase> longer = phrase(s, begin, depth);
    const bool same = longer && (longer->actor == meaning.actor() || meaning.actor()->kind == ActorKind::Region);
    if (same && longer->actor != nullptr && longer->form != ActorForm::Person && !longer->company) {
      at = longer->last;
      return longer->actor;
    }
    if (is_no_actor(s, i)) return nullptr;
    at = i + 1;
    return meaning.actor();
  }
  const std::optional<ActorPhrase> inner = phrase(s, begin, depth);
  if (!inner || inner->actor == nullptr || inner->nobody || inner->company || inner->form == ActorForm::Person) return nullptr;
  at = inner->last;
  return inner->actor;
}

// A name behind the title, and what the name alone says of the state.
void ActorGrammar::add_person(const AtomSentence& s, const Head& head, ActorPhrase& phrase) const {
  std::size_t at = phrase.last;
  if (s.at(at).has(RoleClass::Honorific)) ++at;
  const std::string_view id = phrase.actor != nullptr ? std::string_view{phrase.actor->id} : std::string_view{};
  const PersonName name = person(s, at, id, head.role->value);
  if (name.first == name.last) return;
  // "its official Gazette": one word behind a plain "official" is no name.
  if (!head.capital && head.role->value == "official" && name.last - name.first == 1) return;
  if (head.plural && name.known == nullptr) return;
  const bool told = phrase.actor != nullptr && head.id.empty();
  phrase.form = ActorForm::Person;
  phrase.rule = "actor.person-title";
  phrase.name_first = name.first;
  phrase.name_last = name.last;
  phrase.last = name.last;
  phrase.near = table_.lists(RoleClass::Near, head.role->value) ||
                (head.capital && table_.lists(RoleClass::NearCapital, head.role->value));
  if (phrase.nobody || told) return;
  if (s.at(name.last).has(RoleClass::Of)) {
    std::size_t end = name.last;
    if (const Actor* actor = owner(s, end, kMaxDepth)) {
      phrase.actor = actor;
      phrase.last = end;
      return;
    }
  }
  if (name.introduced != nullptr && (phrase.actor == nullptr || !name.introduced->id.empty())) {
    phrase.actor = table_.find(name.introduced->id);
    phrase.nobody = phrase.actor == nullptr;
  } else if (const PersonName known = person(s, at, {}, head.role->value);
             known.known != nullptr && (known.surely_known || phrase.actor == nullptr)) {
    phrase.actor = table_.find(known.known->id);
  }
}

PersonName ActorGrammar::person(const AtomSentence& s, std::size_t at, std::string_view id,
                                std::string_view office) const {
  PersonName name{at, at, nullptr, false, nullptr};
  const bool mixed = s.letters == LetterCase::Mixed;
  std::size_t i = at, known_by = at;
  while (i < s.size() && i < at + kMaxNameWords) {
    const ActorAtom& atom = s.at(i);
    const bool bears = i > at && atom.has(RoleClass::Surname) && atom.capital;
    const bool particle = atom.has(RoleClass::Particle) && !atom.capital &&
                          (is_name_word(s, i + 1) || s.joins(i + 1) || s.at(i + 1).has(RoleClass::Particle));
    // "Jan", "April": given names, too.
    const bool month = i == at && atom.has(RoleClass::Calendar) && s.unknown_capital(i + 1) && s.at(i + 1).role == nullptr;
    const bool introduced = people_.find(s.quote(atom)) != nullptr;
    if (atom.meaning.person) name.known = people_.choose(*atom.readings, id, office), known_by = i;
    if (atom.meaning.person || (mixed ? is_name_word(s, i) || bears || month : introduced)) {
      name.last = ++i;
    } else if ((i > at && s.joins(i)) || (i > at && s.is(i, '.') && is_initial(s, i - 1)) || (mixed && particle)) {
      ++i;
    } else if (!mixed && i == at && is_name_word(s, i) && people_.find(s.quote(s.at(i + 1))) != nullptr) {
      ++i;  // a given name before a name that the article knows
    } else {
      break;
    }
  }
  name.surely_known = name.known != nullptr && bears_name(s, name, known_by);
  // "President Joseph Biden": the office stands for the name it does not have.
  const bool holds = name.known != nullptr && name.known->office == office && known_by + 1 == name.last;
  if (!name.surely_known && !holds) name.known = nullptr;
  // A given name alone does not make two persons one.
  if (name.last > name.first) name.introduced = people_.find(s.quote(s.at(name.last - 1)));
  return name;
}

}  // namespace coopmine
