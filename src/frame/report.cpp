// The words beside the verb, up to the next mark or verb, are its phrase; the first actors in it speak.
#include "frame/report.h"

#include <algorithm>

namespace coopmine {
namespace {

constexpr std::uint32_t kPhrase = 8;  // units of who speaks

// Units [begin, end).
struct Stretch {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  [[nodiscard]] bool empty() const { return begin >= end; }
};

class ReportReader {
 public:
  ReportReader(const std::vector<Predicate>& predicates, const std::vector<Unit>& units, const ClauseContext& context)
      : predicates_(predicates), units_(units), context_(context), size_(static_cast<std::uint32_t>(units.size())) {}

  Report read(std::int32_t anchor, std::int32_t reporter) {
    const std::uint32_t unit = predicate(anchor).unit;
    const Stretch said = quotation_around(unit);
    out_.quoted = !said.empty();
    const std::int32_t beside = reporter_beside(unit);
    // Who is quoted may himself tell what somebody said.
    const bool own = reporter != kNoPredicate && !(beside != kNoPredicate && !quotation_around(predicate(reporter).unit).empty() && out_.quoted);
    if (own) {
      above(predicate(reporter));
    } else if (beside != kNoPredicate) {
      next_to(predicate(beside));
    } else {
      source(unit);
    }
    if (out_.quoted && out_.words.empty()) say(-1, said.begin, said.end);
    return out_;
  }

 private:
  enum class Mark : std::uint8_t { None, Comma, Hard, Open, Close, Other };

  [[nodiscard]] const Predicate& predicate(std::int32_t p) const { return predicates_[static_cast<std::size_t>(p)]; }
  [[nodiscard]] const Token& token(std::uint32_t unit) const { return context_.tokens[units_[unit].first]; }
  [[nodiscard]] bool is(std::uint32_t unit, WordClass cls) const {
    return units_[unit].kind == UnitKind::Word && context_.table.is(token(unit).word, cls);
  }
  [[nodiscard]] bool is_kind(std::uint32_t unit, UnitKind kind) const { return unit < size_ && units_[unit].kind == kind; }

  [[nodiscard]] Mark mark(std::uint32_t unit) const {
    if (!is_kind(unit, UnitKind::Punct)) return Mark::None;
    const std::string_view m = quote(context_.text, token(unit).span);
    if (m == ",") return Mark::Comma;
    if (m == ";" || m == ":") return Mark::Hard;
    if (m == "\u201c" || m == "\u00ab") return Mark::Open;
    if (m == "\u201d" || m == "\u00bb") return Mark::Close;
    if (m == "\"") return unit == 0 || (token(unit).space_before && unit + 1 < size_) ? Mark::Open : Mark::Close;
    return Mark::Other;
  }
  [[nodiscard]] bool quotation(std::uint32_t unit) const { return mark(unit) == Mark::Open || mark(unit) == Mark::Close; }

  // Between marks that open and close, or at one end of the sentence; a few quoted words are no quotation.
  [[nodiscard]] Stretch quotation_around(std::uint32_t unit) const {
    std::uint32_t left = unit, right = unit;
    while (left > 0 && !quotation(left)) --left;
    while (right < size_ && !quotation(right)) ++right;
    const bool opened = mark(left) == Mark::Open;
    if (!opened && (quotation(left) || right == size_ || mark(right) != Mark::Close)) return {};
    const bool clause = std::any_of(predicates_.begin(), predicates_.end(), [&](const Predicate& p) {
      return !p.noun && p.unit >= left && p.unit < right && units_[p.unit].verb.finite;
    });
    return clause ? Stretch{opened ? left + 1 : 0, right} : Stretch{};
  }

  // What may stand in the phrase of the one who speaks.
  [[nodiscard]] bool nominal(std::uint32_t unit) const {
    switch (units_[unit].kind) {
      case UnitKind::Verb: case UnitKind::Punct: return false;
      case UnitKind::Word: return !is(unit, WordClass::Conjunction) && !is(unit, WordClass::Subordinator) && !is(unit, WordClass::Relative);
      default: return true;
    }
  }
  [[nodiscard]] std::uint32_t phrase_start(std::uint32_t verb) const {
    std::uint32_t u = verb;
    while (u > 0 && verb - u < kPhrase && nominal(u - 1)) --u;
    return u;
  }
  [[nodiscard]] Stretch phrase_before(std::uint32_t unit) const {
    Stretch s{unit, unit};
    s.begin = phrase_start(unit);
    while (!s.empty() && is(s.end - 1, WordClass::Adverb)) --s.end;
    skip_circumstance(s);
    return s;
  }
  // "on Monday", "in Tokyo" in front of the phrase.
  void skip_circumstance(Stretch& s) const {
    const auto adds_nothing = [&](std::uint32_t u) { return is(u, WordClass::Adverb) || is_kind(u, UnitKind::Date) || is_kind(u, UnitKind::Duration); };
    while (!s.empty() && adds_nothing(s.begin)) ++s.begin;
    if (s.empty() || !is(s.begin, WordClass::Preposition)) return;
    std::uint32_t next = s.begin + 1;
    while (next < s.end && is(next, WordClass::Determiner)) ++next;
    if (next + 1 < s.end && (is_kind(next, UnitKind::Date) || is_kind(next, UnitKind::Place))) s.begin = next + 1;
  }
  [[nodiscard]] Stretch phrase_behind(std::uint32_t unit) const {
    Stretch s{unit, unit};
    while (s.end < size_ && s.end - s.begin < kPhrase && nominal(s.end) && !is_kind(s.end, UnitKind::Date)) {
      if (is_kind(s.end++, UnitKind::Actors)) break;
    }
    return s;
  }

