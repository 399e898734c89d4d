#include "assemble/parties.h"

#include <algorithm>
#include <cmath>

#include "assemble/features.h"
#include "assemble/prior.h"
#include "assemble/surroundings.h"
#include "model/words.h"

namespace coopmine {
namespace {

constexpr std::size_t kFromBefore = 4;  // actors of earlier sentences that are considered
constexpr std::size_t kFromHead = 4;
constexpr std::string_view kNone = "none";

// How the actor is named; a reference by its class.
std::string_view form_name(const Mention& m) {
  return m.actor.form == ActorForm::Generic ? std::string_view(m.actor.generic) : name(m.actor.form);
}

class ActorLister {
 public:
  ActorLister(const AssembleInput& input, const References& references, Candidate& candidate)
      : input_(input), references_(references), candidate_(candidate), frame_(*candidate.frame) {}

  void run() {
    for (const PriorParty& p : prior_parties(input_, references_, frame_)) add(p.ref, name(p.role));
    for (const Filler& filler : frame_.fillers)
      for (const ActorRef& ref : references_.resolve(filler.mention)) add(ref, kNone);
    from_sentence();
    std::size_t room = kFromBefore;
    for (const std::uint32_t i : references_.before(first_mention(), 1))
      if (add({i, i, "before"}, kNone) && --room == 0) break;
    room = kFromHead;
    for (const std::uint32_t i : references_.heads())
      if (add({i, i, "lead"}, kNone) && --room == 0) break;
    for (const ActorOption& option : candidate_.actors)
      in_sentence_ += position_of(input_, frame_, mention(option.ref.said)) < Position::Previous;
    for (ActorOption& option : candidate_.actors) {
      describe(option);
      option.alone = chances_of(option);
      if (!input_.learning) option.features = Features();
    }
  }

 private:
  [[nodiscard]] const Mention& mention(std::uint32_t i) const { return input_.mentions.all[i]; }
  [[nodiscard]] std::uint32_t first_mention() const {
    const auto before = [](const Mention& m, std::uint32_t token) { return m.first < token; };
    const auto& all = input_.mentions.all;
    const auto at = std::lower_bound(all.begin(), all.end(), input_.segmented.sentences[frame_.sentence].first, before);
    return static_cast<std::uint32_t>(std::min<std::ptrdiff_t>(at - all.begin(), static_cast<std::ptrdiff_t>(all.size()) - 1));
  }

  bool add(const ActorRef& ref, std::string_view prior) {
    for (const ActorOption& option : candidate_.actors)
      if (References::same_actor(mention(option.ref.mention), mention(ref.mention))) return false;
    ActorOption option;
    option.ref = ref;
    option.prior = prior;
    option.function = kNone;
    option.features = Features(input_.learning);
    for (const Filler& f : frame_.fillers)
      if (f.mention == ref.said) option.function = f.function;
    candidate_.actors.push_back(std::move(option));
    return true;
  }

  void from_sentence() {
    const Sentence& s = input_.segmented.sentences[frame_.sentence];
    const auto& all = input_.mentions.all;
    for (std::uint32_t i = first_mention(); i < all.size() && all[i].first < s.last; ++i) {
      if (all[i].type != MentionType::Actor || all[i].first < s.first) continue;
      if (all[i].actor.form == ActorForm::Place) {
        if (!all[i].actor.id.empty()) add({i, i, ""}, kNone);
      } else {
        for (const ActorRef& ref : references_.resolve(i)) add(ref, kNone);
      }
    }
  }

  [[nodiscard]] RoleChances chances_of(const ActorOption& option) const {
    if (input_.weights.knows(Model::Role)) return role_chances(input_.weights, Model::Role, option.features);
    RoleChances out;
    out.set(option.prior, 1);
    return out;
  }

