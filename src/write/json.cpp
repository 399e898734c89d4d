#include "write/json.h"

#include <array>
#include <charconv>
#include <cmath>

#include <rapidjson/reader.h>

#include "base/printable.h"
#include "base/utf8.h"

namespace coopmine {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// Lead bytes of the characters that act on a terminal (C0 is escaped anyway): all others are copied without decoding.
bool may_act(unsigned char byte) {
  return byte == 0x7F || byte == 0xC2 || byte == 0xD8 || byte == 0xE2;
}

void append_escape(char32_t c, std::string& out) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += kHex[(c >> shift) & 0xFU];
}

// Strings are the only place of a JSON text where such characters can stand.
void append_with_escapes(std::string_view json, std::string& out) {
  std::size_t done = 0;
  for (std::size_t at = 0; at < json.size(); ++at) {
    if (!may_act(static_cast<unsigned char>(json[at]))) continue;
    const CodePoint point = code_point_at(json, at);
    if (!acts_on_terminal(point.value)) continue;
    out.append(json, done, at - done);
    append_escape(point.value, out);
    done = at + point.bytes;
    at = done - 1;
  }
  out.append(json, done, json.size() - done);
}

rapidjson::SizeType length(std::string_view text) {
  return static_cast<rapidjson::SizeType>(text.size());
}

// Hands a parsed value on to a writer, numbers as they were printed.
struct Copy : rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Copy> {
  explicit Copy(rapidjson::Writer<rapidjson::StringBuffer>& target) : writer(target) {}
  rapidjson::Writer<rapidjson::StringBuffer>& writer;

  bool Null() { return writer.Null(); }
  bool Bool(bool value) { return writer.Bool(value); }
  bool RawNumber(const char* text, rapidjson::SizeType size, bool) {
    return writer.RawValue(text, size, rapidjson::kNumberType);
  }
  bool String(const char* text, rapidjson::SizeType size, bool) { return writer.String(text, size); }
  bool Key(const char* text, rapidjson::SizeType size, bool) { return writer.Key(text, size); }
  bool StartObject() { return writer.StartObject(); }
  bool EndObject(rapidjson::SizeType size) { return writer.EndObject(size); }
  bool StartArray() { return writer.StartArray(); }
  bool EndArray(rapidjson::SizeType size) { return writer.EndArray(size); }
};

}  // namespace

std::optional<std::string> repaired_utf8(std::string_view text) {
  std::size_t bad = find_invalid_utf8(text);
  if (bad == std::string_view::npos) return std::nullopt;
  std::string out;
  while (bad != std::string_view::npos) {
    out.append(text.substr(0, bad));
    out += kReplacement;
    text.remove_prefix(bad + 1);
    bad = find_invalid_utf8(text);
  }
  out += text;
  return out;
}

void JsonLine::string(std::string_view value) {
  const auto repaired = repaired_utf8(value);
  const std::string_view text = repaired ? std::string_view(*repaired) : value;
  writer_.String(text.data() == nullptr ? "" : text.data(), length(text));
}

void JsonLine::number(double value) {
  std::array<char, 400> digits{};  // the longest double has 309 digits before the point
  if (!std::isfinite(value)) return null();
  if (value == 0) value = 0;  // no "-0"
  const auto [end, error] =
      std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed);
  if (error != std::errc{}) return null();
  writer_.RawValue(digits.data(), static_cast<std::size_t>(end - digits.data()),
                   rapidjson::kNumberType);
}

void JsonLine::raw(std::string_view json) {
  const auto repaired = repaired_utf8(json);
  const std::string text(repaired ? std::string_view(*repaired) : json);
  rapidjson::StringBuffer checked;
  rapidjson::Writer<rapidjson::StringBuffer> copy(checked);
  Copy handler(copy);
  rapidjson::StringStream stream(text.c_str());
  rapidjson::Reader reader;
  constexpr unsigned kFlags =
      rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseIterativeFlag;
  const bool whole = text.find('\0') == std::string::npos;
  if (!whole || reader.Parse<kFlags>(stream, handler).IsError()) return string(json);
  writer_.RawValue(checked.GetString(), checked.GetSize(), rapidjson::kObjectType);
}

void JsonLine::finish(std::string& out) const {
  append_with_escapes({buffer_.GetString(), buffer_.GetSize()}, out);
  out += '\n';
}

}  // namespace coopmine
