#include "mention/actor_people.h"

#include <algorithm>

#include "rulepack/words.h"

namespace coopmine {

bool ArticlePerson::bears(std::string_view word) const {
  return std::find(names.begin(), names.end(), fold(word)) != names.end();
}

bool bears(const KnownPerson& leader, std::string_view word) {
  const std::vector<std::string> own = split_words(leader.name);
  return std::find(own.begin(), own.end(), fold(word)) != own.end();
}

void ArticlePeople::learn(const AtomSentence& sentence, std::size_t first, std::size_t last, std::string_view id,
                          std::string_view organ) {
  if (first >= last) return;
  ArticlePerson person{std::string(id), organ, {}};
  const auto& tokens = sentence.segmented->tokens;
  const std::uint32_t begin = sentence.at(first).first;
  const std::uint32_t end = sentence.at(last - 1).last;
  for (std::uint32_t i = begin; i < end; ++i) {
    person.names.push_back(fold(coopmine::quote(sentence.text, tokens[i].span)));
  }
  const auto remember = [&](std::uint32_t at) {
    const std::string& word = person.names[at - begin];
    const ActorAtom& atom = sentence.at(at == begin ? first : last - 1);
    if (!tokens[at].capital || word.size() < 2) return;
    if (end - begin > 1 && atom.last - atom.first == 1 && atom.has(RoleClass::Given)) return;
    ArticlePerson& standing = by_word_.try_emplace(word, person).first->second;
    if (standing.id.empty()) standing = person;
  };
  remember(end - 1);
  if (end - begin > 1) remember(begin);
}

const ArticlePerson* ArticlePeople::find(std::string_view word) const {
  const auto at = by_word_.find(fold(word));
  return at == by_word_.end() ? nullptr : &at->second;
}

const KnownPerson* ArticlePeople::choose(const std::vector<NameReading>& readings, std::string_view id,
                                         std::string_view office) const {
  const KnownPerson* best = nullptr;
  const KnownPerson* holder = nullptr;
  bool one_id = true;
  bool one_holder = true;
  for (const NameReading& reading : readings) {
    if (reading.kind != NameKind::Person) continue;
    const KnownPerson& person = table_.persons[reading.index];
    if (!person.valid.holds(date_) || (!id.empty() && person.id != id)) continue;
    if (best != nullptr && best->id != person.id) one_id = false;
    if (best == nullptr || person.valid.from > best->valid.from) best = &person;
    if (office.empty() || person.office != office) continue;
    if (holder != nullptr && holder->id != person.id) one_holder = false;
    holder = &person;
  }
  if (holder != nullptr && one_holder) return holder;
  return one_id ? best : nullptr;
}

bool ArticlePeople::needs_title(const std::vector<NameReading>& readings, const KnownPerson& person) const {
  return std::any_of(readings.begin(), readings.end(), [&](const NameReading& reading) {
    return reading.kind == NameKind::Person && reading.titled && &table_.persons[reading.index] == &person;
  });
}

}  // namespace coopmine
