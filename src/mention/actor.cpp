#include "mention/actor.h"

#include <algorithm>
#include <string>

#include "mention/actor_atoms.h"
#include "mention/actor_firm.h"
#include "mention/actor_people.h"
#include "mention/actor_phrase.h"
#include "mention/actor_place.h"
#include "rulepack/words.h"

namespace coopmine {
namespace {

class ActorFinder {
 public:
  ActorFinder(const ZonedArticle& article, const Segmented& segmented, const ActorTable& table,
              const ActorConfig& config, std::vector<Mention>& out)
      : text_(article.article->text), segmented_(segmented), table_(table), config_(config), out_(out),
        begin_(out.size()), people_(table, article.date), grammar_(table, people_),
        reader_(table, text_, segmented, article.date) {}

  void run() {
    std::vector<const Sentence*> headlines;
    for (const Sentence& sentence : segmented_.sentences) {
      reader_.read(sentence, s_);
      if (s_.letters == LetterCase::Mixed) {
        read_sentence();
      } else {
        headlines.push_back(&sentence);
      }
    }
    before_ = nullptr;
    const std::size_t running = out_.size();
    for (const Sentence* sentence : headlines) {
      reader_.read(*sentence, s_);
      read_sentence();
    }
    merge_mentions(running);
    add_surnames();
    settle_officials();
  }

 private:
  struct Placed {
    std::size_t mention = 0;  // index into out_
    std::size_t first = 0;    // atoms
    std::size_t last = 0;
    bool adjective = false;  // may share the organ that follows: "Japanese and Ukrainian officials"
  };

  void read_sentence() {
    placed_.clear();
    place_before_ = {};
    find_firms(s_, firms_);
    std::size_t firm = 0;
    for (std::size_t at = 0; at < s_.size();) {
      while (firm < firms_.size() && firms_[firm].first < at) ++firm;
      if (firm < firms_.size() && firms_[firm].first == at) {
        add_firm(firms_[firm]);
        at = firms_[firm].last;
      } else if (firm < firms_.size() && firms_[firm].first == at + 1 && s_.at(at).has(RoleClass::Article)) {
        ++at;
      } else {
        at = read_atom(at);
      }
    }
  }

  // Reads what begins at atom `at`; returns the atom after it.
  std::size_t read_atom(std::size_t at) {
    const ActorAtom& atom = s_.at(at);
    if (atom.meaning.trap) return at + 1;
    if (const RoleReading* prefix = atom.as(RoleClass::Prefix)) {
      if (s_.joins(at + 1) && add_prefix(at, *prefix)) return at + 2;
    }
    if (atom.role == nullptr && atom.readings == nullptr && !atom.capital) return at + 1;
    if (const std::optional<ActorPhrase> phrase = grammar_.parse(s_, at)) {
      add_phrase(*phrase);
      return phrase->last;
    }
    if (atom.meaning.actor() != nullptr) {
      add_name(at);
    } else if (atom.meaning.person) {
      add_leader(at);
    } else if (config_.references) {
      add_reference(at);
    }
    return at + 1;
  }

  Mention& add(std::size_t first, std::size_t last, ActorForm form, const Actor* actor, std::string_view rule) {
    Mention mention;
    mention.first = s_.at(first).first;
    mention.last = s_.at(last - 1).last;
    mention.span = {segmented_.tokens[mention.first].span.begin, segmented_.tokens[mention.last - 1].span.end};
    mention.rule = rule;
    mention.actor.form = form;
    mention.actor.possessive = s_.at(last).has(RoleClass::Clitic);
    if (actor != nullptr) {
      mention.actor.id = actor->id;
      mention.actor.name = actor->name;
      mention.actor.kind = actor->kind;
      mention.actor.organ = actor->organ;
      const bool speaks = form != ActorForm::Place && actor->kind != ActorKind::Region;
      const bool counterpart = first > 0 && s_.at(first - 1).has(RoleClass::Counterpart);
      if (speaks && !counterpart) see_state(*actor, mention.first);
    }
    placed_.push_back({out_.size(), first, last, false});
    place_before_ = {last, form == ActorForm::Place, false};
    out_.push_back(std::move(mention));
    return out_.back();
  }

