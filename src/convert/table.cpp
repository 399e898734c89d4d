#include "convert/table.h"

#include <array>
#include <vector>

#include <fmt/format.h>

#include "convert/words.h"

namespace coopmine {
namespace {

constexpr std::array<std::string_view, 7> kDyadColumns{"from",    "to",        "direction", "from_name",
                                                       "to_name", "from_kind", "to_kind"};
constexpr std::array<std::string_view, 41> kColumns{
    "record",     "doc",       "doc_title",  "doc_date",        "lang",     "type",     "status",     "act",
    "parties",    "givers",    "receivers",  "initiator",       "sectors",  "instrument", "instrument_name", "amount",
    "amount_max", "currency",  "approx",     "cumulative",      "further_amounts", "dates", "duration", "measures",
    "speaker",    "certainty", "part_of",    "zone",            "sentence", "begin",    "end",        "evidence",
    "trigger",    "tellings",  "rules",      "confidence",      "plover",   "cameo",    "iati",       "aiddata",
    "dac"};

std::string folded(std::string_view text) {
  std::string out;
  bool gap = false;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank && gap && !out.empty()) out += ' ';
    if (!blank) out += c;
    gap = blank;
  }
  return out;
}

// What a spreadsheet would take for a formula.
bool is_formula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

class Table : public Converter {
 public:
  Table(TextSink sink, const TableFormat& format) : sink_(std::move(sink)), format_(format) { header(); }

  void add(const CommitmentRecord& record) override {
    if (!format_.dyads) return row(record);
    for (const Dyad& dyad : dyads_of(record)) {
      side(dyad);
      row(record);
    }
  }

  void finish() override {}

 private:
  void header() {
    if (format_.dyads) {
      for (const std::string_view column : kDyadColumns) words(column);
    }
    for (const std::string_view column : kColumns) words(column);
    end_row();
  }

  void side(const Dyad& dyad) {
    static const RecordParty nobody;
    const RecordParty& from = dyad.from == nullptr ? nobody : *dyad.from;
    const RecordParty& to = dyad.to == nullptr ? nobody : *dyad.to;
    words(party_word(from));
    words(party_word(to));
    const bool any = dyad.from != nullptr || dyad.to != nullptr;
    words(!any ? "" : dyad.mutual ? "mutual" : "giver-receiver");
    words(from.name);
    words(to.name);
    words(from.kind);
    words(to.kind);
  }

  void row(const CommitmentRecord& r) {
    words(r.id);
    words(r.doc.id);
    words(r.doc.title);
    words(r.doc.date);
    words(r.doc.lang);
    words(r.type);
    words(r.status);
    words(r.act);
    for (const char* role : {"party", "giver", "receiver"}) list(parties_of(r, role), party_of);
    words(r.initiator ? party_word(*r.initiator) : std::string());
    list(r.sectors, value_of);
    words(r.instrument ? r.instrument->kind : std::string());
    words(r.instrument ? r.instrument->name : std::string());
    amounts(r.amounts);
    list(r.dates, value_of);
    words(r.duration ? r.duration->value : std::string());
    list(r.measures, [](const RecordWords& measure) { return measure.text; });
    words(!r.attribution ? "" : r.attribution->id.empty() ? r.attribution->name : r.attribution->id);
    words(r.attribution ? r.attribution->certainty : std::string());
    words(r.part_of);
    evidence(r);
    words(joined(r.rules));
    number(r.confidence);
    words(r.codes.plover);
    words(r.codes.cameo);
    words(r.codes.iati);
    words(r.codes.aiddata);
    words(joined(r.codes.dac));
    end_row();
  }

  void amounts(const std::vector<RecordAmount>& amounts) {
    if (amounts.empty()) {
      for (int i = 0; i < 6; ++i) words("");
      return;
    }
    const RecordAmount& first = amounts.front();
    number(first.value);
    number(first.max);
    words(first.currency);
    words(first.approx);
    words(first.cumulative ? "true" : "false");
    std::vector<std::string> further;
    for (std::size_t i = 1; i < amounts.size(); ++i) {
      further.push_back(fmt::format("{} {}", amounts[i].currency, number_words(amounts[i].value)));
    }
    words(joined(further));
  }

  void evidence(const CommitmentRecord& r) {
    static const RecordEvidence none;
    const RecordEvidence& e = r.evidence.empty() ? none : r.evidence.front();
    words(e.zone);
    number(static_cast<double>(e.sentence));
    number(static_cast<double>(e.span.begin));
    number(static_cast<double>(e.span.end));
    words(e.text);
    words(e.trigger.text);
    number(static_cast<double>(r.evidence.size()));
  }

  static std::string party_of(const RecordParty* party) { return party_word(*party); }
  static std::string value_of(const RecordSlot& slot) { return slot.value; }

  template <class List, class Word>
  void list(const List& items, Word word) {
    std::vector<std::string> out;
    for (const auto& item : items) out.push_back(word(item));
    words(joined(out));
  }

  void number(std::optional<double> value) { cell(value ? number_words(*value) : std::string()); }

  void words(std::string_view text) {
    std::string out = format_.tabs ? folded(text) : std::string(text);
    if (is_formula(out)) out.insert(0, 1, '\'');
    cell(out);
  }

  void cell(std::string_view text) {
    if (!row_start_) row_ += format_.tabs ? '\t' : ',';
    row_start_ = false;
    const std::string_view special = format_.tabs ? std::string_view("\t\"\n\r") : std::string_view(",\"\n\r");
    if (text.find_first_of(special) == std::string_view::npos) {
      row_ += text;
      return;
    }
    row_ += '"';
    for (const char c : text) {
      if (c == '"') row_ += '"';
      row_ += c;
    }
    row_ += '"';
  }

  void end_row() {
    row_ += format_.tabs ? "\n" : "\r\n";
    sink_(row_);
    row_.clear();
    row_start_ = true;
  }

  TextSink sink_;
  TableFormat format_;
  std::string row_;
  bool row_start_ = true;
};

}  // namespace

std::unique_ptr<Converter> table_converter(TextSink sink, const TableFormat& format) {
  return std::make_unique<Table>(std::move(sink), format);
}

}  // namespace coopmine
