// Verbs first: each takes the nouns that it has as its objects.  Nouns that no verb took are acts of
// their own when an operator governs them or none does.
#include "frame/frame.h"

#include <algorithm>
#include <set>

#include "frame/clause.h"
#include "frame/report.h"
#include "frame/status.h"

namespace coopmine {
namespace {

constexpr std::string_view kSubject = "subject";
constexpr std::string_view kObject = "object";
constexpr std::size_t kMost = 16;  // frames of a sentence; no reader looks for more

class FrameFinder {
 public:
  FrameFinder(std::string_view text, const Segmented& segmented, const Mentions& mentions, const PhrasedSentence& phrased,
              const RulePack& pack)
      : text_(text), tokens_(segmented.tokens), mentions_(mentions.all), units_(phrased.units), sentence_(phrased.sentence),
        pack_(pack), table_(pack.triggers),
        predicates_(read_clauses(units_, {text, tokens_, mentions_, table_})), taken_(predicates_.size(), false) {}

  std::vector<Frame> run(LastResort last_resort) {
    for (std::int32_t p = 0; p < static_cast<std::int32_t>(predicates_.size()); ++p)
      if (!predicate(p).noun) verb(p);
    for (std::int32_t p = 0; p < static_cast<std::int32_t>(predicates_.size()); ++p)
      if (predicate(p).noun && !taken_[static_cast<std::size_t>(p)]) noun(p);
    if (out_.empty() && last_resort == LastResort::Predicate) any();
    std::sort(out_.begin(), out_.end(), [](const Frame& a, const Frame& b) { return a.unit < b.unit; });
    set_extents();
    set_neighbours();
    if (out_.size() > kMost) out_.resize(kMost);
    return std::move(out_);
  }

 private:
  [[nodiscard]] const Predicate& predicate(std::int32_t p) const { return predicates_[static_cast<std::size_t>(p)]; }
  [[nodiscard]] const Unit& unit(const Predicate& p) const { return units_[p.unit]; }

  [[nodiscard]] const Trigger* trigger(const Predicate& p) const {
    const Unit& u = unit(p);
    if (!(p.noun ? u.has_trigger : u.verb.known)) return nullptr;
    return &table_.triggers[p.noun ? u.trigger : u.verb.trigger];
  }

  // The content classes a noun may have; instruments of instruments.tsv have theirs.
  [[nodiscard]] std::vector<ClassId> noun_classes(const Predicate& p) const {
    if (!unit(p).has_trigger) return {table_.instrument};
    std::vector<ClassId> classes;
    for (const Sense& s : trigger(p)->senses)
      if (!s.is_operator) classes.push_back(s.cls);
    return classes;
  }
  [[nodiscard]] bool is_operator_noun(const Predicate& p) const {
    const Trigger* t = trigger(p);
    return t != nullptr && std::all_of(t->senses.begin(), t->senses.end(), [](const Sense& s) { return s.is_operator; });
  }

  // Nouns that `verb` has as objects, nested ones behind their head.
  [[nodiscard]] std::vector<std::int32_t> objects(std::int32_t verb) const {
    std::vector<std::int32_t> found;
    for (std::int32_t p = 0; p < static_cast<std::int32_t>(predicates_.size()); ++p) {
      const Predicate& n = predicate(p);
      if (n.noun && n.parent == verb && n.link == Link::Object) found.push_back(p);
    }
    return found;
  }
  // Whether a sum stands behind the verb before anything else that it could have as its object.
  [[nodiscard]] bool has_money(const Predicate& p) const {
    for (std::uint32_t u = p.unit + 1; u < p.end; ++u)
      if (units_[u].kind == UnitKind::Money) return true;
    return false;
  }

  struct Match {
    const Valency* valency = nullptr;
    std::optional<Status> own;
    std::int32_t noun = kNoPredicate;
    ClassId verb_class = kNoClass;
    ClassId noun_class = kNoClass;
  };

