#include "report/article_text.h"

#include <algorithm>
#include <iterator>
#include <set>

#include <fmt/format.h>

namespace coopmine {
namespace {

constexpr std::size_t kRecord = 2;   // cells before a record
constexpr std::size_t kSlots = 6;    // before its rows
constexpr std::size_t kValues = 18;  // before what stands in a row

TextStyle style_of(MentionType type) {
  switch (type) {
    case MentionType::Actor: return {Ink::Cyan, false, false};
    case MentionType::Sector: return {Ink::Green, false, false};
    case MentionType::Instrument: return {Ink::Blue, false, false};
    case MentionType::Money: return {Ink::Magenta, false, false};
    case MentionType::Date:
    case MentionType::Duration: return {Ink::Yellow, false, false};
  }
  return {};
}

// The words of a telling that made a record.
struct Trigger {
  Span span;
  std::size_t record = 0;  // from 0
};

// A stretch of the article: a block, or what was skipped.
struct Part {
  Span span;
  bool skipped = false;
  bool head = false;  // title or heading
};

std::vector<Part> parts_of(const ZonedArticle& zoned) {
  std::vector<Part> parts;
  for (const Block& block : zoned.blocks) {
    parts.push_back({block.span, false, block.kind == BlockKind::Title || block.kind == BlockKind::Heading});
  }
  for (const Span skipped : zoned.skipped) parts.push_back({skipped, true, false});
  std::stable_sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.span.begin < b.span.begin; });
  return parts;
}

class ArticleWriter {
 public:
  ArticleWriter(const ArticleView& view, const FlowConfig& config) : view_(view), flow_(config) {
    for (std::size_t i = 0; i < view.records.size(); ++i) {
      for (const Evidence& evidence : view.records[i].commitment->evidence) triggers_.push_back({evidence.trigger, i});
    }
    std::stable_sort(triggers_.begin(), triggers_.end(),
                     [](const Trigger& a, const Trigger& b) { return a.span.begin < b.span.begin; });
  }

  std::string run() {
    head();
    for (const Part& part : parts_of(view_.zoned)) {
      words(part);
      flow_.end_line();
      for (std::size_t i = 0; i < view_.records.size(); ++i) {
        const std::vector<Evidence>& told = view_.records[i].commitment->evidence;
        if (!part.skipped && !told.empty() && part.span.contains(told.front().span)) record(i);
      }
      flow_.blank_line();
    }
    return flow_.take();
  }

 private:
  void head() {
    const ZonedArticle& zoned = view_.zoned;
    flow_.add(view_.article.id, {Ink::Plain, true, false});
    flow_.add(fmt::format(", {}, {} record{}", zoned.date ? iso(*zoned.date) : "no date", view_.records.size(),
                          view_.records.size() == 1 ? "" : "s"),
              {Ink::Plain, false, true});
    flow_.end_line();
    flow_.blank_line();
  }

  // What is marked in a part.
  struct Inside {
    std::vector<const Mark*> marks;
    std::vector<Trigger> triggers;
    std::set<std::uint32_t> edges;  // where something begins or ends
  };

  [[nodiscard]] Inside inside(Span part) const {
    Inside in;
    in.edges = {part.begin, part.end};
    const auto take = [&](auto from, auto end, auto use) {
      for (; from != end && from->span.begin < part.end; ++from) {
        if (from->span.empty() || !part.contains(from->span)) continue;
        in.edges.insert({from->span.begin, from->span.end});
        use(*from);
      }
    };
    const auto first = [&](const auto& list) {
      return std::lower_bound(list.begin(), list.end(), part.begin,
                              [](const auto& item, std::uint32_t at) { return item.span.begin < at; });
    };
    take(first(view_.marks), view_.marks.end(), [&](const Mark& mark) { in.marks.push_back(&mark); });
    take(first(triggers_), triggers_.end(), [&](const Trigger& trigger) { in.triggers.push_back(trigger); });
    return in;
  }

