#include "read/json_line.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <simdjson.h>

#include "read/digest.h"
#include "read/transcode.h"

namespace coopmine {
namespace {

namespace ondemand = simdjson::ondemand;

constexpr std::string_view kShape = R"(write one object a line: {"text": "...", "id": "...", "date": "..."})";

// Where a key goes; null: not one of ours.
std::string* slot_of(Article& article, std::string_view key) {
  if (key == "text") return &article.text;
  if (key == "id") return &article.id;
  if (key == "date") return &article.date;
  if (key == "title") return &article.title;
  if (key == "url") return &article.url;
  if (key == "lang") return &article.lang;
  return nullptr;
}

std::optional<unsigned> hex4(std::string_view text, std::size_t at) {
  if (at + 4 > text.size()) return std::nullopt;
  unsigned value = 0;
  for (const char c : text.substr(at, 4)) {
    const char low = static_cast<char>(c | 0x20);
    if (c >= '0' && c <= '9') {
      value = value * 16 + static_cast<unsigned>(c - '0');
    } else if (low >= 'a' && low <= 'f') {
      value = value * 16 + static_cast<unsigned>(low - 'a' + 10);
    } else {
      return std::nullopt;
    }
  }
  return value;
}

// Turns escapes of half a surrogate pair, which no Unicode text can hold, into \ufffd.
std::size_t mend_surrogates(std::string& line) {
  std::size_t count = 0;
  for (std::size_t at = line.find('\\'); at != std::string::npos && at + 1 < line.size(); at = line.find('\\', at)) {
    if (line[at + 1] != 'u') {
      at += 2;
      continue;
    }
    const std::optional<unsigned> unit = hex4(line, at + 2);
    const bool high = unit && *unit >= 0xD800U && *unit <= 0xDBFFU;
    const bool low = unit && *unit >= 0xDC00U && *unit <= 0xDFFFU;
    if (high && line.compare(at + 6, 2, "\\u") == 0) {
      const std::optional<unsigned> next = hex4(line, at + 8);
      if (next && *next >= 0xDC00U && *next <= 0xDFFFU) {
        at += 12;
        continue;
      }
    }
    if (high || low) {
      line.replace(at + 2, 4, "fffd");
      ++count;
    }
    at += 6;
  }
  return count;
}

std::string_view trimmed(std::string_view token) {
  const std::size_t end = token.find_last_not_of(" \t\r\n");
  return end == std::string_view::npos ? std::string_view() : token.substr(0, end + 1);
}

}  // namespace

struct JsonLineReader::State {
  std::vector<std::string> keep;
  simdjson::dom::parser checker;
  ondemand::parser parser;

  // Why the line is no JSON object; "" when it is one.  Numbers past all doubles are let pass, since none
  // is used as a number; what follows them is left to read_object().
  std::string fault_of(const simdjson::padded_string& json) {
    simdjson::dom::element root;
    const auto error = checker.parse(json).get(root);
    if (error == simdjson::NUMBER_ERROR) return {};
    if (error != simdjson::SUCCESS) return fmt::format("not JSON: {}", simdjson::error_message(error));
    return root.is_object() ? "" : "not a JSON object";
  }

  void read_object(const simdjson::padded_string& json, Article& article, InputError& error) {
    ondemand::document document = parser.iterate(json);
    ondemand::object object = document.get_object();
    std::vector<std::string> seen;
    for (auto entry : object) {
      const std::string_view key = entry.unescaped_key();
      const bool kept = std::find(keep.begin(), keep.end(), key) != keep.end();
      std::string* slot = slot_of(article, key);
      if (slot == nullptr && !kept) continue;
      if (std::find(seen.begin(), seen.end(), key) != seen.end()) {
        error.message = fmt::format("the key '{}' stands twice", key);
        error.hint = "leave one of the two";
        return;
      }
      const std::string& name = seen.emplace_back(key);
      ondemand::value value = entry.value();
      const ondemand::json_type type = value.type();
      if (kept) article.kept.emplace_back(name, raw(value, type));
      if (slot != nullptr && !fill(name, value, type, *slot, error)) return;
    }
    if (document.current_location().error() == simdjson::SUCCESS) throw simdjson::simdjson_error(simdjson::TRAILING_CONTENT);
    if (std::find(seen.begin(), seen.end(), "text") == seen.end()) {
      error.message = "no 'text'";
      error.hint = kShape;
    }
  }

 private:
  // The value as it is printed.
  static std::string raw(ondemand::value& value, ondemand::json_type type) {
    std::string_view text;
    if (type == ondemand::json_type::object) {
      ondemand::object inner = value.get_object();
      text = inner.raw_json();
      inner.reset();
    } else if (type == ondemand::json_type::array) {
      ondemand::array inner = value.get_array();
      text = inner.raw_json();
      inner.reset();
    } else {
      text = value.raw_json_token();
    }
    return std::string(trimmed(text));
  }

  static bool fill(const std::string& name, ondemand::value& value, ondemand::json_type type, std::string& slot,
                   InputError& error) {
    const bool is_text = name == "text";
    if (type == ondemand::json_type::string) {
      slot = std::string(std::string_view(value.get_string()));
    } else if (type == ondemand::json_type::null && !is_text) {
      slot.clear();
    } else if (type == ondemand::json_type::number && !is_text) {
      slot = std::string(trimmed(value.raw_json_token()));
    } else {
      error.message = fmt::format("'{}' is not a string", name);
      error.hint = kShape;
      return false;
    }
    return true;
  }
};

JsonLineReader::JsonLineReader(std::vector<std::string> keep) : state_(std::make_unique<State>()) {
  state_->keep = std::move(keep);
}

JsonLineReader::~JsonLineReader() = default;

bool JsonLineReader::read(std::string& line, Article& article, InputError& error) {
  article = Article{};
  article.encoding = "UTF-8";
  article.replaced = mend_utf8(line) + mend_surrogates(line);
  const simdjson::padded_string json(line);
  error.message = state_->fault_of(json);
  error.hint.clear();
  if (error.message.empty()) {
    try {
      state_->read_object(json, article, error);
    } catch (const simdjson::simdjson_error& fault) {
      error.message = fmt::format("not JSON: {}", fault.what());
    }
  }
  if (!error.message.empty()) {
    if (error.hint.empty()) error.hint = kShape;
    return false;
  }
  article.sha256 = sha256_hex(article.text);
  return true;
}

}  // namespace coopmine
