// The people of one article: leaders of the table, and those whom the article introduces.
//
//     "Foreign Minister Marta Kovalenko of Ukraine arrived ... Kovalenko said"
//     learn("Marta Kovalenko", "UKR", "foreign-minister")     find("Kovalenko") -> UKR
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "mention/actor_atoms.h"
#include "rulepack/actor_table.h"

namespace coopmine {

struct ArticlePerson {
  std::string id;     // empty: speaks for no known actor
  std::string_view organ;  // of the pack: the office; may be empty
  std::vector<std::string> names;  // the folded words of the name

  [[nodiscard]] bool bears(std::string_view word) const;
};

// Whether a word is one of those of the leader's name in the table.
[[nodiscard]] bool bears(const KnownPerson& leader, std::string_view word);

class ArticlePeople {
 public:
  ArticlePeople(const ActorTable& table, std::optional<Day> date) : table_(table), date_(date) {}

  // Remembers the words of a name, atoms [first, last): the family name may stand first or last, and
  // given names are no names of their own.  The first introduction stands, unless it knew no id.
  void learn(const AtomSentence& sentence, std::size_t first, std::size_t last, std::string_view id,
             std::string_view organ);
  // The person introduced under this word; nullptr when there is none.
  [[nodiscard]] const ArticlePerson* find(std::string_view word) const;
  [[nodiscard]] bool empty() const { return by_word_.empty(); }

  // The person of the table whom a name means on the article's day: the one of actor `id` when that is
  // given, else the one who holds `office` when one actor's does, else the latest in office when all are
  // of one actor, else none.
  [[nodiscard]] const KnownPerson* choose(const std::vector<NameReading>& readings, std::string_view id,
                                          std::string_view office = {}) const;
  // Whether the name means `person` only behind a title ("Brown", of one Prime Minister Brown).
  [[nodiscard]] bool needs_title(const std::vector<NameReading>& readings, const KnownPerson& person) const;

 private:
  const ActorTable& table_;
  std::optional<Day> date_;
  std::map<std::string, ArticlePerson, std::less<>> by_word_;
};

}  // namespace coopmine
