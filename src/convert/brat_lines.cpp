#include "convert/brat_lines.h"

#include <array>

#include <fmt/format.h>

#include "convert/converter.h"
#include "convert/words.h"
#include "model/commitment.h"

namespace coopmine {
namespace {

void append_utf8(char32_t c, std::string& out) {
  if (c < 0x80) {
    out += static_cast<char>(c);
    return;
  }
  const int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
  constexpr std::array<unsigned, 4> kLead{0, 0xC0, 0xE0, 0xF0};
  out += static_cast<char>(kLead[static_cast<std::size_t>(more)] | (c >> (6 * more)));
  for (int i = more - 1; i >= 0; --i) out += static_cast<char>(0x80U | ((c >> (6 * i)) & 0x3FU));
}

bool is_break(char32_t c) { return c == U'\n' || c == U'\r'; }

std::string capital(std::string_view word) {
  std::string out(word);
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

// One line, tabs and line ends as blanks.
std::string flat(std::string_view words) {
  std::string out(words);
  for (char& c : out) c = c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
  return out;
}

}  // namespace

// brat wants a piece for each line that the words run over.
std::string BratLines::bound(std::string_view type, CodeSpan span) {
  const auto size = static_cast<std::int64_t>(text_.size());
  if (span.begin < 0 || span.begin >= span.end || span.end > size) {
    throw ConvertFailed(fmt::format("a record's words at {} to {} lie outside of its article", span.begin, span.end));
  }
  std::string places;
  std::string words;
  for (auto at = span.begin; at < span.end;) {
    auto end = at;
    while (end < span.end && !is_break(text_[static_cast<std::size_t>(end)])) ++end;
    if (end > at) {
      places += fmt::format("{}{} {}", places.empty() ? "" : ";", at, end);
      if (!words.empty()) words += ' ';
      for (auto i = at; i < end; ++i) {
        const char32_t c = text_[static_cast<std::size_t>(i)];
        append_utf8(c == U'\t' ? U' ' : c, words);
      }
    }
    at = end + 1;
  }
  const std::string name = fmt::format("T{}", ++bounds_);
  out_ += fmt::format("{}\t{} {}\t{}\n", name, type, places, words);
  return name;
}

std::string BratLines::actor(const RecordParty& party, CodeSpan otherwise) {
  const std::string target = bound("Actor", party.span.value_or(otherwise));
  const std::string name = party.name.empty() ? party.text : party.name;
  if (!party.id.empty()) {
    out_ += fmt::format("N{}\tReference {} coopmine:{}\t{}\n", ++references_, target, party.id, flat(name));
  } else {
    note(target, name);
  }
  return target;
}

std::string BratLines::value(std::string_view type, const RecordWords& words, std::string_view value, CodeSpan otherwise) {
  const std::string target = bound(type, words.span.value_or(otherwise));
  note(target, value);
  return target;
}

void BratLines::note(const std::string& target, std::string_view words) {
  out_ += fmt::format("#{}\tAnnotatorNotes {}\t{}\n", ++notes_, target, flat(words));
}

void BratLines::attribute(std::string_view name, const std::string& target, std::string_view value) {
  out_ += fmt::format("A{}\t{} {}{}{}\n", ++attributes_, name, target, value.empty() ? "" : " ", value);
}

void BratLines::argument(std::string_view role, const std::string& target) { event_ += fmt::format(" {}:{}", role, target); }

void BratLines::add(const CommitmentRecord& record) {
  const RecordEvidence& first = record.evidence.front();
  const CodeSpan place = first.trigger.span.value_or(first.span);
  event_ = fmt::format("{}:{}", capital(record.type), bound(capital(record.type), place));
  for (const RecordParty& party : record.parties) argument(capital(party.role), actor(party, place));
  if (record.initiator) argument("Initiator", actor(*record.initiator, place));
  for (const RecordSlot& sector : record.sectors) argument("Sector", value("Sector", sector, sector.value, place));
  if (record.instrument) argument("Instrument", value("Instrument", *record.instrument, record.instrument->kind, place));
  for (const RecordAmount& amount : record.amounts) {
    const std::string currency = amount.currency.empty() ? "XXX" : amount.currency;  // ISO 4217: no currency
    const std::string sum = fmt::format("{} {}", currency, number_words(amount.value));
    const std::string target = value("Money", amount, sum, place);
    if (amount.cumulative) attribute("Cumulative", target, {});
    argument("Amount", target);
  }
  for (const RecordSlot& date : record.dates) argument("Date", value("Date", date, date.value, place));
  if (record.duration) argument("Duration", value("Duration", *record.duration, record.duration->value, place));
  for (const RecordEvidence& evidence : record.evidence) argument("Quote", bound("Quote", evidence.span));
  const std::string name = fmt::format("E{}", ++events_);
  out_ += fmt::format("{}\t{}\n", name, event_);
  attribute("Status", name, record.status);
}

std::string brat_configuration() {
  std::string out = "[entities]\nActor\nSector\nInstrument\nMoney\nDate\nDuration\nQuote\n\n[relations]\n\n[events]\n";
  for (int i = 0; !name(static_cast<CommitmentType>(i)).empty(); ++i) {
    out += capital(name(static_cast<CommitmentType>(i))) +
           " Party*:Actor, Giver*:Actor, Receiver*:Actor, Initiator?:Actor, Sector*:Sector, Instrument?:Instrument, "
           "Amount*:Money, Date*:Date, Duration?:Duration, Quote*:Quote\n";
  }
  out += "\n[attributes]\nStatus Arg:<EVENT>, Value:";
  for (int i = 0; !name(static_cast<Status>(i)).empty(); ++i) {
    out += (i == 0 ? "" : "|") + std::string(name(static_cast<Status>(i)));
  }
  return out + "\nOptional Arg:<EVENT>\nCumulative Arg:Money\n";
}

}  // namespace coopmine
