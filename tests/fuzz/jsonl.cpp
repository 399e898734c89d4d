// Lines of JSONL -> articles, by one reader.
#include "fuzz/fuzz.h"
#include "read/json_line.h"

using namespace coopmine;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view bytes = fuzz::view(data, size);
  JsonLineReader reader({"note", "more"});
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    std::string line(bytes.substr(0, end));
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    Article article;
    InputError error;
    if (reader.read(line, article, error)) {
      fuzz::require(fuzz::valid_utf8(article.text), "texts are valid UTF-8");
      for (const auto& [key, value] : article.kept) {
        fuzz::require(fuzz::valid_utf8(value) && !value.empty(), "what is kept is JSON");
      }
    } else {
      fuzz::require(!error.message.empty(), "an error says what is wrong");
    }
  }
  return 0;
}