  // One that officials without a state may speak for.
  void see_state(const Actor& actor, std::uint32_t token) {
    if (before_ == nullptr || before_sentence_ != s_.sentence) {
      before_ = &actor;
      before_sentence_ = s_.sentence;
    }
    if (home_ == nullptr || token < home_first_) {
      home_ = &actor;
      home_first_ = token;
    }
  }

  // `State`: Actor or ActorValue.
  template <class State>
  static void speak_for(ActorValue& official, const State& state) {
    official.id = state.id;
    official.name = state.name;
    official.kind = state.kind;
  }

  [[nodiscard]] std::string printed(std::size_t first, std::size_t last) const {
    const Span span{segmented_.tokens[s_.at(first).first].span.begin,
                    segmented_.tokens[s_.at(last - 1).last - 1].span.end};
    std::string name;
    for (const char c : quote(text_, span)) {
      const bool white = c == '\n' || c == '\r' || c == '\t' || c == ' ';
      if (white ? !name.empty() && name.back() != ' ' : true) name += white ? ' ' : c;
    }
    return name;
  }

  void add_firm(const FirmName& firm) {
    if (!config_.firms) return;
    Mention& mention = add(firm.first, firm.last, ActorForm::Name, nullptr, "actor.firm");
    mention.actor.kind = ActorKind::Company;
    mention.actor.name = printed(firm.first, firm.last);
  }

  // "Sino-Japanese"
  bool add_prefix(std::size_t at, const RoleReading& prefix) {
    const NameMeaning& second = s_.at(at + 2).meaning;
    const bool state = second.actor() != nullptr && second.actor()->kind == ActorKind::State;
    const bool both = s_.at(at + 2).has(RoleClass::Prefix);
    if ((!state && !both) || second.trap) return false;
    add(at, at + 1, ActorForm::Adjective, table_.find(prefix.id), "actor.prefix");
    return true;
  }

  void add_phrase(const ActorPhrase& phrase) {
    if (phrase.company && !config_.firms) return;
    if (phrase.form == ActorForm::Generic && !config_.references) return;
    const bool named = phrase.name_first < phrase.name_last;
    if (phrase.nobody && !named) return;
    const bool venue = phrase.form == ActorForm::Organ && is_venue(s_, phrase.first);
    Mention& mention = add(phrase.first, phrase.last, venue ? ActorForm::Place : phrase.form,
                           phrase.nobody || phrase.company ? nullptr : phrase.actor, phrase.rule);
    mention.actor.organ = phrase.organ;
    if (phrase.company) {
      mention.actor.kind = ActorKind::Company;
      mention.actor.name = printed(phrase.first, phrase.last);
      return;
    }
    if (phrase.form == ActorForm::Generic) mention.actor.generic = phrase.organ;
    if (phrase.nobody) {
      mention.actor.kind = ActorKind::Other;
      mention.actor.name = printed(phrase.name_first, phrase.name_last);
    } else if (named && phrase.actor == nullptr) {
      add_near(mention, phrase.near);
    }
    if (named) {
      people_.learn(s_, phrase.name_first, phrase.name_last, mention.actor.id, phrase.organ);
    } else if (phrase.actor != nullptr && !phrase.company) {
      add_apposition(phrase);
    }
    if (phrase.by_name) share_organ(phrase);
  }

  // The state of an official who is introduced without one; a captain or director has none.
  void add_near(Mention& mention, bool near) {
    if (!near) {
      mention.actor.kind = ActorKind::Other;
      return;
    }
    mention.rule = "actor.person-near";
    if (const Mention* first = joined_before()) {
      speak_for(mention.actor, first->actor);
    } else if (before_ != nullptr) {
      speak_for(mention.actor, *before_);
    } else {
      mention.actor.kind = ActorKind::Other;  // settle_officials() looks again
    }
  }

  // "Japanese Prime Minister Goro Hata and" before the last mention: whose official Hata is, so is the next.
  [[nodiscard]] const Mention* joined_before() const {
    if (placed_.size() < 2) return nullptr;
    const Placed& first = placed_[placed_.size() - 2];
    const std::size_t next = placed_.back().first;
    const bool joined = next > first.last && next <= first.last + 2 && s_.at(next - 1).has(RoleClass::And);
    const ActorValue& actor = out_[first.mention].actor;
    const bool official = actor.form == ActorForm::Person || actor.form == ActorForm::Organ;
    return joined && official && !actor.id.empty() ? &out_[first.mention] : nullptr;
  }

