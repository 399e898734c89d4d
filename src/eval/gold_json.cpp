// NAME.gold.json: {"date": "2024-06-08" or null, "commitments": [{"quotes": [...], "type": ..., ...}], "note": ...}
#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "base/utf8.h"
#include "eval/gold_file.h"
#include "eval/quotes.h"
#include "record/record_json.h"
#include "rulepack/tsv.h"

namespace coopmine {
namespace {

using rapidjson::Value;

const std::vector<std::string> kFileKeys{"date", "commitments", "note"};
const std::vector<std::string> kClaimKeys{"quotes",     "type",    "status", "parties",  "initiator", "sectors",
                                          "instrument", "amounts", "dates",  "duration", "note",      "optional"};

std::string json_of(const Value& value) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  value.Accept(writer);
  return {buffer.GetString(), buffer.GetSize()};
}

class GoldJson {
 public:
  GoldJson(const GoldFile& file, Diagnostics& faults, bool& usable) : file_(file), faults_(faults), usable_(usable) {}

  std::vector<Claim> read() {
    rapidjson::Document json;
    constexpr unsigned kFlags = rapidjson::kParseFullPrecisionFlag | rapidjson::kParseIterativeFlag;
    json.Parse<kFlags>(file_.annotation.data(), file_.annotation.size());
    if (json.HasParseError()) {
      refuse(json.GetErrorOffset(), fmt::format("not JSON: {}", rapidjson::GetParseError_En(json.GetParseError())), {});
      return {};
    }
    const Value& whole = json;
    const auto list = whole.IsObject() ? whole.FindMember("commitments") : Value::ConstMemberIterator();
    if (!whole.IsObject() || list == whole.MemberEnd() || !list->value.IsArray()) {
      refuse(std::nullopt, "no list 'commitments'", R"(write {"date": null, "commitments": [ ... ]})");
      return {};
    }
    check_keys(json, kFileKeys, "");
    std::vector<Claim> claims;
    for (const Value& value : list->value.GetArray()) {
      claims.emplace_back();
      read_claim(value, fmt::format("#{} ", claims.size()), claims.back());
    }
    return claims;
  }

 private:
  void read_claim(const Value& value, const std::string& what, Claim& claim) {
    const RecordFault fault = read_slots(value, claim.record);
    if (!fault.none()) return refuse(std::nullopt, what + fault.message, fault.hint);
    const auto quotes = value.FindMember("quotes");
    const bool any = quotes != value.MemberEnd() && quotes->value.IsArray() && !quotes->value.Empty();
    if (!any) return refuse(std::nullopt, what + "has no quotes", R"(write "quotes": ["words of the article"])");
    for (const Value& quote : quotes->value.GetArray()) add_quote(quote, what, claim);
    check_keys(value, kClaimKeys, what);
    check_words(claim.record, what, at_offset(file_.annotation.find(json_of(quotes->value[0]))), faults_);
  }

  void add_quote(const Value& quote, const std::string& what, Claim& claim) {
    if (!quote.IsString()) return refuse(std::nullopt, what + "a quote is no string", {});
    const std::string words(quote.GetString(), quote.GetStringLength());
    const auto span = find_quote(file_.text, code_points_of(words));
    if (!span) {
      refuse(file_.annotation.find(json_of(quote)), fmt::format("{}quote not in the article: \"{}\"", what, words),
             "copy it letter by letter from the article");
      return;
    }
    if (claim.spans.empty()) claim.label = words;
    claim.spans.push_back(*span);
  }

  void check_keys(const Value& object, const std::vector<std::string>& known, const std::string& what) {
    for (const auto& member : object.GetObject()) {
      const std::string key(member.name.GetString(), member.name.GetStringLength());
      if (std::find(known.begin(), known.end(), key) != known.end()) continue;
      const std::string near = nearest(key, known);
      Diagnostic fault = at_offset(file_.annotation.find('"' + key + '"'));
      fault.message = fmt::format("{}unknown key '{}'", what, key);
      fault.hint = near.empty() ? "it is passed over" : fmt::format("did you mean '{}'?", near);
      faults_.error(fault);
    }
  }

  // The place of a byte of the annotation; npos: the whole file.
  [[nodiscard]] Diagnostic at_offset(std::size_t offset) const {
    Diagnostic fault;
    fault.file = file_.path;
    if (offset >= file_.annotation.size()) return fault;
    const std::string_view before = file_.annotation.substr(0, offset);
    fault.line = static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
    const std::string_view on_line = before.substr(before.rfind('\n') + 1);
    if (find_invalid_utf8(on_line) == std::string_view::npos) {
      fault.column = static_cast<int>(count_code_points(on_line)) + 1;
      fault.source_line = split_lines(file_.annotation).at(static_cast<std::size_t>(fault.line) - 1);
    }
    return fault;
  }

  void refuse(std::optional<std::size_t> offset, std::string message, std::string hint) {
    Diagnostic fault = at_offset(offset.value_or(std::string_view::npos));
    fault.message = std::move(message);
    fault.hint = std::move(hint);
    faults_.error(fault);
    usable_ = false;
  }

  const GoldFile& file_;
  Diagnostics& faults_;
  bool& usable_;
};

}  // namespace

std::vector<Claim> read_gold_json(const GoldFile& file, Diagnostics& faults, bool& usable) {
  return GoldJson(file, faults, usable).read();
}

}  // namespace coopmine
