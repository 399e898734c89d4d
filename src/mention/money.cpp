#include "mention/money.h"

#include <algorithm>
#include <string>

#include "mention/number.h"
#include "mention/typed.h"
#include "model/commitment.h"

namespace coopmine {
namespace {

constexpr double kWeakLimit = 1000;          // a number in words from here on has a scale
constexpr double kWidest = 20;               // the ends of "5 to 10 million" are no further apart
constexpr std::uint32_t kNearReach = 1500;   // tokens looked at to either side for a country
constexpr std::size_t kBeforeReach = 64;     // bytes beside a sum that may qualify it
constexpr std::size_t kAfterReach = 32;
constexpr std::size_t kTotalReach = 240;     // bytes beside a sum that may call it a total

struct Sum {
  Span span;  // bytes of the sentence
  MoneyValue money;
};

struct Amount {
  double value = 0;
  bool large = false;   // written with a scale or thousands separator
  bool scaled = false;  // written with a scale
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Text around [begin, end) of `text`, at most `reach` bytes, cut between characters.
std::string_view before(std::string_view text, std::size_t begin, std::size_t reach) {
  std::size_t from = begin > reach ? begin - reach : 0;
  while (from < begin && (static_cast<unsigned char>(text[from]) & 0xC0U) == 0x80U) ++from;
  return text.substr(from, begin - from);
}
std::string_view after(std::string_view text, std::size_t end, std::size_t reach) {
  std::size_t to = std::min(text.size(), end + reach);
  while (to < text.size() && (static_cast<unsigned char>(text[to]) & 0xC0U) == 0x80U) ++to;
  return text.substr(end, to - end);
}

Approx approx_of(const std::string& word) {
  for (const Approx approx : {Approx::About, Approx::Over, Approx::Under, Approx::UpTo, Approx::AtLeast})
    if (name(approx) == word) return approx;
  return Approx::None;
}

class MoneyFinder {
 public:
  MoneyFinder(std::string_view text, const Segmented& segmented, std::optional<Day> date,
              const RulePack& pack)
      : text_(text), segmented_(segmented), pack_(pack), search_(pack.patterns.search("money")) {
    if (date) year_ = static_cast<int>(date->year());
  }

  void run(std::vector<Mention>& mentions) {
    for (const Sentence& sentence : segmented_.sentences) {
      if (sentence.quiet) continue;
      const Needs met = needs_met(text_, segmented_, sentence, pack_, search_.wanted());
      sentence_ = &sentence;
      words_ = quote(text_, sentence.span);
      search_.candidates(words_, met, tries_);
      std::vector<Mention> found;
      for (const PatternTry& candidate : tries_) search(candidate, found);
      if (found.empty()) continue;
      found = leftmost_longest(std::move(found));
      qualify(found);
      mentions.insert(mentions.end(), found.begin(), found.end());
    }
  }

 private:
  void search(const PatternTry& candidate, std::vector<Mention>& found) {
    const TypedPattern& pattern = *candidate.pattern;
    std::size_t from = 0;
    while (from < words_.size()) {
      const std::optional<PatternMatch> match = pattern.find(words_, from, candidate.lines);
      if (!match) return;
      const std::optional<Sum> sum = read(pattern, *match);
      if (sum) {
        Mention mention = typed_mention(MentionType::Money, in_article(sum->span), segmented_, *sentence_, pattern.id());
        mention.money = sum->money;
        found.push_back(std::move(mention));
        from = sum->span.end;
        continue;
      }
      from = std::max<std::size_t>(restart(*match), from + 1);
    }
  }

  // Where to look on after a match that is no sum: behind its first number.
  [[nodiscard]] static std::size_t restart(const PatternMatch& match) {
    for (const char* group : {"num", "words"})
      if (const auto span = match.group_span(group)) return span->end;
    return match.span().end;
  }

  [[nodiscard]] Span in_article(Span span) const {
    return {span.begin + sentence_->span.begin, span.end + sentence_->span.begin};
  }

  // A pattern that lacks a group its form needs finds nothing.
  [[nodiscard]] std::optional<Sum> read(const TypedPattern& pattern, const PatternMatch& match) const {
    const std::string& form = pattern.constant("form");
    const bool in_words = form.starts_with("words");
    if (!match.group_span("cur") || !match.group_span(in_words ? "words" : "num")) return std::nullopt;
    if (form == "sign") return read_sign(match, false);
    if (form == "sign-range") return read_sign(match, true);
    if (form == "name") return read_name(match, false);
    if (form == "name-range") return read_name(match, true);
    if (form == "words-range") return read_words_range(match);
    return read_words(match);
  }

