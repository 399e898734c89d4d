#include "convert/plover.h"

#include "convert/words.h"
#include "write/json.h"

namespace coopmine {
namespace {

// Actor sectors of PLOVER.
std::string_view sector_of(const RecordParty& party) {
  if (party.kind == "state") return "GOV";
  if (party.kind == "organisation") return "IGO";
  if (party.kind == "company") return "BUS";
  return {};
}

class Plover : public Converter {
 public:
  Plover(TextSink sink, ContextFinder contexts) : sink_(std::move(sink)), contexts_(std::move(contexts)) {}

  void add(const CommitmentRecord& record) override {
    if (record.codes.plover.empty()) return lose("records left out: they have no PLOVER code");
    JsonLine json;
    json.open_object();
    word(json, "id", record.id);
    date(json, record);
    auto source = parties_of(record, "giver");
    const auto parties = parties_of(record, "party");
    source.insert(source.end(), parties.begin(), parties.end());
    if (source.empty()) lose("events without a source: nobody is known who acts");
    actors(json, "source", source);
    actors(json, "recipient", parties_of(record, "receiver"));
    strings(json, "event", {record.codes.plover});
    strings(json, "context", contexts_(record));
    texts(json, record);
    word(json, "coder", "coopmine");
    json.close_object();
    std::string line;
    json.finish(line);
    sink_(line);
    count_losses(record);
  }

  void finish() override {}

 private:
  static void word(JsonLine& json, std::string_view key, std::string_view value) {
    json.key(key);
    json.string(value);
  }

  static void strings(JsonLine& json, std::string_view key, const std::vector<std::string>& values) {
    json.key(key);
    json.open_array();
    for (const std::string& value : values) json.string(value);
    json.close_array();
  }

  void date(JsonLine& json, const CommitmentRecord& record) {
    DateRange range;
    for (const RecordSlot& slot : record.dates) {
      if (range.begin.empty() || !range.exact) range = date_range(slot.value);
    }
    const bool own = range.exact && !range.begin.empty();
    const std::string day = own ? range.begin : record.doc.date;
    json.key("date");
    if (day.size() == 10) {
      json.string(day);
    } else {
      json.null();
      lose("events without a date: neither the act nor the article has a day");
    }
    if (own && !range.end.empty()) word(json, "enddate", range.end);
  }

  void actors(JsonLine& json, std::string_view key, const std::vector<const RecordParty*>& parties) {
    json.key(key);
    json.open_array();
    for (const RecordParty* party : parties) {
      json.open_object();
      if (!party->id.empty()) word(json, "code", party->id);
      if (const auto sector = sector_of(*party); !sector.empty()) word(json, "sector", sector);
      if (!party->text.empty()) word(json, "actor_text", party->text);
      if (!party->name.empty()) word(json, "identifier_text", party->name);
      if (!party->organ.empty()) word(json, "office", party->organ);
      json.close_object();
    }
    json.close_array();
  }

  static void texts(JsonLine& json, const CommitmentRecord& record) {
    if (!record.part_of.empty()) word(json, "link", record.part_of);
    if (!record.evidence.empty()) {
      const RecordEvidence& evidence = record.evidence.front();
      strings(json, "event_text", {evidence.trigger.text});
      word(json, "text", evidence.text);
      json.key("text_info");
      json.open_object();
      number(json, "sequence", evidence.sentence);
      number(json, "start", evidence.span.begin);
      number(json, "end", evidence.span.end);
      json.close_object();
    }
    json.key("cite_info");
    json.open_object();
    word(json, "corpus", record.doc.id);
    if (!record.doc.title.empty()) word(json, "title", record.doc.title);
    if (!record.doc.lang.empty()) word(json, "language", record.doc.lang);
    json.close_object();
  }

  static void number(JsonLine& json, std::string_view key, std::int64_t value) {
    json.key(key);
    json.number(static_cast<double>(value));
  }

  void count_losses(const CommitmentRecord& record) {
    if (!record.amounts.empty()) lose("sums lost: PLOVER has no field for them");
    if (record.instrument) lose("instruments lost: PLOVER has no field for them");
    if (record.duration) lose("durations lost: PLOVER has no field for them");
  }

  TextSink sink_;
  ContextFinder contexts_;
};

}  // namespace

std::unique_ptr<Converter> plover_converter(TextSink sink, ContextFinder contexts) {
  return std::make_unique<Plover>(std::move(sink), std::move(contexts));
}

}  // namespace coopmine
