#include "assemble/slots.h"

#include <algorithm>
#include <optional>

#include "assemble/features.h"
#include "assemble/surroundings.h"
#include "rulepack/words.h"

namespace coopmine {
namespace {

constexpr std::string_view kWeak = "sector.weak";
constexpr double kLikely = 0.15;  // a sector that is less likely by the words of the clause must be named

std::optional<Model> model_of(MentionType type) {
  switch (type) {
    case MentionType::Sector: return Model::Sector;
    case MentionType::Money: return Model::Amount;
    case MentionType::Date: return Model::Date;
    case MentionType::Duration: return Model::Duration;
    case MentionType::Instrument: return Model::Instrument;
    case MentionType::Actor: return std::nullopt;
  }
  return std::nullopt;
}

class ValueLister {
 public:
  ValueLister(const AssembleInput& input, Candidate& candidate, const FieldChances& fields)
      : input_(input), candidate_(candidate), frame_(*candidate.frame), fields_(fields) {}

  void run() {
    const auto& sentences = input_.segmented.sentences;
    list(sentences[frame_.sentence], false);
    if (frame_.sentence > 0) {
      const Sentence& previous = sentences[frame_.sentence - 1];
      if (previous.kind == BlockKind::Heading || sentences[frame_.sentence].kind == BlockKind::Bullet) list(previous, true);
    }
    if (frame_.sentence != 0 && sentences.front().zone == Zone::Title) list(sentences.front(), true);
    for (ValueOption& option : candidate_.values) describe(option);
    for (const FieldChance& field : fields_)
      if (field.own >= kLikely && !names(field.sector)) add_unnamed(field);
  }

 private:
  [[nodiscard]] bool names(std::string_view sector) const {
    return std::any_of(candidate_.values.begin(), candidate_.values.end(), [&](const ValueOption& o) { return o.model == Model::Sector && o.sector == sector; });
  }
  void add_unnamed(const FieldChance& field) {
    ValueOption option{Model::Sector, ValueOption::kUnnamed, std::string(field.sector), Features(input_.learning)};
    const std::string_view chance = level(field.own), type = name(candidate_.commitment.type);
    const auto named = std::count_if(candidate_.values.begin(), candidate_.values.end(), [](const ValueOption& o) { return o.model == Model::Sector; });
    Features& f = option.features;
    f.add("unnamed");
    f.add("unnamed-field", chance);
    f.add("unnamed-value", field.sector);
    f.add("unnamed-value-field", field.sector, chance);
    f.add("unnamed-type", field.sector, type);
    f.add("unnamed-named", bucket(static_cast<std::size_t>(named), 4));
    const std::string_view rank = bucket(field.rank, 4), sentence = coarse(field.sentence), article = coarse(field.article);
    f.add("unnamed-rank", rank);
    f.add("unnamed-rank-field", rank, chance);
    f.add("unnamed-sentence", level(field.sentence));
    f.add("unnamed-sentence-field", sentence, chance);
    f.add("unnamed-article", level(field.article));
    f.add("unnamed-article-field", article, chance);
    candidate_.values.push_back(std::move(option));
  }
  // What the words of the clause say of the sector of a mention.
  void add_field(const ValueOption& option, Features& f, std::string_view where) const {
    const auto field = std::find_if(fields_.begin(), fields_.end(), [&](const FieldChance& x) { return x.sector == option.sector; });
    if (field == fields_.end()) return;
    const std::string_view chance = level(field->own), rank = bucket(field->rank, 4);
    f.add("field", chance);
    f.add("field-value", option.sector, chance);
    f.add("field-where", chance, where);
    f.add("field-rank", rank, where);
    f.add("field-rank-chance", rank, chance);
    f.add("field-sentence", level(field->sentence));
    f.add("field-sentence-chance", coarse(field->sentence), chance);
    f.add("field-article", level(field->article));
    f.add("field-article-where", level(field->article), where);
    f.add("field-article-chance", coarse(field->article), chance);
  }
  [[nodiscard]] const Mention& mention(std::uint32_t i) const { return input_.mentions.all[i]; }
  [[nodiscard]] static std::string_view value_of(const Mention& m) {
    if (m.type == MentionType::Date) return m.date->resolved ? m.date->value : m.date->coarse;
    return m.value;
  }
  [[nodiscard]] static bool same(const Mention& a, const Mention& b) {
    if (a.type != b.type) return false;
    if (a.type == MentionType::Money) return a.money->value == b.money->value && a.money->currency == b.money->currency;
    return value_of(a) == value_of(b);
  }

