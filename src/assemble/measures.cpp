// Clauses are cut at every act, for telling the acts apart; a measure reads on over the nouns of its own clause.
#include "assemble/measures.h"

#include <algorithm>

namespace coopmine {
namespace {

constexpr double kFloor = 0.08;       // of the least chance of a record: below, hardly an act at all
constexpr std::uint32_t kShortest = 3;  // tokens
constexpr std::uint32_t kGap = 3;       // tokens between an act and the noun it reads on to

// Tokens [begin, end).
struct Words {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// The candidates of one sentence, in order of their anchors.
class MeasureFinder {
 public:
  MeasureFinder(const AssembleInput& input, const std::vector<Candidate>& candidates, const std::vector<bool>& survives, std::size_t first,
                std::size_t last)
      : input_(input), candidates_(candidates), survives_(survives), first_(first), last_(last) {}

  [[nodiscard]] std::vector<Measure> of(std::size_t whole) const {
    std::vector<Measure> found;
    std::uint32_t from = frame(whole).anchor + frame(whole).anchor_length;
    for (std::size_t i = whole + 1; i < last_; ++i) {
      if (survives_[i] || !is_act(candidates_[i], frame(whole))) continue;
      const Words words = extent(i, from);
      if (words.end < words.begin + kShortest || told_elsewhere(words, whole)) continue;
      const auto& tokens = input_.segmented.tokens;
      found.push_back({{tokens[words.begin].span.begin, tokens[words.end - 1].span.end}});
      from = words.end;
    }
    return found;
  }

 private:
  [[nodiscard]] const Frame& frame(std::size_t i) const { return *candidates_[i].frame; }
  [[nodiscard]] const std::vector<Unit>& units() const { return input_.phrases[frame(first_).sentence].units; }
  [[nodiscard]] static bool noun(const Frame& f) { return f.verb_class.empty(); }
  [[nodiscard]] bool is(std::uint32_t token, WordClass cls) const { return input_.pack.triggers.is(input_.segmented.tokens[token].word, cls); }

  [[nodiscard]] bool is_act(const Candidate& c, const Frame& main) const {
    const Frame& f = *c.frame;
    if (f.negated || f.relative || f.passive || c.chance < kFloor * input_.least) return false;
    if (noun(f)) return f.type != CommitmentType::Agreement && listed(f);
    const TriggerTable& table = input_.pack.triggers;
    return f.noun_class != table.classes[table.governed] && same_doer(f, main) && !reports(f) && !bare_plural(f);
  }
  // Whether nobody but an actor of the whole does it.
  [[nodiscard]] static bool same_doer(const Frame& f, const Frame& main) {
    return std::all_of(f.fillers.begin(), f.fillers.end(), [&](const Filler& x) {
      if (!x.rule.empty()) return true;  // not the clause's own subject
      return std::any_of(main.fillers.begin(), main.fillers.end(), [&](const Filler& y) { return x.mention == y.mention; });
    });
  }
  // "partners to address": a plural that reads as a verb without a subject.
  [[nodiscard]] bool bare_plural(const Frame& f) const {
    const bool subject = std::any_of(f.fillers.begin(), f.fillers.end(), [](const Filler& x) { return x.rule.empty(); });
    return !subject && units()[f.unit].verb.form == VerbForm::Present;
  }
  // "the ministry told a news conference" tells of nothing else.
  [[nodiscard]] static bool reports(const Frame& f) { return f.report.overlaps(f.trigger) && !f.quoted; }

