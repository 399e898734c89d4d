#include "assemble/compare.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

#include "assemble/features.h"
#include "model/words.h"

namespace coopmine {

namespace {

// The same name for the same actor all over an article.
using Key = std::pair<bool, std::string_view>;  // whether it has an id, and that or its name
Key key_of(const Mention& m) { return m.actor.id.empty() ? Key(false, m.actor.name) : Key(true, m.actor.id); }

RoleChances mean(const RoleChances& sum, double weight) {
  RoleChances out;
  if (weight > 0) out.add(sum, 1 / weight);
  return out;
}

// Sums of what each actor of some candidates would be; where it is none of theirs, it adds nothing.
class Tally {
 public:
  void add(const Key& actor, const RoleChances& chances, double weight) { sums_[actor].add(chances, weight); }
  [[nodiscard]] RoleChances of(const Key& actor) const {
    const auto found = sums_.find(actor);
    return found == sums_.end() ? RoleChances() : found->second;
  }
  [[nodiscard]] const std::map<Key, RoleChances>& all() const { return sums_; }

 private:
  std::map<Key, RoleChances> sums_;
};

class Comparer {
 public:
  Comparer(const AssembleInput& input, const std::vector<double>& told, std::span<Candidate> candidates)
      : input_(input), told_(told), candidates_(candidates) {}

  void run() {
    if (!input_.weights.knows(Model::Part) && !input_.learning) {
      for (Candidate& c : candidates_)
        for (ActorOption& o : c.actors) o.chances = o.alone;
      return;
    }
    std::vector<Tally> tallies;  // by sentence that has candidates
    for_each_sentence(candidates_, [&](std::uint32_t sentence, std::size_t first, std::size_t last) {
      const double weight = told_[sentence];
      tallies.push_back(tally_of(first, last));
      for (const auto& [actor, sum] : tallies.back().all()) article_.add(actor, sum, weight / static_cast<double>(last - first));
      weight_ += weight;
    });
    auto tally = tallies.begin();
    for_each_sentence(candidates_, [&](std::uint32_t sentence, std::size_t first, std::size_t last) {
      const auto units = units_of(sentence);
      for (std::size_t i = first; i < last; ++i) compare(candidates_[i], *tally, last - first, units);
      ++tally;
    });
  }

 private:
  [[nodiscard]] Key key_of(const ActorOption& o) const { return coopmine::key_of(input_.mentions.all[o.ref.mention]); }
  [[nodiscard]] std::string_view id_of(const ActorOption& o) const { return input_.mentions.all[o.ref.mention].actor.id; }
  [[nodiscard]] Tally tally_of(std::size_t first, std::size_t last) const {
    Tally tally;
    for (std::size_t i = first; i < last; ++i)
      for (const ActorOption& o : candidates_[i].actors) tally.add(key_of(o), o.alone, 1);
    return tally;
  }

  // The strongest and the second of all options in one role: the strongest of the others of each is one of them.
  struct Peak {
    double first = 0, second = 0;
    void see(double chance) {
      if (chance > first) second = first, first = chance;
      else second = std::max(second, chance);
    }
    [[nodiscard]] double of_others(double own) const { return own == first ? second : first; }
  };
  // All options of a candidate together.
  struct Sum {
    RoleChances all;
    Peak any, party, giver, receiver;
    Peak state, body, near;  // in any role: states, organisations, and what the sentence names itself
  };

  using UnitOf = std::map<std::uint32_t, std::size_t>;  // by mention

  // `count`: of the candidates of the sentence.
  void compare(Candidate& c, const Tally& sentence, std::size_t count, const UnitOf& units) const {
    Sum sum;
    for (const ActorOption& o : c.actors) {
      sum.all.add(o.alone, 1);
      sum.any.see(1 - o.alone.none);
      sum.party.see(o.alone.party);
      sum.giver.see(o.alone.giver);
      sum.receiver.see(o.alone.receiver);
      if (kind_of(o) == ActorKind::State) sum.state.see(1 - o.alone.none);
      if (kind_of(o) == ActorKind::Organisation) sum.body.see(1 - o.alone.none);
      if (position(c, o) < Position::Previous) sum.near.see(1 - o.alone.none);
    }
    const std::vector<RoleChances> groups = groups_of(c, units);
    for (std::size_t i = 0; i < c.actors.size(); ++i) {
      ActorOption& o = c.actors[i];
      o.compared = Features(input_.learning);
      add_own(c, o, o.compared);
      add_others(c, o, sum, o.compared);
      const Key key = key_of(o);
      const RoleChances here = sentence.of(key);
      RoleChances mates = here;
      mates.add(o.alone, -1);
      add_mates(o, mean(mates, static_cast<double>(count) - 1), count > 1, o.compared);
      add_group(o, groups[i], o.compared);
      RoleChances elsewhere = article_.of(key);
      const double weight = told_[c.frame->sentence];
      elsewhere.add(here, -weight / static_cast<double>(count));
      add_article(c, o, elsewhere, weight_ - weight, o.compared);
      o.chances = input_.weights.knows(Model::Part) ? role_chances(input_.weights, Model::Part, o.compared) : o.alone;
      if (!input_.learning) o.compared = Features();
    }
  }
  [[nodiscard]] ActorKind kind_of(const ActorOption& o) const { return input_.mentions.all[o.ref.mention].actor.kind; }
  [[nodiscard]] Position position(const Candidate& c, const ActorOption& o) const { return position_of(input_, *c.frame, input_.mentions.all[o.ref.said]); }

