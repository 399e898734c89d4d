// Each verb looks to its left: at the word before it, then for its subject, then for what governs it.
#include "frame/clause.h"

#include <algorithm>

namespace coopmine {
namespace {

constexpr std::uint32_t kReach = 40;  // units a link may span

class ClauseReader {
 public:
  ClauseReader(const std::vector<Unit>& units, const ClauseContext& context) : units_(units), context_(context) {}

  std::vector<Predicate> run() {
    for (std::uint32_t i = 0; i < units_.size(); ++i) {
      if (units_[i].kind == UnitKind::Verb) verb(i);
      if (units_[i].kind == UnitKind::Noun) noun(i);
    }
    for (std::size_t p = 0; p < out_.size(); ++p) finish(p);
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool is(std::uint32_t unit, WordClass cls) const {
    return units_[unit].kind == UnitKind::Word && context_.table.is(context_.tokens[units_[unit].first].word, cls);
  }
  [[nodiscard]] std::string_view mark(std::uint32_t unit) const {
    return units_[unit].kind == UnitKind::Punct ? quote(context_.text, context_.tokens[units_[unit].first].span) : std::string_view();
  }
  [[nodiscard]] bool hard_mark(std::uint32_t unit) const {
    const std::string_view m = mark(unit);
    return m == ";" || m == ":" || m == "--" || m == "\u2013" || m == "\u2014";
  }
  [[nodiscard]] bool comma(std::uint32_t unit) const { return mark(unit) == ","; }
  [[nodiscard]] bool quote_mark(std::uint32_t unit) const {
    const std::string_view m = mark(unit);
    return m == "\"" || m == "\u201c" || m == "\u201d";
  }
  [[nodiscard]] const VerbGroup& group(const Predicate& p) const { return units_[p.unit].verb; }
  Predicate& current() { return out_.back(); }
  [[nodiscard]] Predicate& at(std::int32_t p) { return out_[static_cast<std::size_t>(p)]; }

  // The last unit before `unit` that is no adverb; -1 at the start.
  [[nodiscard]] std::int32_t before(std::uint32_t unit) const {
    auto i = static_cast<std::int32_t>(unit) - 1;
    while (i >= 0 && is(static_cast<std::uint32_t>(i), WordClass::Adverb)) --i;
    return i;
  }

  void push(std::uint32_t unit, bool noun) {
    Predicate p;
    p.unit = unit;
    p.noun = noun;
    out_.push_back(p);
  }

  [[nodiscard]] bool crosses(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t i = from + 1; i < to; ++i)
      if (hard_mark(i)) return true;
    return false;
  }
  // The nearest predicate before `unit` that `test` takes; a semicolon or colon ends the search.
  template <typename Test>
  [[nodiscard]] std::int32_t nearest(std::uint32_t unit, Test test) const {
    for (auto p = static_cast<std::int32_t>(out_.size()) - 1; p >= 0; --p) {
      const Predicate& candidate = out_[static_cast<std::size_t>(p)];
      if (candidate.unit >= unit) continue;
      if (unit - candidate.unit > kReach || crosses(candidate.unit, unit)) return kNoPredicate;
      if (test(candidate)) return p;
    }
    return kNoPredicate;
  }

  void verb(std::uint32_t i) {
    const VerbGroup& v = units_[i].verb;
    push(i, false);
    const std::int32_t left = before(i);
    const bool joined = left >= 0 && (is(static_cast<std::uint32_t>(left), WordClass::Conjunction) || comma(static_cast<std::uint32_t>(left)));
    if (v.finite) return finite(i, left, joined);
    switch (v.modality) {
      case Modality::Gerund: return gerund(i, left, joined);
      case Modality::Participle: return participle(i, left, joined);
      default: return infinitive(i, joined);
    }
  }

  void take_place_of(std::int32_t sibling) {
    const Predicate other = at(sibling);
    Predicate& p = current();
    p.parent = other.parent;
    p.link = other.link;
    p.subject = other.subject;
    p.subject_noun = other.subject_noun;
    p.conditional = other.conditional;
  }

