#include "zone/zone.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "zone/article_date.h"
#include "zone/kinds.h"
#include "zone/layout.h"
#include "zone/title.h"

namespace coopmine {
namespace {

constexpr std::size_t kShortLine = 200;         // bytes of what may be furniture, and in which a dateline ends
constexpr std::size_t kTitleReach = 8;          // drafts in which a title given by metadata is looked for
constexpr std::uint32_t kLongestTitle = 400;    // columns
constexpr std::size_t kHeadReach = 12;          // drafts after the title that may be its frame
constexpr std::size_t kFootReach = 6;           // last drafts, among which a date line tells the day
constexpr std::uint32_t kSiteName = 30;         // columns of a site's name
constexpr std::uint32_t kProse = 40;            // columns of a sentence that ends the head
constexpr std::uint32_t kLongProse = 160;       // columns that are prose whatever they end with
constexpr std::uint32_t kLongestHeading = 110;  // columns
constexpr std::uint32_t kLongestQuestion = 70;  // columns of a question that is a heading
constexpr std::uint32_t kTwice = 30;            // columns of a headline that may stand there twice
constexpr std::uint32_t kParagraph = 75;        // columns of a numbered item that is a paragraph
constexpr std::string_view kStrong = "**";      // Markdown

// The first `bytes` of `text` or fewer, in whole code points.
std::string_view first_bytes(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while ((static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) --bytes;
  return text.substr(0, bytes);
}

// Whether the first two letters are capitals, as in most datelines.
bool starts_in_capitals(std::string_view words) {
  const auto is_capital = [&](std::size_t at) { return words[at] >= 'A' && words[at] <= 'Z'; };
  return words.size() >= 2 && is_capital(0) && is_capital(1);
}

class Zoner {
 public:
  Zoner(const Article& article, const RulePack& pack, const ZoneConfig& config)
      : article_(article), text_(article.text), pack_(pack), config_(config), kinds_(pack) {}

  ZonedArticle run() {
    zoned_.article = &article_;
    drafts_ = find_drafts(text_, [this](std::string_view words) { return stands_alone(words); });
    read_title();
    read_head();
    while (at_ < drafts_.size()) read_body(drafts_[at_++]);
    settle_date();
    return std::move(zoned_);
  }

 private:
  [[nodiscard]] std::string_view words(const Draft& draft) const { return quote(text_, draft.words); }
  [[nodiscard]] static bool is_short(const Draft& draft) { return draft.words.size() <= kShortLine; }
  // The dateline that the draft begins with; a line of nothing else has none.
  const std::optional<PatternMatch>& dateline(const Draft& draft) {
    if (asked_dateline_ != draft.words) {
      asked_dateline_ = draft.words;
      start_ = kinds_.dateline(first_bytes(words(draft), kShortLine));
      if (start_ && start_->span().size() >= draft.words.size()) start_.reset();
    }
    return start_;
  }
  const std::optional<PatternMatch>& date_line(const Draft& draft) {
    if (asked_date_ != draft.words) {
      asked_date_ = draft.words;
      date_ = kinds_.date_line(words(draft));
    }
    return date_;
  }
  [[nodiscard]] bool stands_alone(std::string_view line) const {
    return kinds_.date_line(line) || kinds_.anywhere(line) != LineKind::None;
  }

  void skip(const Draft& draft) { zoned_.skipped.push_back(draft.shown); }
  void put(Span span, Zone zone, BlockKind kind) {
    if (!span.empty()) zoned_.blocks.push_back({span, zone, kind});
  }

  // Title

  void read_title() {
    skip_frame_above_title();
    skip_site_name();
    zoned_.title = folded_space(article_.title);
    if (!zoned_.title.empty()) {
      find_given_title();
    } else if (at_ < drafts_.size() && (is_title(drafts_[at_]) || cut_glued_title())) {
      take_title();
    }
    title_key_ = title_key(zoned_.title);
    after_title_ = true;
  }

  // A word or three above menus is the name of the site, not the title.
  void skip_site_name() {
    if (at_ >= drafts_.size() || drafts_[at_].columns > kSiteName) return;
    std::size_t menu = at_;
    for (std::size_t i = at_ + 1; i < std::min(drafts_.size(), at_ + kTitleReach); ++i) {
      if (!is_short(drafts_[i]) || (drafts_[i].ends_sentence && drafts_[i].columns > kProse)) break;
      if (kinds_.anywhere(words(drafts_[i])) == LineKind::Navigation) menu = i;
    }
    if (menu == at_ || menu + 1 >= drafts_.size() || !is_heading(drafts_[at_])) return;
    const Draft& next = drafts_[menu + 1];
    if (next.decor || !is_heading(next) || kinds_.date_line(words(next))) return;
    while (at_ <= menu) skip(drafts_[at_++]);
  }

  // "Norland lends trains STRELSAU, March 3 - The ...": cuts the first draft where the dateline begins.
  bool cut_glued_title() {
    const Draft whole = drafts_[at_];
    const std::string_view text = words(whole);
    const std::size_t reach = std::min<std::size_t>(text.size(), kShortLine);
    for (std::size_t i = 1; i < reach; ++i) {
      if (text[i - 1] != ' ' || !starts_in_capitals(text.substr(i))) continue;
      const auto start = kinds_.dateline(first_bytes(text.substr(i), kShortLine));
      if (!start || start->group("d").empty()) continue;
      const auto cut = whole.words.begin + static_cast<std::uint32_t>(i);
      Draft& title = drafts_[at_];
      title.words = title.shown = trimmed(text_, {whole.words.begin, cut});
      Draft rest = whole;
      rest.words.begin = rest.shown.begin = cut;
      rest.marker = Marker::None;
      drafts_.insert(drafts_.begin() + static_cast<std::ptrdiff_t>(at_) + 1, rest);
      return true;
    }
    return false;
  }

  bool is_above_date_line() {
    const std::size_t next = at_ + 1;
    return next < drafts_.size() && is_short(drafts_[next]) && date_line(drafts_[next]);
  }

  // What stands above a date line is the title, whatever its form.
  [[nodiscard]] bool is_title(const Draft& draft) {
    if (draft.marker == Marker::Bullet || draft.columns > kLongestTitle) return false;
    if (is_above_date_line()) return true;
    const auto& start = dateline(draft);
    if (start && !(draft.upper && start->group("d").empty())) return false;
    return reads_as_title(text_, drafts_, at_);
  }

  void skip_frame_above_title() {
    while (at_ + 1 < drafts_.size()) {
      const Draft& draft = drafts_[at_];
      if (!draft.decor) {
        if (!is_short(draft)) return;
        if (!take_date(draft) && (is_above_date_line() || !is_frame_above_title(draft))) return;
      }
      skip(draft);
      ++at_;
    }
  }

  // A headline may look like a caption ("... | AGENCY").
  [[nodiscard]] bool is_frame_above_title(const Draft& draft) const {
    const LineKind kind = kinds_.anywhere(words(draft));
    return kind != LineKind::None && kind != LineKind::Caption;
  }

  // Looks for the title of the metadata in the text; what stands before it is navigation.
  void find_given_title() {
    const std::string key = title_key(zoned_.title);
    const std::size_t last = std::min(drafts_.size(), at_ + kTitleReach);
    for (std::size_t i = at_; i < last; ++i) {
      if (drafts_[i].columns > kLongProse * 2) return;
      if (!same_title(title_key(words(drafts_[i])), key)) continue;
      while (at_ < i) skip(drafts_[at_++]);
      put_title(drafts_[at_++].words);
      return;
    }
  }

  // Headlines of the wire may run over several lines.
  void take_title() {
    Span span = drafts_[at_].words;
    const bool upper = drafts_[at_].upper;
    for (++at_; upper && at_ < drafts_.size(); ++at_) {
      const Draft& next = drafts_[at_];
      if (next.blank_before || !next.upper || next.marker != Marker::None || dateline(drafts_[at_])) break;
      if (is_short(next) && (is_frame_of_head(next) || date_line(next))) break;
      span.end = next.words.end;
    }
    zoned_.title = folded_space(quote(text_, span));
    put_title(span);
  }

  void put_title(Span span) {
    zoned_.title_span = span;
    put(span, Zone::Title, BlockKind::Title);
  }

  // Head: what stands between the title and the first paragraph

  void read_head() {
    const std::size_t last = std::min(drafts_.size(), at_ + kHeadReach);
    while (at_ < last && take_head(drafts_[at_])) ++at_;
  }

  // Whether the draft belongs to the head; then it is skipped or put.
  bool take_head(const Draft& draft) {
    if (draft.decor || repeats_title(draft)) {
      skip(draft);
      return true;
    }
    if (!is_short(draft) || draft.marker == Marker::Bullet || draft.marker == Marker::Number) return false;
    if (dateline(draft)) return false;
    const bool date = take_date(draft);
    const LineKind kind = kinds_.anywhere(words(draft));
    if (kind == LineKind::Related || kind == LineKind::End) return false;
    if (date || kind != LineKind::None || kinds_.at_head(words(draft)) != LineKind::None) {
      skip(draft);
      return true;
    }
    if ((draft.ends_sentence && draft.columns > kProse) || at_ + 1 >= drafts_.size()) return false;
    if (!is_heading(draft)) return false;
    put(draft.words, Zone::Lead, BlockKind::Heading);
    return true;
  }

  [[nodiscard]] bool is_frame_of_head(const Draft& draft) const {
    return kinds_.anywhere(words(draft)) != LineKind::None || kinds_.at_head(words(draft)) != LineKind::None;
  }

  [[nodiscard]] bool repeats_title(const Draft& draft) const {
    return !title_key_.empty() && draft.words.size() <= 2 * zoned_.title.size() &&
           title_key(words(draft)) == title_key_;
  }

  // Body

  void read_body(const Draft& draft) {
    if (draft.decor || ended_ || repeats_title(draft) || is_printed_twice(draft) || is_frame(draft) ||
        (related_ && !is_prose_again(draft))) {
      skip(draft);
      return;
    }
    related_ = false;
    Span span = without_dateline(draft);
    if (span == draft.words && is_heading(draft)) {
      put(span, Zone::Body, BlockKind::Heading);
      return;
    }
    const BlockKind kind = is_item(draft) ? BlockKind::Bullet : BlockKind::Paragraph;
    span = without_strong_start(draft, span);
    const bool lead = !lead_found_ && kind == BlockKind::Paragraph;
    lead_found_ = lead_found_ || lead;
    put(span, lead ? Zone::Lead : Zone::Body, kind);
  }

  // Whether the draft is furniture; notes where a list of other stories or the end begins.
  bool is_frame(const Draft& draft) {
    if (!is_short(draft)) return false;
    if (at_ + kFootReach > drafts_.size() && lead_found_ && take_date(draft)) return true;
    const LineKind kind = kinds_.anywhere(words(draft));
    if (kind == LineKind::Related) related_ = true;
    if (kind == LineKind::End && lead_found_) ended_ = true;
    return kind != LineKind::None;
  }

  // The headline of another story, once as the words of its picture and once as its link.
  bool is_printed_twice(const Draft& draft) {
    if (!is_short(draft) || draft.columns < kTwice || draft.ends_sentence || draft.marker != Marker::None)
      return false;
    const std::string key = title_key(words(draft));
    const bool again = key == last_key_;
    last_key_ = key;
    return again || (at_ < drafts_.size() && is_short(drafts_[at_]) && title_key(words(drafts_[at_])) == key);
  }

  // Whether running prose returns after a list of other stories: a long paragraph that ends a
  // sentence, or two shorter ones in a row.
  [[nodiscard]] bool is_prose_again(const Draft& draft) const {
    if (!is_prose(draft, kProse * 2)) return false;
    if (is_prose(draft, kLongProse)) return true;
    return at_ < drafts_.size() && is_prose(drafts_[at_], kProse * 2);
  }
  [[nodiscard]] static bool is_prose(const Draft& draft, std::uint32_t columns) {
    return !draft.decor && draft.ends_sentence && draft.columns >= columns && draft.marker == Marker::None;
  }

  // A heading has a marker or is emphasised as a whole, or it is a short line that ends no sentence.
  [[nodiscard]] bool is_heading(const Draft& draft) const {
    if (draft.marker != Marker::None) return draft.marker == Marker::Heading;
    if (draft.columns > kLongestHeading) return false;
    if (draft.bold) return true;
    if (draft.lines > 2) return false;
    const char last = text_[draft.words.end - 1];
    if (last == '?')
      return draft.columns <= kLongestQuestion && words(draft).find("  ") == std::string_view::npos;
    return !draft.ends_sentence || last == ':';
  }

  // A numbered paragraph of some length, or one that announces a list, is no list item.
  [[nodiscard]] bool is_item(const Draft& draft) const {
    if (draft.marker == Marker::Number)
      return !draft.ends_sentence || (draft.columns < kParagraph && !words(draft).ends_with(':'));
    return draft.marker == Marker::Bullet;
  }

  // Puts an emphasised start, a heading that runs into its paragraph ("**Trade:** The two ..."), as a
  // block of its own; what is left of `span`.
  Span without_strong_start(const Draft& draft, Span span) {
    if (span != draft.words || !quote(text_, draft.shown).starts_with(kStrong)) return span;
    const std::size_t close = quote(text_, span).find(kStrong);
    if (close == std::string_view::npos || close == 0) return span;
    const auto end = span.begin + static_cast<std::uint32_t>(close);
    const std::uint32_t after = end + static_cast<std::uint32_t>(kStrong.size());
    const Span strong = trimmed(text_, {span.begin, end});
    const bool colon = after < span.end && text_[after] == ':';
    if (!colon && !ends_sentence(quote(text_, strong))) return span;
    put(strong, Zone::Body, close <= kLongestHeading ? BlockKind::Heading : BlockKind::Paragraph);
    return trimmed(text_, {after + (colon ? 1U : 0U), span.end});
  }

  // Dates and datelines

  // The words of the draft after its dateline.
  Span without_dateline(const Draft& draft) {
    const Span span = draft.words;
    if (lead_found_ && !starts_in_capitals(words(draft))) return span;
    const auto& match = dateline(draft);
    if (!match) return span;
    const bool dated = !match->group("d").empty();
    if (!dated && lead_found_) return span;
    if (zoned_.dateline_place.empty()) zoned_.dateline_place = folded_space(match->group("place"));
    if (!dateline_ && dated) dateline_ = match;
    const std::uint32_t begin = span.begin + match->span().end;
    zoned_.skipped.push_back(trimmed(text_, {span.begin, begin}));
    return trimmed(text_, {begin, span.end});
  }

  // Whether the draft is a date line; the first of them tells the day.
  bool take_date(const Draft& draft) {
    std::optional<PatternMatch> match = date_line(draft);
    if (!match && after_title_ && !lead_found_ && !draft.ends_sentence) match = kinds_.date_label(words(draft));
    if (!match) return false;
    const std::optional<Day> day = day_of(*match, pack_.calendar);
    if (zoned_.dateline_place.empty()) zoned_.dateline_place = folded_space(match->group("place"));
    std::optional<Day>& told = lead_found_ ? foot_date_ : head_date_;
    if (!told) told = day;
    return day.has_value();
  }

  void settle_date() {
    if (const auto day = read_day(article_.date, kinds_, pack_.calendar))
      return set_date(*day, DateFrom::Metadata);
    if (head_date_) return set_date(*head_date_, DateFrom::Dateline);
    if (const auto day = dateline_ ? day_of(*dateline_, pack_.calendar) : std::nullopt)
      return set_date(*day, DateFrom::Dateline);
    if (const auto day = day_of_title()) return set_date(*day, DateFrom::Dateline);
    const auto around = foot_date_ ? foot_date_ : config_.date;
    if (const auto day = dateline_ ? nearest_day(*dateline_, pack_.calendar, around) : std::nullopt)
      return set_date(*day, DateFrom::Dateline);
    if (foot_date_) return set_date(*foot_date_, DateFrom::Dateline);
    if (config_.date) set_date(*config_.date, DateFrom::Option);
  }

  [[nodiscard]] std::optional<Day> day_of_title() const {
    const auto match = kinds_.date_label(first_bytes(zoned_.title, kShortLine));
    return match ? day_of(*match, pack_.calendar) : std::nullopt;
  }

  void set_date(Day day, DateFrom from) {
    zoned_.date = day;
    zoned_.date_from = from;
  }

  const Article& article_;
  std::string_view text_;
  const RulePack& pack_;
  const ZoneConfig& config_;
  LineKinds kinds_;
  ZonedArticle zoned_;
  std::vector<Draft> drafts_;
  std::size_t at_ = 0;  // the next draft
  std::string title_key_;
  std::string last_key_;  // of the last short line
  std::optional<Day> head_date_, foot_date_;
  std::optional<PatternMatch> dateline_;  // the first with a day
  // The last answers of dateline() and date_line(), which are asked about the same draft in turn.
  Span asked_dateline_, asked_date_;
  std::optional<PatternMatch> start_, date_;
  bool after_title_ = false;
  bool lead_found_ = false;
  bool related_ = false;  // among the headlines of other stories
  bool ended_ = false;    // after all that belongs to the article
};

}  // namespace

ZonedArticle find_zones(const Article& article, const RulePack& pack, const ZoneConfig& config) {
  return Zoner(article, pack, config).run();
}

}  // namespace coopmine