  // A mark inside a word: no space to either side.
  [[nodiscard]] bool hyphen(const Unit& u) const {
    const auto& tokens = input_.segmented.tokens;
    return u.kind == UnitKind::Punct && !tokens[u.first].space_before && u.last < tokens.size() && !tokens[u.last].space_before;
  }
  // The unit that the noun's phrase begins with.
  [[nodiscard]] std::uint32_t phrase_of(const Frame& f) const {
    const auto belongs = [&](const Unit& u) {
      if (hyphen(u) || u.kind == UnitKind::Modifier || u.kind == UnitKind::Noun || u.kind == UnitKind::Money) return true;
      return u.kind == UnitKind::Word && !is(u.first, WordClass::Determiner) && !is(u.first, WordClass::Preposition) &&
             !is(u.first, WordClass::Conjunction) && !is(u.first, WordClass::Subordinator) && !is(u.first, WordClass::Relative);
    };
    const auto start = [&](std::uint32_t u) {
      while (u > 0 && belongs(units()[u - 1])) --u;
      return u;
    };
    const std::uint32_t u = start(f.unit);
    // "removal of barriers": what is done to it stands in front.
    const bool held = u > 1 && is_word(u - 1, WordClass::Preposition) && units()[u - 2].kind == UnitKind::Word && belongs(units()[u - 2]);
    return held ? start(u - 2) : u;
  }
  [[nodiscard]] bool is_word(std::uint32_t unit, WordClass cls) const {
    return units()[unit].kind == UnitKind::Word && is(units()[unit].first, cls);
  }
  // A member of a list or behind a preposition, not what another verb has as its object.
  [[nodiscard]] bool listed(const Frame& f) const {
    std::uint32_t u = phrase_of(f);
    while (u > 0 && is_word(u - 1, WordClass::Determiner)) --u;
    if (u == 0) return false;
    const Unit& before = units()[u - 1];
    return before.kind == UnitKind::Punct || is(before.first, WordClass::Preposition) || is(before.first, WordClass::Conjunction);
  }

  [[nodiscard]] Words extent(std::size_t i, std::uint32_t from) const {
    const Frame& f = frame(i);
    Words words{noun(f) ? units()[phrase_of(f)].first : f.anchor, f.end};
    if (words.begin < from) return {};
    if (is(words.begin, WordClass::Infinitive)) ++words.begin;
    for (std::size_t k = i + 1; k < last_ && noun(frame(k)) && !survives_[k] && frame(k).anchor <= words.end + kGap; ++k) {
      const bool cut = std::any_of(input_.segmented.tokens.begin() + words.end, input_.segmented.tokens.begin() + std::max(words.end, frame(k).anchor),
                                   [](const Token& t) { return t.kind == TokenKind::Punct; });
      if (cut) break;
      words.end = std::max(words.end, frame(k).end);
    }
    trim(words, f);
    return words;
  }
  void trim(Words& words, const Frame& f) const {
    const auto loose = [&](std::uint32_t t) {
      return input_.segmented.tokens[t].kind == TokenKind::Punct || is(t, WordClass::Conjunction) || is(t, WordClass::Preposition) ||
             is(t, WordClass::Determiner) || is(t, WordClass::Subordinator) || is(t, WordClass::Relative);
    };
    const auto& tokens = input_.segmented.tokens;
    if (f.report.begin > tokens[f.anchor].span.begin)
      while (words.end > words.begin && tokens[words.end - 1].span.end > f.report.begin) --words.end;
    while (words.end > words.begin && loose(words.end - 1)) --words.end;
  }

  // Whether another record of the sentence says this.
  [[nodiscard]] bool told_elsewhere(const Words& words, std::size_t whole) const {
    for (std::size_t i = first_; i < last_; ++i)
      if (i != whole && survives_[i] && frame(i).begin < words.end && words.begin < frame(i).end) return true;
    return false;
  }

  const AssembleInput& input_;
  const std::vector<Candidate>& candidates_;
  const std::vector<bool>& survives_;
  std::size_t first_, last_;
};

}  // namespace

void add_measures(const AssembleInput& input, std::vector<Candidate>& candidates, const std::vector<bool>& survives) {
  for (std::size_t first = 0; first < candidates.size();) {
    std::size_t last = first;
    while (last < candidates.size() && candidates[last].frame->sentence == candidates[first].frame->sentence) ++last;
    const MeasureFinder finder(input, candidates, survives, first, last);
    for (std::size_t i = first; i < last; ++i)
      if (survives[i] && candidates[i].rank == 0) candidates[i].commitment.measures = finder.of(i);
    first = last;
  }
}

}  // namespace coopmine