  [[nodiscard]] std::optional<Amount> amount(const PatternMatch& match, const std::string& number,
                                             const std::string& scale,
                                             std::optional<int> inherited = {}) const {
    const std::string_view figures = match.group(number);
    std::string_view scale_words = match.group(scale);
    if (scale_words.empty()) scale_words = match.group("glued" + scale.substr(5));
    std::optional<int> power = scale_power(scale_words, pack_.numbers);
    if (scale_words.empty() && inherited) power = inherited;
    if (!power) return std::nullopt;
    const std::optional<double> value = figure_value(figures, *power);
    if (!value) return std::nullopt;
    return Amount{*value, *power > 0 || figures.find(',') != std::string_view::npos, *power > 0};
  }

  [[nodiscard]] int power_of(const PatternMatch& match, const std::string& scale) const {
    std::string_view words = match.group(scale);
    if (words.empty()) words = match.group("glued" + scale.substr(5));
    return scale_power(words, pack_.numbers).value_or(0);
  }

  [[nodiscard]] std::optional<Sum> read_sign(const PatternMatch& match, bool range) const {
    const Span cur = *match.group_span("cur");
    const CurrencyForm form = pack_.currencies.sign_at_end(words_.substr(0, cur.end));
    if (form.senses == nullptr || form.bytes > cur.end - cur.begin) return std::nullopt;
    const auto begin = static_cast<std::uint32_t>(cur.end - form.bytes);
    if (!starts_clean(begin) || ends_in_figure(match)) return std::nullopt;
    std::optional<Amount> low;
    std::optional<Amount> high;
    if (!range) {
      low = amount(match, "num", "scale");
    } else if (!read_range(match, low, high, *form.senses)) {
      return std::nullopt;
    }
    if (!low || (!range && names_a_year(match, cur.end - begin))) return std::nullopt;
    return sum_of({begin, match.span().end}, *low, high, *form.senses);
  }

  // "EUR 2004": after a code, four bare figures are no sum.
  [[nodiscard]] bool names_a_year(const PatternMatch& match, std::size_t sign_bytes) const {
    const Span cur = *match.group_span("cur");
    const std::string_view sign = quote(words_, cur).substr(cur.size() - sign_bytes);
    const bool letters = std::all_of(sign.begin(), sign.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == ' '; });
    const std::string_view figures = match.group("num");
    const bool bare = figures.size() == 4 && std::all_of(figures.begin(), figures.end(), is_digit) &&
                      power_of(match, "scale") == 0;
    return letters && bare && (figures.starts_with("19") || figures.starts_with("20"));
  }

  // The second sum has a sign or scale of its own, and is the larger one.
  bool read_range(const PatternMatch& match, std::optional<Amount>& low, std::optional<Amount>& high,
                  const std::vector<CurrencySense>& senses) const {
    const auto cur2 = match.group_span("cur2");
    if (cur2 && !cur2->empty()) {
      const CurrencyForm other = pack_.currencies.sign_at_end(words_.substr(0, cur2->end));
      if (other.senses == nullptr || other.senses->front().code != senses.front().code) return false;
    }
    const int power1 = power_of(match, "scale");
    const int power2 = power_of(match, "scale2");
    const bool second_is_sum = (cur2 && !cur2->empty()) || power2 > 0 || !match.group("dash").empty();
    if (!second_is_sum || (power1 > 0 && power2 == 0)) return false;
    high = amount(match, "num2", "scale2");
    low = amount(match, "num", "scale");
    if (!low || !high) return false;
    if (power1 == 0 && high->value > low->value * kWidest) low = amount(match, "num", "scale", power2);
    return low && in_range(match, *low, *high);
  }

  // "5 to 10": the first is smaller, of the same size (unless "between" says that it is a range), and
  // no year ("in 1986 to 550,332 dinars").
  [[nodiscard]] bool in_range(const PatternMatch& match, const Amount& low, const Amount& high) const {
    const std::string_view figures = match.group("num");
    const bool bare_year = !low.large && figures.size() == 4 && low.value >= 1900 && low.value < 2100;
    const bool near = !match.group("between").empty() || high.value <= low.value * kWidest;
    return low.value < high.value && near && !bare_year;
  }

