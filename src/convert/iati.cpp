#include "convert/iati.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/utf8.h"
#include "convert/country.h"
#include "convert/words.h"

namespace coopmine {
namespace {

constexpr std::string_view kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<iati-activities version=\"2.03\">\n";

// Escaped for text and attributes; characters that XML 1.0 can't hold are left out, white space becomes
// single blanks.
std::string escaped(std::string_view text) {
  std::string out;
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const std::string_view bytes = text.substr(at, point.bytes);
    at += point.bytes;
    const char32_t c = point.value;
    if (c == U' ' || c == U'\n' || c == U'\r' || c == U'\t') {
      gap = true;
      continue;
    }
    if (c < 0x20 || c == 0xFFFE || c == 0xFFFF) continue;
    if (gap && !out.empty()) out += ' ';
    gap = false;
    switch (c) {
      case U'&': out += "&amp;"; break;
      case U'<': out += "&lt;"; break;
      case U'>': out += "&gt;"; break;
      case U'"': out += "&quot;"; break;
      default: out += bytes;
    }
  }
  return out;
}

std::string narrative(std::string_view text) { return fmt::format("<narrative>{}</narrative>", escaped(text)); }

// Codelist ActivityStatus; "" for what is no activity yet.
std::string_view activity_status(std::string_view status) {
  if (status == "fulfilled") return "2";                                               // implementation
  if (status == "ended") return "5";                                                   // cancelled
  if (status == "concluded" || status == "pledged" || status == "planned") return "1";  // pipeline
  return {};
}

// Codelist OrganisationType.
std::string_view organisation_type(const RecordParty& party) {
  if (party.kind == "state") return "10";
  if (party.kind == "organisation") return "40";
  if (party.kind == "company") return "70";
  return "90";
}

class Iati : public Converter {
 public:
  explicit Iati(TextSink sink) : sink_(std::move(sink)) {}

  void add(const CommitmentRecord& record) override {
    if (record.type != "aid") return lose("records left out: they are no aid");
    if (activity_status(record.status).empty()) return lose("records left out: aid that is only proposed or talked of");
    if (record.parties.empty()) return lose("records left out: no party is known");
    fallback_ = record.doc.date.size() == 10 ? record.doc.date : std::string();
    if (fallback_.empty() && dates_of(record).empty()) return lose("records left out: neither act nor article has a date");
    sink_(std::string(empty_ ? kHead : std::string_view()) + activity(record));
    empty_ = false;
    lose("records whose evidence offsets, confidence and rules are lost: IATI has no place for them");
    if (record.duration) lose("durations lost: IATI has no place for them");
  }

  void finish() override {
    if (empty_) throw ConvertFailed("no record becomes an activity of IATI, and it has no empty file");
    sink_("</iati-activities>\n");
  }

 private:
  std::string activity(const CommitmentRecord& r) {
    std::string out = "<iati-activity>\n";
    out += fmt::format("  <iati-identifier>coopmine-{}</iati-identifier>\n", escaped(r.id));
    out += "  <reporting-org ref=\"coopmine\" type=\"90\" secondary-reporter=\"1\">" + narrative("coopmine") + "</reporting-org>\n";
    const std::string words = r.evidence.empty() ? r.id : r.evidence.front().text;
    const std::string title = r.doc.title.empty() ? words : r.doc.title;
    out += fmt::format("  <title>{}</title>\n", narrative(title));
    for (const RecordEvidence& evidence : r.evidence) {
      out += fmt::format("  <description>{}</description>\n", narrative(evidence.text));
    }
    if (r.evidence.empty()) out += fmt::format("  <description>{}</description>\n", narrative(words));
    participants(r, out);
    out += fmt::format("  <activity-status code=\"{}\"/>\n", activity_status(r.status));
    dates(r, out);
    recipients(r, out);
    for (const std::string& code : r.codes.dac) {
      out += fmt::format("  <sector vocabulary=\"2\" code=\"{}\"/>\n", escaped(code));
    }
    if (r.codes.dac.size() > 1) lose("shares of sectors lost: the article gives none");
    transactions(r, out);
    return out + "</iati-activity>\n";
  }

