// Text -> words and sentences: the scanners find what ICU finds.
#include "fuzz/fuzz.h"
#include "read/transcode.h"
#include "segment/icu_breaks.h"
#include "segment/sentence_scanner.h"
#include "segment/word_scanner.h"

using namespace coopmine;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string text(fuzz::view(data, size));
  mend_utf8(text);
  std::vector<Span> words;
  WordScanner scanner(text);
  for (ScannedWord word; scanner.next(word);) words.push_back(word.span);
  std::size_t next = 0;
  std::uint32_t begin = 0;
  for (const std::uint32_t end : icu_word_breaks(text)) {
    if (!begins_white(text, begin)) {
      fuzz::require(next < words.size() && words[next] == Span{begin, end}, "words are ICU's");
      ++next;
    }
    begin = end;
  }
  fuzz::require(next == words.size(), "there are no more words than ICU's");
  fuzz::require(sentence_breaks(text) == icu_sentence_breaks(text), "sentences are ICU's");
  return 0;
}