  [[nodiscard]] std::optional<Match> match(const Sense& sense, std::int32_t p, const std::vector<std::int32_t>& nouns) const {
    for (const std::int32_t n : nouns)
      for (const ClassId cls : noun_classes(predicate(n)))
        if (const Valency* v = table_.valency(sense.cls, cls); v != nullptr && !v->any_noun)
          return Match{v, v->status ? v->status : sense.status, n, sense.cls, cls};
    if (has_money(predicate(p)))
      if (const Valency* v = table_.valency(sense.cls, table_.money); v != nullptr && !v->any_noun)
        return Match{v, v->status ? v->status : sense.status, kNoPredicate, sense.cls, table_.money};
    const Valency* v = table_.valency(sense.cls, kNoClass);
    if (v == nullptr) return std::nullopt;
    return Match{v, v->status ? v->status : sense.status, kNoPredicate, sense.cls, kNoClass};
  }

  void verb(std::int32_t p) {
    const Trigger* t = trigger(predicate(p));
    const std::vector<std::int32_t> nouns = objects(p);
    if (t != nullptr) {
      for (const Sense& sense : t->senses) {
        if (sense.is_operator) continue;
        const auto found = match(sense, p, nouns);
        if (!found) continue;
        add(p, *found);
        take_below(nouns);
        return;
      }
    }
    if (governed(p)) return act(p, nouns);
    if (t != nullptr) sum(p, *t, nouns);
  }

  // "pledged $5 million": the operator has a sum as its object.
  void sum(std::int32_t p, const Trigger& t, const std::vector<std::int32_t>& nouns) {
    if (!has_money(predicate(p))) return;
    for (const std::int32_t n : nouns)
      for (const ClassId cls : noun_classes(predicate(n)))
        if (table_.valency(kNoClass, cls) != nullptr) return;
    for (const Sense& sense : t.senses) {
      if (!sense.is_operator || !sense.status) continue;
      if (const Valency* v = table_.valency(kNoClass, table_.money)) add(p, {v, sense.status, kNoPredicate, kNoClass, table_.money});
      return;
    }
  }

  // Whether an operator with a status stands right above the verb ("agreed to reconvene").
  [[nodiscard]] bool governed(std::int32_t p) const {
    const Predicate& inner = predicate(p);
    if (inner.link != Link::Complement || inner.parent == kNoPredicate) return false;
    const Trigger* t = trigger(predicate(inner.parent));
    return t != nullptr && std::any_of(t->senses.begin(), t->senses.end(), [](const Sense& s) { return s.is_operator && s.status; });
  }
  // A verb that has no object of the table still tells of an act below such an operator.
  void act(std::int32_t p, const std::vector<std::int32_t>& nouns) {
    for (const std::int32_t n : nouns)
      for (const ClassId cls : noun_classes(predicate(n)))
        if (table_.valency(kNoClass, cls) != nullptr) return;
    const Trigger* t = trigger(predicate(p));
    ClassId cls = table_.other;
    if (t != nullptr) {
      if (t->senses.front().is_operator) return;
      cls = t->senses.front().cls;
    }
    const Valency* v = table_.valency(cls, table_.governed);
    if (v != nullptr && !v->any_noun) add(p, {v, Status::Fulfilled, kNoPredicate, cls, table_.governed});
  }
  // Nouns below a verb that has become a frame tell of the same act.
  void take_below(const std::vector<std::int32_t>& nouns) {
    for (const std::int32_t n : nouns) taken_[static_cast<std::size_t>(n)] = true;
    for (std::size_t n = 0; n < predicates_.size(); ++n) {
      const Predicate& nested = predicates_[n];
      if (nested.noun && nested.link == Link::Nested && nested.parent >= 0 && taken_[static_cast<std::size_t>(nested.parent)]) taken_[n] = true;
    }
  }

  // The first predicate that is more than a word of saying; a noun where there is no verb.
  void any() {
    std::int32_t best = kNoPredicate;
    int rank = 0;
    for (std::int32_t p = 0; p < static_cast<std::int32_t>(predicates_.size()); ++p) {
      const int own = predicate(p).noun ? 1 : is_speech(predicate(p)) ? 2 : unit(predicate(p)).verb.finite ? 4 : 3;
      if (own > rank) best = p, rank = own;
    }
    if (best == kNoPredicate) return;
    const Trigger* t = trigger(predicate(best));
    const ClassId cls = t == nullptr ? table_.other : t->senses.front().cls;
    const Valency* v = table_.valency(table_.other, table_.governed);
    if (v == nullptr) return;
    if (predicate(best).noun)
      add(best, {v, std::nullopt, best, kNoClass, cls});
    else
      add(best, {v, std::nullopt, kNoPredicate, cls, kNoClass});
  }
  [[nodiscard]] bool is_speech(const Predicate& p) const {
    const Trigger* t = trigger(p);
    return t != nullptr && std::all_of(t->senses.begin(), t->senses.end(), [&](const Sense& s) { return s.cls == table_.speech; });
  }

