// Tokens and sentences: what segment/ makes of the blocks.
#pragma once

#include <cstdint>
#include <vector>

#include "base/span.h"
#include "model/article.h"

namespace coopmine {

// Identity of a case-folded word in the pack's Vocabulary; kUnknownWord for words no table names.
using WordId = std::uint32_t;
inline constexpr WordId kUnknownWord = 0;

enum class TokenKind : std::uint8_t { Word, Number, Punct };

struct Token {
  Span span;
  WordId word = kUnknownWord;
  TokenKind kind = TokenKind::Word;
  bool capital = false;       // first letter is upper or title case
  bool all_caps = false;      // two letters or more, none lower case
  bool space_before = false;  // white space (or the block's start) stands before it
};

// A sentence, headline or bullet: tokens [first, last) of Segmented::tokens.
struct Sentence {
  Span span;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t block = 0;  // index into ZonedArticle::blocks
  Zone zone = Zone::Body;
  BlockKind kind = BlockKind::Paragraph;
  bool cut = false;    // the sentence was longer than the cap and goes on in the next one
  bool quiet = false;  // its words promise no commitment: it is not read closely (pipeline/gate.h)
};

struct Segmented {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
};

}  // namespace coopmine
