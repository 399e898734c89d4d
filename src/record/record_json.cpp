#include "record/record_json.h"

#include <string_view>

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace coopmine {
namespace {

using rapidjson::Value;

// Reads the members of one object; the first fault is kept, with the path to it.
class Members {
 public:
  Members(const Value& object, std::string path, RecordFault& fault)
      : object_(object), path_(std::move(path)), fault_(fault) {
    if (!object.IsObject()) say("", "not an object");
  }

  // Null when the member is missing or null.
  [[nodiscard]] const Value* find(const char* key) const {
    if (!object_.IsObject()) return nullptr;
    const auto member = object_.FindMember(key);
    return member == object_.MemberEnd() || member->value.IsNull() ? nullptr : &member->value;
  }

  void string(const char* key, std::string& into, bool wanted = false) const {
    const Value* value = find(key);
    if (value == nullptr) {
      if (wanted) say(key, "missing");
      return;
    }
    if (!value->IsString()) return say(key, "not a string");
    into.assign(value->GetString(), value->GetStringLength());
  }

  void number(const char* key, std::optional<double>& into) const {
    const Value* value = find(key);
    if (value == nullptr) return;
    if (!value->IsNumber()) return say(key, "not a number");
    into = value->GetDouble();
  }

  void boolean(const char* key, bool& into) const {
    const Value* value = find(key);
    if (value == nullptr) return;
    if (!value->IsBool()) return say(key, "neither true nor false");
    into = value->GetBool();
  }

  void integer(const char* key, std::int64_t& into) const {
    const Value* value = find(key);
    if (value == nullptr) return;
    if (!value->IsInt64()) return say(key, "not a whole number");
    into = value->GetInt64();
  }

  void span(const char* key, std::optional<CodeSpan>& into) const {
    const Value* value = find(key);
    if (value == nullptr) return;
    const bool pair = value->IsArray() && value->Size() == 2 && (*value)[0].IsInt64() && (*value)[1].IsInt64();
    if (!pair) return say(key, "not a span of two whole numbers");
    into = CodeSpan{(*value)[0].GetInt64(), (*value)[1].GetInt64()};
  }

  void words(RecordWords& into) const {
    string("text", into.text);
    span("span", into.span);
  }

  // Calls `read(value, path)` for each element of a list.
  template <class Read>
  void list(const char* key, Read read) const {
    const Value* value = find(key);
    if (value == nullptr) return;
    if (!value->IsArray()) return say(key, "not a list");
    for (rapidjson::SizeType i = 0; i < value->Size(); ++i) read((*value)[i], fmt::format("{}[{}]", path_of(key), i));
  }

  [[nodiscard]] std::string path_of(const char* key) const {
    if (*key == '\0') return path_;
    return path_.empty() ? std::string(key) : fmt::format("{}.{}", path_, key);
  }

  void say(const char* key, std::string_view what) const {
    if (!fault_.none()) return;
    const std::string path = path_of(key);
    fault_.message = path.empty() ? std::string(what) : fmt::format("{}: {}", path, what);
  }

  [[nodiscard]] RecordFault& fault() const { return fault_; }

 private:
  const Value& object_;
  std::string path_;
  RecordFault& fault_;
};

void read_party(const Members& members, RecordParty& party, bool with_role) {
  if (with_role) members.string("role", party.role, true);
  members.string("id", party.id);
  members.string("name", party.name);
  members.string("kind", party.kind);
  members.string("organ", party.organ);
  members.string("via", party.via);
  members.words(party);
}

// A plain string, or an object with the value under `key`.
void read_slot(const Value& value, const std::string& path, const char* key, RecordSlot& slot, RecordFault& fault) {
  if (value.IsString()) {
    slot.value.assign(value.GetString(), value.GetStringLength());
    return;
  }
  const Members members(value, path, fault);
  members.string(key, slot.value, true);
  members.words(slot);
}

void read_slot_list(const Members& members, const char* list, const char* key, std::vector<RecordSlot>& into) {
  members.list(list, [&](const Value& value, const std::string& path) {
    read_slot(value, path, key, into.emplace_back(), members.fault());
  });
}

bool is_empty_string(const Value& value) { return value.IsString() && value.GetStringLength() == 0; }
bool is_empty_object(const Value& value) { return value.IsObject() && value.ObjectEmpty(); }

void read_instrument(const Members& members, std::optional<RecordInstrument>& into) {
  const Value* value = members.find("instrument");
  if (value == nullptr || is_empty_string(*value) || is_empty_object(*value)) return;
  RecordSlot slot;
  read_slot(*value, "instrument", "kind", slot, members.fault());
  into.emplace();
  static_cast<RecordWords&>(*into) = slot;
  into->kind = slot.value;
  if (value->IsObject()) Members(*value, "instrument", members.fault()).string("name", into->name);
}

void read_amount(const Value& value, const std::string& path, RecordAmount& amount, RecordFault& fault) {
  const Members members(value, path, fault);
  std::optional<double> sum;
  members.number("value", sum);
  if (!sum) members.say("value", "missing");
  amount.value = sum.value_or(0);
  members.number("max", amount.max);
  members.string("currency", amount.currency);
  members.string("approx", amount.approx);
  members.boolean("cumulative", amount.cumulative);
  members.words(amount);
}

void read_evidence(const Value& value, const std::string& path, RecordEvidence& evidence, RecordFault& fault) {
  const Members members(value, path, fault);
  std::optional<CodeSpan> span;
  members.string("text", evidence.text);
  members.span("span", span);
  if (!span) members.say("span", "missing");
  evidence.span = span.value_or(CodeSpan{});
  members.integer("sentence", evidence.sentence);
  members.string("zone", evidence.zone);
  if (const Value* trigger = members.find("trigger")) {
    const Members inner(*trigger, path + ".trigger", fault);
    inner.words(evidence.trigger);
    inner.string("lemma", evidence.lemma);
  }
}

std::string as_json(const Value& value) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  value.Accept(writer);
  return {buffer.GetString(), buffer.GetSize()};
}

void read_doc(const Value& value, RecordDoc& doc, RecordFault& fault) {
  const Members members(value, "doc", fault);
  members.string("id", doc.id, true);
  members.string("title", doc.title);
  members.string("date", doc.date);
  members.string("date_from", doc.date_from);
  members.string("lang", doc.lang);
  members.string("sha256", doc.sha256);
  if (!value.IsObject()) return;
  for (const auto& member : value.GetObject()) {
    const std::string_view key(member.name.GetString(), member.name.GetStringLength());
    const bool known = key == "id" || key == "title" || key == "date" || key == "date_from" || key == "lang" ||
                       key == "sha256";
    if (!known) doc.kept.emplace_back(key, as_json(member.value));
  }
}

void read_attribution(const Value& value, RecordAttribution& attribution, RecordFault& fault) {
  const Members members(value, "attribution", fault);
  members.words(attribution);
  members.string("certainty", attribution.certainty);
  if (const Value* speaker = members.find("speaker")) {
    const Members inner(*speaker, "attribution.speaker", fault);
    inner.string("id", attribution.id);
    inner.string("name", attribution.name);
  }
}

void read_strings(const Members& members, const char* key, std::vector<std::string>& into) {
  members.list(key, [&](const Value& value, const std::string& path) {
    if (!value.IsString()) return Members(value, path, members.fault()).say("", "not a string");
    into.emplace_back(value.GetString(), value.GetStringLength());
  });
}

void read_codes(const Value& value, RecordCodes& codes, RecordFault& fault) {
  const Members members(value, "codes", fault);
  members.string("plover", codes.plover);
  members.string("cameo", codes.cameo);
  members.string("iati", codes.iati);
  members.string("aiddata", codes.aiddata);
  read_strings(members, "dac", codes.dac);
}

}  // namespace

