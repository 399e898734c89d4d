#include "assemble/judge.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "assemble/features.h"
#include "model/words.h"
#include "rulepack/words.h"

namespace coopmine {
namespace {

std::string_view kind_word(const Mention& m) {
  switch (m.type) {
    case MentionType::Money: return "<money>";
    case MentionType::Date: return "<date>";
    case MentionType::Duration: return "<duration>";
    default: return {};
  }
}

// What stands for a mention among the words of a sentence: its kind, not its name.
std::string word_of(const Mention& m) {
  if (m.type != MentionType::Actor) return std::string(kind_word(m));
  if (m.actor.form == ActorForm::Generic) return "<" + std::string(m.actor.generic) + ">";
  return "<" + std::string(name(m.actor.form)) + "/" + std::string(name(m.actor.kind)) + ">";
}

}  // namespace

class SentenceJudge::Reader {
 public:
  explicit Reader(const AssembleInput& input) : input_(input), words_(input.segmented.sentences.size()) {
    std::set<std::string_view> heads;
    for (std::uint32_t s = 0; s < std::min<std::size_t>(3, sentences().size()); ++s) collect(s, heads);
    heads_ = heads.size();
  }

  [[nodiscard]] Features features(std::uint32_t sentence, std::span<const Candidate> candidates) {
    const Sentence& s = sentences()[sentence];
    Features f(input_.learning);
    f.add("bias");
    const Words& own = words(sentence);
    for (std::size_t i = 0; i < own.size(); ++i) {
      f.add("w", own[i].text);
      if (i + 1 < own.size()) f.add("ww", own[i].text, own[i + 1].text);
    }
    add_classes(own, f);
    for (const ArticleWords::Word& word : words(0)) f.add("title-word", word.text);
    if (sentence > 0)
      for (const ArticleWords::Word& word : words(sentence - 1)) f.add("previous-word", word.text);
    std::set<std::string_view> actors;
    collect(sentence, actors);
    f.add("sentence-zone", name(s.zone));
    f.add("sentence-kind", name(s.kind));
    f.add("place", bucket(sentence, 7));
    f.add("length", bucket(own.size() / 8, 6));
    f.add("candidates", bucket(candidates.size(), 4));
    f.add("sentence-actors", bucket(actors.size(), 4));
    f.add("head-actors", bucket(heads_, 4));
    f.add("sentences", bucket(sentences().size() / 6, 6));
    for (const Candidate& c : candidates) f.add(c.features);
    f.unique();
    return f;
  }

 private:
  using Words = std::vector<ArticleWords::Word>;
  [[nodiscard]] static const HashedText& class_of(const ArticleWords::Word& word, std::size_t level) {
    return word.classes == nullptr ? word.text : (*word.classes)[level];
  }

  // The classes of words and of pairs of them: words that the gold never shows are judged by the company they keep.
  static void add_classes(const Words& words, Features& f) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      for (std::size_t level = 0; level < kClusterLevels && words[i].classes != nullptr; ++level) f.add("class", class_of(words[i], level));
      for (std::size_t level = 0; level + 1 < kClusterLevels && i + 1 < words.size(); ++level) f.add("classes", class_of(words[i], level), class_of(words[i + 1], level));
    }
  }

  [[nodiscard]] const std::vector<Sentence>& sentences() const { return input_.segmented.sentences; }
  [[nodiscard]] std::size_t first_mention(const Sentence& s) const {
    const auto before = [](const Mention& m, std::uint32_t token) { return m.first < token; };
    const auto& all = input_.mentions.all;
    return static_cast<std::size_t>(std::lower_bound(all.begin(), all.end(), s.first, before) - all.begin());
  }
  void collect(std::uint32_t sentence, std::set<std::string_view>& ids) const {
    const Sentence& s = sentences()[sentence];
    const auto& all = input_.mentions.all;
    for (std::size_t i = first_mention(s); i < all.size() && all[i].first < s.last; ++i)
      if (all[i].type == MentionType::Actor && !all[i].actor.id.empty()) ids.insert(all[i].actor.id);
  }

  // The sentence with mentions as one word each.  The first sentence and the two that were read last are kept.
  const Words& words(std::uint32_t sentence) {
    if (words_[sentence]) return *words_[sentence];
    words_[sentence] = read_words(sentences()[sentence]);
    if (sentence != 0) {
      if (latest_[0] != 0) words_[latest_[0]].reset();
      latest_ = {latest_[1], sentence};
    }
    return *words_[sentence];
  }

  [[nodiscard]] Words read_words(const Sentence& s) {
    const auto& all = input_.mentions.all;
    Words out;
    out.reserve(s.last - s.first);
    std::size_t m = first_mention(s);
    for (std::uint32_t t = s.first; t < s.last;) {
      const Mention* here = nullptr;
      for (; m < all.size() && all[m].first <= t; ++m)
        if (all[m].first == t && here == nullptr && (all[m].type == MentionType::Actor || !kind_word(all[m]).empty())) here = &all[m];
      if (here != nullptr && here->last > t) {
        out.push_back({keep(word_of(*here)), nullptr});
        t = here->last;
        continue;
      }
      out.push_back(input_.words.at(t++));
    }
    return out;
  }

  std::string_view keep(std::string word) { return kept_.emplace_back(std::move(word)); }

  const AssembleInput& input_;
  std::size_t heads_ = 0;
  std::vector<std::optional<Words>> words_;  // by sentence
  std::array<std::uint32_t, 2> latest_{};    // of those that are kept; 0: none
  std::deque<std::string> kept_;             // what stands for mentions
};