  void list(const Sentence& s, bool sectors_only) {
    const auto before = [](const Mention& m, std::uint32_t token) { return m.first < token; };
    const auto& all = input_.mentions.all;
    for (auto m = std::lower_bound(all.begin(), all.end(), s.first, before); m != all.end() && m->first < s.last; ++m) {
      const auto model = model_of(m->type);
      if (!model || (sectors_only && *model != Model::Sector && *model != Model::Instrument)) continue;
      if (m->type == MentionType::Date && value_of(*m).empty()) continue;
      if (m->type == MentionType::Money && m->money->converted) continue;
      add(*model, static_cast<std::uint32_t>(m - all.begin()));
    }
  }
  // Of several mentions of one value the nearest to the anchor counts.
  void add(Model model, std::uint32_t index) {
    for (ValueOption& option : candidate_.values) {
      if (!same(mention(option.mention), mention(index))) continue;
      if (in_clause(mention(index)) && !in_clause(mention(option.mention))) option.mention = index;
      return;
    }
    candidate_.values.push_back({model, index, model == Model::Sector ? mention(index).value : std::string(), Features(input_.learning)});
  }
  [[nodiscard]] bool in_clause(const Mention& m) const { return m.first >= frame_.begin && m.first < frame_.end; }

  void describe(ValueOption& option) {
    const Mention& m = mention(option.mention);
    const Position position = position_of(input_, frame_, m);
    const std::string_view where = name(position);
    const std::string_view type = name(candidate_.commitment.type), status = name(candidate_.commitment.status);
    const std::string_view far = distance(frame_, m);
    Features& f = option.features;
    f.add("bias");
    f.add("where", where);
    f.add("distance", where, far);
    f.add("where-type", where, type);
    f.add("where-status", where, status);
    f.add("where-verb", where, frame_.verb_class);
    f.add("where-noun", where, frame_.noun_class);
    f.add("value", value_for_feature(m));
    f.add("value-type", value_for_feature(m), type);
    f.add("finder", m.rule);
    f.add("finder-where", m.rule, where);
    f.add("rivals", where, bucket(rivals(option), 5));
    f.add("zone", name(input_.segmented.sentences[frame_.sentence].zone), where);
    if (frame_.instrument >= 0 && option.mention == static_cast<std::uint32_t>(frame_.instrument)) f.add("object");
    if (inside_text_name(m)) f.add("inside-name");
    const HashedText left = word_at(input_, m.first, -1);
    f.add("word-before", left);
    f.add("word-before-where", left, where);
    f.add("word-after", word_at(input_, m.last, 0));
    f.add("lemma", frame_.lemma, where);
    add_surroundings(m, f, where, position);
    if (option.model == Model::Sector) add_field(option, f, where);
    if (m.type == MentionType::Money && m.money->cumulative) f.add("cumulative");
    if (other_act_between(m)) f.add("act-between", where);
  }
  void add_surroundings(const Mention& m, Features& f, std::string_view where, Position position) const {
    const std::uint32_t home = position < Position::Previous ? frame_.sentence : sentence_of(m);
    const Surroundings s = surroundings_of(input_, home, m, frame_.anchor);
    f.add("preposition", s.preposition, where);
    f.add("verb", s.verb, where);
    f.add("listed", s.listed, where);
    f.add("second-before", word_at(input_, m.first, -2));
    if (m.type == MentionType::Sector) {
      const std::string term = words_of(m);
      f.add("term", term);
      f.add("term-where", term, where);
    }
    if (m.type != MentionType::Date) return;
    const std::string_view relation = date_relation(input_, m);
    f.add("date", relation, where);
    f.add("date-status", relation, name(candidate_.commitment.status));
    f.add("date-type", relation, name(candidate_.commitment.type));
    f.add("date-preposition", relation, s.preposition);
  }
  [[nodiscard]] std::string words_of(const Mention& m) const {
    std::string words;
    for (std::uint32_t t = m.first; t < m.last; ++t) words += (t == m.first ? "" : " ") + fold(quote(input_.zoned.article->text, input_.segmented.tokens[t].span));
    return words;
  }
  [[nodiscard]] std::uint32_t sentence_of(const Mention& m) const {
    const auto after = [](std::uint32_t token, const Sentence& x) { return token < x.first; };
    const auto& all = input_.segmented.sentences;
    return static_cast<std::uint32_t>(std::upper_bound(all.begin(), all.end(), m.first, after) - all.begin()) - 1;
  }
  // Sectors and kinds of texts are few and say something; sums and dates are not.
  [[nodiscard]] static std::string_view value_for_feature(const Mention& m) {
    return m.type == MentionType::Sector || m.type == MentionType::Instrument ? std::string_view(m.value) : std::string_view("-");
  }
  [[nodiscard]] std::size_t rivals(const ValueOption& option) const {
    return static_cast<std::size_t>(std::count_if(candidate_.values.begin(), candidate_.values.end(), [&](const ValueOption& o) {
      return o.model == option.model && in_clause(mention(o.mention)) && o.mention != option.mention;
    }));
  }
  [[nodiscard]] bool inside_text_name(const Mention& m) const {
    return std::any_of(candidate_.values.begin(), candidate_.values.end(), [&](const ValueOption& o) {
      return o.model == Model::Instrument && !mention(o.mention).name.empty() && mention(o.mention).name.contains(m.span);
    });
  }
  [[nodiscard]] bool other_act_between(const Mention& m) const {
    const auto frames = frames_of(input_, frame_.sentence);
    return std::any_of(frames.begin(), frames.end(), [&](const Frame& other) {
      if (other.anchor == frame_.anchor) return false;
      return (frame_.anchor < other.anchor && other.anchor < m.first) || (m.first < other.anchor && other.anchor < frame_.anchor);
    });
  }

