#include "mention/tense.h"

#include <algorithm>
#include <string>

#include "rulepack/words.h"

namespace coopmine {
namespace {

constexpr std::uint32_t kReach = 60;     // tokens looked at to either side
constexpr std::size_t kShortestPast = 5;  // letters of a word that an ending alone makes past

class TenseReader {
 public:
  TenseReader(std::string_view text, const Segmented& segmented, const Sentence& sentence,
              const CalendarTable& calendar)
      : text_(text), tokens_(segmented.tokens), sentence_(sentence), calendar_(calendar) {}

  [[nodiscard]] Tense at(std::uint32_t i) const {
    const Token& token = tokens_[i];
    if (token.kind != TokenKind::Word) return Tense::Unknown;
    if (calendar_.is(token.word, CalendarKind::Infinitive)) return is_infinitive(i) ? Tense::Intention : Tense::Unknown;
    const bool named = token.capital && !token.all_caps && i != sentence_.first;
    if (named) return Tense::Unknown;
    if (calendar_.is(token.word, CalendarKind::Future)) return Tense::Future;
    if (!is_past(token) || after_be(i)) return Tense::Unknown;
    return Tense::Past;
  }

 private:
  [[nodiscard]] bool is_past(const Token& token) const {
    if (calendar_.is(token.word, CalendarKind::Past)) return true;
    if (calendar_.is(token.word, CalendarKind::NotPast)) return false;
    const std::string word = fold(quote(text_, token.span));
    const auto& endings = calendar_.forms[static_cast<std::size_t>(CalendarKind::PastEnding)];
    return word.size() >= kShortestPast &&
           std::any_of(endings.begin(), endings.end(),
                       [&](const auto& ending) { return word.ends_with(ending.first); });
  }

  // "be signed", "be formally signed"
  [[nodiscard]] bool after_be(std::uint32_t i) const {
    for (std::uint32_t back = 1; back <= 2 && i >= sentence_.first + back; ++back)
      if (calendar_.is(tokens_[i - back].word, CalendarKind::Be)) return true;
    return false;
  }

  [[nodiscard]] bool is_infinitive(std::uint32_t i) const {
    if (i + 1 >= sentence_.last) return false;
    const Token& next = tokens_[i + 1];
    const bool name = next.capital && !tokens_[i].all_caps && capitals_tell();
    if (next.kind != TokenKind::Word || name) return false;
    if (calendar_.is(next.word, CalendarKind::NotVerb)) return false;
    return i == sentence_.first || !calendar_.is(tokens_[i - 1].word, CalendarKind::NoInfinitive);
  }

  // In a headline every word may have a capital.
  [[nodiscard]] bool capitals_tell() const { return sentence_.zone != Zone::Title; }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const Sentence& sentence_;
  const CalendarTable& calendar_;
};

}  // namespace

Tense tense_around(std::string_view text, const Segmented& segmented, const Sentence& sentence,
                   std::uint32_t first, std::uint32_t last, const CalendarTable& calendar) {
  const TenseReader reader(text, segmented, sentence, calendar);
  for (std::uint32_t i = first, steps = 0; i > sentence.first && steps < kReach; ++steps) {
    const Tense tense = reader.at(--i);
    if (tense != Tense::Unknown) return tense;
  }
  for (std::uint32_t i = last, steps = 0; i < sentence.last && steps < kReach; ++i, ++steps) {
    const Tense tense = reader.at(i);
    if (tense != Tense::Unknown) return tense;
  }
  return Tense::Unknown;
}

}  // namespace coopmine