  static void participants(const CommitmentRecord& r, std::string& out) {
    for (const RecordParty& party : r.parties) {
      const bool giver = party.role == "giver";
      out += fmt::format("  <participating-org role=\"{}\" type=\"{}\">{}</participating-org>\n", giver ? 1 : 4,
                         organisation_type(party), narrative(party.name.empty() ? party_word(party) : party.name));
    }
  }

  // Codelist ActivityDateType and the day.
  using TypedDates = std::vector<std::pair<int, std::string>>;

  TypedDates dates_of(const CommitmentRecord& r) {
    const bool done = r.status == "fulfilled";
    TypedDates dates;
    for (const RecordSlot& slot : r.dates) {
      const DateRange range = date_range(slot.value);
      if (!range.begin.empty()) dates.emplace_back(done ? 2 : 1, range.begin);
      if (!range.end.empty()) dates.emplace_back(done ? 4 : 3, range.end);
      if (!range.exact) inexact_ = true;
    }
    std::sort(dates.begin(), dates.end());
    dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
    return dates;
  }

  void dates(const CommitmentRecord& r, std::string& out) {
    inexact_ = false;
    TypedDates dates = dates_of(r);
    if (inexact_) lose("dates made exact: a month or year stands as a day");
    if (dates.empty()) {
      dates.emplace_back(r.status == "fulfilled" ? 2 : 1, fallback_);
      lose("activities dated by their article: the act has no date");
    }
    for (const auto& [type, day] : dates) out += fmt::format("  <activity-date type=\"{}\" iso-date=\"{}\"/>\n", type, day);
  }

  void recipients(const CommitmentRecord& r, std::string& out) {
    std::string regions;
    for (const RecordParty* party : parties_of(r, "receiver")) {
      const std::string code = alpha2_of(party->id);
      if (!code.empty()) {
        out += fmt::format("  <recipient-country code=\"{}\">{}</recipient-country>\n", code, narrative(party->name));
      } else if (party->kind == "region") {
        regions += fmt::format("  <recipient-region vocabulary=\"99\" code=\"{}\">{}</recipient-region>\n",
                               escaped(party->id), narrative(party->name));
      } else {
        lose("receivers that are no country or region stand as implementing organisations only");
      }
    }
    out += regions;
    if (parties_of(r, "receiver").size() > 1) lose("shares of recipients lost: the article gives none");
  }

  void transactions(const CommitmentRecord& r, std::string& out) {
    const TypedDates dates = dates_of(r);
    const std::string day = dates.empty() ? fallback_ : dates.front().second;
    for (const RecordAmount& amount : r.amounts) {
      if (amount.cumulative) {
        lose("totals to date lost: they are no transaction");
      } else if (r.codes.iati.empty() || amount.currency.empty()) {
        lose("sums lost: no transaction type or currency is known");
      } else {
        transaction(r, amount, day, out);
      }
    }
  }

  void transaction(const CommitmentRecord& r, const RecordAmount& amount, const std::string& day, std::string& out) {
    out += fmt::format("  <transaction>\n    <transaction-type code=\"{}\"/>\n    <transaction-date iso-date=\"{}\"/>\n",
                       escaped(r.codes.iati), day);
    out += fmt::format("    <value currency=\"{}\" value-date=\"{}\">{}</value>\n", escaped(amount.currency), day,
                       number_words(amount.value));
    if (!amount.text.empty()) out += fmt::format("    <description>{}</description>\n", narrative(amount.text));
    side(r, "giver", "provider-org", out);
    side(r, "receiver", "receiver-org", out);
    out += "  </transaction>\n";
    if (amount.max) lose("upper ends of sums lost: IATI has one value");
  }

  // A transaction has one organisation on either side.
  void side(const CommitmentRecord& r, std::string_view role, std::string_view element, std::string& out) {
    const auto parties = parties_of(r, role);
    if (parties.size() != 1) return;
    out += fmt::format("    <{0} type=\"{1}\">{2}</{0}>\n", element, organisation_type(*parties.front()),
                       narrative(parties.front()->name.empty() ? party_word(*parties.front()) : parties.front()->name));
  }

  TextSink sink_;
  std::string fallback_;  // day of the article; may be empty
  bool inexact_ = false;
  bool empty_ = true;
};

}  // namespace

std::unique_ptr<Converter> iati_converter(TextSink sink) { return std::make_unique<Iati>(std::move(sink)); }

}  // namespace coopmine
