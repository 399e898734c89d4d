#include "eval/gold_standoff.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include "base/calendar.h"
#include "base/utf8.h"
#include "eval/gold_file.h"
#include "read/byte_source.h"
#include "record/record_json.h"
#include "rulepack/tsv.h"

namespace coopmine {
namespace {

using rapidjson::Value;

constexpr std::size_t kHashDigits = 64;
constexpr std::string_view kShape = R"(write {"sha256": "...", "commitments": [ ... ]})";
constexpr std::string_view kSpanShape = R"(write "spans": [[begin, end], ...], in code points of the article)";

const std::vector<std::string> kLineKeys{"sha256", "date", "commitments"};
const std::vector<std::string> kClaimKeys{"spans",      "type",    "status", "parties",  "initiator", "sectors",
                                          "instrument", "amounts", "dates",  "duration", "optional"};

bool is_hash(const Value& value) {
  if (!value.IsString() || value.GetStringLength() != kHashDigits) return false;
  const std::string_view digits(value.GetString(), kHashDigits);
  return digits.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool is_span(const Value& value) {
  return value.IsArray() && value.Size() == 2 && value[0].IsInt64() && value[1].IsInt64() && value[0].GetInt64() >= 0 &&
         value[0].GetInt64() < value[1].GetInt64();
}

bool is_empty(std::string_view line) { return line.find_first_not_of(" \t") == std::string_view::npos; }

}  // namespace

// One line, while it is read.  The first fault counts.
class StandoffLine {
 public:
  explicit StandoffLine(const Diagnostic& at) : fault_(at) {}

  // False: the line is of no use, and fault() says why.
  bool read(std::string_view line) {
    rapidjson::Document json;
    constexpr unsigned kFlags =
        rapidjson::kParseFullPrecisionFlag | rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;
    json.Parse<kFlags>(line.data(), line.size());
    if (json.HasParseError()) {
      return refuse(fmt::format("not JSON: {}", rapidjson::GetParseError_En(json.GetParseError())), std::string(kShape));
    }
    if (!json.IsObject()) return refuse("not a JSON object", std::string(kShape));
    annotation.line = fault_.line;
    return check_keys(json, kLineKeys, "") && read_hash(json) && read_date(json) && read_claims(json);
  }

  [[nodiscard]] const Diagnostic& fault() const { return fault_; }

  std::string sha256;
  StandoffGold::Annotation annotation;

 private:
  bool read_hash(const Value& json) {
    const auto found = json.FindMember("sha256");
    if (found == json.MemberEnd()) return refuse("no 'sha256'", std::string(kShape));
    if (!is_hash(found->value)) return refuse("'sha256' is no hash", "write the 64 hex digits of the article's SHA-256, in small letters");
    sha256 = found->value.GetString();
    return true;
  }

  bool read_date(const Value& json) {
    const auto found = json.FindMember("date");
    if (found == json.MemberEnd() || found->value.IsNull()) return true;
    if (!found->value.IsString() || !parse_iso_day(found->value.GetString())) return refuse("'date' is no day", "write it as 2024-06-08, or null");
    annotation.date = found->value.GetString();
    return true;
  }

  bool read_claims(const Value& json) {
    const auto list = json.FindMember("commitments");
    if (list == json.MemberEnd()) return true;
    if (!list->value.IsArray()) return refuse("'commitments' is no list", std::string(kShape));
    for (const Value& value : list->value.GetArray()) {
      const std::string what = fmt::format("#{} ", annotation.claims.size() + 1);
      if (!read_claim(value, what, annotation.claims.emplace_back())) return false;
    }
    return true;
  }

  bool read_claim(const Value& value, const std::string& what, Claim& claim) {
    const RecordFault fault = read_slots(value, claim.record);
    if (!fault.none()) return refuse(what + fault.message, fault.hint);
    if (!check_keys(value, kClaimKeys, what) || !read_spans(value, what, claim)) return false;
    Diagnostics unknown;
    check_words(claim.record, what, fault_, unknown);
    if (!unknown.ok()) return refuse(unknown.errors().front().message, unknown.errors().front().hint);
    claim.items = items_of(claim.record);
    return true;
  }

  bool read_spans(const Value& value, const std::string& what, Claim& claim) {
    const auto spans = value.FindMember("spans");
    if (spans == value.MemberEnd() || !spans->value.IsArray() || spans->value.Empty()) return refuse(what + "has no spans", std::string(kSpanShape));
    for (const Value& span : spans->value.GetArray()) {
      if (!is_span(span)) return refuse(fmt::format("{}spans[{}] is no span", what, claim.spans.size()), std::string(kSpanShape));
      claim.spans.push_back({span[0].GetInt64(), span[1].GetInt64()});
    }
    return true;
  }

  bool check_keys(const Value& object, const std::vector<std::string>& known, const std::string& what) {
    for (const auto& member : object.GetObject()) {
      const std::string key(member.name.GetString(), member.name.GetStringLength());
      if (std::find(known.begin(), known.end(), key) != known.end()) continue;
      return refuse(fmt::format("{}unknown key '{}'", what, key), did_you_mean(key, known, "leave it out"));
    }
    return true;
  }

  bool refuse(std::string message, std::string hint) {
    fault_.message = std::move(message);
    fault_.hint = std::move(hint);
    return false;
  }

  Diagnostic fault_;
};

StandoffGold::StandoffGold(const std::string& path, Diagnostics& faults) : path_(path) {
  const std::string bytes = read_file(path, "name a file of annotations", faults).value_or(std::string());
  Diagnostic at;
  at.file = path;
  for (const std::string_view text : line_views(bytes)) {
    ++at.line;
    if (is_empty(text)) continue;
    StandoffLine line(at);
    if (!line.read(text)) {
      faults.error(line.fault());
      continue;
    }
    const auto [first, added] = annotations_.try_emplace(line.sha256, std::move(line.annotation));
    if (added) continue;
    Diagnostic twice = at;
    twice.message = fmt::format("the article of line {} again", first->second.line);
    twice.hint = "take one of the two lines away";
    faults.error(twice);
  }
}

std::optional<GoldArticle> StandoffGold::take(const Article& article, Diagnostics& faults) {
  const auto found = annotations_.find(article.sha256);
  if (found == annotations_.end() || found->second.come) return std::nullopt;
  Annotation& annotation = found->second;
  annotation.come = true;
  ++come_;
  const auto length = static_cast<std::int64_t>(count_code_points(article.text));
  for (const Claim& claim : annotation.claims)
    for (const CodeSpan span : claim.spans)
      if (span.end > length) {
        Diagnostic fault;
        fault.file = path_;
        fault.line = annotation.line;
        fault.message = fmt::format("the span [{}, {}] ends behind the {} code points of {}", span.begin, span.end, length, article.id);
        fault.hint = "count in code points of the article's text";
        faults.error(fault);
        return std::nullopt;
      }
  return GoldArticle{article.id, article.text, article.title, article.date.empty() ? annotation.date : article.date,
                     std::move(annotation.claims)};
}

}  // namespace coopmine
