#include "mention/date.h"

#include <algorithm>

#include "base/utf8.h"
#include "mention/date_value.h"
#include "mention/tense.h"
#include "mention/typed.h"

namespace coopmine {
namespace {

class DateFinder {
 public:
  DateFinder(std::string_view text, const Segmented& segmented, std::optional<Day> today,
             const RulePack& pack)
      : text_(text), segmented_(segmented), today_(today), pack_(pack),
        search_(pack.patterns.search("date")) {}

  void run(std::vector<Mention>& mentions) {
    for (const Sentence& sentence : segmented_.sentences) {
      if (sentence.quiet) continue;
      const Needs met = needs_met(text_, segmented_, sentence, pack_, search_.wanted());
      sentence_ = &sentence;
      words_ = quote(text_, sentence.span);
      search_.candidates(words_, met, tries_);
      std::vector<Mention> found;
      for (const PatternTry& candidate : tries_) search(candidate, found);
      found = leftmost_longest(std::move(found));
      mentions.insert(mentions.end(), found.begin(), found.end());
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
        // The words of a date may introduce the next one: "in 1988 and 1989".
        const std::uint32_t begin = mention->span.begin - sentence_->span.begin;
        const bool introduced = begin > match->span().begin;
        from = introduced ? begin : std::max<std::size_t>(mention->span.end - sentence_->span.begin, from + 1);
        found.push_back(std::move(*mention));
      } else {
        const std::uint32_t begin = match->span().begin;
        from = begin < words_.size() ? begin + code_point_at(words_, begin).bytes : words_.size();
      }
    }
  }

  [[nodiscard]] std::optional<Mention> read(const TypedPattern& pattern, const PatternMatch& match) const {
    Span span = match.group_span("x").value_or(match.span());
    while (!span.empty() && (words_[span.end - 1] == '.' || words_[span.end - 1] == ' ')) --span.end;
    if (span.empty() || cuts_figure(words_, span)) return std::nullopt;
    const Span in_article{span.begin + sentence_->span.begin, span.end + sentence_->span.begin};
    Mention mention = typed_mention(MentionType::Date, in_article, segmented_, *sentence_, pattern.id());
    DateContext context{today_, Tense::Unknown, &pack_.calendar, &pack_.numbers};
    context.tense = tense_around(text_, segmented_, *sentence_, mention.first, mention.last, pack_.calendar);
    std::optional<DateValue> value = date_value(pattern, match, context);
    if (!value) return std::nullopt;
    mention.date = std::move(*value);
    return mention;
  }

  std::string_view text_;
  const Segmented& segmented_;
  std::optional<Day> today_;
  const RulePack& pack_;
  const PatternSearch& search_;
  std::vector<PatternTry> tries_;
  const Sentence* sentence_ = nullptr;
  std::string_view words_;  // of the sentence
};

}  // namespace

void find_dates(std::string_view text, const Segmented& segmented, std::optional<Day> article_date,
                const RulePack& pack, std::vector<Mention>& mentions) {
  DateFinder(text, segmented, article_date, pack).run(mentions);
}

}  // namespace coopmine