  // "Marta Kovalenko, Ukraine's foreign minister," and "Ukraine's foreign minister, Marta Kovalenko,".
  // The name becomes a mention by add_surnames(), which knows it from now on.
  void add_apposition(const ActorPhrase& phrase) {
    if (s_.letters != LetterCase::Mixed || !names_person(phrase)) return;
    if (phrase.first > 2 && s_.is(phrase.first - 1, ',')) {
      const std::size_t end = phrase.first - 1;
      std::size_t first = end;
      while (first > 0 && end - first < 4 && s_.unknown_capital(first - 1) && may_name(s_.at(first - 1))) --first;
      if (end - first > 1) {
        people_.learn(s_, first, end, phrase.actor->id, phrase.organ);
        return;
      }
    }
    if (!s_.is(phrase.last, ',')) return;
    const PersonName name = grammar_.person(s_, phrase.last + 1, phrase.actor->id);
    const bool closed = s_.is(name.last, ',') || s_.is(name.last, '.') || s_.at(name.last).has(RoleClass::Verbal);
    if (name.last - name.first > 1 && closed) people_.learn(s_, name.first, name.last, phrase.actor->id, phrase.organ);
  }

  static bool may_name(const ActorAtom& atom) {
    return !atom.has(RoleClass::Function) && !atom.has(RoleClass::Calendar) && !atom.has(RoleClass::Organ) &&
           !atom.has(RoleClass::Title) && !atom.has(RoleClass::Article);
  }

  [[nodiscard]] bool names_person(const ActorPhrase& phrase) const {
    for (std::size_t at = phrase.first; at < phrase.last; ++at) {
      if (s_.at(at).has(RoleClass::Title)) return true;
    }
    return false;
  }

  // "Japanese and Ukrainian officials": both speak by officials.
  void share_organ(const ActorPhrase& phrase) {
    std::size_t begin = phrase.first;
    for (std::size_t i = placed_.size() - 1; i-- > 0;) {
      const Placed& other = placed_[i];
      if (!other.adjective || other.last >= begin || begin - other.last > 3) return;
      for (std::size_t gap = other.last; gap < begin; ++gap) {
        const ActorAtom& between = s_.at(gap);
        const bool joint = between.has(RoleClass::And) || s_.is(gap, ',') || between.has(RoleClass::Clitic) || s_.joins(gap);
        if (!joint) return;
      }
      Mention& mention = out_[other.mention];
      mention.actor.form = ActorForm::Organ;
      mention.actor.organ = phrase.organ;
      mention.actor.possessive = false;
      mention.rule = "actor.organ-shared";
      begin = other.first;
    }
  }

  void add_name(std::size_t at) {
    const NameMeaning& meaning = s_.at(at).meaning;
    if (is_no_actor(s_, at)) return;
    // "Mrs. Jordan" is a person.
    if (at > 0 && (s_.at(at - 1).has(RoleClass::Former) || s_.at(at - 1).has(RoleClass::Honorific))) return;
    const bool paired = (s_.joins(at + 1) && s_.at(at + 2).word && !s_.at(at + 2).has(RoleClass::Based)) ||
                        (at > 1 && s_.joins(at - 1));
    const bool clitic = s_.at(at + 1).has(RoleClass::Clitic);
    const bool city = is_city(meaning);
    if (meaning.name == nullptr && meaning.adjective == nullptr && meaning.demonym != nullptr) {
      add(at, at + 1, ActorForm::Demonym, meaning.demonym, "actor.people");
    } else if (is_place(s_, at, place_before_)) {
      add(at, at + 1, ActorForm::Place, meaning.actor(), "actor.place");
      place_before_.city = city;
    } else if (paired) {
      add(at, at + 1, ActorForm::Adjective, meaning.actor(), "actor.hyphen");
      placed_.back().adjective = true;
    } else if (meaning.name != nullptr) {
      const bool organ = !meaning.name->organ.empty() && !meaning.name->subnational;
      add(at, at + 1, organ ? ActorForm::Organ : ActorForm::Name, meaning.name, "actor.name");
      placed_.back().adjective = meaning.adjective != nullptr || clitic;
    } else if (meaning.adjective != nullptr) {
      add_adjective(at);
    } else {
      add(at, at + 1, ActorForm::Name, meaning.capital, "actor.capital").actor.organ = "government";
      placed_.back().adjective = clitic;
    }
  }

