#include "segment/segment.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>

#include <memory>
#include <stdexcept>
#include <string>

#include "base/utf8.h"

namespace coopmine {
namespace {

// The article in UTF-16 with line ends as spaces, and a cursor that turns ascending UTF-16 offsets
// into byte offsets.
class Utf16View {
 public:
  explicit Utf16View(std::string_view utf8) : utf8_(utf8) {
    units_.resize(utf8.size() + 1);
    UErrorCode error = U_ZERO_ERROR;
    std::int32_t length = 0;
    u_strFromUTF8(units_.data(), static_cast<std::int32_t>(units_.size()), &length, utf8.data(),
                  static_cast<std::int32_t>(utf8.size()), &error);
    if (U_FAILURE(error) != 0) throw std::runtime_error("text is not valid UTF-8");
    units_.resize(static_cast<std::size_t>(length));
    for (char16_t& unit : units_)
      if (unit == u'\n' || unit == u'\r' || unit == u'\t') unit = u' ';
  }

  [[nodiscard]] const std::u16string& units() const { return units_; }

  // Byte offset of UTF-16 offset `at`; calls must not go backwards.
  std::uint32_t byte_of(std::int32_t at) {
    while (unit_ < at) {
      const CodePoint point = code_point_at(utf8_, byte_);
      byte_ += point.bytes;
      unit_ += point.value > 0xFFFF ? 2 : 1;
    }
    return static_cast<std::uint32_t>(byte_);
  }

 private:
  std::string_view utf8_;
  std::u16string units_;
  std::int32_t unit_ = 0;
  std::size_t byte_ = 0;
};

class Iterators {
 public:
  Iterators() {
    UErrorCode error = U_ZERO_ERROR;
    words_.reset(icu::BreakIterator::createWordInstance(icu::Locale::getEnglish(), error));
    sentences_.reset(icu::BreakIterator::createSentenceInstance(icu::Locale::getEnglish(), error));
    if (U_FAILURE(error) != 0) throw std::runtime_error("ICU break iterators are not available");
  }
  icu::BreakIterator& words() { return *words_; }
  icu::BreakIterator& sentences() { return *sentences_; }

 private:
  std::unique_ptr<icu::BreakIterator> words_;
  std::unique_ptr<icu::BreakIterator> sentences_;
};

Iterators& thread_iterators() {
  thread_local Iterators iterators;
  return iterators;
}

bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }
bool is_upper(char32_t c) { return u_isUUppercase(static_cast<UChar32>(c)) != 0 || u_istitle(static_cast<UChar32>(c)) != 0; }

struct Shape {
  bool capital = false;
  bool all_caps = false;
  bool letters = false;
  bool digits = false;
};

Shape shape_of(std::string_view word) {
  Shape shape;
  int upper = 0;
  int lower = 0;
  bool first = true;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    at += point.bytes;
    if (is_letter(point.value)) {
      shape.letters = true;
      const bool up = is_upper(point.value);
      if (first) shape.capital = up;
      (up ? upper : lower) += 1;
      first = false;
    } else if (u_isdigit(static_cast<UChar32>(point.value)) != 0) {
      shape.digits = true;
      first = false;
    }
  }
  shape.all_caps = upper >= 2 && lower == 0;
  return shape;
}

class Segmenter {
 public:
  Segmenter(const ZonedArticle& zoned, const Vocabulary& words, const AbbreviationTable& abbreviations,
            const SegmentConfig& config)
      : zoned_(zoned), text_(zoned.article->text), words_(words), abbreviations_(abbreviations),
        config_(config), view_(text_) {}

  Segmented run() {
    tokenize();
    mark_sentence_ends();
    cut_sentences();
    return std::move(out_);
  }

 private:
  void tokenize() {
    icu::UnicodeString alias(false, view_.units().data(), static_cast<std::int32_t>(view_.units().size()));
    icu::BreakIterator& iterator = thread_iterators().words();
    iterator.setText(alias);
    std::size_t block = 0;
    std::uint32_t begin = 0;
    for (std::int32_t end = iterator.next(); end != icu::BreakIterator::DONE; end = iterator.next()) {
      const std::uint32_t end_byte = view_.byte_of(end);
      Span span{begin, end_byte};
      begin = end_byte;
      while (block < zoned_.blocks.size() && zoned_.blocks[block].span.end <= span.begin) ++block;
      if (block == zoned_.blocks.size()) break;
      const Span home = zoned_.blocks[block].span;
      span.begin = std::max(span.begin, home.begin);
      span.end = std::min(span.end, home.end);
      if (!span.empty()) add(span, static_cast<std::uint32_t>(block));
    }
  }

