// One pass from left to right: mentions first, then verb groups, then trigger nouns, then words.
#include "phrase/phrase.h"

#include <algorithm>

#include "phrase/verb_group.h"

namespace coopmine {
namespace {

class UnitBuilder {
 public:
  UnitBuilder(std::string_view text, const Segmented& segmented, const Sentence& sentence, const Mentions& mentions,
              const TriggerTable& table)
      : text_(text), tokens_(segmented.tokens), sentence_(sentence), mentions_(mentions.all), table_(table),
        covered_(sentence.last - sentence.first, false), starts_(sentence.last - sentence.first, kNone),
        instruments_(sentence.last - sentence.first, kNone),
        verbs_(tokens_, sentence.first, sentence.last, covered_, table) {}

  std::vector<Unit> run() {
    place_mentions();
    for (std::uint32_t at = sentence_.first; at < sentence_.last;) at = next(at);
    join_actors();
    mark_modifiers();
    units_.shrink_to_fit();  // those of all sentences are kept
    return std::move(units_);
  }

 private:
  static constexpr std::uint32_t kNone = 0xffffffffU;

  void place_mentions() {
    const auto before = [](const Mention& m, std::uint32_t token) { return m.first < token; };
    auto at = std::lower_bound(mentions_.begin(), mentions_.end(), sentence_.first, before);
    for (; at != mentions_.end() && at->first < sentence_.last; ++at) {
      const auto index = static_cast<std::uint32_t>(at - mentions_.begin());
      const std::uint32_t offset = at->first - sentence_.first;
      if (at->type == MentionType::Instrument) instruments_[offset] = index;
      if (at->type == MentionType::Sector || at->type == MentionType::Instrument) continue;
      if (covered_[offset] || starts_[offset] != kNone) continue;
      starts_[offset] = index;
      for (std::uint32_t i = at->first; i < std::min(at->last, sentence_.last); ++i) covered_[i - sentence_.first] = true;
    }
  }

  [[nodiscard]] bool is(std::uint32_t token, WordClass cls) const { return table_.is(tokens_[token].word, cls); }

  std::uint32_t next(std::uint32_t at) {
    const std::uint32_t mention = starts_[at - sentence_.first];
    if (mention != kNone) return add_mention(at, mention);
    if (tokens_[at].kind == TokenKind::Punct) return add(UnitKind::Punct, at, at + 1);
    if (instruments_[at - sentence_.first] == kNone || certain_verb(at)) {
      if (const auto verb = verbs_.read(at, left_context(at))) {
        Unit& unit = push(UnitKind::Verb, at, verb->last);
        unit.verb = verb->group;
        return verb->last;
      }
    }
    return add_noun(at);
  }

  // Behind "to" or a modal a word is no noun, whatever instruments.tsv says.
  [[nodiscard]] bool certain_verb(std::uint32_t at) const {
    return is(at, WordClass::Infinitive) || is(at, WordClass::Will) || is(at, WordClass::Be) || is(at, WordClass::Have);
  }

  std::uint32_t add_mention(std::uint32_t at, std::uint32_t index) {
    const Mention& m = mentions_[index];
    UnitKind kind = UnitKind::Actors;
    if (m.type == MentionType::Money) kind = UnitKind::Money;
    if (m.type == MentionType::Date) kind = UnitKind::Date;
    if (m.type == MentionType::Duration) kind = UnitKind::Duration;
    if (m.type == MentionType::Actor && m.actor.form == ActorForm::Place) kind = UnitKind::Place;
    const std::uint32_t last = std::min(m.last, sentence_.last);
    push(kind, at, last).mentions.push_back(index);
    return last;
  }

  std::uint32_t add_noun(std::uint32_t at) {
    std::uint32_t end = at;
    while (end < sentence_.last && !covered_[end - sentence_.first]) ++end;
    const std::uint32_t instrument = instruments_[at - sentence_.first];
    const Trie::Match noun = table_.nouns.longest(tokens_, at, end);
    const std::uint32_t instrument_length = instrument == kNone ? 0 : mentions_[instrument].last - at;
    if (noun.length == 0 && instrument_length == 0) return add(UnitKind::Word, at, at + 1);
    Unit& unit = push(UnitKind::Noun, at, std::min(at + std::max(noun.length, instrument_length), sentence_.last));
    if (instrument_length >= noun.length) {
      unit.mentions.push_back(instrument);
    } else {
      unit.has_trigger = true;
      unit.trigger = noun.payload;
    }
    return unit.last;
  }

  Unit& push(UnitKind kind, std::uint32_t first, std::uint32_t last) {
    Unit unit;
    unit.kind = kind;
    unit.first = first;
    unit.last = last;
    units_.push_back(std::move(unit));
    return units_.back();
  }
  std::uint32_t add(UnitKind kind, std::uint32_t first, std::uint32_t last) {
    push(kind, first, last);
    return last;
  }

  [[nodiscard]] bool verb_before() const {
    return std::any_of(units_.begin(), units_.end(), [](const Unit& u) { return u.kind == UnitKind::Verb; });
  }