  void hang(std::int32_t parent, Link link) {
    Predicate& p = current();
    p.parent = parent;
    p.link = link;
    if (parent == kNoPredicate) {
      p.link = Link::Root;
      return;
    }
    p.subject = at(parent).subject;
    if (at(parent).noun && p.subject < 0) p.subject = owner_of(at(parent));
    // "urged Japan to provide": the object of the outer verb acts.
    const std::int32_t between = actors_between(at(parent).unit, p.unit);
    const bool outer_is_passive = !at(parent).noun && group(at(parent)).passive;
    if (between >= 0 && !outer_is_passive && (object_control(at(parent)) || lets_act(at(parent), p.unit, between))) p.subject = between;
  }
  // Whose a noun is: the modifier before it, else the subject of its verb.
  [[nodiscard]] std::int32_t owner_of(const Predicate& noun) {
    const std::int32_t modifier = modifier_before(noun.unit);
    if (modifier >= 0) return modifier;
    return noun.parent == kNoPredicate ? -1 : at(noun.parent).subject;
  }

  [[nodiscard]] const Trigger* trigger(const Predicate& p) const {
    const Unit& u = units_[p.unit];
    const bool known = p.noun ? u.has_trigger : u.verb.known;
    if (!known) return nullptr;
    return &context_.table.triggers[p.noun ? u.trigger : u.verb.trigger];
  }
  [[nodiscard]] bool is_operator(const Predicate& p) const {
    const Trigger* t = trigger(p);
    return t != nullptr && std::any_of(t->senses.begin(), t->senses.end(), [](const Sense& s) { return s.is_operator; });
  }
  [[nodiscard]] bool object_control(const Predicate& p) const {
    const Trigger* t = trigger(p);
    return t != nullptr && std::any_of(t->senses.begin(), t->senses.end(), [](const Sense& s) { return s.control == Control::Object; });
  }
  // "want Japan to": actors between an operator and the infinitive, close to both.
  [[nodiscard]] bool lets_act(const Predicate& p, std::uint32_t unit, std::int32_t between) const {
    const auto actors = static_cast<std::uint32_t>(between);
    return !p.noun && is_operator(p) && actors + 1 == unit && actors <= p.unit + 2 && !is(actors - 1, WordClass::Preposition);
  }
  [[nodiscard]] std::int32_t actors_between(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t i = from + 1; i < to; ++i)
      if (units_[i].kind == UnitKind::Actors) return static_cast<std::int32_t>(i);
    return -1;
  }

  void infinitive(std::uint32_t i, bool joined) {
    if (joined) {
      const std::int32_t sibling = nearest(i, [&](const Predicate& p) { return !p.noun && group(p).modality == Modality::Infinitive; });
      if (sibling != kNoPredicate) return take_place_of(sibling);
    }
    const std::int32_t outer = nearest(i, [&](const Predicate& p) { return !p.noun || is_operator(p) || p.unit + 1 == i; });
    if (outer == kNoPredicate) {
      current().subject = headline_subject(i);
      return;
    }
    hang(outer, is_operator(at(outer)) || at(outer).noun ? Link::Complement : Link::Adjunct);
  }
  // "JAPAN TO BUY WHEAT".
  [[nodiscard]] std::int32_t headline_subject(std::uint32_t i) const {
    for (std::uint32_t u = i; u-- > 0;)
      if (units_[u].kind == UnitKind::Actors && !in_phrase(u)) return static_cast<std::int32_t>(u);
    return -1;
  }

  void gerund(std::uint32_t i, std::int32_t left, bool joined) {
    if (left < 0) return;
    const auto unit = static_cast<std::uint32_t>(left);
    if (joined) {
      const std::int32_t sibling = nearest(i, [&](const Predicate& p) { return !p.noun && group(p).modality == Modality::Gerund && !group(p).finite; });
      if (sibling != kNoPredicate && (is(unit, WordClass::Conjunction) || at(sibling).link == Link::Complement)) return take_place_of(sibling);
    }
    const std::int32_t outer = nearest(i, [&](const Predicate& p) { return !p.noun || is_operator(p) || p.unit + 2 >= i; });
    if (outer == kNoPredicate) return;
    const bool complement = is_operator(at(outer)) && !comma(unit) && !is(unit, WordClass::By);
    hang(outer, complement ? Link::Complement : Link::Adjunct);
  }