  void add(Span span, std::uint32_t block) {
    const std::string_view word = quote(text_, span);
    const CodePoint first = code_point_at(word, 0);
    if (u_isUWhiteSpace(static_cast<UChar32>(first.value)) != 0 || first.value == 0xFEFF) {
      space_ = true;
      return;
    }
    const Shape shape = shape_of(word);
    if (!shape.letters && !shape.digits) {
      if (extends_acronym(span, block)) return;
      push(span, block, TokenKind::Punct, shape);
      return;
    }
    if (split_glued(span, block)) return;
    split_clitic(span, block, shape);
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
    last.word = words_.find(fold(quote(text_, last.span)));
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
    add({span.begin, at}, block);
    push({at, at + 1}, block, TokenKind::Punct, {});
    forced_end_.back() = true;
    add({at + 1, span.end}, block);
    return true;
  }

  void split_clitic(Span span, std::uint32_t block, const Shape& shape) {
    const std::string_view word = quote(text_, span);
    for (const std::string_view clitic : {std::string_view{"'s"}, std::string_view{"\u2019s"},
                                          std::string_view{"'S"}, std::string_view{"\u2019S"}}) {
      if (word.size() > clitic.size() && word.ends_with(clitic)) {
        const auto at = span.end - static_cast<std::uint32_t>(clitic.size());
        push({span.begin, at}, block, TokenKind::Word, shape_of(quote(text_, {span.begin, at})));
        push({at, span.end}, block, TokenKind::Word, {});
        return;
      }
    }
    push(span, block, shape.letters ? TokenKind::Word : TokenKind::Number, shape);
  }

  void push(Span span, std::uint32_t block, TokenKind kind, const Shape& shape) {
    Token token;
    token.span = span;
    token.kind = kind;
    token.capital = shape.capital;
    token.all_caps = shape.all_caps;
    token.space_before = space_ || blocks_.empty() || blocks_.back() != block;
    token.word = words_.find(fold(quote(text_, span)));
    space_ = false;
    out_.tokens.push_back(token);
    blocks_.push_back(block);
    forced_end_.push_back(false);
  }

  // Turns ICU's sentence boundaries into "a sentence ends after token i".
  void mark_sentence_ends() {
    icu::UnicodeString alias(false, view_.units().data(), static_cast<std::int32_t>(view_.units().size()));
    icu::BreakIterator& iterator = thread_iterators().sentences();
    iterator.setText(alias);
    Utf16View cursor(text_);
    std::size_t token = 0;
    for (std::int32_t at = iterator.next(); at != icu::BreakIterator::DONE; at = iterator.next()) {
      const std::uint32_t byte = cursor.byte_of(at);
      while (token < out_.tokens.size() && out_.tokens[token].span.end <= byte) ++token;
      if (token > 0 && !ends_with_abbreviation(token - 1)) forced_end_[token - 1] = true;
    }
  }

  [[nodiscard]] bool ends_with_abbreviation(std::size_t last) const {
    std::size_t at = last;
    const auto& tokens = out_.tokens;
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
      if (!block_ends && !forced_end_[i] && !capped) continue;
      const Block& block = zoned_.blocks[blocks_[i]];
      Sentence sentence;
      sentence.span = {out_.tokens[first].span.begin, out_.tokens[i].span.end};
      sentence.first = first;
      sentence.last = i + 1;
      sentence.block = blocks_[i];
      sentence.zone = block.zone;
      sentence.kind = block.kind;
      sentence.cut = capped && !block_ends && !forced_end_[i];
      out_.sentences.push_back(sentence);
      first = i + 1;
    }
  }

  const ZonedArticle& zoned_;
  std::string_view text_;
  const Vocabulary& words_;
  const AbbreviationTable& abbreviations_;
  const SegmentConfig& config_;
  Utf16View view_;
  Segmented out_;
  std::vector<std::uint32_t> blocks_;  // block of each token
  std::vector<bool> forced_end_;       // a sentence ends after the token
  bool space_ = false;
};

}  // namespace

Segmented segment(const ZonedArticle& zoned, const Vocabulary& words,
                  const AbbreviationTable& abbreviations, const SegmentConfig& config) {
  return Segmenter(zoned, words, abbreviations, config).run();
}

}  // namespace coopmine