  // "the Japanese" before a verb or a full stop is the people, else an adjective.
  void add_adjective(std::size_t at) {
    const NameMeaning& meaning = s_.at(at).meaning;
    const ActorAtom& next = s_.at(at + 1);
    const RoleReading* article = at > 0 ? s_.at(at - 1).as(RoleClass::Article) : nullptr;
    const bool definite = article != nullptr && article->value == "definite";
    const bool alone = !next.word || next.has(RoleClass::Function) || next.has(RoleClass::Verbal);
    const bool shared = next.has(RoleClass::And) || s_.is(at + 1, ',');
    if (definite && alone && !shared && meaning.demonym != nullptr) {
      add(at - 1, at + 1, ActorForm::Demonym, meaning.demonym, "actor.people");
    } else {
      add(at, at + 1, ActorForm::Adjective, meaning.adjective, "actor.adjective");
      placed_.back().adjective = true;
    }
  }

  // A leader of the table without a title; a surname alone has to be nobody else's.
  void add_leader(std::size_t at) {
    const ActorAtom& atom = s_.at(at);
    const KnownPerson* person = people_.choose(*atom.readings, {});
    const ArticlePerson* introduced = people_.find(s_.quote(atom));
    const bool surname = atom.last - atom.first == 1;
    if (surname && introduced != nullptr) return;  // add_surnames() has it
    if (person == nullptr) return;
    std::size_t first = at;
    if (surname) {
      if (atom.role != nullptr || s_.letters == LetterCase::AllCaps) return;
      const std::size_t floor = placed_.empty() ? 0 : placed_.back().last;
      while (first > floor && at - first < 3 && s_.letters == LetterCase::Mixed) {
        const ActorAtom& lead = s_.at(first - 1);
        const bool stop = s_.is(first - 1, '.') && first > floor + 1 && s_.quote(s_.at(first - 2)).size() == 1;
        const bool initial = stop || (lead.capital && s_.quote(lead).size() == 1);
        if (!initial && !bears(*person, s_.quote(lead))) break;
        --first;
      }
      if (first == at && people_.needs_title(*atom.readings, *person)) return;
      const ActorAtom& before = s_.at(first == 0 ? s_.size() : first - 1);
      if (first == at && before.word && before.capital && before.role == nullptr) return;
      if (s_.unknown_capital(at + 1) && s_.at(at + 1).role == nullptr && s_.letters == LetterCase::Mixed) return;
    }
    Mention& mention = add(first, at + 1, ActorForm::Person, table_.find(person->id), "actor.person");
    mention.actor.organ = person->office;
    people_.learn(s_, first, at + 1, person->id, person->office);
  }

  void add_reference(std::size_t at) {
    const ActorAtom& atom = s_.at(at);
    const Token& word = segmented_.tokens[atom.first];
    if (s_.letters != LetterCase::AllCaps && word.all_caps) return;  // "HE" the excellency, "IT" the trade
    const RoleReading* role = atom.as(RoleClass::Generic);
    if (role == nullptr && s_.at(at + 1).has(RoleClass::Verbal)) role = atom.as(RoleClass::GenericSubject);
    const bool first_word = at == 0 && atom.last - atom.first == 1;
    const bool capital = segmented_.tokens[atom.last - 1].capital && !first_word && s_.letters == LetterCase::Mixed;
    if (role == nullptr && capital) role = atom.as(RoleClass::GenericCapital);
    const bool owner = role == nullptr && (role = atom.as(RoleClass::GenericPossessive)) != nullptr;
    if (role == nullptr) return;
    Mention& mention = add(at, at + 1, ActorForm::Generic, nullptr, "actor.generic");
    mention.actor.generic = role->value;
    mention.actor.possessive = mention.actor.possessive || owner;
    mention.actor.kind = ActorKind::Other;
  }

  // The surnames of those whom the article introduced, wherever no mention stands yet.
  void add_surnames() {
    if (people_.empty()) return;
    std::size_t next = begin_;
    const std::size_t found = out_.size();
    for (const Sentence& sentence : segmented_.sentences) {
      std::uint32_t floor = sentence.first;  // after the last mention
      for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
        while (next < found && out_[next].last <= i) ++next;
        if (next < found && out_[next].first <= i) {
          floor = out_[next].last;
          i = floor - 1;
        } else if (capital(i) && add_surname(i, floor, sentence)) {
          floor = i + 1;
        }
      }
    }
    merge_mentions(found);
  }

