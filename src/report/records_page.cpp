#include "report/records_page.h"

#include <fmt/format.h>

#include "model/commitment.h"
#include "report/assets.h"

namespace coopmine {
namespace {

// A member, unless it is empty: what is missing is left out of the page.
void word(JsonLine& json, std::string_view key, std::string_view value) {
  if (value.empty()) return;
  json.key(key);
  json.string(value);
}

void span(JsonLine& json, std::string_view key, const std::optional<CodeSpan>& span) {
  if (!span) return;
  json.key(key);
  json.open_array();
  json.number(static_cast<double>(span->begin));
  json.number(static_cast<double>(span->end));
  json.close_array();
}

void words(JsonLine& json, const RecordWords& words) {
  word(json, "text", words.text);
  span(json, "span", words.span);
}

template <class List, class Write>
void list(JsonLine& json, std::string_view key, const List& items, Write write) {
  if (items.empty()) return;
  json.key(key);
  json.open_array();
  for (const auto& item : items) write(item);
  json.close_array();
}

void slot(JsonLine& json, std::string_view key, const RecordSlot& slot) {
  json.open_object();
  word(json, key, slot.value);
  words(json, slot);
  json.close_object();
}

void amount(JsonLine& json, const RecordAmount& amount) {
  json.open_object();
  json.key("value");
  json.number(amount.value);
  word(json, "currency", amount.currency);
  if (amount.max) {
    json.key("max");
    json.number(*amount.max);
  }
  word(json, "approx", amount.approx);
  if (amount.cumulative) {
    json.key("cumulative");
    json.boolean(true);
  }
  words(json, amount);
  json.close_object();
}

void evidence(JsonLine& json, const RecordEvidence& evidence) {
  json.open_object();
  json.key("text");
  json.string(evidence.text);
  span(json, "span", evidence.span);
  json.key("sentence");
  json.number(static_cast<double>(evidence.sentence));
  word(json, "zone", evidence.zone);
  span(json, "trigger", evidence.trigger.span);
  word(json, "lemma", evidence.lemma);
  json.close_object();
}

void rest(JsonLine& json, const CommitmentRecord& record) {
  if (record.instrument) {
    json.key("instrument");
    json.open_object();
    word(json, "kind", record.instrument->kind);
    word(json, "name", record.instrument->name);
    words(json, *record.instrument);
    json.close_object();
  }
  if (record.duration) {
    json.key("duration");
    slot(json, "value", *record.duration);
  }
  if (record.attribution) {
    json.key("attribution");
    json.open_object();
    word(json, "name", record.attribution->name);
    words(json, *record.attribution);
    json.close_object();
  }
  word(json, "part_of", record.part_of);
  if (record.confidence) {
    json.key("confidence");
    json.number(*record.confidence);
  }
}

std::vector<std::string> code_words(const RecordCodes& codes) {
  std::vector<std::string> out;
  const auto add = [&](std::string_view scheme, const std::string& code) {
    if (!code.empty()) out.push_back(fmt::format("{} {}", scheme, code));
  };
  add("PLOVER", codes.plover);
  add("CAMEO", codes.cameo);
  add("IATI", codes.iati);
  add("AidData", codes.aiddata);
  for (const std::string& code : codes.dac) add("DAC", code);
  return out;
}

// A line of JSON without its end.
std::string text_of(const JsonLine& json) {
  std::string line;
  json.finish(line);
  line.pop_back();
  return line;
}

template <class Word>
void closed_words(JsonLine& json, std::string_view key, Word last) {
  json.key(key);
  json.open_array();
  for (int i = 0; i <= static_cast<int>(last); ++i) json.string(name(static_cast<Word>(i)));
  json.close_array();
}

}  // namespace

RecordsPage::RecordsPage(Sink sink, std::string title)
    : sink_(std::move(sink)), title_(std::move(title)), page_(make_page({kReportHtml, kReportCss, kReportJs})) {
  sink_(page_.before_data);
  sink_("{\"records\":[\n");
}

std::uint32_t RecordsPage::place_of(Shared& shared, const std::string& key,
                                    const std::function<void(JsonLine&)>& write) {
  const auto [at, added] = shared.index.emplace(key, static_cast<std::uint32_t>(shared.entries.size()));
  if (added) {
    JsonLine json;
    write(json);
    shared.entries.push_back(text_of(json));
  }
  return at->second;
}

std::uint32_t RecordsPage::doc(const RecordDoc& doc) {
  return place_of(docs_, doc.id + "\n" + doc.sha256, [&](JsonLine& json) {
    json.open_object();
    json.key("id");
    json.string(doc.id);
    word(json, "title", doc.title);
    word(json, "date", doc.date);
    word(json, "date_from", doc.date_from);
    word(json, "lang", doc.lang);
    for (const auto& [key, value] : doc.kept) {
      if (key != "url") continue;
      json.key(key);
      json.raw(value);
    }
    json.close_object();
  });
}

std::uint32_t RecordsPage::actor(const RecordParty& party) {
  return place_of(actors_, party.id.empty() ? "\n" + party.name : party.id, [&](JsonLine& json) {
    json.open_object();
    word(json, "id", party.id);
    json.key("name");
    json.string(!party.name.empty() ? party.name : !party.id.empty() ? party.id : party.text);
    json.close_object();
  });
}

std::uint32_t RecordsPage::rule(const std::string& id) {
  return place_of(rules_, id, [&](JsonLine& json) { json.string(id); });
}

void RecordsPage::party(JsonLine& json, const RecordParty& party) {
  json.open_object();
  word(json, "role", party.role);
  json.key("actor");
  json.integer(actor(party));
  word(json, "organ", party.organ);
  word(json, "via", party.via);
  words(json, party);
  json.close_object();
}

void RecordsPage::add(const CommitmentRecord& record) {
  JsonLine json;
  json.open_object();
  json.key("id");
  json.string(record.id);
  json.key("doc");
  json.integer(doc(record.doc));
  word(json, "type", record.type);
  word(json, "status", record.status);
  word(json, "act", record.act);
  list(json, "parties", record.parties, [&](const RecordParty& each) { party(json, each); });
  if (record.initiator) {
    json.key("initiator");
    party(json, *record.initiator);
  }
  list(json, "sectors", record.sectors, [&](const RecordSlot& each) { slot(json, "id", each); });
  list(json, "amounts", record.amounts, [&](const RecordAmount& each) { amount(json, each); });
  list(json, "dates", record.dates, [&](const RecordSlot& each) { slot(json, "value", each); });
  list(json, "measures", record.measures, [&](const RecordWords& each) {
    json.open_object();
    words(json, each);
    json.close_object();
  });
  list(json, "evidence", record.evidence, [&](const RecordEvidence& each) { evidence(json, each); });
  list(json, "rules", record.rules, [&](const std::string& each) { json.integer(rule(each)); });
  list(json, "codes", code_words(record.codes), [&](const std::string& each) { json.string(each); });
  rest(json, record);
  json.close_object();
  sink_((first_ ? "" : ",\n") + inside_script(text_of(json)));
  first_ = false;
}

void RecordsPage::write_list(std::string_view name, const Shared& shared) {
  sink_(fmt::format(",\n\"{}\":[", name));
  for (std::size_t i = 0; i < shared.entries.size(); ++i) {
    sink_((i == 0 ? "\n" : ",\n") + inside_script(shared.entries[i]));
  }
  sink_("]");
}

void RecordsPage::finish() {
  sink_("]");
  write_list("docs", docs_);
  write_list("actors", actors_);
  write_list("rules", rules_);
  JsonLine json;
  json.open_object();
  closed_words(json, "types", CommitmentType::Cooperation);
  closed_words(json, "statuses", Status::Ended);
  word(json, "title", title_);
  json.close_object();
  sink_(",\n" + inside_script(text_of(json)).substr(1) + "\n");
  sink_(page_.behind_data);
}

}  // namespace coopmine
