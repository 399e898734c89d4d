#include "frame/status.h"

#include <algorithm>
#include <array>

#include "frame/report.h"

namespace coopmine {
namespace {

constexpr std::size_t kDeepest = 12;  // operators above one trigger

std::string_view form_name(Modality modality) {
  switch (modality) {
    case Modality::None: return "plain";
    case Modality::Will: return "will";
    case Modality::Would: return "would";
    case Modality::May: return "may";
    case Modality::Should: return "should";
    case Modality::Infinitive: return "infinitive";
    case Modality::Perfect: return "perfect";
    case Modality::Progressive: return "progressive";
    case Modality::Gerund: return "gerund";
    case Modality::Participle: return "participle";
  }
  return {};
}

bool is_modal(Modality m) { return m == Modality::Will || m == Modality::Would || m == Modality::May || m == Modality::Should; }

class StatusReader {
 public:
  StatusReader(const std::vector<Predicate>& predicates, const std::vector<Unit>& units, const TriggerTable& table)
      : predicates_(predicates), units_(units), table_(table) {}

  StatusReading read(std::int32_t anchor, std::optional<Status> own) {
    collect(anchor);
    out_.top = path_.back();
    for (std::size_t i = path_.size(); i-- > 1;) above(path_[i], path_[i - 1]);
    if (out_.reporter == kNoPredicate && tells(predicate(anchor), false, units_, table_)) out_.reporter = anchor;
    const Predicate& p = predicate(anchor);
    const Modality m = modality(anchor);
    out_.modality = form_name(m);
    const Predicate& top = predicate(out_.top);
    out_.outer_modality = top.noun ? form_name(Modality::None) : form_name(units_[top.unit].verb.modality);
    if (!p.noun && units_[p.unit].verb.negated) out_.negated = true;
    out_.conditional = out_.conditional || p.conditional;
    if (!decided_) out_.status = formed(own.value_or(Status::Fulfilled), m);
    return std::move(out_);
  }

 private:
  [[nodiscard]] const Predicate& predicate(std::int32_t p) const { return predicates_[static_cast<std::size_t>(p)]; }

  void collect(std::int32_t anchor) {
    path_ = {anchor};
    while (path_.size() < kDeepest) {
      const Predicate& p = predicate(path_.back());
      if (p.link == Link::Relative) out_.relative = true;
      if (p.parent == kNoPredicate || p.link == Link::Relative) break;
      if (std::find(path_.begin(), path_.end(), p.parent) != path_.end()) break;
      path_.push_back(p.parent);
    }
  }

  // What a predicate says in the form that the ones above it leave it.
  [[nodiscard]] Modality modality(std::int32_t index) const {
    const Predicate& p = predicate(index);
    if (p.noun) return carried_;
    const VerbGroup& v = units_[p.unit].verb;
    return v.finite || carried_ == Modality::None ? v.modality : carried_;
  }

  [[nodiscard]] const Sense* sense(const Predicate& p) const {
    const Unit& u = units_[p.unit];
    if (!(p.noun ? u.has_trigger : u.verb.known)) return nullptr;
    const auto& senses = table_.triggers[p.noun ? u.trigger : u.verb.trigger].senses;
    const auto op = std::find_if(senses.begin(), senses.end(), [](const Sense& s) { return s.is_operator; });
    return op != senses.end() ? &*op : &senses.front();
  }

  [[nodiscard]] std::string lemma(const Predicate& p) const {
    const Unit& u = units_[p.unit];
    if (!(p.noun ? u.has_trigger : u.verb.known)) return {};
    return table_.triggers[p.noun ? u.trigger : u.verb.trigger].lemma;
  }

  void above(std::int32_t index, std::int32_t below) {
    const Predicate& p = predicate(index);
    const Modality m = modality(index);
    const bool negated = !p.noun && units_[p.unit].verb.negated;
    out_.conditional = out_.conditional || p.conditional;
    if (negated) out_.negated = true;
    const Sense* s = sense(p);
    const std::string cls = s == nullptr ? std::string("other") : table_.classes[s->cls];
    out_.chain.push_back(cls);
    out_.operators.push_back(lemma(p));
    if (s != nullptr && table_.reacts(s->cls)) out_.reacted = true;
    const bool finite_below = !predicate(below).noun && units_[predicate(below).unit].verb.finite;
    if (out_.reporter == kNoPredicate && reports(p, predicate(below), finite_below)) out_.reporter = index;
    if (s != nullptr && s->is_operator && s->status && !(finite_below && table_.reports(s->cls))) {
      if (!decided_) decide(*s, m, index, below);
      return;
    }
    carried_ = finite_below ? Modality::None : handed_down(p, m, s != nullptr && s->is_operator);
  }

  // "aid was announced" names nobody who said so.
  [[nodiscard]] bool reports(const Predicate& p, const Predicate& below, bool finite_below) const {
    return tells(p, finite_below, units_, table_) && !(below.noun && units_[p.unit].verb.passive);
  }

  void decide(const Sense& s, Modality m, std::int32_t index, std::int32_t below) {
    decided_ = true;
    out_.status = formed(*s.status, m);
    if (table_.binds(s.cls) && out_.status == Status::Concluded && leads_to_text(below)) out_.status = Status::Planned;
    out_.asker = index;
  }
  // "agreed to sign", "agreed to negotiate": the text is still to come.
  [[nodiscard]] bool leads_to_text(std::int32_t below) const {
    const Predicate& p = predicate(below);
    const Sense* s = sense(p);
    if (p.noun || s == nullptr) return false;
    return s->status == Status::Concluded || s->status == Status::Discussed;
  }

  [[nodiscard]] Modality handed_down(const Predicate& p, Modality m, bool transparent) const {
    if (transparent || p.noun) return m;
    return is_modal(m) ? m : Modality::None;
  }

  [[nodiscard]] Status formed(Status own, Modality m) const {
    const auto found = table_.modality.find({own, std::string(form_name(m))});
    return found == table_.modality.end() ? own : found->second;
  }

  const std::vector<Predicate>& predicates_;
  const std::vector<Unit>& units_;
  const TriggerTable& table_;
  std::vector<std::int32_t> path_;  // anchor first
  Modality carried_ = Modality::None;
  bool decided_ = false;
  StatusReading out_;
};

}  // namespace

StatusReading read_status(const std::vector<Predicate>& predicates, std::int32_t anchor, std::optional<Status> own,
                          const std::vector<Unit>& units, const TriggerTable& table) {
  return StatusReader(predicates, units, table).read(anchor, own);
}

}  // namespace coopmine
