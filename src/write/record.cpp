#include "write/record.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "write/json.h"

namespace coopmine {
namespace {

constexpr std::array<std::string_view, 6> kDocKeys{"id",        "title", "date",
                                                   "date_from", "lang",  "sha256"};

// Writes the parts of the records of one article.
class Record {
 public:
  explicit Record(const RecordContext& context) : context_(context) {}

  void commitment(const Commitment& c);
  void mention(const Mention& m);
  void finish(std::string& out) const { json_.finish(out); }

 private:
  const RecordContext& context_;
  JsonLine json_;

  const Article& article() const { return *context_.zoned.article; }

  void word(std::string_view key, std::string_view value) {
    json_.key(key);
    json_.string(value);
  }
  void word_or_null(std::string_view key, std::string_view value) {
    json_.key(key);
    value.empty() ? json_.null() : json_.string(value);
  }
  void number(std::string_view key, double value) {
    json_.key(key);
    json_.number(value);
  }
  void null(std::string_view key) {
    json_.key(key);
    json_.null();
  }
  void span(Span span) {
    json_.key("span");
    if (span.empty()) return json_.null();
    json_.open_array();
    json_.integer(context_.offsets.code_points(span.begin));
    json_.integer(context_.offsets.code_points(span.end));
    json_.close_array();
  }
  void text(Span span) {
    json_.key("text");
    span.empty() ? json_.null() : json_.string(quote(article().text, span));
  }
  // "text" and "span": both null for a value that no words of the article give.
  void quoted(Span words) {
    text(words);
    span(words);
  }
  template <class List, class Write>
  void list(std::string_view key, const List& items, Write write) {
    json_.key(key);
    json_.open_array();
    for (const auto& item : items) write(item);
    json_.close_array();
  }
  template <class Write>
  void object(Write write) {
    json_.open_object();
    write();
    json_.close_object();
  }
  template <class Write>
  void object(std::string_view key, Write write) {
    json_.key(key);
    object(write);
  }
  // A slot of one word: {key: value, "text": ..., "span": ...}.
  void slot(std::string_view key, std::string_view value, Span words) {
    object([&] {
      word(key, value);
      quoted(words);
    });
  }

