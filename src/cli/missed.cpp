#include "cli/missed.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "cli/console.h"
#include "rulepack/words.h"

namespace coopmine {
namespace {

bool is_told(const ArticleLayers& layers, Span sentence) {
  return std::any_of(layers.commitments.begin(), layers.commitments.end(), [&](const Commitment& c) {
    return std::any_of(c.evidence.begin(), c.evidence.end(),
                       [&](const Evidence& e) { return e.span.overlaps(sentence); });
  });
}

std::size_t known_actors(const ArticleLayers& layers, const Sentence& sentence) {
  std::set<std::string_view> ids;
  for (const Mention& m : layers.mentions.all) {
    const bool inside = sentence.first <= m.first && m.first < sentence.last;
    const bool actor = m.type == MentionType::Actor && m.actor.form != ActorForm::Place;
    if (inside && actor && !m.actor.id.empty()) ids.insert(m.actor.id);
  }
  return ids.size();
}

// The first verb group that can be a predicate, else the first of all.
const Unit* main_verb(const PhrasedSentence& phrased) {
  const Unit* first = nullptr;
  for (const Unit& unit : phrased.units) {
    if (unit.kind != UnitKind::Verb) continue;
    if (unit.verb.finite) return &unit;
    if (first == nullptr) first = &unit;
  }
  return first;
}

}  // namespace

void MissedSentences::add(const Article& article, const ArticleLayers& layers, const RulePack& pack) {
  for (const PhrasedSentence& phrased : layers.phrases) {
    const Sentence& sentence = layers.segmented.sentences[phrased.sentence];
    if (is_told(layers, sentence.span) || known_actors(layers, sentence) < 2) continue;
    const Unit* unit = main_verb(phrased);
    const bool known = unit != nullptr && unit->verb.known;
    std::string word = "-";
    if (known) word = pack.triggers.triggers[unit->verb.trigger].lemma;
    if (unit != nullptr && !known) {
      word = fold(quote(article.text, layers.segmented.tokens[unit->verb.head].span));
    }
    Verb& verb = verbs_[word];
    if (verb.count++ != 0) continue;
    verb.known = known;
    verb.where = fmt::format("{}:{}", article.id, phrased.sentence + 1);
    verb.example = one_line(quote(article.text, sentence.span));
  }
}

std::string MissedSentences::table() const {
  std::vector<std::pair<std::string, const Verb*>> rows;
  for (const auto& [word, verb] : verbs_) rows.emplace_back(word, &verb);
  std::stable_sort(rows.begin(), rows.end(),
                   [](const auto& a, const auto& b) { return a.second->count > b.second->count; });
  std::string out = "sentences\tverb\ttriggers.tsv\tfirst\texample\n";
  for (const auto& [word, verb] : rows) {
    out += fmt::format("{}\t{}\t{}\t{}\t{}\n", verb->count, one_line(word), verb->known ? "known" : "unknown",
                       one_line(verb->where), verb->example);
  }
  return out;
}

}  // namespace coopmine
