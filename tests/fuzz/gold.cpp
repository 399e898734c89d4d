// An annotation of an article, in either form.  The article's text, a line with %%, the annotation; the
// first byte chooses the form.
#include <iterator>

#include "eval/gold_file.h"
#include "fuzz/fuzz.h"
#include "read/transcode.h"

using namespace coopmine;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view bytes = fuzz::view(data, size);
  const bool brat = fuzz::take_byte(bytes) % 2 == 1;
  constexpr std::string_view kMark = "\n%%\n";
  const std::size_t mark = std::min(bytes.find(kMark), bytes.size());
  std::string article(bytes.substr(0, mark));
  mend_utf8(article);
  std::u32string text;
  for (std::size_t at = 0; at < article.size();) {
    const CodePoint point = code_point_at(article, at);
    text += point.value;
    at += point.bytes;
  }
  const std::string annotation(bytes.substr(std::min(mark + kMark.size(), bytes.size())));
  const GoldFile file{brat ? "x.ann" : "x.gold.json", annotation, text};
  Diagnostics faults;
  bool usable = true;
  const std::vector<Claim> claims =
      brat ? read_gold_brat(file, faults, usable) : read_gold_json(file, faults, usable);
  fuzz::require(usable || !faults.ok(), "an annotation is refused with a reason");
  for (const Claim& claim : claims) {
    for (const CodeSpan& span : claim.spans) {
      fuzz::require(!usable || (span.begin <= span.end && span.end <= std::ssize(text)), "quotes lie in the text");
    }
  }
  return 0;
}