  void participle(std::uint32_t i, std::int32_t left, bool joined) {
    if (joined && left >= 0) {
      const std::int32_t sibling = nearest(i, [&](const Predicate& p) { return !p.noun && group(p).passive; });
      if (sibling != kNoPredicate) return take_place_of(sibling);
    }
    current().link = Link::Relative;
    for (std::uint32_t u = i; u-- > 0;) {
      if (units_[u].kind == UnitKind::Verb) return;
      if (units_[u].kind == UnitKind::Noun) {
        current().subject_noun = predicate_of(u);
        return;
      }
      if (units_[u].kind == UnitKind::Actors) {
        current().subject = static_cast<std::int32_t>(u);
        return;
      }
    }
  }

  void finite(std::uint32_t i, std::int32_t left, bool joined) {
    const VerbGroup& v = units_[i].verb;
    if (joined && !own_subject(left)) {
      const bool bare = v.form == VerbForm::Base && v.modality == Modality::None;
      const std::int32_t sibling = nearest(i, [&](const Predicate& p) {
        return !p.noun && (group(p).finite || (bare && group(p).modality == Modality::Infinitive));
      });
      if (sibling != kNoPredicate) return take_place_of(sibling);
    }
    if (left >= 0 && relative(static_cast<std::uint32_t>(left))) return relative_clause(i, static_cast<std::uint32_t>(left));
    subject(i);
    govern(i);
  }

  // Whether actors stand before the comma that `left` is, and before them no verb: "Japan, X, signed".
  [[nodiscard]] bool own_subject(std::int32_t left) const {
    if (left <= 0 || !comma(static_cast<std::uint32_t>(left))) return false;
    return units_[static_cast<std::size_t>(left) - 1].kind == UnitKind::Actors;
  }
  [[nodiscard]] bool relative(std::uint32_t unit) const {
    return is(unit, WordClass::Relative) || (is(unit, WordClass::Subordinator) && is(unit, WordClass::Determiner));
  }

  void relative_clause(std::uint32_t i, std::uint32_t left) {
    for (std::uint32_t u = left; u-- > 0 && left - u < 8;) {
      if (units_[u].kind == UnitKind::Verb) return govern(i);  // "said that will": a clause without a subject
      if (units_[u].kind != UnitKind::Actors && units_[u].kind != UnitKind::Noun) continue;
      current().link = Link::Relative;
      if (units_[u].kind == UnitKind::Actors)
        current().subject = static_cast<std::int32_t>(u);
      else
        current().subject_noun = predicate_of(u);
      return;
    }
  }

  [[nodiscard]] bool clause_edge(std::uint32_t u) const {
    if (units_[u].kind == UnitKind::Verb && units_[u].verb.finite) return true;
    return hard_mark(u) || quote_mark(u) || is(u, WordClass::Subordinator) || is(u, WordClass::Relative);
  }
  [[nodiscard]] bool in_phrase(std::uint32_t u) const {
    std::uint32_t i = u;
    while (i > 0 && u - i < 4 && units_[i - 1].kind == UnitKind::Word && is(i - 1, WordClass::Determiner)) --i;
    return i > 0 && is(i - 1, WordClass::Preposition);
  }