RecordFault read_slots(const Value& object, CommitmentRecord& record) {
  RecordFault fault;
  const Members members(object, "", fault);
  members.string("type", record.type, true);
  members.string("status", record.status, true);
  members.list("parties", [&](const Value& value, const std::string& path) {
    read_party(Members(value, path, fault), record.parties.emplace_back(), true);
  });
  const Value* initiator = members.find("initiator");
  if (initiator != nullptr && !is_empty_object(*initiator)) {
    read_party(Members(*initiator, "initiator", fault), record.initiator.emplace(), false);
  }
  read_slot_list(members, "sectors", "id", record.sectors);
  read_instrument(members, record.instrument);
  members.list("amounts", [&](const Value& value, const std::string& path) {
    read_amount(value, path, record.amounts.emplace_back(), fault);
  });
  read_slot_list(members, "dates", "value", record.dates);
  const Value* duration = members.find("duration");
  if (duration != nullptr && !is_empty_string(*duration) && !is_empty_object(*duration)) {
    read_slot(*duration, "duration", "value", record.duration.emplace(), fault);
  }
  members.boolean("optional", record.optional);
  return fault;
}

RecordFault read_record(const Value& object, CommitmentRecord& record) {
  RecordFault fault = read_slots(object, record);
  const Members members(object, "", fault);
  members.string("id", record.id);
  if (const Value* doc = members.find("doc")) {
    read_doc(*doc, record.doc, fault);
  } else {
    members.say("doc", "missing");
  }
  members.string("act", record.act);
  members.list("measures", [&](const Value& value, const std::string& path) {
    Members(value, path, fault).words(record.measures.emplace_back());
  });
  if (const Value* attribution = members.find("attribution")) {
    read_attribution(*attribution, record.attribution.emplace(), fault);
  }
  members.string("part_of", record.part_of);
  members.list("evidence", [&](const Value& value, const std::string& path) {
    read_evidence(value, path, record.evidence.emplace_back(), fault);
  });
  if (record.evidence.empty()) members.say("evidence", "missing");
  read_strings(members, "rules", record.rules);
  members.number("confidence", record.confidence);
  if (const Value* codes = members.find("codes")) read_codes(*codes, record.codes, fault);
  return fault;
}

}  // namespace coopmine
