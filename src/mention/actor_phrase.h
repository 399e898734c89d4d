// The noun phrases that speak for an actor, read over the atoms of a sentence.
//
//     NAME 's? MOD* HEAD             Japan's development agency, the Japanese side, French navy
//     NAME 's? MOD* TITLE PERSON     Japanese Prime Minister Fumio Kishida
//     HEAD of NAME PERSON?           the Foreign Ministry of Ukraine, President of Ukraine ...
//     HEAD of PHRASE                 head of the Kazakh delegation
//     TITLE PERSON (of NAME)?        President Xi, President Xi of China, Secretary Blinken
//     the HEAD                       the ministry: a reference, to be resolved
//
// A HEAD may have a portfolio behind it (Minister for Trade and Industry) and a host (Ambassador of Japan
// to Ukraine); heads may follow each other (Foreign Ministry spokesman).  Every loop is bounded,
// so reading stays linear in the text.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "mention/actor_atoms.h"
#include "mention/actor_people.h"

namespace coopmine {

struct ActorPhrase {
  std::size_t first = 0;  // atoms [first, last)
  std::size_t last = 0;
  ActorForm form = ActorForm::Organ;
  const Actor* actor = nullptr;  // null: a Company, a Generic, a Person whose state is not told
  std::string_view organ;  // of the pack
  const char* rule = "";
  bool by_name = false;  // begins with the actor's name or adjective, which others may share
  bool company = false;
  bool near = false;          // a Person without an actor who speaks for the one named before
  bool nobody = false;        // a former official, or the organ of a body unknown: no actor
  std::size_t name_first = 0;  // atoms of the person's name; empty when none is named
  std::size_t name_last = 0;
};

// A person's name.
struct PersonName {
  std::size_t first = 0;
  std::size_t last = 0;
  const KnownPerson* known = nullptr;        // of the table
  bool surely_known = false;                 // no other word of the name speaks against it
  const ArticlePerson* introduced = nullptr;  // of the article
};

class ActorGrammar {
 public:
  ActorGrammar(const ActorTable& table, const ArticlePeople& people) : table_(table), people_(people) {}

  // The phrase that begins at atom `at`, none when none does.
  [[nodiscard]] std::optional<ActorPhrase> parse(const AtomSentence& s, std::size_t at) const;

  // The person's name that begins at `at`; empty (first == last) when none does.  `id` picks among
  // persons of the table who share a name, else their `office` does.
  [[nodiscard]] PersonName person(const AtomSentence& s, std::size_t at, std::string_view id,
                                  std::string_view office = {}) const;

 private:
  struct Head {
    std::size_t first = 0;  // the head word itself, after its modifiers
    std::size_t last = 0;   // after its portfolio
    const RoleReading* role = nullptr;
    std::string_view id;  // whose it is by itself: USA of "State Department spokesman"
    bool capital = false;
    bool plural = false;
    bool unknown = false;  // words that no table knows belong to it
  };

  [[nodiscard]] std::optional<ActorPhrase> phrase(const AtomSentence& s, std::size_t at, int depth) const;
  [[nodiscard]] std::optional<ActorPhrase> of_actor(const AtomSentence& s, std::size_t at, std::size_t name) const;
  [[nodiscard]] std::optional<ActorPhrase> of_person(const AtomSentence& s, std::size_t at, std::size_t name) const;
  [[nodiscard]] std::optional<ActorPhrase> of_head(const AtomSentence& s, std::size_t at, std::size_t body, int depth) const;
  [[nodiscard]] std::optional<ActorPhrase> honoured(const AtomSentence& s, std::size_t at) const;

  [[nodiscard]] Head head(const AtomSentence& s, std::size_t at, bool unknown_words) const;
  [[nodiscard]] std::size_t portfolio(const AtomSentence& s, std::size_t at, Head& head) const;
  [[nodiscard]] bool goes_with(const AtomSentence& s, const NameMeaning& meaning, std::size_t name, const Head& head) const;
  [[nodiscard]] bool only_modifies(const AtomSentence& s, const Head& head) const;
  [[nodiscard]] std::size_t posted(const AtomSentence& s, std::size_t at, const Head& head) const;
  // The actor that "of ..." at `at` names; moves `at` behind it.
  [[nodiscard]] const Actor* owner(const AtomSentence& s, std::size_t& at, int depth) const;
  void add_person(const AtomSentence& s, const Head& head, ActorPhrase& phrase) const;
  // "the Foreign Ministry's spokesman Ivan Horn": a title behind the organ.
  void add_title(const AtomSentence& s, ActorPhrase& phrase) const;

  const ActorTable& table_;
  const ArticlePeople& people_;
};

}  // namespace coopmine