  void words(const Part& part) {
    const TextStyle plain{Ink::Plain, part.head, part.skipped};
    if (part.skipped) return flow_.add(quote(view_.article.text, part.span), plain);
    const Inside in = inside(part.span);
    auto mark = in.marks.begin();
    for (auto from = in.edges.begin(), to = std::next(from); to != in.edges.end(); ++from, ++to) {
      while (mark != in.marks.end() && (*mark)->span.end <= *from) ++mark;
      const Mark* here = mark != in.marks.end() && (*mark)->span.begin <= *from ? *mark : nullptr;
      TextStyle style = here == nullptr ? plain : style_of(here->type);
      style.bold = style.bold || std::any_of(in.triggers.begin(), in.triggers.end(), [&](const Trigger& trigger) {
        return trigger.span.begin <= *from && *from < trigger.span.end;
      });
      open(*from, here, in.triggers);
      flow_.add(quote(view_.article.text, {*from, *to}), style);
      close(*to, here, in.triggers);
    }
  }

  // In plain text marks are written: [Japan]{JPN}, *will give*(1).  The longer one stands around the other.
  void open(std::uint32_t at, const Mark* mark, const std::vector<Trigger>& triggers) {
    if (flow_.color()) return;
    std::uint32_t end = 0;  // of the triggers that begin here
    for (const Trigger& trigger : triggers) {
      if (trigger.span.begin == at) end = std::max(end, trigger.span.end);
    }
    const bool marked = mark != nullptr && mark->span.begin == at;
    const bool around = marked && mark->span.end > end;
    if (around) flow_.add("[");
    if (end > 0) flow_.add("*");
    if (marked && !around) flow_.add("[");
  }

  void close(std::uint32_t at, const Mark* mark, const std::vector<Trigger>& triggers) {
    std::string numbers;
    bool within = false;  // the trigger stands within the mark
    for (const Trigger& trigger : triggers) {
      if (trigger.span.end != at) continue;
      numbers += fmt::format("({})", trigger.record + 1);
      within = mark != nullptr && trigger.span.begin > mark->span.begin;
    }
    const bool marked = !flow_.color() && mark != nullptr && mark->span.end == at;
    const std::string value = marked ? fmt::format("]{{{}}}", mark->value) : "";
    if (!within) flow_.add(value);
    if (!numbers.empty()) flow_.add(flow_.color() ? numbers : "*" + numbers, {Ink::Red, true, false});
    if (within) flow_.add(value);
  }

  void row(std::string_view label, std::string_view value, const std::string& more = {}) {
    flow_.indent(kSlots);
    flow_.add(label, {Ink::Plain, false, true});
    flow_.pad_to(kValues);
    flow_.indent(kValues);
    flow_.add(value);
    flow_.add(more, {Ink::Plain, false, true});
    flow_.end_line();
  }

  void clues(const RecordView& view, std::string_view label, bool wanted) {
    std::string list;
    for (const WeighedFeature& clue : view.clues) {
      if ((clue.weight > 0) == wanted) list += fmt::format("{}{} {:.2f}", list.empty() ? "" : ", ", clue.name, clue.weight);
    }
    if (!list.empty()) row(label, list);
  }

  void record(std::size_t index) {
    const RecordView& view = view_.records[index];
    flow_.blank_line();
    flow_.indent(kRecord);
    flow_.add(fmt::format("({}) ", index + 1), {Ink::Red, true, false});
    flow_.add(view.head, {Ink::Plain, true, false});
    flow_.add(fmt::format(", confidence {:.2f}", view.commitment->confidence), {Ink::Plain, false, true});
    flow_.end_line();
    for (const SlotRow& slot : view.slots) {
      const std::string said = slot.span.empty() ? "" : fmt::format(" \"{}\"", quote(view_.article.text, slot.span));
      row(slot.label, slot.value, said + (slot.detail.empty() ? "" : fmt::format(" {}", slot.detail)));
    }
    for (const FiredRule& rule : view.rules) {
      row("rule", rule.id, rule.place.empty() ? "" : fmt::format(" ({}) {}", rule.place, rule.match));
    }
    clues(view, "for", true);
    clues(view, "against", false);
    flow_.indent(0);
  }

  const ArticleView& view_;
  TextFlow flow_;
  std::vector<Trigger> triggers_;  // in the order of the text
};

}  // namespace

std::string article_text(const ArticleView& view, const FlowConfig& config) { return ArticleWriter(view, config).run(); }

}  // namespace coopmine
