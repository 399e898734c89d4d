// Text -> zones and the article's date.
#include "fuzz/fuzz.h"
#include "read/transcode.h"
#include "zone/zone.h"

using namespace coopmine;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Article article;
  article.text = fuzz::view(data, size);
  mend_utf8(article.text);
  const std::size_t end_of_date = std::min<std::size_t>(article.text.find('\n'), 80);
  article.date = article.text.substr(0, std::min(end_of_date, article.text.size()));
  mend_utf8(article.date);
  const ZonedArticle zoned = find_zones(article, fuzz::shipped_pack(), {});
  std::uint32_t last = 0;
  for (const Block& block : zoned.blocks) {
    fuzz::require(block.span.begin >= last && !block.span.empty(), "blocks stand in order and hold something");
    last = block.span.end;
    fuzz::require(last <= article.text.size(), "blocks lie in the text");
    fuzz::require(fuzz::valid_utf8(quote(article.text, block.span)), "blocks cut no character");
  }
  for (const Span& span : zoned.skipped) {
    fuzz::require(span.begin <= span.end && span.end <= article.text.size(), "what is skipped lies in the text");
  }
  fuzz::require(zoned.date.has_value() == (zoned.date_from != DateFrom::None), "a date says where it came from");
  return 0;
}