  void noun(std::int32_t p) {
    const Predicate& n = predicate(p);
    if (is_operator_noun(n)) return;
    ClassId above = kNoClass;
    if (n.parent != kNoPredicate) {
      const Predicate& outer = predicate(n.parent);
      const Trigger* t = trigger(outer);
      if (outer.noun && !is_operator_noun(outer)) {
        if (!taken_[static_cast<std::size_t>(n.parent)] && is_abstract(outer)) above = kNoClass;
        else return;
      }
      if (t != nullptr)
        for (const Sense& s : t->senses)
          if (s.is_operator && above == kNoClass) above = s.cls;
    }
    for (const ClassId cls : noun_classes(n)) {
      const Valency* v = above == kNoClass ? nullptr : table_.valency(above, cls);
      if (v == nullptr || v->any_noun) v = table_.valency(kNoClass, cls);
      if (v == nullptr) continue;
      const auto own = v->status ? v->status : std::optional<Status>(noun_status(n));
      add(p, {v, own, p, kNoClass, cls});
      taken_[static_cast<std::size_t>(p)] = true;
      take_below({});
      return;
    }
  }
  [[nodiscard]] bool is_abstract(const Predicate& p) const {
    const auto classes = noun_classes(p);
    return std::all_of(classes.begin(), classes.end(), [&](ClassId c) { return table_.valency(kNoClass, c) == nullptr; });
  }
  [[nodiscard]] Status noun_status(const Predicate& p) const {
    const Trigger* t = trigger(p);
    if (t == nullptr) return Status::Concluded;
    return t->senses.front().status.value_or(Status::Fulfilled);
  }

  void add(std::int32_t p, const Match& m) {
    const Predicate& anchor = predicate(p);
    StatusReading status = read_status(predicates_, p, m.own, units_, table_);
    const bool ends = std::any_of(status.chain.begin(), status.chain.end(), [&](const std::string& c) { return table_.ends(table_.find_class(c)); });
    if (ends && status.status != Status::Ended) return;
    Frame frame;
    frame.sentence = sentence_;
    frame.unit = anchor.unit;
    frame.type = m.valency->type;
    frame.act = m.valency->act;
    frame.role_frame = m.valency->frame;
    frame.status = status.status;
    frame.chain = std::move(status.chain);
    frame.operators = std::move(status.operators);
    frame.modality = status.modality;
    frame.outer_modality = status.outer_modality;
    frame.passive = !anchor.noun && unit(anchor).verb.passive;
    frame.anchor = unit(anchor).first;
    frame.anchor_length = unit(anchor).last - unit(anchor).first;
    frame.link = link_name(anchor.link);
    if (!anchor.noun) frame.form = form_name(unit(anchor).verb.form);
    frame.before = before(anchor.unit);
    if (m.noun != kNoPredicate) frame.object = lemma(predicate(m.noun));
    frame.reacted = status.reacted;
    frame.relative = status.relative;
    frame.negated = status.negated;
    if (frame.negated) frame.status = Status::Ended;
    frame.conditional = status.conditional;
    frame.verb_class = table_.classes[m.verb_class];
    frame.noun_class = table_.classes[m.noun_class];
    frame.nominal = anchor.noun && anchor.parent == kNoPredicate;
    frame.lemma = lemma(anchor);
    top_[anchor.unit] = predicate(status.top).unit <= anchor.unit ? predicate(status.top).unit : anchor.unit;
    set_trigger(frame);
    fill(frame, p, m, status);
    set_instrument(frame, p, m.noun);
    set_report(frame, p, status.reporter);
    out_.push_back(std::move(frame));
  }