  // The nearest actors to the left that no preposition holds, up to the clause's edge; else a noun.
  void subject(std::uint32_t i) {
    std::int32_t noun = kNoPredicate;
    for (std::uint32_t u = i; u-- > 0 && i - u < kReach;) {
      if (clause_edge(u)) {
        current().conditional = is(u, WordClass::Condition);
        break;
      }
      if (units_[u].kind == UnitKind::Actors && !in_phrase(u)) {
        current().subject = static_cast<std::int32_t>(u);
        mark_condition(u);
        return;
      }
      if (units_[u].kind == UnitKind::Noun && !in_phrase(u)) noun = predicate_of(u);
    }
    current().subject_noun = noun;
    if (noun != kNoPredicate) current().subject = modifier_before(at(noun).unit);
  }
  void mark_condition(std::uint32_t u) {
    for (std::uint32_t k = u; k-- > 0 && u - k < 3;)
      if (is(k, WordClass::Condition)) current().conditional = true;
  }
  [[nodiscard]] std::int32_t modifier_before(std::uint32_t unit) const {
    for (std::uint32_t u = unit; u-- > 0 && unit - u < 5;) {
      if (units_[u].kind == UnitKind::Modifier) return static_cast<std::int32_t>(u);
      if (units_[u].kind != UnitKind::Word) return -1;
    }
    return -1;
  }
  [[nodiscard]] std::int32_t predicate_of(std::uint32_t unit) const {
    for (std::size_t p = out_.size(); p-- > 0;)
      if (out_[p].unit == unit) return static_cast<std::int32_t>(p);
    return kNoPredicate;
  }

  // A finite clause hangs on the verb of saying before it ("said Japan would", "announced that").
  void govern(std::uint32_t i) {
    const std::int32_t outer = nearest(i, [&](const Predicate& p) { return !p.noun && group(p).finite; });
    if (outer == kNoPredicate) return;
    const std::uint32_t from = at(outer).unit;
    const std::int32_t subject = current().subject;
    const std::uint32_t begin = subject >= 0 ? static_cast<std::uint32_t>(subject) : i;
    if (begin < from) return;
    for (std::uint32_t u = from + 1; u < begin; ++u)
      if (comma(u) || is(u, WordClass::Conjunction)) return;
    current().parent = outer;
    current().link = Link::Complement;
  }

  void noun(std::uint32_t i) {
    push(i, true);
    const std::int32_t previous = static_cast<std::int32_t>(out_.size()) - 2;
    if (previous < 0 || crosses(at(previous).unit, i) || starts_clause(at(previous).unit, i)) return;
    const Predicate p = at(previous);
    Predicate& self = current();
    if (!p.noun) {
      self.parent = previous;
      self.link = Link::Object;
    } else if (held_by_preposition(i)) {
      self.parent = previous;
      self.link = Link::Nested;
    } else {
      self.parent = p.parent;
      self.link = p.link;
    }
  }
  // Whether the noun's own phrase follows a preposition.
  [[nodiscard]] bool held_by_preposition(std::uint32_t i) const {
    for (std::uint32_t u = i; u-- > 0 && i - u < 6;) {
      if (is(u, WordClass::Preposition)) return true;
      if (units_[u].kind != UnitKind::Word && units_[u].kind != UnitKind::Modifier && units_[u].kind != UnitKind::Money) return false;
      if (is(u, WordClass::Conjunction)) return false;
    }
    return false;
  }
  [[nodiscard]] bool starts_clause(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t u = from + 1; u < to; ++u)
      if (quote_mark(u) || is(u, WordClass::Relative)) return true;
    return false;
  }

  void finish(std::size_t p) {
    Predicate& pred = out_[p];
    std::uint32_t end = pred.unit + 1;
    while (end < units_.size() && units_[end].kind != UnitKind::Verb && !hard_mark(end)) ++end;
    pred.end = end;
    // The subject noun of a passive verb is its object.
    if (pred.noun || !group(pred).passive || pred.subject_noun == kNoPredicate) return;
    Predicate& noun = at(pred.subject_noun);
    if (noun.parent != kNoPredicate) return;
    noun.parent = static_cast<std::int32_t>(p);
    noun.link = Link::Object;
  }

  const std::vector<Unit>& units_;
  const ClauseContext& context_;
  std::vector<Predicate> out_;
};

}  // namespace

std::vector<Predicate> read_clauses(const std::vector<Unit>& units, const ClauseContext& context) {
  return ClauseReader(units, context).run();
}

}  // namespace coopmine
