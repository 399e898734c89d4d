#include "record/record_source.h"

#include <string_view>

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include "base/utf8.h"
#include "record/record_json.h"

namespace coopmine {
namespace {

constexpr std::size_t kPiece = std::size_t{256} << 10U;
constexpr std::string_view kShape = "write one record a line, as coopmine extract does";
constexpr unsigned kFlags = rapidjson::kParseFullPrecisionFlag | rapidjson::kParseIterativeFlag |
                            rapidjson::kParseValidateEncodingFlag;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// 1-based, in code points; 0 when that can't be told.
int column_of(std::string_view line, std::size_t offset) {
  const std::string_view before = line.substr(0, offset);
  if (find_invalid_utf8(before) != std::string_view::npos) return 0;
  return static_cast<int>(count_code_points(before)) + 1;
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r\n\v\f") == std::string_view::npos; }

}  // namespace

// The memory of a line's document is used again for the next one.
struct RecordSource::Parser {
  rapidjson::MemoryPoolAllocator<> pool{kPiece};
};

RecordSource::RecordSource(std::string name, BytePull pull)
    : name_(std::move(name)), pull_(std::move(pull)), parser_(std::make_unique<Parser>()) {}

RecordSource::~RecordSource() = default;

bool RecordSource::next_line() {
  line_.clear();
  bool any = false;
  while (true) {
    const std::size_t end = buffer_.find('\n', at_);
    if (end != std::string::npos) {
      line_.append(buffer_, at_, end - at_);
      at_ = end + 1;
      return true;
    }
    line_.append(buffer_, at_);
    any = any || at_ < buffer_.size();
    at_ = 0;
    buffer_.resize(kPiece);
    buffer_.resize(at_end_ ? 0 : pull_(buffer_.data(), buffer_.size()));
    if (!buffer_.empty()) continue;
    at_end_ = true;
    return any;
  }
}

Diagnostic RecordSource::fault(std::string message, std::string hint) const {
  Diagnostic diagnostic;
  diagnostic.file = name_;
  diagnostic.line = line_number_;
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  return diagnostic;
}

std::optional<RecordItem> RecordSource::read_line() {
  parser_->pool.Clear();
  rapidjson::Document json(&parser_->pool);
  json.Parse<kFlags>(line_.data(), line_.size());
  if (json.HasParseError()) {
    Diagnostic diagnostic =
        fault(fmt::format("not JSON: {}", rapidjson::GetParseError_En(json.GetParseError())), std::string(kShape));
    diagnostic.column = column_of(line_, json.GetErrorOffset());
    return diagnostic;
  }
  if (!json.IsObject()) return fault("not a JSON object", std::string(kShape));
  const rapidjson::Value& whole = json;
  const auto kind = whole.FindMember("kind");
  if (kind != whole.MemberEnd() && kind->value != "commitment") return std::nullopt;
  CommitmentRecord record;
  RecordFault what = read_record(json, record);
  if (!what.none()) return fault(what.message, what.hint.empty() ? std::string(kShape) : what.hint);
  return record;
}

std::optional<RecordItem> RecordSource::next() {
  while (next_line()) {
    ++line_number_;
    if (line_number_ == 1 && line_.starts_with(kByteOrderMark)) line_.erase(0, kByteOrderMark.size());
    if (is_blank(line_)) continue;
    if (auto item = read_line()) return item;
  }
  return std::nullopt;
}

}  // namespace coopmine
