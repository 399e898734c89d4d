// One pass finds the terms of a sentence, a second one strikes out those that name a body.
#include "mention/sector.h"

#include "mention/covered.h"

namespace coopmine {
namespace {

struct Term {
  std::uint32_t first = 0;  // tokens [first, last)
  std::uint32_t last = 0;
  const SectorTerm* term = nullptr;
  bool struck = false;

  [[nodiscard]] bool is(SectorUse use) const { return term->use == use; }
};

class SectorFinder {
 public:
  SectorFinder(std::string_view text, const Segmented& segmented, const SectorTable& table)
      : text_(text), tokens_(segmented.tokens), table_(table) {}

  const std::vector<Term>& find(const Sentence& sentence) {
    terms_.clear();
    const std::span<const Token> words = tokens_.subspan(sentence.first, sentence.last - sentence.first);
    const bool exact = !in_capitals(words);
    for (std::uint32_t at = sentence.first; at < sentence.last;) {
      const FormLexicon::Match match = table_.forms.longest(text_, tokens_, at, sentence.last, exact);
      if (match.length == 0) {
        ++at;
        continue;
      }
      terms_.push_back({at, at + match.length, &table_.terms[match.payload]});
      at += match.length;
    }
    strike_bodies();
    return terms_;
  }

 private:
  [[nodiscard]] bool capital(const Term& term) const { return tokens_[term.first].capital; }
  [[nodiscard]] bool touch(std::size_t left, std::size_t right) const {
    return terms_[left].last == terms_[right].first;
  }
  // Whether `organ`, an organ-of or organ-head, takes the field at `field` into its name.
  [[nodiscard]] bool takes(const Term& organ, const Term& field) const {
    return field.is(SectorUse::Field) && (!organ.term->capitals || capital(field));
  }

  void strike_bodies() {
    for (std::size_t i = 0; i < terms_.size(); ++i) {
      if (terms_[i].is(SectorUse::OrganOf) && i + 1 < terms_.size() && touch(i, i + 1) &&
          takes(terms_[i], terms_[i + 1])) {
        strike_right(i + 1);
      }
      if (terms_[i].is(SectorUse::OrganHead) && i > 0 && touch(i - 1, i) && takes(terms_[i], terms_[i - 1])) {
        strike_left(i - 1);
      }
    }
  }

  // The field at `i` and those joined to it: "Economy, Trade and Industry".
  void strike_right(std::size_t i) {
    const bool capitals = capital(terms_[i]);
    terms_[i].struck = true;
    std::size_t next = i + 1;
    while (next < terms_.size() && touch(next - 1, next) &&
           (terms_[next].is(SectorUse::Link) || terms_[next].is(SectorUse::Field))) {
      if (terms_[next].is(SectorUse::Field)) {
        if (capital(terms_[next]) != capitals) break;
        terms_[next].struck = true;
      }
      ++next;
    }
  }

  void strike_left(std::size_t i) {
    const bool capitals = capital(terms_[i]);
    terms_[i].struck = true;
    while (i > 0 && touch(i - 1, i) && (terms_[i - 1].is(SectorUse::Link) || terms_[i - 1].is(SectorUse::Field))) {
      --i;
      if (!terms_[i].is(SectorUse::Field)) continue;
      if (capital(terms_[i]) != capitals) break;
      terms_[i].struck = true;
    }
  }

  std::string_view text_;
  std::span<const Token> tokens_;
  const SectorTable& table_;
  std::vector<Term> terms_;  // of the sentence at hand
};

}  // namespace

void find_sectors(std::string_view text, const Segmented& segmented, const SectorTable& table,
                  std::vector<Mention>& out) {
  const CoveredTokens actors(out, segmented.tokens.size());
  SectorFinder finder(text, segmented, table);
  for (const Sentence& sentence : segmented.sentences) {
    if (sentence.quiet) continue;
    for (const Term& term : finder.find(sentence)) {
      if (!term.is(SectorUse::Field) || term.struck || actors.covers(term.first, term.last)) continue;
      Mention mention;
      mention.type = MentionType::Sector;
      mention.first = term.first;
      mention.last = term.last;
      mention.span = {segmented.tokens[term.first].span.begin, segmented.tokens[term.last - 1].span.end};
      mention.rule = term.term->weak ? "sector.weak" : "sector.term";
      mention.value = term.term->sector;
      out.push_back(std::move(mention));
    }
  }
}

}  // namespace coopmine
