// Labels: what the gold says of each choice that was made in an article.
#pragma once

#include "base/utf8.h"
#include "eval/gold.h"
#include "pipeline/pipeline.h"

namespace coopmine {

// The slots of a commitment as the scorer counts them.
[[nodiscard]] SlotItems items_of(const Commitment& commitment);

// The gold of one article, seen from what the pipeline found in it.  All must outlive it.
class ArticleLabels {
 public:
  ArticleLabels(const GoldArticle& gold, const ArticleLayers& layers);

  // The gold commitment that tells the candidate's act: a quote of it holds the anchor; of several the one that
  // begins nearest to the trigger.  nullptr: none.
  [[nodiscard]] const Claim* of_anchor(const Candidate& candidate) const;

  // The gold commitment of its sentence that a candidate agrees with most; nullptr: its sentence tells of none.
  [[nodiscard]] const Claim* nearest(const Candidate& candidate) const;

  enum class Told { No, Optional, Yes };
  // Whether a sentence (index) tells of a commitment.
  [[nodiscard]] Told told(std::uint32_t sentence) const;
  // Agreement with the nearest gold commitment of its sentence, 0 to 1; optional ones do not count.
  [[nodiscard]] double agreement(const Candidate& candidate) const;
  // Which candidates of one sentence are its commitments: in order of rank each gold commitment has the candidate
  // that agrees most.  One value for each of `candidates`.
  [[nodiscard]] std::vector<bool> chosen(const std::vector<const Candidate*>& candidates) const;

  // Whether the gold commitment gives that actor or value that slot.
  [[nodiscard]] static bool has(const Claim& claim, SlotKind slot, const Mention& mention);
  [[nodiscard]] static bool has(const Claim& claim, SlotKind slot, const std::string& value);
  [[nodiscard]] static std::vector<std::string> sectors(const Claim& claim);
  // "giver", "receiver", "party" or "none".
  [[nodiscard]] static std::string role(const Claim& claim, const Mention& actor);

 private:
  [[nodiscard]] std::vector<const Claim*> in_sentence(std::uint32_t sentence) const;
  [[nodiscard]] CodeSpan code(Span span) const { return {map_.code_points(span.begin), map_.code_points(span.end)}; }

  const GoldArticle& gold_;
  const ArticleLayers& layers_;
  OffsetMap map_;
};

}  // namespace coopmine