  const AssembleInput& input_;
  Candidate& candidate_;
  const Frame& frame_;
  const FieldChances& fields_;
};

class ValueChooser {
 public:
  ValueChooser(const AssembleInput& input, Candidate& candidate)
      : input_(input), candidate_(candidate), frame_(*candidate.frame), out_(candidate.commitment) {}

  void run() {
    double best_text = 0;
    for (const ValueOption& option : candidate_.values) {
      const double chance = chance_of(option);
      if (chance < input_.weights.cut(option.model)) continue;
      if (option.model == Model::Sector) {
        out_.sectors.push_back({option.sector, span_of(option)});
        continue;
      }
      const Mention& m = input_.mentions.all[option.mention];
      switch (option.model) {
        case Model::Amount: out_.amounts.push_back({*m.money, m.span}); break;
        case Model::Date: out_.dates.push_back({m.date->resolved ? m.date->value : m.date->coarse, m.span}); break;
        case Model::Duration: out_.duration = DurationSlot{m.value, m.span}; break;
        case Model::Instrument:
          if (chance > best_text) take_instrument(m);
          best_text = std::max(best_text, chance);
          break;
        default: break;
      }
    }
  }

 private:
  // Without learned weights, what stands in the clause belongs to it.
  [[nodiscard]] double chance_of(const ValueOption& option) const {
    if (input_.weights.knows(option.model)) return input_.weights.yes(option.model, option.features);
    if (option.mention == ValueOption::kUnnamed) return 0;
    const Mention& m = input_.mentions.all[option.mention];
    return m.first >= frame_.begin && m.first < frame_.end && m.rule != kWeak ? 1 : 0;
  }
  // The words that a sector was read from: of one that none names, the word of the clause that says most for it.
  [[nodiscard]] Span span_of(const ValueOption& option) const {
    if (option.mention != ValueOption::kUnnamed) return input_.mentions.all[option.mention].span;
    Span best = frame_.trigger;
    double most = 0;
    for (std::uint32_t t = frame_.begin; t < frame_.end; ++t) {
      const Token& token = input_.segmented.tokens[t];
      if (token.kind != TokenKind::Word) continue;
      const double weight = input_.weights.weight(Model::Field, "word:" + std::string(input_.words.at(t).text.text), option.sector);
      if (weight > most) most = weight, best = token.span;
    }
    return best;
  }
  void take_instrument(const Mention& m) {
    InstrumentSlot slot;
    slot.kind = m.value;
    slot.span = m.span;
    const std::string_view text = input_.zoned.article->text;
    if (!m.name.empty()) slot.name = std::string(quote(text, m.name));
    out_.instrument = std::move(slot);
  }

  const AssembleInput& input_;
  Candidate& candidate_;
  const Frame& frame_;
  Commitment& out_;
};

}  // namespace

void list_values(const AssembleInput& input, Candidate& candidate, const FieldChances& fields) {
  ValueLister(input, candidate, fields).run();
}
void choose_values(const AssembleInput& input, Candidate& candidate) { ValueChooser(input, candidate).run(); }

}  // namespace coopmine
