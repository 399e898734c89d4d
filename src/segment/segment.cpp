#include "segment/segment.h"

#include <algorithm>
#include <stdexcept>

#include "base/utf8.h"
#include "segment/addresses.h"
#include "segment/sentence_scanner.h"
#include "segment/word_scanner.h"

namespace coopmine {
namespace {

constexpr std::size_t kBytesPerToken = 5;  // fewer in no running text; only room is made by it

class Segmenter {
 public:
  Segmenter(const ZonedArticle& zoned, const Vocabulary& words, const AbbreviationTable& abbreviations,
            const SegmentConfig& config)
      : zoned_(zoned), text_(zoned.article->text), words_(words), abbreviations_(abbreviations),
        config_(config), addresses_(addresses(text_)) {
    if (find_invalid_utf8(text_) != std::string_view::npos) throw std::runtime_error("text is not valid UTF-8");
    out_.tokens.reserve(text_.size() / kBytesPerToken);
    blocks_.reserve(text_.size() / kBytesPerToken);
    forced_end_.reserve(text_.size() / kBytesPerToken);
  }

  Segmented run() {
    tokenize();
    mark_sentence_ends();
    cut_sentences();
    return std::move(out_);
  }

 private:
  void tokenize() {
    WordScanner scanner(text_);
    std::size_t block = 0, address = 0;
    for (ScannedWord word; scanner.next(word);) {
      space_ = space_ || word.space_before;
      while (address < addresses_.size() && addresses_[address].end <= word.span.begin) ++address;
      if (address < addresses_.size() && addresses_[address].begin <= word.span.begin) continue;
      while (block < zoned_.blocks.size() && zoned_.blocks[block].span.end <= word.span.begin) ++block;
      if (block == zoned_.blocks.size()) break;
      const Span home = zoned_.blocks[block].span;
      if (home.contains(word.span)) {
        add(word, static_cast<std::uint32_t>(block));
      } else {
        add_part({std::max(word.span.begin, home.begin), std::min(word.span.end, home.end)}, static_cast<std::uint32_t>(block));
      }
    }
  }

  // What of a word lies in the block.
  void add_part(Span span, std::uint32_t block) {
    if (span.empty()) return;
    if (begins_white(text_, span.begin)) {
      space_ = true;
    } else {
      add(shape_of(text_, span), block);
    }
  }

  void add(const ScannedWord& word, std::uint32_t block) {
    if (!word.letters && !word.digits) {
      if (extends_acronym(word.span, block)) return;
      push(word, block, TokenKind::Punct);
    } else if (!word.inner_mark) {
      push(word, block, word.letters ? TokenKind::Word : TokenKind::Number);
    } else if (!split_glued(word.span, block)) {
      split_clitic(word, block);
    }
  }

  // "U.S" + "." -> "U.S."
  bool extends_acronym(Span span, std::uint32_t block) {
    if (span.size() != 1 || text_[span.begin] != '.' || out_.tokens.empty() || space_) return false;
    Token& last = out_.tokens.back();
    if (last.span.end != span.begin || blocks_.back() != block || last.kind != TokenKind::Word) return false;
    const std::string_view word = quote(text_, last.span);
    bool letter = true;
    for (const char c : word) {
      const bool is_dot = c == '.';
      const bool is_ascii_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (letter ? !is_ascii_letter : !is_dot) return false;
      letter = !letter;
    }
    if (letter || word.size() < 3) return false;
    last.span.end = span.end;
    last.word = words_.find_printed(quote(text_, last.span));
    return true;
  }

  // "recovery.During": three lower-case letters, a full stop, a capital, then lower case.
  bool split_glued(Span span, std::uint32_t block) {
    const std::string_view word = quote(text_, span);
    const std::size_t dot = word.find('.');
    if (dot == std::string_view::npos || dot < 3 || dot + 2 >= word.size()) return false;
    for (std::size_t i = dot - 3; i < dot; ++i)
      if (word[i] < 'a' || word[i] > 'z') return false;
    const char after = word[dot + 1];
    const char next = word[dot + 2];
    if (after < 'A' || after > 'Z' || next < 'a' || next > 'z') return false;
    const auto at = span.begin + static_cast<std::uint32_t>(dot);
    add(shape_of(text_, {span.begin, at}), block);
    push(shape_of(text_, {at, at + 1}), block, TokenKind::Punct);
    forced_end_.back() = 1;
    add(shape_of(text_, {at + 1, span.end}), block);
    return true;
  }

