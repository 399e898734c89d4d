#include "assemble/merge.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "assemble/features.h"

namespace coopmine {
namespace {

// From weakest to strongest, for the status of several tellings.
int strength(Status s) {
  switch (s) {
    case Status::Possible: return 0;
    case Status::Discussed: return 1;
    case Status::Proposed: return 2;
    case Status::Planned: return 3;
    case Status::Pledged: return 4;
    case Status::Concluded: return 5;
    case Status::Fulfilled: return 6;
    case Status::Ended: return 7;
  }
  return 0;
}

bool same(const Party& a, const Party& b) { return a.id.empty() ? b.id.empty() && a.name == b.name : a.id == b.id; }

std::size_t shared_parties(const Commitment& a, const Commitment& b) {
  return static_cast<std::size_t>(std::count_if(a.parties.begin(), a.parties.end(), [&](const Party& p) {
    return std::any_of(b.parties.begin(), b.parties.end(), [&](const Party& q) { return same(p, q); });
  }));
}
bool parties_fit(const Commitment& a, const Commitment& b) {
  const std::size_t shared = shared_parties(a, b);
  return shared != 0 && shared >= std::min(a.parties.size(), b.parties.size());
}

std::size_t shared_sectors(const Commitment& a, const Commitment& b) {
  return static_cast<std::size_t>(std::count_if(a.sectors.begin(), a.sectors.end(), [&](const SectorSlot& s) {
    return std::any_of(b.sectors.begin(), b.sectors.end(), [&](const SectorSlot& t) { return t.id == s.id; });
  }));
}
bool sectors_fit(const Commitment& a, const Commitment& b) {
  return a.sectors.empty() || b.sectors.empty() || shared_sectors(a, b) != 0;
}

bool share_amount(const Commitment& a, const Commitment& b) {
  return std::any_of(a.amounts.begin(), a.amounts.end(), [&](const AmountSlot& x) {
    return std::any_of(b.amounts.begin(), b.amounts.end(), [&](const AmountSlot& y) {
      return x.money.currency == y.money.currency && x.money.value == y.money.value;
    });
  });
}
bool amounts_fit(const Commitment& a, const Commitment& b) { return a.amounts.empty() || b.amounts.empty() || share_amount(a, b); }

bool instruments_fit(const Commitment& a, const Commitment& b) {
  return !a.instrument || !b.instrument || a.instrument->kind == b.instrument->kind;
}
bool heading(const Candidate& c) { return c.commitment.evidence.front().zone == Zone::Title; }

bool statuses_fit(const Candidate& a, const Candidate& b) {
  const Status x = a.commitment.status, y = b.commitment.status;
  if ((x == Status::Ended) != (y == Status::Ended)) return false;
  return x == y || heading(a) || heading(b) || std::abs(strength(x) - strength(y)) <= 2;
}

bool same_act(const Candidate& a, const Candidate& b) {
  const Commitment& x = a.commitment;
  const Commitment& y = b.commitment;
  if (x.type != y.type || !parties_fit(x, y) || !sectors_fit(x, y) || !amounts_fit(x, y) || !instruments_fit(x, y) || !statuses_fit(a, b)) return false;
  if (x.evidence.front().sentence == y.evidence.front().sentence) return x.evidence.front().trigger.overlaps(y.evidence.front().span);
  if (share_amount(x, y)) return true;
  if (heading(a) || heading(b)) return true;
  if (x.type == CommitmentType::Agreement && x.instrument && y.instrument) return true;
  return shared_sectors(x, y) != 0 && (a.frame->lemma == b.frame->lemma || a.frame->noun_class == b.frame->noun_class);
}

template <typename Slot, typename Same>
void add_missing(std::vector<Slot>& to, const std::vector<Slot>& from, Same same_slot) {
  for (const Slot& slot : from)
    if (std::none_of(to.begin(), to.end(), [&](const Slot& s) { return same_slot(s, slot); })) to.push_back(slot);
}

std::size_t filled(const Commitment& c) {
  return c.parties.size() + c.sectors.size() + c.amounts.size() + c.dates.size() + (c.instrument ? 1U : 0U) + (c.duration ? 1U : 0U);
}

// All but the evidence.
void absorb(Candidate& into, const Candidate& other) {
  Commitment& x = into.commitment;
  const Commitment& y = other.commitment;
  if (strength(y.status) > strength(x.status) && !other.frame->nominal && !heading(other)) {
    x.status = y.status;
    x.initiator = y.initiator;
  }
  const bool inferred = std::all_of(y.parties.begin(), y.parties.end(), [](const Party& p) { return !p.via.empty(); });
  if (!inferred && y.parties.size() > x.parties.size()) x.parties = y.parties;
  add_missing(x.sectors, y.sectors, [](const SectorSlot& a, const SectorSlot& b) { return a.id == b.id; });
  add_missing(x.amounts, y.amounts, [](const AmountSlot& a, const AmountSlot& b) { return a.money.value == b.money.value && a.money.currency == b.money.currency; });
  add_missing(x.dates, y.dates, [](const DateSlot& a, const DateSlot& b) { return a.value == b.value; });
  if (!x.instrument) x.instrument = y.instrument;
  if (!x.duration) x.duration = y.duration;
  if (x.measures.empty()) x.measures = y.measures;
  if (!x.initiator) x.initiator = y.initiator;
  add_missing(x.rules, y.rules, [](const std::string& a, const std::string& b) { return a == b; });
  into.chance = std::max(into.chance, other.chance);
}

std::string_view share(std::size_t common, std::size_t a, std::size_t b) {
  if (a == 0 || b == 0) return a == b ? "neither" : "one";
  if (common == 0) return "different";
  return common == a && common == b ? "same" : common == std::min(a, b) ? "within" : "some";
}

std::string_view text_share(const Commitment& a, const Commitment& b) {
  if (!a.instrument || !b.instrument) return a.instrument || b.instrument ? "one" : "neither";
  return a.instrument->kind == b.instrument->kind ? "same" : "different";
}

std::size_t shared_dates(const Commitment& a, const Commitment& b) {
  return static_cast<std::size_t>(std::count_if(a.dates.begin(), a.dates.end(), [&](const DateSlot& d) {
    return std::any_of(b.dates.begin(), b.dates.end(), [&](const DateSlot& e) { return d.value == e.value; });
  }));
}

// The words of the pack in a candidate's sentence that say something: no function words, no marks.
std::vector<WordId> content(const AssembleInput& input, const Candidate& c) {
  const Sentence& s = input.segmented.sentences[c.frame->sentence];
  std::vector<WordId> words;
  for (std::uint32_t t = s.first; t < s.last; ++t) {
    const Token& token = input.segmented.tokens[t];
    if (token.kind == TokenKind::Word && token.word != kUnknownWord && token.span.size() > 3) words.push_back(token.word);
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}
// Of the shorter sentence's words, how many tenths the other has, too.
std::size_t common_tenths(const std::vector<WordId>& a, const std::vector<WordId>& b) {
  if (a.empty() || b.empty()) return 0;
  std::vector<WordId> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both.size() * 10 / std::min(a.size(), b.size());
}

// A candidate as it came, with the words that say something.
struct Telling {
  Candidate candidate;
  std::vector<WordId> words;
};

Features features_of(const AssembleInput& input, const Telling& earlier, const Telling& later) {
  const Candidate& a = earlier.candidate;
  const Candidate& b = later.candidate;
  const Commitment& x = a.commitment;
  const Commitment& y = b.commitment;
  const Sentence& first = input.segmented.sentences[a.frame->sentence];
  Features f(input.learning);
  f.add("bias");
  const std::string_view type = x.type == y.type ? name(x.type) : std::string_view("different");
  const std::string_view zone = name(first.zone);
  const std::string_view parties = share(shared_parties(x, y), x.parties.size(), y.parties.size());
  const std::string_view sectors = share(shared_sectors(x, y), x.sectors.size(), y.sectors.size());
  const std::string_view sums = share(share_amount(x, y) ? std::min(x.amounts.size(), y.amounts.size()) : 0, x.amounts.size(), y.amounts.size());
  f.add("type", type);
  f.add("types", name(x.type), name(y.type));
  f.add("status", x.status == y.status ? "same" : "different");
  f.add("statuses", name(x.status), name(y.status));
  f.add("zone", zone);
  f.add("zone-type", zone, type);
  f.add("parties", parties, type);
  f.add("sectors", sectors, type);
  f.add("sectors-zone", sectors, zone);
  f.add("sums", sums, type);
  f.add("text", text_share(x, y), type);
  f.add("dates", share(shared_dates(x, y), x.dates.size(), y.dates.size()));
  f.add("lemma", a.frame->lemma == b.frame->lemma ? "same" : "different", type);
  f.add("verb", a.frame->verb_class == b.frame->verb_class ? "same" : "different", zone);
  f.add("noun", a.frame->noun_class == b.frame->noun_class ? "same" : "different", zone);
  f.add("classes", a.frame->noun_class, b.frame->noun_class);
  f.add("distance", bucket(b.frame->sentence - a.frame->sentence, 5), zone);
  const std::size_t common = common_tenths(earlier.words, later.words);
  f.add("common", bucket(common, 7));
  f.add("common-zone", bucket(common, 7), zone);
  f.add("common-type", bucket(common, 7), type);
  f.add("word-before", word_at(input, b.frame->anchor, -1));
  f.add("start", word_at(input, input.segmented.sentences[b.frame->sentence].first, 0), type);
  f.add("kind", input.segmented.sentences[b.frame->sentence].kind == BlockKind::Bullet ? "bullet" : "text", zone);
  f.add("link", b.frame->link, b.frame->nominal ? "nominal" : "verbal");
  return f;
}

class Merger {
 public:
  explicit Merger(const AssembleInput& input) : input_(input), learned_(input.weights.knows(Model::Same)) {}

  std::vector<Candidate> run(std::vector<Candidate> candidates) {
    for (Candidate& c : candidates) {
      Telling telling{std::move(c), {}};
      if (learned_) telling.words = content(input_, telling.candidate);
      Group* home = home_of(telling);
      if (home == nullptr) {
        Group group{telling.candidate, sentences_of(telling.candidate.commitment), {}};
        group.tellings.push_back(std::move(telling));
        groups_.push_back(std::move(group));
      } else {
        add(*home, std::move(telling));
      }
    }
    std::vector<Candidate> out;
    for (Group& group : groups_) out.push_back(std::move(group.whole));
    return out;
  }

 private:
  struct Group {
    Candidate whole;                // what its tellings say together
    std::set<std::uint32_t> told;   // the sentences of its evidence
    std::vector<Telling> tellings;  // as they were: the first and the latest
  };
  static constexpr std::size_t kReach = 24;  // groups back

  [[nodiscard]] bool fits(const Group& group, const Telling& later, double& best) const {
    bool found = false;
    for (const Telling& telling : group.tellings) {
      double chance = 0;
      if (!learned_ || telling.candidate.frame->sentence == later.candidate.frame->sentence)
        chance = same_act(telling.candidate, later.candidate) ? 1 : 0;
      else
        chance = input_.weights.yes(Model::Same, features_of(input_, telling, later));
      if (chance < input_.weights.cut(Model::Same) || chance <= best) continue;
      best = chance;
      found = true;
    }
    return found;
  }
  // The group that the candidate belongs to most surely.
  [[nodiscard]] Group* home_of(const Telling& c) {
    Group* home = nullptr;
    double best = 0;
    for (std::size_t i = groups_.size(); i-- > 0 && groups_.size() - i <= kReach;)
      if (fits(groups_[i], c, best)) home = &groups_[i];
    return home;
  }
  [[nodiscard]] static std::set<std::uint32_t> sentences_of(const Commitment& c) {
    std::set<std::uint32_t> sentences;
    for (const Evidence& e : c.evidence) sentences.insert(e.sentence);
    return sentences;
  }
  static void add(Group& group, Telling telling) {
    Candidate other = telling.candidate;
    if (filled(other.commitment) > filled(group.whole.commitment)) {
      std::swap(other, group.whole);
      group.told = sentences_of(group.whole.commitment);
    }
    absorb(group.whole, other);
    for (Evidence& e : other.commitment.evidence)
      if (group.told.insert(e.sentence).second) group.whole.commitment.evidence.push_back(std::move(e));
    if (group.tellings.size() > 1) group.tellings.pop_back();
    group.tellings.push_back(std::move(telling));
  }

  const AssembleInput& input_;
  bool learned_;
  std::vector<Group> groups_;
};

}  // namespace

Features telling_features(const AssembleInput& input, const Candidate& earlier, const Candidate& later) {
  return features_of(input, {earlier, content(input, earlier)}, {later, content(input, later)});
}

std::vector<Candidate> merge_tellings(const AssembleInput& input, std::vector<Candidate> candidates) {
  return Merger(input).run(std::move(candidates));
}

}  // namespace coopmine