  bool add_surname(std::uint32_t at, std::uint32_t floor, const Sentence& sentence) {
    const ArticlePerson* person = people_.find(word(at));
    if (person == nullptr || person->id.empty()) return false;
    // A given name ends no name when a surname follows, its own or another's.
    const bool family = person->names.back() == fold(word(at));
    if (at + 1 < sentence.last && capital(at + 1) && (!family || person->bears(word(at + 1)))) return false;
    std::uint32_t first = at;
    while (first > floor && person->bears(word(first - 1))) --first;
    if (first > sentence.first && is_given_name(first - 1)) return false;
    const Actor* actor = table_.find(person->id);
    Mention mention;
    mention.first = first;
    mention.last = at + 1;
    mention.span = {segmented_.tokens[first].span.begin, segmented_.tokens[at].span.end};
    mention.rule = "actor.surname";
    mention.actor.id = person->id;
    mention.actor.name = actor->name;
    mention.actor.kind = actor->kind;
    mention.actor.form = ActorForm::Person;
    mention.actor.organ = person->organ;
    const RoleSet* after = at + 1 < sentence.last ? role(at + 1) : nullptr;
    mention.actor.possessive = after != nullptr && after->has(RoleClass::Clitic);
    out_.push_back(std::move(mention));
    return true;
  }

  // A capitalised word that belongs to somebody else's name.
  [[nodiscard]] bool is_given_name(std::uint32_t at) const {
    if (!capital(at) || segmented_.tokens[at].all_caps) return false;
    const RoleSet* known = role(at);
    return segmented_.tokens[at].word == kUnknownWord || (known != nullptr && known->has(RoleClass::Given));
  }

  [[nodiscard]] const RoleSet* role(std::uint32_t at) const {
    const Trie::Match match = table_.roles.longest(segmented_.tokens, at, at + 1);
    return match.length == 0 ? nullptr : &table_.role_sets[match.payload];
  }

  [[nodiscard]] std::string_view word(std::uint32_t at) const { return quote(text_, segmented_.tokens[at].span); }

  [[nodiscard]] bool capital(std::uint32_t at) const {
    const Token& token = segmented_.tokens[at];
    return token.kind == TokenKind::Word && token.capital;
  }

  // Puts those behind `middle` among those before it; each of the two parts is in order.
  void merge_mentions(std::size_t middle) {
    const auto at = [&](std::size_t i) { return out_.begin() + static_cast<std::ptrdiff_t>(i); };
    std::inplace_merge(at(begin_), at(middle), out_.end(),
                       [](const Mention& a, const Mention& b) { return a.first < b.first; });
  }

  // Officials before whom no state was named: the article's first.
  void settle_officials() {
    for (std::size_t i = begin_; home_ != nullptr && i < out_.size(); ++i)
      if (out_[i].rule == "actor.person-near" && out_[i].actor.id.empty()) speak_for(out_[i].actor, *home_);
  }

  std::string_view text_;
  const Segmented& segmented_;
  const ActorTable& table_;
  const ActorConfig& config_;
  std::vector<Mention>& out_;
  std::size_t begin_;
  ArticlePeople people_;
  ActorGrammar grammar_;
  AtomReader reader_;

  AtomSentence s_;
  std::vector<FirmName> firms_;
  std::vector<Placed> placed_;  // of the sentence
  PlaceBefore place_before_;
  // Of those with whom or for whom nobody acts: an official without a state speaks for one of them.
  const Actor* before_ = nullptr;  // the first actor named in the last sentence that names one
  const Actor* home_ = nullptr;    // the first of the article
  std::uint32_t home_first_ = 0;   // its token
  const Sentence* before_sentence_ = nullptr;
};

}  // namespace

void find_actors(const ZonedArticle& article, const Segmented& segmented, const ActorTable& table,
                 const ActorConfig& config, std::vector<Mention>& out) {
  // Room for the worst case, which the system gives only as it is filled: growing would hold everything twice.
  out.reserve(segmented.tokens.size());
  ActorFinder(article, segmented, table, config, out).run();
}

}  // namespace coopmine