  [[nodiscard]] std::optional<Sum> read_name(const PatternMatch& match, bool range) const {
    const Span number = *match.group_span("num");
    if (cuts_figure(words_.substr(0, number.end), number)) return std::nullopt;
    const auto cur = match.group_span("cur");
    const CurrencyForm form = pack_.currencies.name_at_start(words_.substr(cur->begin));
    if (form.senses == nullptr) return std::nullopt;
    const Span span{number.begin, cur->begin + static_cast<std::uint32_t>(form.bytes)};
    if (!range) {
      const std::optional<Amount> low = amount(match, "num", "scale");
      if (!low) return std::nullopt;
      return sum_of(span, *low, std::nullopt, *form.senses);
    }
    const std::string_view first = match.group("cur1");
    if (!first.empty()) {
      const CurrencyForm other = pack_.currencies.name_at_start(first);
      if (other.senses == nullptr || other.bytes != first.size() ||
          other.senses->front().code != form.senses->front().code)
        return std::nullopt;
    }
    std::optional<Amount> low = amount(match, "num", "scale");
    const std::optional<Amount> high = amount(match, "num2", "scale2");
    if (!low || !high) return std::nullopt;
    if (first.empty() && power_of(match, "scale") == 0 && high->value > low->value * kWidest)
      low = amount(match, "num", "scale", power_of(match, "scale2"));
    if (!low || !in_range(match, *low, *high)) return std::nullopt;
    return sum_of(span, *low, high, *form.senses);
  }

  [[nodiscard]] std::optional<Sum> read_words(const PatternMatch& match) const {
    const auto words = match.group_span("words");
    const auto cur = match.group_span("cur");
    const CurrencyForm form = pack_.currencies.name_at_start(words_.substr(cur->begin));
    if (form.senses == nullptr || !starts_clean(words->begin)) return std::nullopt;
    if (beside("money-unfinished", before(words_, words->begin, kBeforeReach)) != nullptr) return std::nullopt;
    const std::optional<double> value = word_value(quote(words_, *words), pack_.numbers);
    if (!value) return std::nullopt;
    const Span span{words->begin, cur->begin + static_cast<std::uint32_t>(form.bytes)};
    return sum_of(span, {*value, *value >= kWeakLimit, *value >= kWeakLimit}, std::nullopt, *form.senses);
  }

  // "two to three million": the scale of the second is that of the first, too.
  [[nodiscard]] std::optional<Sum> read_words_range(const PatternMatch& match) const {
    const auto words = match.group_span("words");
    const auto cur = match.group_span("cur");
    const CurrencyForm form = pack_.currencies.name_at_start(words_.substr(cur->begin));
    if (form.senses == nullptr || !starts_clean(words->begin)) return std::nullopt;
    const std::optional<double> high = word_value(match.group("words2"), pack_.numbers);
    std::optional<double> low = word_value(quote(words_, *words), pack_.numbers);
    if (!low || !high) return std::nullopt;
    if (*low < kWeakLimit) *low *= scale_at_end(match.group("words2"), pack_.numbers);
    if (*low >= *high) return std::nullopt;
    const Span span{words->begin, cur->begin + static_cast<std::uint32_t>(form.bytes)};
    const bool scaled = *high >= kWeakLimit;
    return sum_of(span, {*low, scaled, scaled}, Amount{*high, scaled, scaled}, *form.senses);
  }

  // No letter or digit stands glued to the left.
  [[nodiscard]] bool starts_clean(std::uint32_t begin) const {
    if (begin == 0) return true;
    const char c = words_[begin - 1];
    return !is_digit(c) && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z');
  }

  // The match ends in the middle of a longer figure.
  [[nodiscard]] bool ends_in_figure(const PatternMatch& match) const {
    const std::uint32_t end = match.span().end;
    return end > 0 && is_digit(words_[end - 1]) && cuts_figure(words_.substr(end - 1), {0, 1});
  }

  [[nodiscard]] std::optional<Sum> sum_of(Span span, const Amount& low, const std::optional<Amount>& high,
                                          const std::vector<CurrencySense>& senses) const {
    const CurrencySense* sense = choose(senses, span);
    if (sense == nullptr) return std::nullopt;
    const Amount& shown = high ? *high : low;
    const bool enough = sense->name ? shown.scaled : shown.large && !all_capitals();
    if (sense->weak && !enough) return std::nullopt;
    Sum sum;
    sum.span = span;
    sum.money.value = low.value;
    if (high) sum.money.max = high->value;
    sum.money.currency = sense->code;
    return sum;
  }

