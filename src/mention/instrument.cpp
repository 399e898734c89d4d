#include "mention/instrument.h"

#include <algorithm>

#include "mention/covered.h"

namespace coopmine {
namespace {

constexpr std::uint32_t kMostModifiers = 8;

// What stands before the noun.
struct LeftEdge {
  std::uint32_t first = 0;  // first token of the noun phrase
  bool noun = false;        // what stands there shows that the word is a noun
};

class InstrumentFinder {
 public:
  InstrumentFinder(std::string_view text, const Segmented& segmented, const InstrumentTable& table,
                   const TriggerTable& triggers)
      : text_(text), tokens_(segmented.tokens), table_(table), triggers_(triggers) {}

  void find(const Sentence& sentence, const CoveredTokens& actors, std::vector<Mention>& out) {
    sentence_ = &sentence;
    exact_ = !in_capitals(tokens_.subspan(sentence.first, sentence.last - sentence.first));
    for (std::uint32_t at = sentence.first; at < sentence.last;) {
      const FormLexicon::Match match = longest(at);
      if (match.length == 0) {
        ++at;
        continue;
      }
      const std::uint32_t last = at + match.length;
      const InstrumentTerm& term = table_.terms[match.payload];
      if (!term.kind.empty() && !actors.covers(at, last)) add(at, last, term, out);
      at = last;
    }
  }

 private:
  [[nodiscard]] FormLexicon::Match longest(std::uint32_t at) const {
    return table_.forms.longest(text_, tokens_, at, sentence_->last, exact_);
  }
  [[nodiscard]] bool is(std::uint32_t at, WordClass cls) const { return triggers_.is(tokens_[at].word, cls); }
  [[nodiscard]] bool glued(std::uint32_t at) const {
    return at + 1 < sentence_->last && !tokens_[at].space_before && !tokens_[at + 1].space_before;
  }
  [[nodiscard]] bool letter(std::uint32_t at, char mark) const {
    return quote(text_, tokens_[at].span).starts_with(mark);
  }
  // A possessive clitic: an apostrophe glued to what stands before it.
  [[nodiscard]] bool clitic(std::uint32_t at) const {
    const std::string_view word = quote(text_, tokens_[at].span);
    return !tokens_[at].space_before && (word.starts_with('\'') || word.starts_with("\xE2\x80\x99"));
  }

  // A form of a verb that is no noun, too.
  [[nodiscard]] bool verb(std::uint32_t at) const {
    return triggers_.verbs.longest(tokens_, at, at + 1).length == 1 &&
           triggers_.nouns.longest(tokens_, at, at + 1).length == 0;
  }
  [[nodiscard]] bool ends_phrase(std::uint32_t at) const {
    static constexpr WordClass kEnds[] = {WordClass::Be,         WordClass::Have,         WordClass::Do,
                                          WordClass::Will,       WordClass::Would,        WordClass::May,
                                          WordClass::Can,        WordClass::Should,       WordClass::Negation,
                                          WordClass::Infinitive, WordClass::Conjunction,  WordClass::Subordinator,
                                          WordClass::Relative,   WordClass::Pronoun};
    return std::any_of(std::begin(kEnds), std::end(kEnds), [&](WordClass cls) { return is(at, cls); });
  }

  // A participle stands inside the phrase when a determiner stands before it, or an adverb between.
  [[nodiscard]] bool participle_inside(std::uint32_t at) const {
    std::uint32_t before = at;
    while (before > sentence_->first && is(before - 1, WordClass::Adverb)) --before;
    return before > sentence_->first && is(before - 1, WordClass::Determiner);
  }

  [[nodiscard]] LeftEdge left_edge(std::uint32_t noun) const {
    LeftEdge edge{noun, false};
    std::uint32_t at = noun;
    for (std::uint32_t steps = 0; at > sentence_->first && steps < kMostModifiers; ++steps) {
      --at;
      if (tokens_[at].kind == TokenKind::Punct && !clitic(at)) {
        if (!glued(at) || !letter(at, '-')) return edge;
        continue;
      }
      if (is(at, WordClass::Determiner)) return with_determiners(at);
      if (clitic(at)) return {edge.first, true};
      if (ends_phrase(at)) return edge;
      if (is(at, WordClass::Preposition)) return {edge.first, true};
      if (verb(at) && !participle_inside(at)) return {edge.first, true};
      edge.first = at;
    }
    return edge;
  }