  void describe(ActorOption& option) {
    const Mention& said = mention(option.ref.said);
    const Mention& named = mention(option.ref.mention);
    Features& f = option.features;
    const std::string_view type = name(candidate_.commitment.type);
    const Position position = position_of(input_, frame_, said);
    const std::string_view where = name(position);
    f.add("bias");
    f.add("prior", option.prior);
    f.add("prior-type", option.prior, type);
    f.add("prior-via", option.prior, option.ref.via);
    f.add("prior-where", option.prior, where);
    f.add("function", option.function);
    f.add("function-type", option.function, type);
    f.add("function-frame", option.function, frame_.role_frame);
    f.add("function-lemma", option.function, frame_.lemma);
    f.add("function-noun", option.function, frame_.noun_class);
    f.add("where", where);
    f.add("where-type", where, type);
    f.add("where-prior", where, option.prior);
    f.add("distance", where, distance(frame_, said));
    f.add("form", form_name(said));
    f.add("form-where", form_name(said), where);
    f.add("kind", named.actor.kind == ActorKind::Company ? "company" : named.actor.kind == ActorKind::State ? "state" : "body");
    f.add("via", option.ref.via);
    const HashedText left = word_at(input_, said.first, -1), right = word_at(input_, said.last, 0);
    f.add("word-before", left);
    f.add("word-before-type", left, type);
    f.add("word-before-where", left, where);
    f.add("word-after", right);
    f.add("word-after-where", right, where);
    f.add("verb-where", frame_.verb_class, where);
    f.add("noun-where", frame_.noun_class, where);
    f.add("only", in_sentence_ == 1 ? "yes" : "no", where);
    f.add("passive", frame_.passive ? "yes" : "no", where);
    f.add("status", option.prior, name(candidate_.commitment.status));
    add_ranks(named, f, where);
    if (position < Position::Previous) {
      add_surroundings(said, f, where, type);
      add_between(said, f, where);
    }
    add_words(said, f, where);
    f.add("options", where, bucket(candidate_.actors.size(), 6));
    if (frame_.asker >= 0) f.add("asker", option.ref.said == static_cast<std::uint32_t>(frame_.asker) ? "yes" : "no", option.prior);
  }

  void add_surroundings(const Mention& said, Features& f, std::string_view where, std::string_view type) const {
    const Surroundings s = surroundings_of(input_, frame_.sentence, said, frame_.anchor);
    f.add("preposition", s.preposition, where);
    f.add("preposition-type", s.preposition, type);
    f.add("preposition-verb", s.preposition, s.verb);
    f.add("preposition-class", s.preposition, frame_.verb_class);
    f.add("preposition-noun", s.preposition, frame_.noun_class);
    f.add("preposition-lemma", s.preposition, frame_.lemma);
    f.add("verb", s.verb, where);
    f.add("listed", s.listed, where);
    if (said.actor.possessive) f.add("possessive", where);
  }

  // The words that lead from it to the predicate.
  void add_between(const Mention& said, Features& f, std::string_view where) const {
    constexpr std::uint32_t kMost = 40;
    const std::uint32_t after = frame_.anchor + frame_.anchor_length;
    const std::uint32_t begin = said.first >= after ? after : said.last;
    const std::uint32_t end = said.first >= after ? said.first : frame_.anchor;
    for (std::uint32_t t = begin; t < std::min(end, begin + kMost); ++t) f.add("between", where, word_at(input_, t, 0));
  }

  // The words next to it.
  void add_words(const Mention& said, Features& f, std::string_view where) const {
    constexpr int kNear = 4;
    for (int k = 0; k < kNear; ++k) f.add("near-after", word_at(input_, said.last, k));
    constexpr std::size_t kMiddle = 1;  // of the levels of classes
    if (const auto* classes = input_.words.at(said.first, -1).classes) f.add("class-before", (*classes)[kMiddle], where);
    if (const auto* classes = input_.words.at(said.last, 0).classes) f.add("class-after", (*classes)[kMiddle], where);
    f.add("pair-before", word_at(input_, said.first, -2), word_at(input_, said.first, -1));
    f.add("pair-after", word_at(input_, said.last, 0), word_at(input_, said.last, 1));
  }

