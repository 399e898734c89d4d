// Text -> records and mentions, through every stage, with the shipped rules.
#include <cmath>

#include <rapidjson/document.h>

#include "fuzz/fuzz.h"
#include "pipeline/pipeline.h"
#include "read/transcode.h"

using namespace coopmine;

namespace {

// Every object with a span quotes the article there.
void check_spans(const rapidjson::Value& value, const std::u32string& text) {
  if (value.IsArray()) {
    for (const auto& part : value.GetArray()) check_spans(part, text);
  }
  if (!value.IsObject()) return;
  for (const auto& member : value.GetObject()) check_spans(member.value, text);
  const auto span = value.FindMember("span");
  const auto words = value.FindMember("text");
  if (span == value.MemberEnd()) return;
  fuzz::require(words != value.MemberEnd() && words->value.IsString(), "what has a span has its words");
  const unsigned begin = span->value[0].GetUint();
  const unsigned end = span->value[1].GetUint();
  fuzz::require(begin < end && end <= text.size(), "spans lie in the text");
  std::u32string quoted;
  const std::string_view quote(words->value.GetString(), words->value.GetStringLength());
  for (std::size_t at = 0; at < quote.size();) {
    const CodePoint point = code_point_at(quote, at);
    quoted += point.value;
    at += point.bytes;
  }
  fuzz::require(text.compare(begin, end - begin, quoted) == 0, "spans quote their words");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Article article;
  article.id = "fuzz";
  article.text = fuzz::view(data, size);
  mend_utf8(article.text);
  std::u32string text;
  for (std::size_t at = 0; at < article.text.size();) {
    const CodePoint point = code_point_at(article.text, at);
    text += point.value;
    at += point.bytes;
  }
  ExtractConfig config;
  config.mentions = true;
  config.filter.min_confidence = 0;
  const ArticleResult result = extract(article, fuzz::shipped_pack(), config);
  std::string_view lines = result.lines;
  while (!lines.empty()) {
    const std::size_t end = lines.find('\n');
    fuzz::require(end != std::string_view::npos, "lines are whole");
    rapidjson::Document line;
    line.Parse(lines.data(), end);
    fuzz::require(!line.HasParseError() && line.IsObject(), "lines are JSON");
    check_spans(line, text);
    lines.remove_prefix(end + 1);
  }
  return 0;
}