  LeftContext left_context(std::uint32_t at) const {
    std::size_t i = units_.size();
    while (i > 0 && units_[i - 1].kind == UnitKind::Word && is(units_[i - 1].first, WordClass::Adverb) &&
           !is(units_[i - 1].first, WordClass::Determiner))
      --i;
    if (i == 0) return LeftContext::Start;
    const Unit& unit = units_[i - 1];
    switch (unit.kind) {
      case UnitKind::Actors: return possessive(unit) ? LeftContext::Nominal : LeftContext::Actor;
      case UnitKind::Punct: return after_mark(unit, i);
      case UnitKind::Word: return after_word(unit.first);
      case UnitKind::Money: case UnitKind::Modifier: case UnitKind::Verb: return LeftContext::Nominal;
      case UnitKind::Date: return LeftContext::Actor;
      default: return at == sentence_.first ? LeftContext::Start : LeftContext::Other;
    }
  }

  [[nodiscard]] LeftContext after_mark(const Unit& unit, std::size_t i) const {
    const std::string_view mark = quote(text_, tokens_[unit.first].span);
    if (mark == "-") return LeftContext::Nominal;
    if (mark != "," && mark != ")") return LeftContext::Start;
    if (verb_before()) return LeftContext::Verbal;
    return i > 1 && units_[i - 2].kind == UnitKind::Actors ? LeftContext::Actor : LeftContext::Other;
  }

  [[nodiscard]] LeftContext after_word(std::uint32_t token) const {
    if (is(token, WordClass::Relative) || is(token, WordClass::Pronoun)) return LeftContext::Actor;
    if (is(token, WordClass::Determiner) || is(token, WordClass::Preposition)) return LeftContext::Nominal;
    if (is(token, WordClass::Conjunction)) return verb_before() ? LeftContext::Verbal : LeftContext::Other;
    if (tokens_[token].kind == TokenKind::Number) return LeftContext::Nominal;
    return LeftContext::Other;
  }

  [[nodiscard]] bool possessive(const Unit& unit) const {
    return !unit.mentions.empty() && mentions_[unit.mentions.back()].actor.possessive;
  }
  [[nodiscard]] bool named(const Unit& unit) const { return unit.kind == UnitKind::Actors || unit.kind == UnitKind::Place; }

  // What may stand between the members of a coordination: comma, conjunction, both, a hyphen.
  [[nodiscard]] bool joint(const Unit& unit) const {
    if (unit.kind == UnitKind::Punct) {
      const std::string_view mark = quote(text_, tokens_[unit.first].span);
      return mark == "," || mark == "-" || mark == "/" || mark == "\u2013";
    }
    return unit.kind == UnitKind::Word && (is(unit.first, WordClass::Conjunction) || is(unit.first, WordClass::ActorLink));
  }

  // An article belongs to the list behind a conjunction only: "Ukraine, the European Union said" is none.
  [[nodiscard]] bool list_goes_on(const std::vector<Unit>& before, std::size_t joints) const {
    bool article = false, conjunction = false;
    for (std::size_t k = before.size() - joints; k < before.size(); ++k) {
      if (before[k].kind != UnitKind::Word) continue;
      (is(before[k].first, WordClass::Conjunction) ? conjunction : article) = true;
    }
    return conjunction || !article;
  }

  void join_actors() {
    std::vector<Unit> out;
    for (std::size_t i = 0; i < units_.size(); ++i) {
      std::size_t between = 0;  // joints at the end of `out` after the last actors
      while (between < 4 && between < out.size() && joint(out[out.size() - 1 - between])) ++between;
      const bool joins = units_[i].kind == UnitKind::Actors && between != 0 && between < out.size() && list_goes_on(out, between) &&
                         out[out.size() - 1 - between].kind == UnitKind::Actors && !possessive(out[out.size() - 1 - between]);
      if (!joins) {
        out.push_back(std::move(units_[i]));
        continue;
      }
      out.resize(out.size() - between);
      out.back().last = units_[i].last;
      out.back().mentions.insert(out.back().mentions.end(), units_[i].mentions.begin(), units_[i].mentions.end());
    }
    units_ = std::move(out);
  }

  // An adjective, a possessive, or a name right before a trigger noun modifies what follows.
  void mark_modifiers() {
    for (std::size_t i = 0; i < units_.size(); ++i) {
      Unit& unit = units_[i];
      if (unit.kind != UnitKind::Actors) continue;
      const ActorForm form = mentions_[unit.mentions.back()].actor.form;
      const bool noun_next = i + 1 < units_.size() && units_[i + 1].kind == UnitKind::Noun;
      if (form == ActorForm::Adjective || possessive(unit) || (form == ActorForm::Name && noun_next)) unit.kind = UnitKind::Modifier;
    }
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const Sentence& sentence_;
  const std::vector<Mention>& mentions_;
  const TriggerTable& table_;
  std::vector<bool> covered_;
  std::vector<std::uint32_t> starts_;
  std::vector<std::uint32_t> instruments_;
  VerbGroupReader verbs_;
  std::vector<Unit> units_;
};

}  // namespace

PhrasedSentence find_phrases(std::string_view text, const Segmented& segmented, std::uint32_t index, const Mentions& mentions,
                             const TriggerTable& triggers) {
  PhrasedSentence out;
  out.sentence = index;
  out.units = UnitBuilder(text, segmented, segmented.sentences[index], mentions, triggers).run();
  return out;
}

}  // namespace coopmine