  // "all the agreements", "the three joint communiqués".
  [[nodiscard]] LeftEdge with_determiners(std::uint32_t at) const {
    // "that the Charter": what introduces a clause is no part of the phrase.
    while (at > sentence_->first && is(at - 1, WordClass::Determiner) && !is(at - 1, WordClass::Subordinator)) --at;
    return {at, true};
  }

  // "the officials plan to": a word between determiner and noun may be the subject.
  [[nodiscard]] bool may_be_verb(std::uint32_t first, std::uint32_t last) const {
    const bool infinitive = last < sentence_->last && is(last, WordClass::Infinitive);
    return infinitive && !(first > sentence_->first && is(first - 1, WordClass::Determiner));
  }

  void add(std::uint32_t first, std::uint32_t last, const InstrumentTerm& term, std::vector<Mention>& out) const {
    const LeftEdge edge = left_edge(first);
    const Span name = proper_name(first, last);
    if (term.use == InstrumentUse::Determined && name.empty() && (!edge.noun || may_be_verb(first, last))) return;
    Mention mention;
    mention.type = MentionType::Instrument;
    mention.first = first;
    mention.last = last;
    mention.span = {tokens_[edge.first].span.begin, tokens_[last - 1].span.end};
    mention.name = name;
    mention.rule = "instrument.noun";
    mention.value = term.kind;
    out.push_back(std::move(mention));
  }

  [[nodiscard]] bool link(std::uint32_t at) const {
    const FormLexicon::Match match = longest(at);
    return match.length == 1 && table_.terms[match.payload].use == InstrumentUse::NameLink;
  }
  [[nodiscard]] bool named(std::uint32_t at) const {
    return tokens_[at].kind == TokenKind::Word && tokens_[at].capital && !clitic(at);
  }

  // The capitalised words around a capitalised noun; empty when there are none, or when all words of
  // the sentence have capitals.
  [[nodiscard]] Span proper_name(std::uint32_t first, std::uint32_t last) const {
    if (!named(first) || sentence_->kind != BlockKind::Paragraph || !exact_) return {};
    std::uint32_t begin = first;
    while (begin > sentence_->first && joins_name(begin - 1)) --begin;
    while (begin < first && !named(begin)) ++begin;
    std::uint32_t end = last;
    if (last < sentence_->last && !is(last, WordClass::Conjunction)) {
      for (std::uint32_t at = last; at < sentence_->last && (named(at) || link(at) || joint(at)); ++at) {
        if (named(at)) end = at + 1;
      }
    }
    if (end - begin <= 1) return {};
    if (begin == first && end == last && !named(last - 1)) return {};
    return {tokens_[begin].span.begin, tokens_[end - 1].span.end};
  }
  [[nodiscard]] bool joint(std::uint32_t at) const {
    return tokens_[at].kind == TokenKind::Punct && letter(at, '-') && glued(at);
  }
  [[nodiscard]] bool joins_name(std::uint32_t at) const {
    if (joint(at)) return true;
    return named(at) && !is(at, WordClass::Determiner) && !is(at, WordClass::Preposition);
  }

  std::string_view text_;
  std::span<const Token> tokens_;
  const InstrumentTable& table_;
  const TriggerTable& triggers_;
  const Sentence* sentence_ = nullptr;
  bool exact_ = true;
};

}  // namespace

void find_instruments(std::string_view text, const Segmented& segmented, const InstrumentTable& table,
                      const TriggerTable& triggers, std::vector<Mention>& out) {
  const CoveredTokens actors(out, segmented.tokens.size());
  InstrumentFinder finder(text, segmented, table, triggers);
  for (const Sentence& sentence : segmented.sentences)
    if (!sentence.quiet) finder.find(sentence, actors, out);
}

}  // namespace coopmine
