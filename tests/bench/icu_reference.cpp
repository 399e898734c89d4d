// What the bench compares with: ICU's own segmentation of the same text, and nothing else.
//
//     icu_reference FILE.jsonl      prints: articles, bytes of text, sentences, words
//
// For each article: UTF-8 to UTF-16, the sentence iterator once, the word iterator once.
#include <cstdint>
#include <iostream>
#include <memory>
#include <string_view>
#include <vector>

#include <simdjson.h>
#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/ustring.h>

namespace {

using Iterator = std::unique_ptr<icu::BreakIterator>;

struct Counts {
  std::size_t articles = 0;
  std::size_t bytes = 0;
  std::size_t sentences = 0;
  std::size_t words = 0;
};

class Segmenter {
 public:
  Segmenter() {
    UErrorCode error = U_ZERO_ERROR;
    sentences_.reset(icu::BreakIterator::createSentenceInstance(icu::Locale::getEnglish(), error));
    words_.reset(icu::BreakIterator::createWordInstance(icu::Locale::getEnglish(), error));
    if (U_FAILURE(error) != 0) throw std::runtime_error("ICU has no break iterators");
  }

  void run(std::string_view text, Counts& counts) {
    if (wide_.size() < text.size()) wide_.resize(text.size());
    UErrorCode error = U_ZERO_ERROR;
    std::int32_t length = 0;
    u_strFromUTF8(wide_.data(), static_cast<std::int32_t>(wide_.size()), &length, text.data(),
                  static_cast<std::int32_t>(text.size()), &error);
    if (U_FAILURE(error) != 0) throw std::runtime_error("the text is not UTF-8");
    UText* shown = utext_openUChars(nullptr, wide_.data(), length, &error);
    counts.sentences += count(*sentences_, shown);
    counts.words += count(*words_, shown);
    utext_close(shown);
    ++counts.articles;
    counts.bytes += text.size();
  }

 private:
  static std::size_t count(icu::BreakIterator& iterator, UText* text) {
    UErrorCode error = U_ZERO_ERROR;
    iterator.setText(text, error);
    std::size_t found = 0;
    while (iterator.next() != icu::BreakIterator::DONE) ++found;
    return found;
  }

  Iterator sentences_;
  Iterator words_;
  std::vector<UChar> wide_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: icu_reference FILE.jsonl\n";
    return 2;
  }
  Segmenter segmenter;
  Counts counts;
  simdjson::padded_string lines;
  if (simdjson::padded_string::load(argv[1]).get(lines) != simdjson::SUCCESS) {
    std::cerr << argv[1] << ": can't be read\n";
    return 1;
  }
  simdjson::ondemand::parser parser;
  simdjson::ondemand::document_stream articles;
  if (parser.iterate_many(lines, std::size_t{16} << 20U).get(articles) != simdjson::SUCCESS) return 1;
  for (auto article : articles) {
    std::string_view text;
    if (article["text"].get(text) == simdjson::SUCCESS) segmenter.run(text, counts);
  }
  std::cout << counts.articles << " articles, " << counts.bytes << " bytes, " << counts.sentences
            << " sentences, " << counts.words << " words\n";
  return 0;
}