namespace {

class Judge {
 public:
  Judge(const AssembleInput& input, const SentenceChances& sentences, std::span<Candidate> candidates)
      : input_(input), chances_(sentences.chance), expected_(sentences.expected), all_(candidates) {}

  void run() {
    for_each_sentence(all_, [&](std::uint32_t, std::size_t first, std::size_t last) {
      rank(first, last);
      for (std::size_t i = first; i < last; ++i) decide(all_[i], all_[first + best_]);
    });
  }

 private:
  void rank(std::size_t first, std::size_t last) {
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t i = first; i < last; ++i) {
      Candidate& c = all_[i];
      Features f = c.features;
      add_outcome_features(c.commitment, f);
      f.add("sentence", level(chances_[c.frame->sentence]));
      order.emplace_back(-input_.weights.yes(Model::Rank, f), i);
      if (input_.learning) c.ranking = std::move(f);
    }
    std::sort(order.begin(), order.end());
    for (std::size_t place = 0; place < order.size(); ++place) all_[order[place].second].rank = static_cast<std::uint32_t>(place);
    best_ = order.front().second - first;
  }

  void decide(Candidate& c, const Candidate& best) const {
    const std::uint32_t s = c.frame->sentence;
    Features f = c.features;
    add_outcome_features(c.commitment, f);
    double near = 0.01;
    if (s > 0) near = std::max(near, chances_[s - 1]);
    if (s + 1 < chances_.size()) near = std::max(near, chances_[s + 1]);
    f.add("sentence", level(chances_[s]));
    f.add("sentence-rank", level(chances_[s]), bucket(c.rank, 2));
    f.add("title-sentence", level(chances_[0]));
    f.add("mean", bucket(static_cast<std::size_t>(std::lround(7 * expected_ / static_cast<double>(chances_.size()))), 7));
    f.add("expected", bucket(static_cast<std::size_t>(std::lround(expected_)), 7));
    f.add("near", level(near));
    f.add("rank", bucket(c.rank, 3));
    if (c.rank != 0) add_rivalry(c, best, f);
    f.unique();
    c.chance = input_.weights.yes(Model::Record, f);
    if (input_.learning) c.judgement = std::move(f);
  }

  // How it differs from the likeliest act of its sentence.
  static void add_rivalry(const Candidate& c, const Candidate& best, Features& f) {
    const Commitment& x = c.commitment;
    const Commitment& y = best.commitment;
    f.add("rival-type", x.type == y.type ? "same" : "other");
    f.add("rival-types", name(x.type), name(y.type));
    f.add("rival-status", x.status == y.status ? "same" : "other");
    f.add("rival-verb", c.frame->verb_class, best.frame->verb_class);
    f.add("rival-link", c.frame->link, c.frame->anchor > best.frame->anchor ? "after" : "before");
    const bool text = x.instrument && (!y.instrument || x.instrument->span != y.instrument->span);
    const bool sum = !x.amounts.empty() && (y.amounts.empty() || x.amounts.front().span != y.amounts.front().span);
    f.add("rival-own", text ? "text" : "no-text", sum ? "sum" : "no-sum");
  }

  const AssembleInput& input_;
  const std::vector<double>& chances_;
  double expected_ = 0;
  std::span<Candidate> all_;
  std::size_t best_ = 0;  // of the sentence at hand, counted from its first candidate
};

}  // namespace

SentenceJudge::SentenceJudge(const AssembleInput& input) : input_(input), reader_(std::make_unique<Reader>(input)) {
  out_.chance.assign(input.segmented.sentences.size(), 0);
}
SentenceJudge::~SentenceJudge() = default;

double SentenceJudge::judge(std::uint32_t sentence, std::span<const Candidate> candidates) {
  SentenceCase c{sentence, reader_->features(sentence, candidates)};
  const double chance = input_.weights.yes(Model::Sentence, c.features);
  out_.chance[sentence] = chance;
  out_.expected += chance;
  if (input_.learning) out_.cases.push_back(std::move(c));
  return chance;
}

void judge_candidates(const AssembleInput& input, const SentenceChances& sentences, std::span<Candidate> candidates) {
  Judge(input, sentences, candidates).run();
}

}  // namespace coopmine