  [[nodiscard]] std::string lemma(const Predicate& p) const {
    const Trigger* t = trigger(p);
    return t != nullptr ? t->lemma : folded(p);
  }
  [[nodiscard]] std::string folded(const Predicate& p) const {
    std::string words;
    for (std::uint32_t t = unit(p).first; t < unit(p).last; ++t) words += (words.empty() ? "" : " ") + fold(quote(text_, tokens_[t].span));
    return words;
  }
  [[nodiscard]] Span span(const Unit& u) const { return {tokens_[u.first].span.begin, tokens_[u.last - 1].span.end}; }

  // From the nearest operator right above to the anchor.
  void set_trigger(Frame& frame) const {
    std::uint32_t first = top_.at(frame.unit);
    if (frame.unit - first > 8) first = frame.unit;
    frame.trigger = {span(units_[first]).begin, span(units_[frame.unit]).end};
  }

  void fill(Frame& frame, std::int32_t p, const Match& m, const StatusReading& status) {
    const Predicate& anchor = predicate(p);
    const bool passive = !anchor.noun && unit(anchor).verb.passive;
    std::int32_t subject = anchor.subject;
    if (anchor.noun && anchor.parent != kNoPredicate) subject = predicate(anchor.parent).subject;
    // The subject of a passive operator ("is expected to") stays the subject of the act.
    // "German aid was announced": whose the noun is says the noun's own construction.
    const bool owner = passive && subject >= 0 && units_[static_cast<std::size_t>(subject)].kind == UnitKind::Modifier;
    if (subject >= 0 && !owner) put(frame, passive ? kObject : kSubject, static_cast<std::uint32_t>(subject), {});
    capture(frame, anchor.unit);
    if (m.noun != kNoPredicate && m.noun != p) capture(frame, predicate(m.noun).unit);
    if (status.asker != kNoPredicate && predicate(status.asker).subject >= 0)
      set_asker(frame, static_cast<std::uint32_t>(predicate(status.asker).subject));
    capture_agents(frame, p);
  }

  // "by Japan" behind a passive operator above.
  void capture_agents(Frame& frame, std::int32_t p) {
    const Predicate& anchor = predicate(p);
    if (!anchor.noun || anchor.parent == kNoPredicate) return;
    const Predicate& outer = predicate(anchor.parent);
    if (outer.noun || !unit(outer).verb.passive) return;
    capture(frame, outer.unit);
  }

  void set_asker(Frame& frame, std::uint32_t u) const {
    if (units_[u].mentions.empty()) return;
    frame.asker = static_cast<std::int32_t>(units_[u].mentions.front());
  }

  void capture(Frame& frame, std::uint32_t anchor) {
    const std::string projected = pack_.constructions.project(units_, tokens_, text_, anchor);
    for (const int rule : pack_.constructions.matching(projected))
      for (const Capture& capture : pack_.constructions.captures(rule, projected))
        put(frame, capture.function, capture.unit, pack_.constructions.source(rule).id);
  }

  void put(Frame& frame, std::string_view function, std::uint32_t u, const std::string& rule) const {
    for (const std::uint32_t mention : units_[u].mentions) {
      const bool there = std::any_of(frame.fillers.begin(), frame.fillers.end(), [&](const Filler& f) { return f.mention == mention; });
      if (!there) frame.fillers.push_back({std::string(function), mention, rule});
    }
  }

  void set_report(Frame& frame, std::int32_t p, std::int32_t reporter) const {
    const Report report = read_report(predicates_, p, reporter, units_, {text_, tokens_, mentions_, table_});
    frame.speaker = report.speaker;
    frame.report = report.words;
    frame.quoted = report.quoted;
  }

  void set_instrument(Frame& frame, std::int32_t p, std::int32_t noun) const {
    const auto of = [&](std::int32_t n) -> std::int32_t {
      const Unit& u = unit(predicate(n));
      return predicate(n).noun && !u.has_trigger && !u.mentions.empty() ? static_cast<std::int32_t>(u.mentions.front()) : -1;
    };
    if (noun != kNoPredicate) frame.instrument = of(noun);
    if (frame.instrument < 0 && predicate(p).noun) frame.instrument = of(p);
  }

