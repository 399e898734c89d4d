#include "eval/mistakes.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "eval/clue_view.h"
#include "eval/slot_reasons.h"

namespace coopmine {
namespace {

// Why a gold commitment has no record.
Reason why_missed(const Claim& gold, const PairedClaims& pairs, const ClueView& clues) {
  for (const Claim* record : pairs.records) {
    if (places_overlap(gold, *record)) {
      return {"missed: its record went to another commitment",
              fmt::format("one record covers this and another commitment: \"{}\"", short_label(*record))};
    }
  }
  if (!clues.known()) return {"missed", "no record overlaps these words"};
  if (clues.sentences(gold.spans).empty()) {
    return {"missed: not read", "these words stand in no sentence that is read (boilerplate, navigation)"};
  }
  if (const RejectedRecord* rejected = clues.rejected(gold.spans)) {
    return {"missed: confidence too low",
            fmt::format("a record by {} was held back for its confidence of {:.2f}", rejected->rule, rejected->confidence)};
  }
  const auto triggers = clues.within(ClueKind::Trigger, gold.spans);
  if (triggers.empty()) return {"missed: no trigger", fmt::format("no trigger in \"{}\"", short_label(gold))};
  const auto actors = clues.beside(ClueKind::Actor, gold.spans);
  if (actors.empty()) {
    return {"missed: no actor", fmt::format("trigger {}, but no known actor in the sentence", list_of(triggers))};
  }
  return {"missed: no rule", fmt::format("triggers {} and actors {} stand there, but no rule made a record of them",
                                         list_of(triggers), list_of(actors))};
}

// Whether the two stand in one sentence.
bool in_one_sentence(const ClueView& clues, const Claim& a, const Claim& b) {
  for (const ClueSentence* sentence : clues.sentences(a.spans)) {
    if (any_overlap(sentence->span, b.spans)) return true;
  }
  return false;
}

std::string made_by(const Claim& record) {
  const auto& rules = record.record.rules;
  std::string out = rules.empty() ? "" : "made by " + rules.front();
  if (!record.record.evidence.empty()) {
    const std::string& lemma = record.record.evidence.front().lemma;
    if (!lemma.empty()) out += fmt::format("{}trigger {}", out.empty() ? "" : ", ", lemma);
  }
  return out.empty() ? out : " (" + out + ")";
}

// Why a record should not be there.
Reason why_spurious(const Claim& record, const PairedArticle& article, const ClueView& clues) {
  const std::string by = made_by(record);
  for (const Claim& gold : article.gold->claims) {
    if (!places_overlap(gold, record)) continue;
    return {"spurious: second record",
            fmt::format("a second record for \"{}\": the two were not merged{}", short_label(gold), by)};
  }
  if (article.gold->claims.empty()) {
    return {"spurious: article without commitments", fmt::format("the article has no commitment at all{}", by)};
  }
  for (const Claim& gold : article.gold->claims) {
    if (!in_one_sentence(clues, record, gold)) continue;
    return {"spurious: beside a commitment",
            fmt::format("the sentence has a commitment, but in other words: \"{}\"{}", short_label(gold), by)};
  }
  return {"spurious: no commitment there", fmt::format("no commitment stands there{}", by)};
}

class ArticleMistakes {
 public:
  ArticleMistakes(const PairedArticle& article, const ClueFinder& finder, std::vector<Mistake>& out)
      : article_(article), clues_(finder ? finder(*article.gold) : std::nullopt), out_(out) {}

  void find() {
    const PairedClaims& pairs = article_.pairs;
    for (std::size_t g = 0; g < pairs.gold.size(); ++g) {
      const Claim& gold = *pairs.gold[g];
      if (pairs.record_of[g] == kUnpaired) {
        add(MistakeKind::Missed, &gold, nullptr, {why_missed(gold, pairs, clues_)});
        continue;
      }
      const Claim& record = *pairs.records[pairs.record_of[g]];
      if (record.items != gold.items) add(MistakeKind::Slots, &gold, &record, slot_reasons(gold, record, clues_));
    }
    for (std::size_t r = 0; r < pairs.records.size(); ++r) {
      if (pairs.gold_of[r] != kUnpaired) continue;
      add(MistakeKind::Spurious, nullptr, pairs.records[r], {why_spurious(*pairs.records[r], article_, clues_)});
    }
  }

 private:
  void add(MistakeKind kind, const Claim* gold, const Claim* record, std::vector<Reason> reasons) {
    out_.push_back({kind, article_.gold->name, gold, record, std::move(reasons)});
  }

  const PairedArticle& article_;
  ClueView clues_;
  std::vector<Mistake>& out_;
};

// Whether every record and every gold commitment of the article is right.
bool all_right(const PairedClaims& pairs) {
  const EvalCounts counts = counts_of(pairs);
  return counts.whole == counts.gold && counts.records == counts.gold;
}

}  // namespace

std::string_view name(MistakeKind kind) {
  constexpr std::array<std::string_view, 3> kNames{"missed", "slots", "spurious"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::vector<Mistake> mistakes_of(const std::vector<PairedArticle>& articles, const ClueFinder& clues) {
  std::vector<Mistake> mistakes;
  for (const PairedArticle& article : articles) {
    if (!all_right(article.pairs)) ArticleMistakes(article, clues, mistakes).find();
  }
  return mistakes;
}

std::vector<std::pair<std::string, std::size_t>> count_reasons(const std::vector<Mistake>& mistakes) {
  std::map<std::string, std::size_t> counts;
  for (const Mistake& mistake : mistakes) {
    for (const Reason& reason : mistake.reasons) ++counts[reason.group];
  }
  std::vector<std::pair<std::string, std::size_t>> sorted(counts.begin(), counts.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  return sorted;
}

}  // namespace coopmine