  // The first actors of a phrase; those of a preposition when there are no others.
  [[nodiscard]] std::int32_t actors(const Stretch& s) const {
    std::int32_t held = -1;
    for (std::uint32_t u = s.begin; u < s.end; ++u) {
      if (!is_kind(u, UnitKind::Actors) && !is_kind(u, UnitKind::Modifier)) continue;
      if (is_kind(u, UnitKind::Actors) && !in_phrase(u, s.begin)) return static_cast<std::int32_t>(u);
      if (held < 0) held = static_cast<std::int32_t>(u);
    }
    return held;
  }
  [[nodiscard]] bool in_phrase(std::uint32_t unit, std::uint32_t from) const {
    while (unit > from && is(unit - 1, WordClass::Determiner)) --unit;
    return unit > from && is(unit - 1, WordClass::Preposition);
  }

  void say(std::int32_t actors, std::uint32_t first, std::uint32_t end) {
    if (actors >= 0) {
      const auto& mentions = units_[static_cast<std::size_t>(actors)].mentions;
      if (!mentions.empty()) out_.speaker = static_cast<std::int32_t>(mentions.front());
    }
    out_.words = {token(first).span.begin, context_.tokens[units_[end - 1].last - 1].span.end};
  }

  void above(const Predicate& p) {
    const VerbGroup& v = units_[p.unit].verb;
    if (v.passive) return agent(p.unit);
    const Stretch before = phrase_before(p.unit);
    if (v.finite && !before.empty()) return say(actors(before), before.begin, p.unit + 1);
    say(p.subject, p.unit, p.unit + 1);
  }
  // "was announced by the ministry".
  void agent(std::uint32_t unit) {
    std::uint32_t u = unit + 1;
    while (u < size_ && is(u, WordClass::Adverb)) ++u;
    if (u >= size_ || !is(u, WordClass::By)) return say(-1, unit, unit + 1);
    const Stretch doer = phrase_behind(u + 1);
    say(actors(doer), unit, std::max(doer.end, unit + 1));
  }

  [[nodiscard]] bool governs(std::size_t p) const {
    return std::any_of(predicates_.begin(), predicates_.end(), [&](const Predicate& inner) {
      return !inner.noun && inner.parent == static_cast<std::int32_t>(p) && inner.link == Link::Complement;
    });
  }
  [[nodiscard]] bool crosses(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t u = from + 1; u < to; ++u)
      if (mark(u) == Mark::Hard) return true;
    return false;
  }