  [[nodiscard]] static std::string_view form_name(VerbForm form) {
    switch (form) {
      case VerbForm::Base: return "base";
      case VerbForm::Present: return "present";
      case VerbForm::Past: return "past";
      case VerbForm::Participle: return "participle";
      case VerbForm::Gerund: return "gerund";
    }
    return {};
  }
  [[nodiscard]] static std::string_view link_name(Link link) {
    switch (link) {
      case Link::Root: return "root";
      case Link::Complement: return "complement";
      case Link::Adjunct: return "adjunct";
      case Link::Relative: return "relative";
      case Link::Object: return "object";
      case Link::Nested: return "nested";
    }
    return {};
  }
  // What kind of unit the anchor's phrase follows.
  [[nodiscard]] std::string_view before(std::uint32_t u) const {
    const auto is = [&](std::uint32_t i, WordClass cls) { return units_[i].kind == UnitKind::Word && table_.is(tokens_[units_[i].first].word, cls); };
    for (std::uint32_t i = u; i-- > 0 && u - i < 6;) {
      const UnitKind kind = units_[i].kind;
      if (kind == UnitKind::Verb) return "verb";
      if (kind == UnitKind::Punct) return "mark";
      if (kind == UnitKind::Noun) return "noun";
      if (kind == UnitKind::Actors) return "actors";
      if (is(i, WordClass::Preposition)) return "preposition";
      if (is(i, WordClass::Conjunction)) return "conjunction";
      if (is(i, WordClass::Relative)) return "relative";
    }
    return u < 6 ? "start" : "other";
  }
  void set_neighbours() {
    for (std::size_t i = 0; i < out_.size(); ++i) {
      out_[i].earlier = static_cast<std::uint32_t>(i);
      if (i == 0) continue;
      const bool cut = std::any_of(predicates_.begin(), predicates_.end(), [&](const Predicate& p) {
        return !p.noun && unit(p).verb.finite && p.unit > out_[i - 1].unit && p.unit <= out_[i].unit;
      });
      out_[i].left = cut ? std::string("cut") : out_[i - 1].verb_class + "-" + out_[i - 1].noun_class;
    }
  }

  // A clause runs to the next act, the next finite verb's subject, or a semicolon.
  void set_extents() {
    for (std::size_t i = 0; i < out_.size(); ++i) {
      Frame& frame = out_[i];
      const std::uint32_t first = std::min(top_.at(frame.unit), frame.unit);
      std::uint32_t end = static_cast<std::uint32_t>(units_.size());
      for (std::size_t k = i + 1; k < out_.size(); ++k) {
        const std::uint32_t top = top_.at(out_[k].unit);
        if (top > frame.unit) { end = std::min(end, top); break; }
        if (out_[k].unit > frame.unit) { end = std::min(end, out_[k].unit); break; }
      }
      for (const Predicate& p : predicates_) {
        if (p.noun || p.unit <= frame.unit || !unit(p).verb.finite) continue;
        const auto subject = static_cast<std::uint32_t>(std::max(p.subject, 0));
        const std::uint32_t start = p.subject >= 0 && subject > frame.unit ? subject : p.unit;
        end = std::min(end, start);
        break;
      }
      frame.begin = units_[first].first;
      frame.end = units_[std::max(end, frame.unit + 1) - 1].last;
      trim(frame);
    }
  }
  void trim(Frame& frame) const {
    const auto loose = [&](std::uint32_t token) {
      return tokens_[token].kind == TokenKind::Punct || table_.is(tokens_[token].word, WordClass::Conjunction);
    };
    while (frame.end > frame.begin + 1 && loose(frame.end - 1)) --frame.end;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const std::vector<Mention>& mentions_;
  const std::vector<Unit>& units_;
  std::uint32_t sentence_;
  const RulePack& pack_;
  const TriggerTable& table_;
  std::vector<Predicate> predicates_;
  std::vector<bool> taken_;
  std::map<std::uint32_t, std::uint32_t> top_;  // anchor unit -> first unit of its chain
  std::vector<Frame> out_;
};

}  // namespace

std::vector<Frame> find_frames(std::string_view text, const Segmented& segmented, const Mentions& mentions,
                               const PhrasedSentence& phrased, const RulePack& pack, LastResort last_resort) {
  return FrameFinder(text, segmented, mentions, phrased, pack).run(last_resort);
}

}  // namespace coopmine
