#include "mention/typed.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "model/commitment.h"

namespace coopmine {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// What single characters tell: figures, a year of four of them, signs of currencies.
Needs needs_of_characters(std::string_view words, const RulePack& pack) {
  Needs met = 0;
  std::size_t run = 0;  // figures in a row
  bool glued = false;   // a letter, then a figure: perhaps a sign glued to its sum
  for (std::size_t at = 0; at < words.size(); ++at) {
    const char c = words[at];
    if (is_digit(c)) {
      met |= bit(Need::Figure);
      glued = glued || (run == 0 && at > 0 && is_letter(words[at - 1]));
      if (++run == 4) met |= bit(Need::Year);
      continue;
    }
    run = 0;
    if (pack.currencies.may_begin_symbol(c)) met |= bit(Need::Currency);
  }
  if (glued) met |= bit(Need::Currency);
  return met;
}

std::string number_text(double value) {
  std::array<char, 64> buffer{};
  const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed);
  return {buffer.data(), written.ptr};
}

std::string money_text(const MoneyValue& money) {
  std::string text = money.currency + " " + number_text(money.value);
  if (money.max) text += "-" + number_text(*money.max);
  if (money.approx != Approx::None) text += " " + std::string(name(money.approx));
  if (money.cumulative) text += " cumulative";
  if (money.converted) text += " converted";
  return text;
}

}  // namespace

Needs needs_met(std::string_view text, const Segmented& segmented, const Sentence& sentence, const RulePack& pack,
                Needs wanted) {
  constexpr Needs kByCharacters = bit(Need::Figure) | bit(Need::Year) | bit(Need::Currency);
  Needs met = 0;
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) met |= pack.word_needs.of(segmented.tokens[i]);
  if ((wanted & kByCharacters) != 0) met |= needs_of_characters(quote(text, sentence.span), pack);
  return met;
}

Mention typed_mention(MentionType type, Span span, const Segmented& segmented,
                      const Sentence& sentence, std::string_view rule) {
  Mention mention;
  mention.type = type;
  mention.span = span;
  mention.rule = rule;
  const auto begin = segmented.tokens.begin() + sentence.first;
  const auto end = segmented.tokens.begin() + sentence.last;
  const auto first = std::partition_point(begin, end, [&](const Token& t) { return t.span.end <= span.begin; });
  const auto last = std::partition_point(first, end, [&](const Token& t) { return t.span.begin < span.end; });
  mention.first = static_cast<std::uint32_t>(first - segmented.tokens.begin());
  mention.last = static_cast<std::uint32_t>(last - segmented.tokens.begin());
  return mention;
}

std::vector<Mention> leftmost_longest(std::vector<Mention> mentions) {
  std::erase_if(mentions, [](const Mention& m) { return m.first == m.last; });  // figures of an address
  std::stable_sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
    if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
    return a.span.end > b.span.end;
  });
  std::vector<Mention> kept;
  for (Mention& mention : mentions)
    if (kept.empty() || kept.back().span.end <= mention.span.begin) kept.push_back(std::move(mention));
  return kept;
}

bool cuts_figure(std::string_view text, Span span) {
  if (span.empty()) return true;
  const auto at = [&](std::size_t i) { return i < text.size() ? text[i] : ' '; };
  if (is_digit(text[span.begin]) && span.begin > 0) {
    const char before = text[span.begin - 1];
    if (is_digit(before) || is_letter(before)) return true;
    const bool joint = before == '.' || before == ',' || before == '-' || before == '/' || before == ':';
    if (joint && span.begin > 1 && is_digit(text[span.begin - 2])) return true;
  }
  if (is_digit(text[span.end - 1])) {
    const char after = at(span.end);
    if (is_digit(after) || is_letter(after) || after == '%') return true;
    const bool joint = after == '.' || after == ',' || after == '/' || after == ':';
    if (joint && is_digit(at(span.end + 1))) return true;
  }
  return false;
}

std::string value_text(const Mention& mention) {
  switch (mention.type) {
    case MentionType::Money: return money_text(*mention.money);
    case MentionType::Date: return mention.date->value + (mention.date->resolved ? "" : " unresolved");
    default: return mention.value;
  }
}

}  // namespace coopmine
