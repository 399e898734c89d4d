// Standard input -> articles: format, compression, charset and JSONL as they come.  The first byte
// chooses the format that is asked for and how small the largest article is.
#include <variant>

#include "fuzz/memory_file.h"
#include "read/article_source.h"

using namespace coopmine;

namespace {

struct Check {
  void operator()(const InputError& error) const {
    fuzz::require(!error.message.empty(), "an error says what is wrong");
  }
  void operator()(const Article& article) const {
    fuzz::require(fuzz::valid_utf8(article.text), "texts are valid UTF-8");
    fuzz::require(fuzz::valid_utf8(article.title) && fuzz::valid_utf8(article.id), "metadata is valid UTF-8");
    fuzz::require(article.sha256.size() == 64, "every article has its digest");
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view bytes = fuzz::view(data, size);
  const unsigned choice = fuzz::take_byte(bytes);
  const fuzz::MemoryFile file(bytes);
  ReadConfig config;
  config.format = choice % 3 == 0 ? InputFormat::Auto : choice % 3 == 1 ? InputFormat::Text : InputFormat::Jsonl;
  config.max_article_bytes = choice >= 128 ? 64 : std::size_t{1} << 20U;
  config.keep = {"note"};
  config.standard_input = file.descriptor();
  ArticleSource source({"-"}, config);
  while (const auto item = source.next()) std::visit(Check(), *item);
  return 0;
}