  void split_clitic(const ScannedWord& whole, std::uint32_t block) {
    const std::string_view word = quote(text_, whole.span);
    for (const std::string_view clitic : {std::string_view{"'s"}, std::string_view{"\u2019s"},
                                          std::string_view{"'S"}, std::string_view{"\u2019S"}}) {
      if (word.size() > clitic.size() && word.ends_with(clitic)) {
        const auto at = whole.span.end - static_cast<std::uint32_t>(clitic.size());
        push(shape_of(text_, {whole.span.begin, at}), block, TokenKind::Word);
        ScannedWord end;
        end.span = {at, whole.span.end};
        push(end, block, TokenKind::Word);
        return;
      }
    }
    push(whole, block, whole.letters ? TokenKind::Word : TokenKind::Number);
  }

  void push(const ScannedWord& word, std::uint32_t block, TokenKind kind) {
    Token token;
    token.span = word.span;
    token.kind = kind;
    token.capital = word.capital;
    token.all_caps = word.all_caps;
    token.space_before = space_ || blocks_.empty() || blocks_.back() != block;
    token.word = words_.find_printed(quote(text_, word.span));
    space_ = false;
    out_.tokens.push_back(token);
    blocks_.push_back(block);
    forced_end_.push_back(0);
  }

  // Turns sentence boundaries into "a sentence ends after token i".
  void mark_sentence_ends() {
    std::size_t token = 0, address = 0;
    for (const std::uint32_t byte : sentence_breaks(text_)) {
      while (address < addresses_.size() && addresses_[address].end <= byte) ++address;
      if (address < addresses_.size() && addresses_[address].begin < byte) continue;
      while (token < out_.tokens.size() && out_.tokens[token].span.end <= byte) ++token;
      if (token > 0 && !ends_with_abbreviation(token - 1)) forced_end_[token - 1] = 1;
    }
  }

  [[nodiscard]] bool ends_with_abbreviation(std::size_t last) const {
    std::size_t at = last;
    const auto& tokens = out_.tokens;
    // Who writes two spaces between sentences writes one behind an abbreviation.
    if (last + 1 < tokens.size() && quote(text_, {tokens[last].span.end, tokens[last + 1].span.begin}).starts_with("  ")) return false;
    const std::string_view word = quote(text_, tokens[at].span);
    if (word.size() > 2 && word.back() == '.') return true;  // dotted acronym
    if (word != "." || at == 0 || tokens[at - 1].span.end != tokens[at].span.begin) return false;
    const Token& before = tokens[--at];
    if (before.span.size() == 1 && before.capital) return true;  // an initial
    if (before.word == kUnknownWord) return false;
    return abbreviations_.any_case.contains(before.word) ||
           (before.capital && abbreviations_.capitalised.contains(before.word));
  }

  void cut_sentences() {
    const auto count = static_cast<std::uint32_t>(out_.tokens.size());
    std::uint32_t first = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
      const bool block_ends = i + 1 == count || blocks_[i + 1] != blocks_[i];
      const bool capped = i + 1 - first >= config_.max_tokens;
      if (!block_ends && forced_end_[i] == 0 && !capped) continue;
      const Block& block = zoned_.blocks[blocks_[i]];
      Sentence sentence;
      sentence.span = {out_.tokens[first].span.begin, out_.tokens[i].span.end};
      sentence.first = first;
      sentence.last = i + 1;
      sentence.block = blocks_[i];
      sentence.zone = block.zone;
      sentence.kind = block.kind;
      sentence.cut = capped && !block_ends && forced_end_[i] == 0;
      out_.sentences.push_back(sentence);
      first = i + 1;
    }
  }

  const ZonedArticle& zoned_;
  std::string_view text_;
  const Vocabulary& words_;
  const AbbreviationTable& abbreviations_;
  const SegmentConfig& config_;
  const std::vector<Span> addresses_;
  Segmented out_;
  std::vector<std::uint32_t> blocks_;  // block of each token
  std::vector<char> forced_end_;       // not 0: a sentence ends after the token
  bool space_ = false;
};

}  // namespace

Segmented segment(const ZonedArticle& zoned, const Vocabulary& words,
                  const AbbreviationTable& abbreviations, const SegmentConfig& config) {
  return Segmenter(zoned, words, abbreviations, config).run();
}

}  // namespace coopmine
