#include "convert/web_annotation.h"

#include <fmt/format.h>

#include "convert/words.h"
#include "write/json.h"

namespace coopmine {
namespace {

// What may not stand in an IRI as it is becomes %XX.
std::string percent_encoded(std::string_view text) {
  constexpr std::string_view kPlain = "-._~/";
  std::string out;
  for (const char c : text) {
    const bool letter = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (letter || kPlain.find(c) != std::string_view::npos) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

// The article's own address, when it is kept and looks like one.
std::string source_of(const RecordDoc& doc) {
  for (const auto& [key, value] : doc.kept) {
    const bool plain = value.size() > 2 && value.front() == '"' && value.find('\\') == std::string::npos &&
                       value.find(' ') == std::string::npos && value.find("://") != std::string::npos;
    if (key == "url" && plain) return value.substr(1, value.size() - 2);
  }
  return "urn:coopmine:article:" + percent_encoded(doc.id);
}

class WebAnnotation : public Converter {
 public:
  explicit WebAnnotation(TextSink sink) : sink_(std::move(sink)) {
    sink_("{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"type\":\"AnnotationPage\",\"items\":[\n");
  }

  void add(const CommitmentRecord& record) override {
    JsonLine json;
    json.open_object();
    word(json, "id", "urn:coopmine:record:" + percent_encoded(record.id));
    word(json, "type", "Annotation");
    word(json, "motivation", "classifying");
    json.key("generator");
    json.open_object();
    word(json, "type", "Software");
    word(json, "name", "coopmine");
    json.close_object();
    bodies(json, record);
    targets(json, record);
    json.close_object();
    std::string line;
    json.finish(line);
    line.pop_back();
    sink_(first_ ? line : ",\n" + line);
    first_ = false;
  }

  void finish() override { sink_("\n]}\n"); }

 private:
  static void word(JsonLine& json, std::string_view key, std::string_view value) {
    json.key(key);
    json.string(value);
  }

  static void body(JsonLine& json, std::string_view purpose, std::string_view key, std::string_view value) {
    if (value.empty()) return;
    json.open_object();
    word(json, "type", "TextualBody");
    word(json, "purpose", purpose);
    word(json, "format", "text/plain");
    word(json, "value", fmt::format("{}:{}", key, value));
    json.close_object();
  }

  static void bodies(JsonLine& json, const CommitmentRecord& r) {
    json.key("body");
    json.open_array();
    body(json, "classifying", "type", r.type);
    body(json, "classifying", "status", r.status);
    body(json, "tagging", "act", r.act);
    for (const RecordParty& party : r.parties) body(json, "tagging", party.role, party_word(party));
    if (r.initiator) body(json, "tagging", "initiator", party_word(*r.initiator));
    for (const RecordSlot& sector : r.sectors) body(json, "tagging", "sector", sector.value);
    if (r.instrument) body(json, "tagging", "instrument", r.instrument->kind);
    for (const RecordAmount& amount : r.amounts) {
      body(json, "tagging", "amount", fmt::format("{} {}", amount.currency, number_words(amount.value)));
    }
    for (const RecordSlot& date : r.dates) body(json, "tagging", "date", date.value);
    if (r.duration) body(json, "tagging", "duration", r.duration->value);
    if (r.confidence) body(json, "assessing", "confidence", number_words(*r.confidence));
    json.close_array();
  }

  static void targets(JsonLine& json, const CommitmentRecord& r) {
    const std::string source = source_of(r.doc);
    json.key("target");
    json.open_array();
    for (const RecordEvidence& evidence : r.evidence) {
      json.open_object();
      word(json, "source", source);
      json.key("selector");
      json.open_array();
      json.open_object();
      word(json, "type", "TextPositionSelector");
      number(json, "start", evidence.span.begin);
      number(json, "end", evidence.span.end);
      json.close_object();
      json.open_object();
      word(json, "type", "TextQuoteSelector");
      word(json, "exact", evidence.text);
      json.close_object();
      json.close_array();
      json.close_object();
    }
    json.close_array();
  }

  static void number(JsonLine& json, std::string_view key, std::int64_t value) {
    json.key(key);
    json.number(static_cast<double>(value));
  }

  TextSink sink_;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<Converter> web_annotation_converter(TextSink sink) { return std::make_unique<WebAnnotation>(std::move(sink)); }

}  // namespace coopmine