  // Its own first guess, and how it stands.
  void add_own(const Candidate& c, const ActorOption& o, Features& f) const {
    const std::string_view type = name(c.commitment.type), where = name(position(c, o));
    const std::string_view none = level(o.alone.none), party = level(o.alone.party), giver = level(o.alone.giver), receiver = level(o.alone.receiver);
    f.add("bias");
    f.add("type", type);
    f.add("where", where);
    f.add("where-type", where, type);
    f.add("own-none", none);
    f.add("own-party", party);
    f.add("own-giver", giver);
    f.add("own-receiver", receiver);
    f.add("own-none-type", none, type);
    f.add("own-party-type", party, type);
    f.add("own-giver-type", giver, type);
    f.add("own-receiver-type", receiver, type);
    f.add("own-none-where", none, where);
    f.add("own-sides", coarse(o.alone.giver), coarse(o.alone.receiver));
    f.add("own-none-via", none, o.ref.via);
    f.add("own-none-function", coarse(o.alone.none), o.function);
    f.add("via", o.ref.via);
  }

  // The other actors of the candidate.
  void add_others(const Candidate& c, const ActorOption& o, const Sum& sum, Features& f) const {
    const std::string_view type = name(c.commitment.type);
    const double any = sum.any.of_others(1 - o.alone.none), party = sum.party.of_others(o.alone.party);
    const double giver = sum.giver.of_others(o.alone.giver), receiver = sum.receiver.of_others(o.alone.receiver);
    const std::string_view own = level(o.alone.none);
    f.add("other-any", level(any));
    f.add("other-any-own", coarse(any), own);
    const std::string_view kind = name(kind_of(o));
    const double state = sum.state.of_others(kind_of(o) == ActorKind::State ? 1 - o.alone.none : -1);
    const double body = sum.body.of_others(kind_of(o) == ActorKind::Organisation ? 1 - o.alone.none : -1);
    const bool is_near = position(c, o) < Position::Previous;
    const std::string_view near = coarse(sum.near.of_others(is_near ? 1 - o.alone.none : -1));
    add_membership(c, o, own, f);
    f.add("kind", kind);
    f.add("kind-states", kind, coarse(state));
    f.add("kind-bodies", kind, coarse(body));
    f.add("bodies-own", coarse(body), own);
    f.add("bodies-via", coarse(body), o.ref.via);
    f.add("near-own", near, own);
    f.add("near-via", near, o.ref.via);
    f.add("other-party-own", coarse(party), level(o.alone.party));
    f.add("other-giver-own", coarse(giver), level(o.alone.giver));
    f.add("other-receiver-own", coarse(receiver), level(o.alone.receiver));
    f.add("other-giver-receives", coarse(giver), level(o.alone.receiver));
    f.add("other-receiver-gives", coarse(receiver), level(o.alone.giver));
    f.add("other-sides", coarse(giver), coarse(receiver));
    f.add("other-party-type", coarse(party), type);
    const auto stronger = std::count_if(c.actors.begin(), c.actors.end(), [&](const ActorOption& x) { return x.alone.none < o.alone.none; });
    const std::string_view rank = bucket(static_cast<std::size_t>(stronger), 6);
    f.add("rank", rank);
    f.add("rank-own", rank, own);
    f.add("rank-type", rank, type);
    RoleChances rest = sum.all;
    rest.add(o.alone, -1);
    f.add("rest", halves(rest.party + rest.giver + rest.receiver), own);
    f.add("rest-party", halves(rest.party), level(o.alone.party));
    f.add("rest-giver", halves(rest.giver), level(o.alone.giver));
    f.add("rest-receiver", halves(rest.receiver), level(o.alone.receiver));
  }
  // A group and its members are seldom both parties.
  void add_membership(const Candidate& c, const ActorOption& o, std::string_view own, Features& f) const {
    const MemberTable& members = input_.pack.members;
    const std::string_view id = id_of(o);
    const bool is_group = members.is_group(id);
    double group = 0, held = 0;
    for (const ActorOption& x : c.actors) {
      if (members.has(id_of(x), id)) group = std::max(group, 1 - x.alone.none);
      if (is_group && members.has(id, id_of(x))) held += 1 - x.alone.none;
    }
    if (group > 0) {
      f.add("in-group", level(group));
      f.add("in-group-own", coarse(group), own);
      f.add("in-group-via", coarse(group), o.ref.via);
    }
    if (held > 0) {
      f.add("holds", halves(held));
      f.add("holds-own", halves(held), own);
    }
  }
  // An expected number, in halves.
  static std::string_view halves(double expected) { return bucket(static_cast<std::size_t>(std::lround(2 * std::max(expected, 0.0))), 7); }

