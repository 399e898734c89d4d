// Frames: what frame/ makes of a sentence, before anything of the rest of the article is known.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/span.h"
#include "model/commitment.h"
#include "model/mention.h"

namespace coopmine {

// A mention in a grammatical function of a frame.
struct Filler {
  std::string function;       // as in frames.tsv: "subject", "to", "adjective" ...
  std::uint32_t mention = 0;  // index into Mentions::all
  std::string rule;           // the construction that found it; empty: the clause itself
};

// One act that a sentence tells of.
struct Frame {
  std::uint32_t sentence = 0;      // index into Segmented::sentences
  std::uint32_t unit = 0;          // the anchor, index into PhrasedSentence::units
  std::uint32_t anchor = 0;        // first token of the anchor
  std::uint32_t anchor_length = 1; // in tokens
  std::uint32_t begin = 0;         // tokens [begin, end): the clause that states the act
  std::uint32_t end = 0;
  Span trigger;                    // from the outermost operator to the anchor
  CommitmentType type = CommitmentType::Cooperation;
  Status status = Status::Pledged;
  std::string act;
  std::string role_frame;          // `frame` of frames.tsv
  std::string lemma;               // of the anchor
  std::string verb_class;          // "" for a noun without a verb
  std::string noun_class;          // "" for none
  std::vector<std::string> chain;  // classes of the operators above the anchor, outermost first
  std::vector<std::string> operators;  // their lemmas
  std::string object;              // lemma of the noun that is its object; "" for none
  std::string modality;            // form of the anchor, as in modality.tsv
  std::string outer_modality;      // of the outermost predicate
  std::string link;                // how the anchor hangs on the clause: root, complement, object, nested ...
  std::string before;              // what stands right before the anchor's phrase: preposition, verb, mark, start, other
  std::uint32_t earlier = 0;       // frames of the sentence before this one
  std::string left;                // verb class / noun class of the frame before it, when no finite verb stands between
  std::string form;                // of the anchor's verb: base, present, past, participle, gerund; "" for a noun
  bool passive = false;
  std::vector<Filler> fillers;
  std::int32_t instrument = -1;    // index into Mentions::all; -1: none
  std::int32_t asker = -1;         // filler index of who asks, offers or intends; -1: nobody in the clause
  std::int32_t speaker = -1;       // mention index of who is said to say so; -1: nobody who is known
  Span report;                     // the words that say so ("the ministry said"), or the quotation alone; empty: none
  bool quoted = false;             // the anchor stands in a quotation
  std::int32_t parent = -1;        // index of the frame of the text whose content this is; -1: none
  bool nominal = false;            // the anchor is a noun that no verb governs
  bool reacted = false;            // praised, recalled, welcomed: told as background
  bool negated = false;            // "will not provide"; status Ended
  bool relative = false;           // stands in a relative or participle clause
  bool conditional = false;        // behind if, unless, whether
};

}  // namespace coopmine
