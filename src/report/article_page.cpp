#include "report/article_page.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "model/words.h"
#include "report/assets.h"
#include "write/json.h"

namespace coopmine {
namespace {

void word(JsonLine& json, std::string_view key, std::string_view value) {
  if (value.empty()) return;
  json.key(key);
  json.string(value);
}

template <class List, class Write>
void list(JsonLine& json, std::string_view key, const List& items, Write write) {
  json.key(key);
  json.open_array();
  for (const auto& item : items) write(item);
  json.close_array();
}

class ArticleJson {
 public:
  explicit ArticleJson(const ArticleView& view) : view_(view), offsets_(view.article.text) {}

  std::string run() {
    json_.open_object();
    json_.key("id");
    json_.string(view_.article.id);
    word(json_, "title", view_.zoned.title);
    if (view_.zoned.date) word(json_, "date", iso(*view_.zoned.date));
    parts();
    list(json_, "marks", view_.marks, [&](const Mark& mark) {
      json_.open_object();
      word(json_, "kind", mark_name(mark.type));
      word(json_, "value", mark.value);
      span("span", mark.span);
      json_.close_object();
    });
    list(json_, "records", view_.records, [&](const RecordView& record) { this->record(record); });
    json_.close_object();
    std::string text;
    json_.finish(text);
    return text;
  }

 private:
  void span(std::string_view key, Span span) {
    if (span.empty()) return;
    json_.key(key);
    json_.open_array();
    json_.integer(offsets_.code_points(span.begin));
    json_.integer(offsets_.code_points(span.end));
    json_.close_array();
  }

  struct Part {
    std::string_view kind;
    Span span;
  };

  void parts() {
    std::vector<Part> parts;
    for (const Block& block : view_.zoned.blocks) parts.push_back({name(block.kind), block.span});
    for (const Span skipped : view_.zoned.skipped) parts.push_back({"skipped", skipped});
    std::stable_sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.span.begin < b.span.begin; });
    list(json_, "parts", parts, [&](const Part& part) {
      json_.open_object();
      word(json_, "kind", part.kind);
      word(json_, "text", quote(view_.article.text, part.span));
      span("span", part.span);
      json_.close_object();
    });
  }

  void record(const RecordView& record) {
    json_.open_object();
    word(json_, "head", record.head);
    word(json_, "status", name(record.commitment->status));
    json_.key("confidence");
    json_.number(record.commitment->confidence);
    list(json_, "slots", record.slots, [&](const SlotRow& slot) {
      json_.open_object();
      word(json_, "label", slot.label);
      word(json_, "value", slot.value);
      word(json_, "detail", slot.detail);
      if (!slot.span.empty()) word(json_, "text", quote(view_.article.text, slot.span));
      span("span", slot.span);
      json_.close_object();
    });
    list(json_, "told", record.commitment->evidence, [&](const Evidence& evidence) {
      json_.open_object();
      span("span", evidence.span);
      span("trigger", evidence.trigger);
      json_.close_object();
    });
    list(json_, "rules", record.rules, [&](const FiredRule& rule) {
      json_.open_object();
      word(json_, "id", rule.id);
      word(json_, "place", rule.place);
      word(json_, "match", rule.match);
      json_.close_object();
    });
    list(json_, "clues", record.clues, [&](const WeighedFeature& clue) {
      json_.open_object();
      word(json_, "name", clue.name);
      json_.key("weight");
      json_.number(clue.weight);
      json_.close_object();
    });
    json_.close_object();
  }

  const ArticleView& view_;
  OffsetMap offsets_;
  JsonLine json_;
};

}  // namespace

ArticlePage::ArticlePage(Sink sink) : sink_(std::move(sink)), page_(make_page({kShowHtml, kShowCss, kShowJs})) {
  sink_(page_.before_data);
  sink_("[");
}

void ArticlePage::add(const ArticleView& view) {
  sink_((first_ ? "" : ",") + inside_script(ArticleJson(view).run()));
  first_ = false;
}

void ArticlePage::finish() {
  sink_("]\n");
  sink_(page_.behind_data);
}

}  // namespace coopmine
