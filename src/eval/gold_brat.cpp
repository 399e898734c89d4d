// NAME.ann, brat stand-off.  An event is a commitment; offsets count code points of the article.
//
//     T1  Aid 61 67           pledge                    the words that state the act; its type is the event's
//     T2  Actor 40 46         Norway
//     T3  Money 68 78         $5 million
//     T4  Quote 54 90         will pledge $5 million ... what the commitment is found by; without one, T1 is
//     E1  Aid:T1 Giver:T2 Amount:T3 Quote:T4
//     A1  Status E1 pledged
//     A2  Optional E1
//     A3  Cumulative T3
//     N1  Reference T2 coopmine:NOR   Norway             the id of an actor, and its name
//     #1  AnnotatorNotes T3           USD 5000000        the value of a sector, instrument, sum, date, duration
//
// Arguments: Party Giver Receiver Initiator Sector Instrument Amount Date Duration Quote, with or without a
// number behind.  An actor without N has no id and the name that is printed, or noted.  Relations (R) and
// equivalences (*) are passed over.
#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "eval/gold_file.h"
#include "model/commitment.h"
#include "rulepack/tsv.h"

namespace coopmine {
namespace {

struct TextBound {
  std::vector<CodeSpan> spans;
  std::string words;
  std::string id;    // by N
  std::string name;  // by N
  std::string note;
  bool cumulative = false;
};

struct Argument {
  std::string role;
  std::string target;
};

struct Event {
  int line = 0;
  std::string type;
  std::string trigger;
  std::vector<Argument> arguments;
  std::string status;
  bool optional = false;
};

std::string small(std::string_view word) {
  std::string out(word);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

std::vector<std::string> blanks_split(const std::string& text) {
  std::vector<std::string> words;
  for (std::string& word : split_cell(text, ' ')) {
    if (!word.empty()) words.push_back(std::move(word));
  }
  return words;
}

template <class Number>
std::optional<Number> number_of(std::string_view text) {
  Number value{};
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && stop == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

class BratFile {
 public:
  BratFile(const GoldFile& file, Diagnostics& faults, bool& usable)
      : file_(file), lines_(split_lines(file.annotation)), faults_(faults), usable_(usable) {}

  std::vector<Claim> read() {
    for (line_ = 1; line_ <= static_cast<int>(lines_.size()); ++line_) read_definition(current());
    for (line_ = 1; line_ <= static_cast<int>(lines_.size()); ++line_) read_remark(current());
    std::vector<Claim> claims;
    for (const std::string& id : order_) {
      line_ = events_.at(id).line;
      claims.push_back(claim_of(events_.at(id)));
    }
    return claims;
  }

 private:
  [[nodiscard]] const std::string& current() const { return lines_[static_cast<std::size_t>(line_) - 1]; }

  // T and E: what the other lines speak of.
  void read_definition(const std::string& line) {
    if (line.empty()) return;
    const auto cells = split_cell(line, '\t');
    if (line[0] == 'T') return read_text_bound(cells);
    if (line[0] == 'E') return read_event(cells);
    if (cells.size() < 2 || std::string_view("AMN#R*").find(line[0]) == std::string_view::npos) {
      refuse("no line of brat stand-off", "tabs between columns; lines begin with T, E, A, N, R, * or #");
    }
  }

  void read_remark(const std::string& line) {
    if (line.empty()) return;
    const auto cells = split_cell(line, '\t');
    if (cells.size() < 2) return;
    const auto words = blanks_split(cells[1]);
    if (line[0] == 'A' || line[0] == 'M') return read_attribute(words);
    if (words.size() < 2 || (line[0] != 'N' && line[0] != '#')) return;
    const auto target = text_bounds_.find(words[1]);
    const std::string words_behind = cells.size() > 2 ? cells[2] : std::string();
    if (target == text_bounds_.end()) return;  // remarks on events and relations say nothing of slots
    if (line[0] == '#') {
      target->second.note = words_behind;
    } else if (words.size() > 2) {
      target->second.id = words[2].substr(words[2].find(':') + 1);
      target->second.name = words_behind;
    }
  }

  void read_text_bound(const std::vector<std::string>& cells) {
    if (cells.size() < 2) return refuse("a text-bound annotation has three columns", "T1<TAB>TYPE BEGIN END<TAB>WORDS");
    TextBound bound;
    const std::size_t blank = cells[1].find(' ');
    const std::string places = blank == std::string::npos ? std::string() : cells[1].substr(blank + 1);
    for (const std::string& place : split_cell(places, ';')) {
      const auto ends = blanks_split(place);
      const auto begin = ends.size() == 2 ? number_of<std::int64_t>(ends[0]) : std::nullopt;
      const auto end = ends.size() == 2 ? number_of<std::int64_t>(ends[1]) : std::nullopt;
      const auto size = static_cast<std::int64_t>(file_.text.size());
      if (!begin || !end || *begin < 0 || *begin > *end || *end > size) {
        return refuse(fmt::format("'{}' is no place in the article", place), fmt::format("two offsets up to {}", size));
      }
      bound.spans.push_back({*begin, *end});
    }
    if (bound.spans.empty()) return refuse("no place in the article", "T1<TAB>TYPE BEGIN END<TAB>WORDS");
    if (cells.size() > 2) bound.words = cells[2];
    text_bounds_[cells[0]] = std::move(bound);
  }

  void read_event(const std::vector<std::string>& cells) {
    Event event;
    event.line = line_;
    const auto pairs = cells.size() > 1 ? blanks_split(cells[1]) : std::vector<std::string>();
    for (const std::string& pair : pairs) {
      const std::size_t colon = pair.find(':');
      if (colon == std::string::npos) return refuse(fmt::format("'{}' has no colon", pair), "E1<TAB>TYPE:T1 ROLE:T2");
      std::string role = pair.substr(0, colon);
      while (!role.empty() && role.back() >= '0' && role.back() <= '9') role.pop_back();
      if (event.type.empty()) {
        event.type = small(role);
        event.trigger = pair.substr(colon + 1);
      } else {
        event.arguments.push_back({small(role), pair.substr(colon + 1)});
      }
    }
    if (event.type.empty()) return refuse("an event without a type", "E1<TAB>TYPE:T1 ROLE:T2");
    if (events_.insert_or_assign(cells[0], std::move(event)).second) order_.push_back(cells[0]);
  }

  void read_attribute(const std::vector<std::string>& words) {
    if (words.size() < 2) return;
    const std::string attribute = small(words[0]);
    if (const auto event = events_.find(words[1]); event != events_.end()) {
      if (attribute == "status" && words.size() > 2) event->second.status = small(words[2]);
      if (attribute == "optional") event->second.optional = true;
    } else if (const auto bound = text_bounds_.find(words[1]); bound != text_bounds_.end()) {
      if (attribute == "cumulative") bound->second.cumulative = true;
    }
  }

  Claim claim_of(const Event& event) {
    Claim claim;
    claim.record.type = event.type;
    claim.record.status = event.status;
    claim.record.optional = event.optional;
    if (event.status.empty()) refuse("the event has no status", "add a line: A1<TAB>Status E1 pledged");
    for (const Argument& argument : event.arguments) fill(argument, claim);
    if (claim.spans.empty()) {
      if (const TextBound* trigger = find(event.trigger)) take_quote(*trigger, claim);
    }
    if (!event.status.empty()) check_words(claim.record, "", here(), faults_);
    return claim;
  }

  void fill(const Argument& argument, Claim& claim) {
    const TextBound* bound = find(argument.target);
    if (bound == nullptr) return;
    CommitmentRecord& record = claim.record;
    if (argument.role == "quote") return take_quote(*bound, claim);
    if (role_of(argument.role)) {
      record.parties.push_back(party_of(*bound));
      record.parties.back().role = argument.role;
    } else if (argument.role == "initiator") {
      record.initiator = party_of(*bound);
    } else if (argument.role == "amount") {
      fill_amount(*bound, record);
    } else if (argument.role == "instrument") {
      record.instrument.emplace().kind = value_of(*bound);
    } else if (argument.role == "sector") {
      record.sectors.emplace_back().value = value_of(*bound);
    } else if (argument.role == "date") {
      record.dates.emplace_back().value = value_of(*bound);
    } else if (argument.role == "duration") {
      record.duration.emplace().value = value_of(*bound);
    } else {
      refuse(fmt::format("'{}' is no argument of a commitment", argument.role),
             "Party Giver Receiver Initiator Sector Instrument Amount Date Duration Quote");
    }
  }

  static RecordParty party_of(const TextBound& bound) {
    RecordParty party;
    party.id = bound.id;
    party.text = bound.words;
    party.name = !bound.name.empty() ? bound.name : bound.note;
    return party;
  }

  std::string value_of(const TextBound& bound) {
    if (bound.note.empty() && bound.id.empty()) {
      refuse(fmt::format("no value is noted for \"{}\"", bound.words), "add a line: #1<TAB>AnnotatorNotes T1<TAB>VALUE");
    }
    return bound.note.empty() ? bound.id : bound.note;
  }

  void fill_amount(const TextBound& bound, CommitmentRecord& record) {
    const std::string value = value_of(bound);
    if (value.empty()) return;
    const auto words = blanks_split(value);
    const auto sum = words.size() == 2 ? number_of<double>(words[1]) : std::nullopt;
    if (!sum) return refuse(fmt::format("'{}' is no sum", value), "write it as USD 5000000");
    RecordAmount& amount = record.amounts.emplace_back();
    amount.currency = words[0];
    amount.value = *sum;
    amount.cumulative = bound.cumulative;
  }

  static void take_quote(const TextBound& bound, Claim& claim) {
    if (claim.spans.empty()) claim.label = bound.words;
    claim.spans.insert(claim.spans.end(), bound.spans.begin(), bound.spans.end());
  }

  const TextBound* find(const std::string& id) {
    const auto found = text_bounds_.find(id);
    if (found != text_bounds_.end()) return &found->second;
    refuse(fmt::format("'{}' is not defined", id), "it must be the name of a T line");
    return nullptr;
  }

  [[nodiscard]] Diagnostic here() const {
    Diagnostic fault;
    fault.file = file_.path;
    fault.line = line_;
    fault.source_line = current();
    return fault;
  }

  void refuse(std::string message, std::string hint) {
    Diagnostic fault = here();
    fault.message = std::move(message);
    fault.hint = std::move(hint);
    faults_.error(fault);
    usable_ = false;
  }

  const GoldFile& file_;
  std::vector<std::string> lines_;
  Diagnostics& faults_;
  bool& usable_;
  int line_ = 0;
  std::map<std::string, TextBound> text_bounds_;
  std::map<std::string, Event> events_;
  std::vector<std::string> order_;
};

}  // namespace

std::vector<Claim> read_gold_brat(const GoldFile& file, Diagnostics& faults, bool& usable) {
  return BratFile(file, faults, usable).read();
}

}  // namespace coopmine
