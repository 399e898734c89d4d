#include "write/schema.h"

#include <string_view>

#include "write/json.h"
#include "write/schema_text.h"

namespace coopmine {
namespace {

// {"enum": ["a", "b"]}, or {"type": "string"} for a list that is not known.
std::string closed_list(const std::vector<std::string>& words, bool nullable) {
  JsonLine json;
  json.open_object();
  json.key(words.empty() ? "type" : "enum");
  json.open_array();
  if (words.empty()) json.string("string");
  for (const std::string& word : words) json.string(word);
  if (nullable) words.empty() ? json.string("null") : json.null();
  json.close_array();
  json.close_object();
  std::string text;
  json.finish(text);
  text.pop_back();  // the line feed
  return text;
}

void replace(std::string& text, std::string_view mark, const std::string& by) {
  const std::size_t at = text.find(mark);
  if (at != std::string::npos) text.replace(at, mark.size(), by);
}

}  // namespace

std::string record_schema(const SchemaLists& lists) {
  std::string text(kSchemaText);
  replace(text, "\"@sectors\"", closed_list(lists.sectors, false));
  replace(text, "\"@instruments\"", closed_list(lists.instruments, false));
  replace(text, "\"@acts\"", closed_list(lists.acts, true));
  return text;
}

}  // namespace coopmine