  void add_ranks(const Mention& named, Features& f, std::string_view where) {
    const auto& heads = references_.heads();
    std::size_t rank = heads.size();
    for (std::size_t i = 0; i < heads.size(); ++i)
      if (References::same_actor(mention(heads[i]), named)) rank = std::min(rank, i);
    const std::string_view place = rank == heads.size() ? kNone : bucket(rank, 3);
    f.add("head", place);
    f.add("head-where", place, where);
    f.add("head-type", place, name(candidate_.commitment.type));
    const std::string_view salience = bucket(references_.salience(named), 3);
    f.add("salience", salience, where);
    f.add("salience-type", salience, name(candidate_.commitment.type));
    if (named.actor.id.empty()) return;
    f.add("actor-type", named.actor.id, name(candidate_.commitment.type));
    f.add("actor-where", named.actor.id, where);
  }

  const AssembleInput& input_;
  const References& references_;
  Candidate& candidate_;
  const Frame& frame_;
  std::size_t in_sentence_ = 0;  // options that the sentence itself names
};

// The units that hold two mentions are one: "Japan and the EU".
bool in_one_group(const AssembleInput& input, std::uint32_t sentence, std::uint32_t a, std::uint32_t b) {
  const auto& units = input.phrases[sentence].units;
  return std::any_of(units.begin(), units.end(), [&](const Unit& u) {
    const auto holds = [&](std::uint32_t m) { return std::find(u.mentions.begin(), u.mentions.end(), m) != u.mentions.end(); };
    return holds(a) && holds(b);
  });
}

// Sets the pairs of the actors that have a role.
void list_pairs(const AssembleInput& input, Candidate& candidate, const std::vector<std::size_t>& chosen) {
  candidate.pairs.clear();
  const Frame& frame = *candidate.frame;
  const std::string_view type = name(candidate.commitment.type);
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    for (std::size_t k = i + 1; k < chosen.size(); ++k) {
      const ActorOption& a = candidate.actors[chosen[i]];
      const ActorOption& b = candidate.actors[chosen[k]];
      const Mention& x = input.mentions.all[a.ref.said];
      const Mention& y = input.mentions.all[b.ref.said];
      const std::string_view where = name(position_of(input, frame, x)), there = name(position_of(input, frame, y));
      const std::string_view group = a.ref.said == b.ref.said ? "word" : in_one_group(input, frame.sentence, a.ref.said, b.ref.said) ? "group" : "apart";
      ActorPair pair{chosen[i], chosen[k], Features(input.learning)};
      Features& f = pair.features;
      f.add("bias");
      f.add("type", type);
      f.add("group", group);
      f.add("group-type", group, type);
      f.add("where", where, there);
      f.add("prior", a.prior, b.prior);
      f.add("function", a.function, b.function);
      f.add("form", form_name(x), form_name(y));
      f.add("actors", bucket(chosen.size(), 4));
      f.add("actors-group", bucket(chosen.size(), 4), group);
      candidate.pairs.push_back(std::move(pair));
    }
  }
}

Party party_of(const AssembleInput& input, const ActorRef& ref, Role role) {
  const Mention& named = input.mentions.all[ref.mention];
  Party party;
  party.role = role;
  party.id = named.actor.id;
  party.name = named.actor.name;
  party.kind = named.actor.kind;
  party.organ = ref.via.empty() ? named.actor.organ : std::string();
  party.span = input.mentions.all[ref.said].span;
  party.via = ref.via;
  return party;
}

bool sided(CommitmentType type) {
  return type == CommitmentType::Aid || type == CommitmentType::Commerce || type == CommitmentType::Support;
}
bool joint(CommitmentType type) { return type == CommitmentType::Agreement || type == CommitmentType::Cooperation; }

// Parties are chosen one by one, sides together: that two actors stand on one side or on two says as much
// as what each of them looks like alone.
class PartyChooser {
 public:
  PartyChooser(const AssembleInput& input, Candidate& candidate) : input_(input), candidate_(candidate) {}

