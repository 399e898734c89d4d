// JSON text: the few things that the records need beyond RapidJSON's Writer.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace coopmine {

// Writes one JSON value.  Strings may hold anything: bytes that are no UTF-8 become U+FFFD.
class JsonLine {
 public:
  void open_object() { writer_.StartObject(); }
  void close_object() { writer_.EndObject(); }
  void open_array() { writer_.StartArray(); }
  void close_array() { writer_.EndArray(); }
  void key(std::string_view name) { string(name); }
  void string(std::string_view value);
  void null() { writer_.Null(); }
  void boolean(bool value) { writer_.Bool(value); }
  void integer(std::uint32_t value) { writer_.Uint(value); }
  // Shortest decimal that reads back as `value`, without exponent and without ".0"; null when it is
  // not finite.
  void number(double value);
  // A value that is JSON already, white space taken out; numbers keep their digits.  What is no JSON
  // (or holds a number past all doubles) is written as a string.
  void raw(std::string_view json);

  // Appends the text and a line feed to `out`, with terminal controls escaped.
  void finish(std::string& out) const;

 private:
  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> writer_{buffer_};
};

// `text` with every byte that is no UTF-8 replaced by U+FFFD; nullopt when there is none.
[[nodiscard]] std::optional<std::string> repaired_utf8(std::string_view text);

}  // namespace coopmine