  void doc();
  void party(const Party& p);
  void initiator(const Party& p);
  void money(const MoneyValue& value);
  void slots(const Commitment& c);
  void attribution(const Attribution& a);
  void evidence(const Evidence& e);
  void codes(const Codes& codes);
  void mention_value(const Mention& m);
};

std::string_view date_from(DateFrom from) {
  switch (from) {
    case DateFrom::None: return {};
    case DateFrom::Dateline: return "dateline";
    case DateFrom::Metadata: return "metadata";
    case DateFrom::Option: return "option";
  }
  return {};
}

std::string_view mention_type(MentionType type) {
  switch (type) {
    case MentionType::Actor: return "actor";
    case MentionType::Sector: return "sector";
    case MentionType::Instrument: return "instrument";
    case MentionType::Money: return "money";
    case MentionType::Date: return "date";
    case MentionType::Duration: return "duration";
  }
  return {};
}

void Record::doc() {
  object("doc", [&] {
    const ZonedArticle& zoned = context_.zoned;
    word("id", article().id);
    word_or_null("title", zoned.title);
    word_or_null("date", zoned.date ? iso(*zoned.date) : std::string());
    word_or_null("date_from", zoned.date ? date_from(zoned.date_from) : std::string_view());
    word_or_null("lang", context_.lang);
    word("sha256", article().sha256);
    const auto& kept = article().kept;
    for (auto one = kept.begin(); one != kept.end(); ++one) {
      const auto same = [&](const auto& later) { return later.first == one->first; };
      if (std::any_of(one + 1, kept.end(), same)) continue;  // of a key that stands twice, the last
      json_.key(one->first);
      json_.raw(one->second);
    }
  });
}

void Record::party(const Party& p) {
  object([&] {
    word("role", name(p.role));
    word_or_null("id", p.id);
    word("name", p.name);
    word("kind", name(p.kind));
    word_or_null("organ", p.organ);
    quoted(p.span);
    word_or_null("via", p.via);
  });
}

void Record::initiator(const Party& p) {
  word_or_null("id", p.id);
  word("name", p.name);
  quoted(p.span);
  word_or_null("via", p.via);
}

void Record::money(const MoneyValue& value) {
  number("value", value.value);
  word_or_null("currency", value.currency);
  json_.key("max");
  value.max ? json_.number(*value.max) : json_.null();
  word_or_null("approx", name(value.approx));
}

void Record::attribution(const Attribution& a) {
  json_.key("speaker");
  if (a.id.empty() && a.name.empty()) {
    json_.null();
  } else {
    object([&] {
      word_or_null("id", a.id);
      word_or_null("name", a.name);
    });
  }
  quoted(a.span);
  word_or_null("certainty", a.certainty);
}

void Record::evidence(const Evidence& e) {
  object([&] {
    quoted(e.span);
    json_.key("sentence");
    json_.integer(e.sentence);
    word("zone", name(e.zone));
    json_.key("trigger");
    if (e.trigger.empty()) return json_.null();
    object([&] {
      text(e.trigger);
      word_or_null("lemma", e.lemma);
      span(e.trigger);
    });
  });
}

void Record::codes(const Codes& codes) {
  object("codes", [&] {
    word_or_null("plover", codes.plover);
    word_or_null("cameo", codes.cameo);
    word_or_null("iati", codes.iati);
    word_or_null("aiddata", codes.aiddata);
    list("dac", codes.dac, [&](const std::string& code) { json_.string(code); });
  });
}

void Record::slots(const Commitment& c) {
  list("sectors", c.sectors, [&](const SectorSlot& s) { slot("id", s.id, s.span); });
  json_.key("instrument");
  if (c.instrument) {
    object([&] {
      word("kind", c.instrument->kind);
      quoted(c.instrument->span);
      word_or_null("name", c.instrument->name);
    });
  } else {
    json_.null();
  }
  list("amounts", c.amounts, [&](const AmountSlot& a) {
    object([&] {
      money(a.money);
      json_.key("cumulative");
      json_.boolean(a.money.cumulative);
      quoted(a.span);
    });
  });
  list("dates", c.dates, [&](const DateSlot& d) { slot("value", d.value, d.span); });
  json_.key("duration");
  c.duration ? slot("value", c.duration->value, c.duration->span) : json_.null();
  list("measures", c.measures, [&](const Measure& m) { object([&] { quoted(m.span); }); });
}

void Record::commitment(const Commitment& c) {
  object([&] {
    word("kind", "commitment");
    word("schema", kSchemaName);
    word("id", c.id);
    doc();
    word("type", name(c.type));
    word("status", name(c.status));
    word_or_null("act", c.act);
    list("parties", c.parties, [&](const Party& p) { party(p); });
    if (c.initiator) {
      object("initiator", [&] { initiator(*c.initiator); });
    } else {
      null("initiator");
    }
    slots(c);
    if (c.attribution) {
      object("attribution", [&] { attribution(*c.attribution); });
    } else {
      null("attribution");
    }
    word_or_null("part_of", c.part_of);
    list("evidence", c.evidence, [&](const Evidence& e) { evidence(e); });
    list("rules", c.rules, [&](const std::string& rule) { json_.string(rule); });
    number("confidence", std::round(c.confidence * 100) / 100);
    codes(c.codes);
  });
}

void Record::mention_value(const Mention& m) {
  switch (m.type) {
    case MentionType::Actor: return word_or_null("value", m.actor.id);
    case MentionType::Money: return money(*m.money);
    case MentionType::Date: return word_or_null("value", m.date->value);
    case MentionType::Sector:
    case MentionType::Instrument:
    case MentionType::Duration: return word_or_null("value", m.value);
  }
}

void Record::mention(const Mention& m) {
  object([&] {
    word("kind", "mention");
    object("doc", [&] { word("id", article().id); });
    word("type", mention_type(m.type));
    mention_value(m);
    quoted(m.span);
    word("rule", m.rule);
  });
}

}  // namespace

RecordContext::RecordContext(const ZonedArticle& zoned_article, std::string_view language)
    : zoned(zoned_article), lang(language), offsets(zoned_article.article->text) {}

void write_commitment(const RecordContext& context, const Commitment& commitment,
                      std::string& out) {
  Record record(context);
  record.commitment(commitment);
  record.finish(out);
}

void write_mention(const RecordContext& context, const Mention& mention, std::string& out) {
  Record record(context);
  record.mention(mention);
  record.finish(out);
}

bool is_doc_key(std::string_view key) {
  return std::find(kDocKeys.begin(), kDocKeys.end(), key) != kDocKeys.end();
}

}  // namespace coopmine