  void run() {
    bool joint_roles = joint(candidate_.commitment.type);
    const bool either = !joint_roles && !sided(candidate_.commitment.type);
    if (either) joint_roles = leans_joint();
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < candidate_.actors.size(); ++i)
      if (2 * chances(i).none <= chances(i).total()) chosen.push_back(i);
    list_pairs(input_, candidate_, chosen);
    const std::vector<Role> roles = joint_roles ? std::vector<Role>(chosen.size(), Role::Party) : sides(chosen);
    for (std::size_t k = 0; k < chosen.size(); ++k)
      candidate_.commitment.parties.push_back(party_of(input_, candidate_.actors[chosen[k]].ref, roles[k]));
  }

 private:
  [[nodiscard]] const RoleChances& chances(std::size_t actor) const { return candidate_.actors[actor].chances; }
  // Access and institutions have sides or none: what the actors say together.
  [[nodiscard]] bool leans_joint() const {
    double party = 0, side = 0;
    for (const ActorOption& option : candidate_.actors) {
      party += option.chances.party;
      side += option.chances.giver + option.chances.receiver;
    }
    return party >= side;
  }

  // The likeliest sides of all together; of more than kSides actors each alone.
  [[nodiscard]] std::vector<Role> sides(const std::vector<std::size_t>& chosen) const {
    std::vector<double> gives;  // log odds of giving
    for (const std::size_t i : chosen) gives.push_back(std::log(chances(i).giver + kTiny) - std::log(chances(i).receiver + kTiny));
    std::vector<double> together;  // log odds of one side, pair by pair as in Candidate::pairs
    for (const ActorPair& pair : candidate_.pairs) {
      const double same = input_.weights.yes(Model::Side, pair.features);
      together.push_back(input_.weights.knows(Model::Side) ? std::log(same + kTiny) - std::log(1 - same + kTiny) : 0);
    }
    unsigned best = 0;
    double highest = -1e300;
    for (unsigned givers = 0; chosen.size() <= kSides && givers < (1U << chosen.size()); ++givers) {
      const auto gives_in = [&](std::size_t k) { return ((givers >> k) & 1U) != 0; };
      double sum = 0;
      for (std::size_t k = 0; k < chosen.size(); ++k) sum += gives_in(k) ? gives[k] : 0;
      for (std::size_t p = 0; p < candidate_.pairs.size(); ++p)
        sum += gives_in(place(chosen, candidate_.pairs[p].first)) == gives_in(place(chosen, candidate_.pairs[p].second)) ? together[p] : 0;
      if (sum > highest) highest = sum, best = givers;
    }
    std::vector<Role> roles;
    for (std::size_t k = 0; k < chosen.size(); ++k) {
      const bool giver = chosen.size() <= kSides ? ((best >> k) & 1U) != 0 : gives[k] >= 0;
      roles.push_back(giver ? Role::Giver : Role::Receiver);
    }
    return roles;
  }
  [[nodiscard]] static std::size_t place(const std::vector<std::size_t>& chosen, std::size_t actor) {
    return static_cast<std::size_t>(std::find(chosen.begin(), chosen.end(), actor) - chosen.begin());
  }

  static constexpr double kTiny = 1e-4;
  static constexpr std::size_t kSides = 8;

  const AssembleInput& input_;
  Candidate& candidate_;
};

