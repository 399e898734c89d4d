#include "mention/duration.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "base/utf8.h"
#include "mention/number.h"
#include "mention/typed.h"

namespace coopmine {
namespace {

constexpr double kLongest = 10000;  // units

bool whole(double value) { return std::abs(value - std::round(value)) < 1e-9; }

class DurationFinder {
 public:
  DurationFinder(std::string_view text, const Segmented& segmented, const RulePack& pack)
      : text_(text), segmented_(segmented), pack_(pack), search_(pack.patterns.search("duration")) {}

  void run(std::vector<Mention>& mentions) {
    for (const Sentence& sentence : segmented_.sentences) {
      if (sentence.quiet) continue;
      const Needs met = needs_met(text_, segmented_, sentence, pack_, search_.wanted());
      sentence_ = &sentence;
      words_ = quote(text_, sentence.span);
      search_.candidates(words_, met, tries_);
      std::vector<Mention> found;
      for (const PatternTry& candidate : tries_) search(candidate, found);
      for (Mention& mention : leftmost_longest(std::move(found)))
        if (!mention.value.empty()) mentions.push_back(std::move(mention));
    }
  }

 private:
  void search(const PatternTry& candidate, std::vector<Mention>& found) const {
    const TypedPattern& pattern = *candidate.pattern;
    std::size_t from = 0;
    while (from < words_.size()) {
      const std::optional<PatternMatch> match = pattern.find(words_, from, candidate.lines);
      if (!match) return;
      std::optional<Mention> mention = read(pattern, *match);
      if (mention) {
        from = std::max<std::size_t>(mention->span.end - sentence_->span.begin, from + 1);
        found.push_back(std::move(*mention));
      } else {
        const std::uint32_t begin = match->span().begin;
        from = begin < words_.size() ? begin + code_point_at(words_, begin).bytes : words_.size();
      }
    }
  }

  [[nodiscard]] std::optional<Mention> read(const TypedPattern& pattern, const PatternMatch& match) const {
    const Span span = match.group_span("x").value_or(match.span());
    if (span.empty() || cuts_figure(words_, span)) return std::nullopt;
    const Span in_article{span.begin + sentence_->span.begin, span.end + sentence_->span.begin};
    Mention mention = typed_mention(MentionType::Duration, in_article, segmented_, *sentence_, pattern.id());
    if (pattern.constant("value") == "none") return mention;  // takes the words, tells nothing
    mention.value = value(match);
    if (mention.value.empty()) return std::nullopt;
    return mention;
  }

  [[nodiscard]] std::string value(const PatternMatch& match) const {
    const CalendarWord* unit = pack_.calendar.find(CalendarKind::Unit, match.group("unit"));
    if (unit == nullptr) return {};
    const std::string_view words = match.group("n");
    if (words.empty()) return iso_duration(match.group("half").empty() ? 1 : 1.5, unit->text);
    std::optional<double> number = figure_value(words, 0);
    if (!number) number = word_value(words, pack_.numbers);
    return number ? iso_duration(*number, unit->text) : std::string();
  }

  std::string_view text_;
  const Segmented& segmented_;
  const RulePack& pack_;
  const PatternSearch& search_;
  std::vector<PatternTry> tries_;
  const Sentence* sentence_ = nullptr;
  std::string_view words_;  // of the sentence
};

}  // namespace

std::string iso_duration(double count, std::string_view unit) {
  const bool clock = unit.size() > 1 && unit[1] == 'T';
  const std::size_t digits = clock ? 2 : 1;
  int step = 0;
  const auto [end, error] = std::from_chars(unit.data() + digits, unit.data() + unit.size(), step);
  if (error != std::errc{} || end + 1 != unit.data() + unit.size() || unit.front() != 'P') return {};
  double total = count * step;
  char letter = *end;
  bool hours = clock;
  if (!whole(total) && letter == 'Y') {
    total *= 12;
    letter = 'M';
  } else if (!whole(total) && letter == 'D') {
    total *= 24;
    letter = 'H';
    hours = true;
  } else if (!whole(total) && letter == 'H') {
    total *= 60;
    letter = 'M';
  }
  if (!whole(total) || total < 1 || total > kLongest) return {};
  return fmt::format("P{}{}{}", hours ? "T" : "", static_cast<long>(std::round(total)), letter);
}

void find_durations(std::string_view text, const Segmented& segmented, const RulePack& pack,
                    std::vector<Mention>& mentions) {
  DurationFinder(text, segmented, pack).run(mentions);
}

}  // namespace coopmine
