// Everything is decided by what was named before, so that one pass in order of the text is enough.
#include "assemble/reference.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace coopmine {
namespace {

constexpr std::uint32_t kHeadSentences = 3;  // title and lead

// Classes of roles.tsv for references; what they stand for is the business of this file.
constexpr std::array<std::string_view, 3> kPairs{"pair", "pair-we", "parties"};
constexpr std::array<std::string_view, 4> kSpeakers{"we", "i", "our-country", "our-government"};
constexpr std::array<std::string_view, 2> kGroups{"group", "members"};

template <typename List>
bool holds(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Which tokens stand in quotation marks.  A quotation that its paragraph does not end ends with it.
std::vector<bool> quoted_tokens(std::string_view text, const Segmented& segmented) {
  std::vector<bool> quoted(segmented.tokens.size(), false);
  bool inside = false;
  std::uint32_t block = 0;
  for (const Sentence& s : segmented.sentences) {
    if (s.block != block) inside = false;
    block = s.block;
    for (std::uint32_t t = s.first; t < s.last; ++t) {
      if (segmented.tokens[t].kind == TokenKind::Punct) {
        const std::string_view mark = quote(text, segmented.tokens[t].span);
        if (mark == "\u201C") inside = true;
        if (mark == "\u201D") inside = false;
        if (mark == "\"" || mark == "''") inside = !inside;
      }
      quoted[t] = inside;
    }
  }
  return quoted;
}

}  // namespace

bool References::same_actor(const Mention& a, const Mention& b) {
  if (a.actor.id.empty() != b.actor.id.empty()) return false;
  return a.actor.id.empty() ? a.actor.name == b.actor.name : a.actor.id == b.actor.id;
}

bool References::is_party(const Mention& m) const {
  return m.type == MentionType::Actor && m.actor.form != ActorForm::Generic && m.actor.form != ActorForm::Place && !m.actor.id.empty();
}

References::References(std::string_view text, const Segmented& segmented, const std::vector<Mention>& mentions)
    : segmented_(segmented), mentions_(mentions), quoted_(quoted_tokens(text, segmented)) {
  for (std::uint32_t i = 0; i < mentions_.size(); ++i)
    if (is_party(mentions_[i])) {
      actors_.push_back(i);
      ++counts_[mentions_[i].actor.id];
    }
  find_heads();
}

std::size_t References::salience(const Mention& actor) const {
  const auto own = counts_.find(actor.actor.id);
  const std::size_t times = own == counts_.end() ? 0 : own->second;
  return static_cast<std::size_t>(std::count_if(counts_.begin(), counts_.end(), [&](const auto& other) { return other.second > times; }));
}

std::uint32_t References::sentence_of(std::uint32_t mention) const {
  const auto after = [](std::uint32_t token, const Sentence& s) { return token < s.first; };
  const auto found = std::upper_bound(segmented_.sentences.begin(), segmented_.sentences.end(), mentions_[mention].first, after);
  return static_cast<std::uint32_t>(found - segmented_.sentences.begin()) - 1;
}

void References::find_heads() {
  for (const std::uint32_t i : actors_) {
    if (sentence_of(i) >= kHeadSentences && heads_.size() >= 2) break;
    if (sentence_of(i) >= 2 * kHeadSentences) break;
    const bool known = std::any_of(heads_.begin(), heads_.end(), [&](std::uint32_t h) { return same_actor(mentions_[h], mentions_[i]); });
    if (!known) heads_.push_back(i);
  }
  for (const std::uint32_t h : heads_)
    if (pair_.size() < 2) pair_.push_back(h);
  for (const std::uint32_t i : actors_) {
    if (author_ || sentence_of(i) >= kHeadSentences) break;
    if (mentions_[i].actor.form == ActorForm::Person && !quoted_[mentions_[i].first]) author_ = i;
  }
}

std::vector<std::uint32_t> References::before(std::uint32_t index, std::uint32_t sentences) const {
  std::vector<std::uint32_t> found;
  const std::uint32_t here = sentence_of(index);
  auto at = std::lower_bound(actors_.begin(), actors_.end(), index);
  while (at != actors_.begin()) {
    --at;
    if (here - sentence_of(*at) > sentences) break;
    const bool known = std::any_of(found.begin(), found.end(), [&](std::uint32_t f) { return same_actor(mentions_[f], mentions_[*at]); });
    if (!known) found.push_back(*at);
  }
  return found;
}

// The last sentence before that names exactly two, else the article's pair.
std::vector<std::uint32_t> References::last_two(std::uint32_t index) const {
  const std::uint32_t here = sentence_of(index);
  std::vector<std::uint32_t> names;
  auto at = std::lower_bound(actors_.begin(), actors_.end(), index);
  std::uint32_t sentence = here;
  while (at != actors_.begin()) {
    --at;
    if (sentence_of(*at) != sentence) {
      if (names.size() == 2) break;
      names.clear();
      sentence = sentence_of(*at);
      if (here - sentence > 4) break;
    }
    const bool known = std::any_of(names.begin(), names.end(), [&](std::uint32_t f) { return same_actor(mentions_[f], mentions_[*at]); });
    if (!known) names.push_back(*at);
  }
  if (names.size() != 2) return pair_;
  std::reverse(names.begin(), names.end());
  return names;
}

// Who speaks in "we": in a quotation the last person named, else whose text it is, the first person of title and
// lead; where there is none, the article's first actor.
std::vector<std::uint32_t> References::speaker(std::uint32_t index) const {
  if (!quoted_[mentions_[index].first] && author_) return {*author_};
  auto at = std::lower_bound(actors_.begin(), actors_.end(), index);
  const std::uint32_t here = sentence_of(index);
  while (at != actors_.begin()) {
    --at;
    if (here - sentence_of(*at) > 6) break;
    if (mentions_[*at].actor.form == ActorForm::Person) return {*at};
  }
  if (heads_.empty()) return {};
  return {heads_.front()};
}

// Whom the speaker speaks to: the first other actor of title and lead.
std::vector<std::uint32_t> References::addressee(std::uint32_t index) const {
  const auto own = speaker(index);
  for (const std::uint32_t head : heads_)
    if (own.empty() || !same_actor(mentions_[own.front()], mentions_[head])) return {head};
  return {};
}

std::vector<std::uint32_t> References::nearest(std::uint32_t index, bool person, ActorKind kind, bool any_kind) const {
  for (const std::uint32_t i : before(index, 3)) {
    if (person && mentions_[i].actor.form != ActorForm::Person) continue;
    if (!any_kind && mentions_[i].actor.kind != kind) continue;
    return {i};
  }
  return {};
}

std::vector<ActorRef> References::resolve(std::uint32_t index) const {
  const Mention& m = mentions_[index];
  if (m.type != MentionType::Actor) return {};
  if (m.actor.form != ActorForm::Generic) {
    if (m.actor.id.empty() && m.actor.kind != ActorKind::Company) return {};
    return {{index, index, ""}};
  }
  const std::string_view what = m.actor.generic;
  std::vector<std::uint32_t> found;
  if (holds(kPairs, what)) {
    found = last_two(index);
  } else if (what == "they") {
    found = last_two(index);
  } else if (holds(kSpeakers, what)) {
    found = speaker(index);
  } else if (what == "you") {
    found = addressee(index);
  } else if (holds(kGroups, what)) {
    found = nearest(index, false, ActorKind::Organisation, false);
  } else if (what == "he") {
    found = nearest(index, true, ActorKind::State, true);
    if (found.empty()) found = nearest(index, false, ActorKind::State, true);
  } else if (what == "bank") {
    found = nearest(index, false, ActorKind::Organisation, false);
  } else if (what == "it") {
    found = nearest(index, false, ActorKind::State, true);
  } else if (what == "company" || what == "region") {
    return {};
  } else {
    found = nearest(index, false, ActorKind::State, false);
  }
  std::vector<ActorRef> refs;
  for (const std::uint32_t f : found) refs.push_back({f, index, std::string(what)});
  return refs;
}

}  // namespace coopmine