// How an actor stands to the words that ask, offer or intend.
void add_asking(const AssembleInput& input, const Candidate& candidate, const ActorOption& option, Features& f) {
  const Frame& frame = *candidate.frame;
  const Mention& said = input.mentions.all[option.ref.said];
  const Position position = position_of(input, frame, said);
  const std::string_view where = name(position), status = name(candidate.commitment.status), type = name(candidate.commitment.type);
  const std::string_view first = frame.operators.empty() ? std::string_view(frame.lemma) : std::string_view(frame.operators.front());
  const std::string_view outer = frame.chain.empty() ? kNone : std::string_view(frame.chain.front());
  f.add("where", where);
  f.add("where-status", where, status);
  f.add("where-outer", where, outer);
  f.add("where-lemma", where, first);
  f.add("function-lemma", option.function, first);
  f.add("form-status", form_name(said), status);
  f.add("chance-party", level(option.chances.party), status);
  f.add("chance-giver", level(option.chances.giver), status);
  f.add("chance-receiver", level(option.chances.receiver), status);
  f.add("chance-none", level(option.chances.none), where);
  f.add("giver-type", coarse(option.chances.giver), type);
  f.add("receiver-type", coarse(option.chances.receiver), type);
  f.add("word-before", word_at(input, said.first, -1), where);
  f.add("word-after", word_at(input, said.last, 0), where);
  if (position >= Position::Previous) return;
  const auto earlier = std::count_if(candidate.actors.begin(), candidate.actors.end(), [&](const ActorOption& o) {
    const Mention& m = input.mentions.all[o.ref.said];
    return m.first < said.first && position_of(input, frame, m) < Position::Previous;
  });
  const std::string_view place = bucket(static_cast<std::size_t>(earlier), 3);
  f.add("place", place, status);
  f.add("place-outer", place, outer);
  const Surroundings s = surroundings_of(input, frame.sentence, said, frame.anchor);
  f.add("preposition", s.preposition, where);
  f.add("preposition-outer", s.preposition, outer);
  f.add("verb", s.verb, where);
  f.add("distance", where, distance(frame, said));
  constexpr std::uint32_t kFar = 8;
  for (std::uint32_t t = said.last; t < std::min(frame.anchor, said.last + kFar); ++t) f.add("leads-to", word_at(input, t, 0));
}

// What speaks for an actor's being the one who asks, offers or intends.
Features initiator_features(const AssembleInput& input, const Candidate& candidate, const ActorOption& option) {
  const Frame& frame = *candidate.frame;
  const std::string_view status = name(candidate.commitment.status);
  const bool asks = frame.asker >= 0 && option.ref.said == static_cast<std::uint32_t>(frame.asker);
  const std::string_view asker = frame.asker < 0 ? kNone : asks ? std::string_view("this") : std::string_view("another");
  std::string_view role = kNone;
  for (const Party& p : candidate.commitment.parties)
    if (p.span == input.mentions.all[option.ref.said].span) role = name(p.role);
  const std::string_view outer = frame.chain.empty() ? kNone : std::string_view(frame.chain.front());
  Features f(input.learning);
  f.add("bias");
  f.add("status", status);
  f.add("asker", asker);
  f.add("asker-status", asker, status);
  f.add("role", role);
  f.add("role-status", role, status);
  f.add("function", option.function);
  f.add("function-status", option.function, status);
  f.add("function-outer", option.function, outer);
  f.add("asker-outer", asker, outer);
  f.add("via", option.ref.via);
  f.add("parties", bucket(candidate.commitment.parties.size(), 4));
  add_asking(input, candidate, option, f);
  return f;
}

// Who asks, offers or intends, when one side alone does.
void choose_initiator(const AssembleInput& input, Candidate& candidate) {
  double best = 0;
  const bool learned = input.weights.knows(Model::Initiator);
  for (ActorOption& option : candidate.actors) {
    if (input.mentions.all[option.ref.mention].actor.id.empty()) continue;
    Features f = initiator_features(input, candidate, option);
    const bool asks = candidate.frame->asker >= 0 && option.ref.said == static_cast<std::uint32_t>(candidate.frame->asker);
    const double chance = learned ? input.weights.yes(Model::Initiator, f) : asks ? 1 : 0;
    if (input.learning) option.initiates = std::move(f);
    if (chance < input.weights.cut(Model::Initiator) || chance <= best) continue;
    best = chance;
    candidate.commitment.initiator = party_of(input, option.ref, Role::Party);
  }
}

}  // namespace

void list_actors(const AssembleInput& input, const References& references, Candidate& candidate) {
  if (!input.mentions.all.empty()) ActorLister(input, references, candidate).run();
}

void choose_parties(const AssembleInput& input, Candidate& candidate) {
  PartyChooser(input, candidate).run();
  choose_initiator(input, candidate);
}

}  // namespace coopmine