  // The same actor in the other candidates of the sentence.
  static void add_mates(const ActorOption& o, const RoleChances& mates, bool has_mates, Features& f) {
    if (!has_mates) return f.add("mates", "none");
    const double none = 1 - mates.party - mates.giver - mates.receiver;
    f.add("mates-none", level(none), coarse(o.alone.none));
    f.add("mates-party", level(mates.party), coarse(o.alone.party));
    f.add("mates-giver", level(mates.giver), coarse(o.alone.giver));
    f.add("mates-receiver", level(mates.receiver), coarse(o.alone.receiver));
  }

  [[nodiscard]] UnitOf units_of(std::uint32_t sentence) const {
    const auto& units = input_.phrases[sentence].units;
    UnitOf unit_of;
    for (std::size_t u = 0; u < units.size(); ++u)
      for (const std::uint32_t m : units[u].mentions) unit_of.emplace(m, u);
    return unit_of;
  }
  // Of each option what all that stand with it in one unit are together, itself included.
  [[nodiscard]] static std::vector<RoleChances> groups_of(const Candidate& c, const UnitOf& unit_of) {
    constexpr std::size_t kAlone = static_cast<std::size_t>(-1);
    std::map<std::pair<std::size_t, std::uint32_t>, RoleChances> sums;  // by unit; of what stands in none, by mention
    const auto place = [&](const ActorOption& o) {
      const auto unit = unit_of.find(o.ref.said);
      return unit == unit_of.end() ? std::pair(kAlone, o.ref.said) : std::pair(unit->second, std::uint32_t{0});
    };
    for (const ActorOption& o : c.actors) sums[place(o)].add(o.alone, 1);
    std::vector<RoleChances> out;
    out.reserve(c.actors.size());
    for (const ActorOption& o : c.actors) out.push_back(sums[place(o)]);
    return out;
  }
  // What stands with it in one unit, as in "Japan and the EU", or is meant by one word, as by "both sides".
  static void add_group(const ActorOption& o, const RoleChances& sum, Features& f) {
    RoleChances others = sum;
    others.add(o.alone, -1);
    const double weight = others.total();
    if (weight < 0.5) return f.add("group", "none");
    const RoleChances group = mean(others, weight);
    f.add("group-none", level(group.none), coarse(o.alone.none));
    f.add("group-party", level(group.party), coarse(o.alone.party));
    f.add("group-giver", level(group.giver), coarse(o.alone.giver));
    f.add("group-receiver", level(group.receiver), coarse(o.alone.receiver));
  }

  // The same actor in the rest of the article.
  static void add_article(const Candidate& c, const ActorOption& o, const RoleChances& sum, double weight, Features& f) {
    const std::string_view told = halves(weight);
    f.add("told", told);
    if (weight < 0.25) return;
    const RoleChances elsewhere = mean(sum, weight);
    const double any = elsewhere.party + elsewhere.giver + elsewhere.receiver;
    const std::string_view type = name(c.commitment.type);
    f.add("article-any", level(any));
    f.add("article-any-own", level(any), coarse(o.alone.none));
    f.add("article-any-type", coarse(any), type);
    f.add("article-any-told", coarse(any), told);
    f.add("article-any-via", coarse(any), o.ref.via);
    f.add("article-party", level(elsewhere.party), coarse(o.alone.party));
    f.add("article-giver", level(elsewhere.giver), coarse(o.alone.giver));
    f.add("article-receiver", level(elsewhere.receiver), coarse(o.alone.receiver));
    f.add("article-sides", coarse(elsewhere.giver), coarse(elsewhere.receiver));
  }

  const AssembleInput& input_;
  const std::vector<double>& told_;
  std::span<Candidate> candidates_;
  Tally article_;      // of all candidates, each sentence with its probability
  double weight_ = 0;  // of all sentences
};

}  // namespace

void compare_actors(const AssembleInput& input, const std::vector<double>& told, std::span<Candidate> candidates) {
  Comparer(input, told, candidates).run();
}

}  // namespace coopmine
