#include "assemble/features.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "assemble/surroundings.h"
#include "model/words.h"
#include "rulepack/words.h"

namespace coopmine {
namespace {

void party_features(const Commitment& c, Features& out) {
  std::size_t given = 0, received = 0, joint = 0, inferred = 0, coded = 0;
  for (const Party& p : c.parties) {
    given += p.role == Role::Giver;
    received += p.role == Role::Receiver;
    joint += p.role == Role::Party;
    inferred += !p.via.empty();
    coded += !p.id.empty();
  }
  if (given == 0 && received == 0)
    out.add("parties", bucket(joint, 4));
  else
    out.add("sides", bucket(given, 2), bucket(received, 2));
  out.add("coded", bucket(coded, 3));
  out.add("inferred", bucket(inferred, 2));
}

}  // namespace

std::string_view name(Position position) {
  switch (position) {
    case Position::ClauseAfter: return "clause-after";
    case Position::ClauseBefore: return "clause-before";
    case Position::SentenceAfter: return "sentence-after";
    case Position::SentenceBefore: return "sentence-before";
    case Position::Previous: return "previous";
    case Position::Head: return "head";
  }
  return {};
}

std::string_view bucket(std::size_t n, std::size_t most) {
  static constexpr std::array<std::string_view, 8> kExact{"0", "1", "2", "3", "4", "5", "6", "7"};
  static constexpr std::array<std::string_view, 8> kMore{"0+", "1+", "2+", "3+", "4+", "5+", "6+", "7+"};
  return n >= most ? kMore[std::min<std::size_t>(most, 7)] : kExact[std::min<std::size_t>(n, 7)];
}

std::string_view level(double chance) {
  static constexpr std::array<std::string_view, 17> kLevels{"-8", "-7", "-6", "-5", "-4", "-3", "-2", "-1", "0",
                                                            "1",  "2",  "3",  "4",  "5",  "6",  "7",  "8"};
  chance = std::clamp(chance, 0.0, 1.0);  // a mean may miss the ends by a rounding
  const double odds = std::log((chance + 1e-6) / (1 - chance + 1e-6));
  return kLevels[static_cast<std::size_t>(std::clamp(std::lround(odds * 1.5), -8L, 8L) + 8)];
}

std::string_view coarse(double chance) {
  if (chance < 0.05) return "-3";
  if (chance < 0.18) return "-2";
  if (chance < 0.38) return "-1";
  if (chance < 0.62) return "0";
  if (chance < 0.82) return "1";
  return chance < 0.95 ? "2" : "3";
}

Position position_of(const AssembleInput& input, const Frame& frame, const Mention& m) {
  const Sentence& s = input.segmented.sentences[frame.sentence];
  if (m.first < s.first || m.first >= s.last) return m.first < s.first && m.first + 80 > s.first ? Position::Previous : Position::Head;
  const bool after = m.span.begin >= frame.trigger.end;
  if (m.first >= frame.begin && m.first < frame.end) return after ? Position::ClauseAfter : Position::ClauseBefore;
  return after ? Position::SentenceAfter : Position::SentenceBefore;
}

std::string_view distance(const Frame& frame, const Mention& m) {
  const std::uint32_t from = m.first >= frame.anchor ? m.first - frame.anchor : frame.anchor - m.first;
  if (from <= 2) return "0-2";
  if (from <= 5) return "3-5";
  if (from <= 10) return "6-10";
  if (from <= 20) return "11-20";
  if (from <= 40) return "21-40";
  return "41+";
}

HashedText word_at(const AssembleInput& input, std::uint32_t token, int offset) {
  return input.words.at(token, offset).text;
}

namespace {

// Of the article: what its title tells, and how dense it is with acts.
void article_features(const AssembleInput& input, const ArticleFacts& facts, const Frame& f, Features& out) {
  const Frame* title = facts.title;
  const std::size_t same = facts.frames[static_cast<std::size_t>(f.type)], others = input.frames.size();
  const std::string_view told = title == nullptr ? std::string_view("none") : name(title->type);
  out.add("title", told);
  out.add("title-type", told, name(f.type));
  if (title != nullptr) out.add("title-status", name(title->status), name(f.status));
  const std::size_t sentences = input.segmented.sentences.size();
  out.add("article-frames", bucket(others * 4 / (sentences + 1), 7));
  out.add("article-length", bucket(sentences / 8, 5));
  out.add("same-type", bucket(same * 5 / (others + 1), 5));
  out.add("voice", input.zoned.dateline_place.empty() ? "none" : "dateline");
}

// The words of the predicate and of what stands above it, as printed; and when it is told to be.
void predicate_features(const AssembleInput& input, const Frame& f, Features& out) {
  const Sentence& s = input.segmented.sentences[f.sentence];
  std::string chain, group;
  for (std::uint32_t t = s.first; t < s.last && t < f.anchor + f.anchor_length; ++t) {
    const Token& token = input.segmented.tokens[t];
    if (token.span.begin < f.trigger.begin) continue;
    const std::string word = fold(quote(input.zoned.article->text, token.span));
    out.add("chain-word", word);
    std::string& to = t < f.anchor ? chain : group;
    to += (to.empty() ? "" : " ") + word;
  }
  out.add("group", group);
  out.add("chain", chain);
  out.add("chain-class", chain, f.verb_class);
  out.add("modality-outer-verb", f.modality + "/" + f.outer_modality, f.verb_class);
  out.add("modality-outer-noun", f.modality + "/" + f.outer_modality, f.noun_class);
  const auto before = [](const Mention& m, std::uint32_t token) { return m.first < token; };
  const auto& all = input.mentions.all;
  for (auto m = std::lower_bound(all.begin(), all.end(), s.first, before); m != all.end() && m->first < s.last; ++m) {
    if (m->type != MentionType::Date) continue;
    const std::string_view relation = date_relation(input, *m);
    out.add("date", relation);
    if (m->first >= f.begin && m->first < f.end) out.add("date-modality", relation, f.outer_modality);
  }
}

}  // namespace

std::span<const Frame> frames_of(const AssembleInput& input, std::uint32_t sentence) {
  const auto before = [](const Frame& f, std::uint32_t s) { return f.sentence < s; };
  const auto after = [](std::uint32_t s, const Frame& f) { return s < f.sentence; };
  const auto first = std::lower_bound(input.frames.begin(), input.frames.end(), sentence, before);
  return {first, std::upper_bound(first, input.frames.end(), sentence, after)};
}

ArticleFacts::ArticleFacts(const AssembleInput& input) {
  for (const Frame& f : input.frames) {
    ++frames[static_cast<std::size_t>(f.type)];
    if (title == nullptr && input.segmented.sentences[f.sentence].zone == Zone::Title) title = &f;
  }
}

Features clause_features(const AssembleInput& input, const ArticleFacts& facts, const Frame& f) {
  const Sentence& s = input.segmented.sentences[f.sentence];
  Features out(input.learning);
  out.add("bias");
  const std::string_view type = name(f.type), status = name(f.status), zone = name(s.zone);
  out.add("rule-type", type);
  out.add("rule-status", status);
  out.add("rule", type, status);
  out.add("verb", f.verb_class);
  out.add("noun", f.noun_class);
  out.add("pair", f.verb_class, f.noun_class);
  out.add("lemma", f.lemma);
  out.add("object", f.object);
  out.add("lemma-object", f.lemma, f.object);
  out.add("modality", f.modality, f.outer_modality);
  out.add("verb-modality", f.verb_class, f.modality);
  out.add("zone", zone);
  out.add("zone-modality", zone, f.outer_modality);
  out.add("block", name(s.kind));
  if (f.nominal) out.add("nominal", zone);
  out.add("form", f.form);
  out.add("form-verb", f.form, f.verb_class);
  out.add("form-modality", f.form, f.outer_modality);
  const int length = static_cast<int>(f.anchor_length);
  out.add("word-before", word_at(input, f.anchor, -1));
  out.add("word-after", word_at(input, f.anchor, length));
  out.add("lemma-after", f.lemma, word_at(input, f.anchor, length));
  article_features(input, facts, f, out);
  if (f.passive) out.add("passive");
  out.add("link", f.link);
  out.add("before", f.before);
  out.add("link-before", f.link, f.before);
  out.add("link-noun", f.link, f.noun_class);
  out.add("link-verb", f.link, f.verb_class);
  out.add("before-noun", f.before, f.noun_class);
  out.add("earlier", bucket(f.earlier, 4));
  out.add("left", f.left);
  if (f.reacted) out.add("reacted");
  if (f.relative) out.add("relative");
  if (f.negated) out.add("negated");
  if (f.conditional) out.add("conditional");
  out.add("depth", bucket(f.chain.size(), 3));
  for (const std::string& cls : std::set<std::string>(f.chain.begin(), f.chain.end())) out.add("under", cls);
  out.add("outer", f.chain.empty() ? std::string_view("none") : std::string_view(f.chain.front()));
  out.add("inner", f.chain.empty() ? std::string_view("none") : std::string_view(f.chain.back()));
  if (!f.operators.empty()) out.add("outer-lemma", f.operators.front());
  if (!f.operators.empty()) out.add("inner-lemma", f.operators.back());
  if (!f.operators.empty()) out.add("outer-modality", f.chain.front(), f.outer_modality);
  const auto subject = std::find_if(f.fillers.begin(), f.fillers.end(), [](const Filler& x) { return x.function == "subject"; });
  if (subject == f.fillers.end()) {
    out.add("subject", "none");
  } else {
    const Mention& m = input.mentions.all[subject->mention];
    out.add("subject", m.actor.form == ActorForm::Generic ? std::string_view(m.actor.generic) : name(m.actor.form));
  }
  out.add("fillers", bucket(f.fillers.size(), 3));
  out.add("sentence", bucket(f.sentence / 3, 5));
  bool money = false;
  std::size_t actors = 0;
  const auto before = [](const Mention& m, std::uint32_t token) { return m.first < token; };
  auto m = std::lower_bound(input.mentions.all.begin(), input.mentions.all.end(), f.begin, before);
  for (; m != input.mentions.all.end() && m->first < f.end; ++m) {
    money = money || m->type == MentionType::Money;
    actors += m->type == MentionType::Actor && m->actor.form != ActorForm::Place;
    if (m->type == MentionType::Instrument) out.add("text", m->value);
  }
  if (money) out.add("money");
  for (std::uint32_t t = f.begin; t < f.end; ++t)
    if (input.segmented.tokens[t].kind == TokenKind::Word) out.add("word", input.words.at(t).text);
  out.add("actors", bucket(actors, 4));
  predicate_features(input, f, out);
  out.unique();
  out.shrink();
  return out;
}

void add_context_features(const AssembleInput& input, const Frame& f, Features& out) {
  const Sentence& s = input.segmented.sentences[f.sentence];
  const auto word = [&](std::uint32_t token) { return input.words.at(token).text; };
  const auto add_words = [&](FeatureName name, std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t t = begin; t < end; ++t) out.add(name, word(t));
  };
  const auto add_pairs = [&](FeatureName name, std::uint32_t begin, std::uint32_t end) {
    HashedText last("^");
    for (std::uint32_t t = begin; t < end; ++t) {
      const HashedText own = word(t);
      out.add(name, last, own);
      last = own;
    }
  };
  constexpr std::uint32_t kNear = 6;
  const std::uint32_t after = f.anchor + f.anchor_length;
  add_words("left-word", s.first, f.begin);
  add_pairs("left-pair", s.first, f.begin);
  add_pairs("word-pair", f.begin, f.end);
  add_words("right-word", f.end, s.last);
  add_words("near-word", after, std::min(after + kNear, s.last));
  for (std::uint32_t t = f.begin; t < f.end; ++t) {
    const ClusterTable::Names* classes = input.words.at(t).classes;
    for (std::size_t level = 0; classes != nullptr && level < kClusterLevels; ++level) out.add("word-class", (*classes)[level]);
  }
  const auto& all = input.segmented.sentences;
  if (f.sentence > 0) add_words("previous-word", all[f.sentence - 1].first, all[f.sentence - 1].last);
  if (f.sentence + 1 < all.size()) add_words("next-word", all[f.sentence + 1].first, all[f.sentence + 1].last);
  out.unique();
}

void add_outcome_features(const Commitment& c, Features& out) {
  out.add("type", name(c.type));
  out.add("status", name(c.status));
  out.add("type-status", name(c.type), name(c.status));
  party_features(c, out);
  if (!c.amounts.empty()) out.add("amounts");
  if (!c.dates.empty()) out.add("dates");
  if (c.instrument) out.add("instrument", c.instrument->kind);
  out.add("sectors", bucket(c.sectors.size(), 3));
}

}  // namespace coopmine