  // The sense that holds in the article's year: one whose country stands nearest, else the one that
  // needs none; null when the word can't be told.
  [[nodiscard]] const CurrencySense* choose(const std::vector<CurrencySense>& senses, Span span) const {
    std::vector<const CurrencySense*> open;
    for (const CurrencySense& sense : senses)
      if (!year_ || (sense.from <= *year_ && *year_ <= sense.until)) open.push_back(&sense);
    const bool any_near = std::any_of(open.begin(), open.end(), [](const auto* s) { return !s->near.empty(); });
    if (any_near)
      if (const CurrencySense* near = nearest_country(open, span)) return near;
    const CurrencySense* fallback = nullptr;
    for (const CurrencySense* sense : open) {
      if (!sense->near.empty()) continue;
      if (fallback == nullptr || (fallback->until != 9999 && sense->until == 9999)) fallback = sense;
    }
    return fallback;
  }

  [[nodiscard]] const CurrencySense* nearest_country(const std::vector<const CurrencySense*>& senses,
                                                     Span span) const {
    const Mention here = typed_mention(MentionType::Money, in_article(span), segmented_, *sentence_, {});
    const auto& tokens = segmented_.tokens;
    const auto count = static_cast<std::uint32_t>(tokens.size());
    const auto sense_at = [&](std::uint32_t i) -> const CurrencySense* {
      for (const CurrencySense* sense : senses)
        if (std::find(sense->near.begin(), sense->near.end(), tokens[i].word) != sense->near.end()) return sense;
      return nullptr;
    };
    for (std::uint32_t step = 1; step <= kNearReach; ++step) {
      if (here.first >= step)
        if (const CurrencySense* sense = sense_at(here.first - step)) return sense;
      if (here.last + step - 1 < count)
        if (const CurrencySense* sense = sense_at(here.last + step - 1)) return sense;
      if (here.first < step && here.last + step > count) break;
    }
    return nullptr;
  }

  [[nodiscard]] bool all_capitals() const {
    return std::none_of(words_.begin(), words_.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  }

  // approx, cumulative and converted, from the words beside each sum.
  void qualify(std::vector<Mention>& sums) const {
    for (std::size_t i = 0; i < sums.size(); ++i) {
      const Span span{sums[i].span.begin - sentence_->span.begin, sums[i].span.end - sentence_->span.begin};
      MoneyValue& money = sums[i].money.make();
      if (const TypedPattern* hit = beside("money-before", before(words_, span.begin, kBeforeReach)))
        money.approx = approx_of(hit->constant("approx"));
      if (money.approx == Approx::None)
        if (const TypedPattern* hit = beside("money-after", after(words_, span.end, kAfterReach)))
          money.approx = approx_of(hit->constant("approx"));
      money.cumulative =
          beside("money-total-before", before(words_, span.begin, kTotalReach)) != nullptr ||
          beside("money-total-after", after(words_, span.end, kTotalReach)) != nullptr;
      if (i > 0) money.converted = converts(sums[i - 1], sums[i]);
      if (i > 0 && sums[i - 1].money->converted && !money.converted) money.converted = chains(sums[i - 1], sums[i]);
    }
  }

  [[nodiscard]] const TypedPattern* beside(const std::string& type, std::string_view words) const {
    for (const TypedPattern& pattern : pack_.patterns.of(type))
      if (pattern.find(words)) return &pattern;
    return nullptr;
  }

  [[nodiscard]] bool converts(const Mention& first, const Mention& second) const {
    if (first.money->currency == second.money->currency) return false;
    const std::string_view between = quote(text_, {first.span.end, second.span.begin});
    if (between.size() > kBeforeReach) return false;
    return beside("money-link", between) != nullptr;
  }

  // A further conversion beside one: "(£2.1m, $4.1m)".
  [[nodiscard]] bool chains(const Mention& first, const Mention& second) const {
    if (first.money->currency == second.money->currency) return false;
    const std::string_view between = quote(text_, {first.span.end, second.span.begin});
    return between.size() <= kBeforeReach && beside("money-chain", between) != nullptr;
  }

  std::string_view text_;
  const Segmented& segmented_;
  const RulePack& pack_;
  const PatternSearch& search_;
  std::vector<PatternTry> tries_;
  std::optional<int> year_;
  const Sentence* sentence_ = nullptr;
  std::string_view words_;  // of the sentence
};

}  // namespace

void find_money(std::string_view text, const Segmented& segmented, std::optional<Day> date,
                const RulePack& pack, std::vector<Mention>& mentions) {
  MoneyFinder(text, segmented, date, pack).run(mentions);
}

}  // namespace coopmine