  // A verb that reports, governs nothing, and has a mark between itself and the anchor's clause.
  [[nodiscard]] std::int32_t reporter_beside(std::uint32_t anchor) const {
    std::int32_t found = kNoPredicate;
    for (std::size_t p = 0; p < predicates_.size(); ++p) {
      const Predicate& verb = predicates_[p];
      if (verb.noun || !may_stand_beside(verb) || governs(p)) continue;
      if (verb.unit > anchor && behind(verb.unit, anchor)) return static_cast<std::int32_t>(p);
      if (verb.unit < anchor && in_front(verb.unit, anchor)) found = static_cast<std::int32_t>(p);
    }
    return found;
  }
  [[nodiscard]] bool may_stand_beside(const Predicate& verb) const {
    const VerbGroup& v = units_[verb.unit].verb;
    if (v.modality == Modality::Participle) return sources_say(verb);
    if (verb.link == Link::Relative || !v.finite || v.passive) return false;
    if (tells(verb, false, units_, context_.table)) return true;
    const Stretch before = phrase_before(verb.unit);
    return tells(verb, true, units_, context_.table) && !before.empty() && is_kind(before.end - 1, UnitKind::Actors);
  }
  // ", bank officials said": behind a noun that is nobody known the verb reads as a participle.
  [[nodiscard]] bool sources_say(const Predicate& verb) const {
    const Unit& u = units_[verb.unit];
    if (!u.verb.known || u.last - u.first != 1 || verb.unit == 0 || units_[verb.unit - 1].kind != UnitKind::Word) return false;
    const auto& senses = context_.table.triggers[u.verb.trigger].senses;
    return std::any_of(senses.begin(), senses.end(), [&](const Sense& s) { return context_.table.reports(s.cls) && !s.status; });
  }
  // The mark that the verb's own phrase follows.
  [[nodiscard]] std::int32_t mark_before(std::uint32_t verb) const {
    const std::uint32_t u = phrase_start(verb);
    const bool stands = u > 0 && (mark(u - 1) == Mark::Comma || quotation(u - 1));
    return stands ? static_cast<std::int32_t>(u - 1) : -1;
  }
  // What stands behind a verb that has said all: a mark, the end, whom or when or where it was told.
  [[nodiscard]] bool closed(std::uint32_t verb) const {
    const std::uint32_t next = verb + 1;
    if (next >= size_ || mark(next) != Mark::None) return true;
    return is_kind(next, UnitKind::Date) || is_kind(next, UnitKind::Place) || is_kind(next, UnitKind::Actors) ||
           (is_kind(next, UnitKind::Word) && !is(next, WordClass::Determiner) && !is(next, WordClass::Subordinator));
  }
  // ", the ministry said", ", said the minister".
  [[nodiscard]] bool behind(std::uint32_t verb, std::uint32_t anchor) const {
    const std::int32_t left = mark_before(verb);
    if (left <= static_cast<std::int32_t>(anchor) || crosses(anchor, verb)) return false;
    const bool inverted = phrase_before(verb).empty();
    return inverted ? !phrase_behind(verb + 1).empty() : closed(verb);
  }
  // "Japan, the ministry said, will", "he said: "We will".
  [[nodiscard]] bool in_front(std::uint32_t verb, std::uint32_t anchor) const {
    std::uint32_t u = verb + 1;
    while (u < anchor && u - verb <= kPhrase && nominal(u)) ++u;
    if (u >= anchor) return false;
    if (mark(u) == Mark::Open) return true;
    if (mark(u) == Mark::Hard) return !crosses(u, anchor);
    if (mark(u) != Mark::Comma || crosses(u, anchor)) return false;
    return mark(u + 1) == Mark::Open || (mark_before(verb) >= 0 && u == verb + 1 && !phrase_before(verb).empty());
  }
  void next_to(const Predicate& p) {
    const Stretch before = phrase_before(p.unit);
    if (!before.empty()) return say(actors(before), before.begin, p.unit + 1);
    const Stretch after = phrase_behind(p.unit + 1);
    say(actors(after), p.unit, std::max(after.end, p.unit + 1));
  }

  // "the treaty", "the plan".
  [[nodiscard]] bool is_text(const Unit& u) const {
    if (u.kind != UnitKind::Noun) return false;
    return !u.has_trigger || context_.table.triggers[u.trigger].senses.front().is_operator;
  }
  // "according to the ministry"; a text says nothing by itself.
  void source(std::uint32_t anchor) {
    for (std::uint32_t u = 0; u + 1 < size_; ++u) {
      if (!is(u, WordClass::Source) || crosses(std::min(u, anchor), std::max(u, anchor))) continue;
      Stretch who = phrase_behind(u + 2);
      if (is_kind(u + 1, UnitKind::Verb)) who.begin = u + 1;  // "to sources", read as an infinitive
      const bool text = std::any_of(units_.begin() + who.begin, units_.begin() + who.end, [&](const Unit& x) { return is_text(x); });
      if (!who.empty() && !text) return say(actors(who), u, who.end);
    }
  }

  const std::vector<Predicate>& predicates_;
  const std::vector<Unit>& units_;
  const ClauseContext& context_;
  std::uint32_t size_;
  Report out_;
};

}  // namespace

bool tells(const Predicate& predicate, bool clause, const std::vector<Unit>& units, const TriggerTable& table) {
  const VerbGroup& v = units[predicate.unit].verb;
  if (predicate.noun || predicate.conditional || !v.known || v.negated) return false;
  const bool adjunct = v.modality == Modality::Gerund && predicate.link == Link::Adjunct;
  const bool told = v.modality == Modality::None || v.modality == Modality::Perfect || v.modality == Modality::Progressive;
  if (!adjunct && !(told && v.finite)) return false;
  const auto& senses = table.triggers[v.trigger].senses;
  return std::any_of(senses.begin(), senses.end(), [&](const Sense& s) {
    return table.reports(s.cls) || (clause && predicate.subject >= 0 && table.reacts(s.cls));
  });
}

Report read_report(const std::vector<Predicate>& predicates, std::int32_t anchor, std::int32_t reporter, const std::vector<Unit>& units,
                   const ClauseContext& context) {
  return ReportReader(predicates, units, context).read(anchor, reporter);
}

}  // namespace coopmine
