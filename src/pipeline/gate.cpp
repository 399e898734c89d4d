#include "pipeline/gate.h"

#include <algorithm>
#include <set>

#include "base/span.h"
#include "rulepack/words.h"

namespace coopmine {
namespace {

class Gate {
 public:
  Gate(std::string_view text, const RulePack& pack, const Mentions& mentions, const Segmented& segmented, bool learning)
      : text_(text), pack_(pack), actors_(mentions.all), segmented_(segmented), learning_(learning) {}

  // To be asked in order of the sentences.
  [[nodiscard]] Features features(const Sentence& sentence) {
    Features f(learning_);
    f.add("bias");
    for (std::uint32_t token = sentence.first; token < sentence.last;) {
      while (actor_ < actors_.size() && actors_[actor_].first < token) ++actor_;
      if (actor_ < actors_.size() && actors_[actor_].first == token) {
        f.add("w", "<actor>");
        token = actors_[actor_].last;
      } else {
        add_word(segmented_.tokens[token++], f);
      }
    }
    f.unique();
    return f;
  }

 private:
  void add_word(const Token& token, Features& f) const {
    if (token.kind == TokenKind::Number)
      f.add("w", "0");
    else if (token.word != kUnknownWord)
      f.add("w", pack_.words.word(token.word));
    else
      f.add("w", fold(quote(text_, token.span)));
  }

  std::string_view text_;
  const RulePack& pack_;
  const std::vector<Mention>& actors_;
  const Segmented& segmented_;
  bool learning_;
  std::size_t actor_ = 0;
};

bool always_open(const Sentence& sentence, const std::vector<Token>& tokens, const std::set<WordId>& added) {
  if (sentence.zone == Zone::Title || sentence.kind == BlockKind::Heading) return true;
  if (added.empty()) return false;
  return std::any_of(tokens.begin() + sentence.first, tokens.begin() + sentence.last, [&](const Token& t) { return added.contains(t.word); });
}

}  // namespace

void close_gate(std::string_view text, const RulePack& pack, const WeightTable& weights, double least, const Mentions& mentions,
                Segmented& segmented, std::vector<SentenceCase>* cases) {
  if (!weights.knows(Model::Gate) && cases == nullptr) return;
  const double wanted = weights.cut(Model::Record);
  const double cut = weights.cut(Model::Gate) * (wanted > 0 ? std::min(1.0, least / wanted) : 0);
  Gate gate(text, pack, mentions, segmented, cases != nullptr);
  for (std::uint32_t i = 0; i < segmented.sentences.size(); ++i) {
    Sentence& sentence = segmented.sentences[i];
    if (always_open(sentence, segmented.tokens, pack.triggers.added)) continue;
    Features features = gate.features(sentence);
    sentence.quiet = weights.knows(Model::Gate) && weights.yes(Model::Gate, features) < cut;
    if (cases != nullptr) cases->push_back({i, std::move(features)});
  }
}

}  // namespace coopmine
