// A record as it stands on a line of JSONL, read back: values, words and spans, without the article.
//
// What is null or missing there is an empty string, an empty list or nullopt here.  Spans count
// Unicode code points of the article, unlike Span, which counts bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace coopmine {

// [begin, end) in code points.
struct CodeSpan {
  std::int64_t begin = 0;
  std::int64_t end = 0;

  [[nodiscard]] constexpr bool overlaps(CodeSpan other) const {
    return begin < other.end && other.begin < end;
  }
  friend constexpr bool operator==(CodeSpan, CodeSpan) = default;
};

// The words that a value came from; both empty when no words of the article give it.
struct RecordWords {
  std::string text;
  std::optional<CodeSpan> span;
};

struct RecordParty : RecordWords {
  std::string role;  // "party", "giver", "receiver"; empty for an initiator
  std::string id;
  std::string name;
  std::string kind;
  std::string organ;
  std::string via;
};

// A sector, a date or a duration.
struct RecordSlot : RecordWords {
  std::string value;
};

struct RecordInstrument : RecordWords {
  std::string kind;
  std::string name;
};

struct RecordAmount : RecordWords {
  double value = 0;
  std::optional<double> max;
  std::string currency;
  std::string approx;
  bool cumulative = false;
};

struct RecordAttribution : RecordWords {
  std::string id;
  std::string name;
  std::string certainty;
};

struct RecordEvidence {
  std::string text;
  CodeSpan span;
  std::int64_t sentence = 0;
  std::string zone;
  RecordWords trigger;
  std::string lemma;
};

struct RecordDoc {
  std::string id;
  std::string title;
  std::string date;
  std::string date_from;
  std::string lang;
  std::string sha256;
  std::vector<std::pair<std::string, std::string>> kept;  // further keys: name, value as JSON
};

struct RecordCodes {
  std::string plover, cameo, iati, aiddata;
  std::vector<std::string> dac;
};

struct CommitmentRecord {
  std::string id;
  RecordDoc doc;
  std::string type;
  std::string status;
  std::string act;
  std::vector<RecordParty> parties;
  std::optional<RecordParty> initiator;
  std::vector<RecordSlot> sectors;
  std::optional<RecordInstrument> instrument;
  std::vector<RecordAmount> amounts;
  std::vector<RecordSlot> dates;
  std::optional<RecordSlot> duration;
  std::vector<RecordWords> measures;
  std::optional<RecordAttribution> attribution;
  std::string part_of;
  std::vector<RecordEvidence> evidence;
  std::vector<std::string> rules;
  std::optional<double> confidence;
  RecordCodes codes;
  bool optional = false;  // of a gold commitment: whether it counts at all is a matter of opinion
};

}  // namespace coopmine
