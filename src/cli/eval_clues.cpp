#include "cli/eval_clues.h"

#include <algorithm>

#include "base/utf8.h"
#include "pipeline/pipeline.h"

namespace coopmine {
namespace {

class ClueReader {
 public:
  ClueReader(const Article& article, const ArticleLayers& layers, const RulePack& pack)
      : article_(article), layers_(layers), pack_(pack), offsets_(article.text) {}

  ArticleClues read() {
    for (const Sentence& sentence : layers_.segmented.sentences) clues_.sentences.push_back({span(sentence.span), {}});
    for (const Mention& mention : layers_.mentions.all) add_mention(mention);
    for (const PhrasedSentence& sentence : layers_.phrases) {
      for (const Unit& unit : sentence.units) add_trigger(sentence.sentence, unit);
    }
    for (const Commitment& commitment : layers_.commitments) {
      if (commitment.confidence < pack_.weights.cut(Model::Record)) add_rejected(commitment);
    }
    return std::move(clues_);
  }

 private:
  [[nodiscard]] CodeSpan span(Span bytes) const {
    return {offsets_.code_points(bytes.begin), offsets_.code_points(bytes.end)};
  }

  void add(std::size_t sentence, ClueKind kind, std::string value, Span words) {
    clues_.sentences[sentence].clues.push_back(
        {kind, std::move(value), std::string(quote(article_.text, words)), span(words)});
  }

  void add_mention(const Mention& mention) {
    const auto& sentences = layers_.segmented.sentences;
    const auto after = std::upper_bound(sentences.begin(), sentences.end(), mention.first,
                                        [](std::uint32_t token, const Sentence& s) { return token < s.first; });
    if (after == sentences.begin()) return;
    const auto sentence = static_cast<std::size_t>(after - sentences.begin()) - 1;
    switch (mention.type) {
      case MentionType::Actor: return add_actor(sentence, mention);
      case MentionType::Sector: return add(sentence, ClueKind::Sector, mention.value, mention.span);
      case MentionType::Instrument: return add(sentence, ClueKind::Instrument, mention.value, mention.span);
      case MentionType::Duration: return add(sentence, ClueKind::Duration, mention.value, mention.span);
      case MentionType::Date: return add(sentence, ClueKind::Date, mention.date->value, mention.span);
      case MentionType::Money: {
        RecordAmount amount;
        amount.value = mention.money->value;
        amount.currency = mention.money->currency;
        return add(sentence, ClueKind::Amount, amount_item(amount), mention.span);
      }
    }
  }

  void add_actor(std::size_t sentence, const Mention& mention) {
    RecordParty party;
    party.id = mention.actor.id;
    party.name = mention.actor.name;
    if (!party.id.empty() || !party.name.empty()) add(sentence, ClueKind::Actor, actor_item(party), mention.span);
  }

  void add_trigger(std::uint32_t sentence, const Unit& unit) {
    const bool verb = unit.kind == UnitKind::Verb && unit.verb.known;
    const bool noun = unit.kind == UnitKind::Noun && unit.has_trigger;
    if (!verb && !noun) return;
    const auto& tokens = layers_.segmented.tokens;
    const Trigger& trigger = pack_.triggers.triggers[verb ? unit.verb.trigger : unit.trigger];
    add(sentence, ClueKind::Trigger, trigger.lemma, {tokens[unit.first].span.begin, tokens[unit.last - 1].span.end});
  }

  void add_rejected(const Commitment& commitment) {
    for (const Evidence& evidence : commitment.evidence) {
      clues_.rejected.push_back({span(evidence.span), commitment.rules.empty() ? "" : commitment.rules.front(),
                                 commitment.confidence});
    }
  }

  const Article& article_;
  const ArticleLayers& layers_;
  const RulePack& pack_;
  OffsetMap offsets_;
  ArticleClues clues_;
};

}  // namespace

ArticleClues clues_of(const GoldArticle& gold, const RulePack& pack) {
  Article article;
  article.id = gold.name;
  article.text = gold.text;
  StageConfig stages;
  stages.whole = true;
  const ArticleLayers layers = run_stages(article, pack, stages);
  return ClueReader(article, layers, pack).read();
}

}  // namespace coopmine
