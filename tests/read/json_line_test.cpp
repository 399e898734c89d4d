#include <string>

#include <doctest/doctest.h>

#include "base/utf8.h"
#include "read/digest.h"
#include "read/json_line.h"
#include "read/read_helper.h"

using namespace coopmine;
using namespace coopmine::test;

namespace {

Article article_of(std::string line, std::vector<std::string> keep = {}) {
  JsonLineReader reader(std::move(keep));
  Article article;
  InputError error;
  const bool good = reader.read(line, article, error);
  INFO(error.message);
  REQUIRE(good);
  CHECK(find_invalid_utf8(article.text) == std::string::npos);
  return article;
}

std::string fault_of(std::string line, std::vector<std::string> keep = {}) {
  JsonLineReader reader(std::move(keep));
  Article article;
  InputError error;
  REQUIRE_FALSE(reader.read(line, article, error));
  CHECK_FALSE(error.hint.empty());
  return error.message;
}

}  // namespace

TEST_CASE("the keys of an article") {
  const Article article = article_of(
      R"({"url":"https://example.org/1","id":"a-1","date":"2024-06-08","title":"T\u00e9","lang":"en","text":"One.\nTwo.","other":{"text":"no"}})");
  CHECK(article.id == "a-1");
  CHECK(article.text == "One.\nTwo.");
  CHECK(article.title == "Té");
  CHECK(article.date == "2024-06-08");
  CHECK(article.lang == "en");
  CHECK(article.url == "https://example.org/1");
  CHECK(article.sha256 == sha256_hex("One.\nTwo."));
  CHECK(article.kept.empty());
}

TEST_CASE("numbers and null as metadata") {
  const Article article = article_of(R"({"id": 12345678901234567890123 , "date": 20240608, "title": null, "text": ""})");
  CHECK(article.id == "12345678901234567890123");
  CHECK(article.date == "20240608");
  CHECK(article.title.empty());
  CHECK(article.text.empty());
}

TEST_CASE("keys to be kept keep their bytes") {
  const Article article = article_of(
      R"({"n": 1.50, "big": 123456789012345678901234567890, "s": "a\u0301\"b", "o": {"x": [1, {"y": null}]}, "l": [ ], "t": true, "z": null, "text": "x", "url": "u"})",
      {"n", "big", "s", "o", "l", "t", "z", "url", "absent"});
  using Kept = std::vector<std::pair<std::string, std::string>>;
  CHECK(article.kept == Kept{{"n", "1.50"},
                             {"big", "123456789012345678901234567890"},
                             {"s", R"("a\u0301\"b")"},
                             {"o", R"({"x": [1, {"y": null}]})"},
                             {"l", "[ ]"},
                             {"t", "true"},
                             {"z", "null"},
                             {"url", "\"u\""}});
  CHECK(article.url == "u");
}

TEST_CASE("what is no article says why") {
  CHECK(fault_of(R"({"id": "2")").starts_with("not JSON: "));
  CHECK(fault_of("words").starts_with("not JSON: "));
  CHECK(fault_of(R"({"text": "a"} {"text": "b"})").starts_with("not JSON: "));
  CHECK(fault_of(R"({"n": 1e999, "text": "a"} x)").starts_with("not JSON: "));
  CHECK(fault_of(std::string("{\"text\": \"a\0b\"}", 15)).starts_with("not JSON: "));
  CHECK(fault_of(std::string(3000, '[')).starts_with("not JSON: "));
  CHECK(fault_of("[1]") == "not a JSON object");
  CHECK(fault_of("3") == "not a JSON object");
  CHECK(fault_of(R"({"id": "3"})") == "no 'text'");
  CHECK(fault_of(R"({"text": null})") == "'text' is not a string");
  CHECK(fault_of(R"({"text": ["a"]})") == "'text' is not a string");
  CHECK(fault_of(R"({"text": "a", "title": {"a": 1}})") == "'title' is not a string");
  CHECK(fault_of(R"({"text": "a", "id": true})") == "'id' is not a string");
  CHECK(fault_of(R"({"text": "a", "text": "b"})") == "the key 'text' stands twice");
  CHECK(fault_of(R"({"id": "a", "text": "a", "id": "a"})") == "the key 'id' stands twice");
  CHECK(fault_of(R"({"x": 1, "text": "a", "x": 2})", {"x"}) == "the key 'x' stands twice");
  CHECK(article_of(R"({"x": 1, "text": "a", "x": 2})").text == "a");
}

TEST_CASE("damage within strings is mended and counted") {
  const Article bytes = article_of("{\"text\": \"caf\xE9 \xF0\x9F\x98\x80\"}");
  CHECK(bytes.text == "caf\xEF\xBF\xBD \xF0\x9F\x98\x80");
  CHECK(bytes.replaced == 1);
  const Article halves = article_of(R"({"text": "a\ud83d b\ude00 c\ud83d\ude00 d\\ud83d \uD83D\uD83D\uDE00"})");
  CHECK(halves.text == "a\xEF\xBF\xBD b\xEF\xBF\xBD c\xF0\x9F\x98\x80 d\\ud83d \xEF\xBF\xBD\xF0\x9F\x98\x80");
  CHECK(halves.replaced == 3);
  CHECK(article_of(R"({"text": "a\u0000b"})").text == std::string("a\0b", 3));
}

TEST_CASE("errors name the line; the lines around are read") {
  const Folder folder;
  const std::string path = folder.file("news.jsonl",
                                       "{\"id\": 1, \"text\": \"One.\"}\n"
                                       "{\"id\": 2}\n"
                                       "\n"
                                       "{\"id\": 4, \"text\": \"a line that is much too long to be taken\"}\n"
                                       "[5]\n"
                                       "{\"id\": 6, \"text\": \"Six.\"}");
  ReadConfig config;
  config.max_article_bytes = 30;
  const std::string shape = " (write one object a line: {\"text\": \"...\", \"id\": \"...\", \"date\": \"...\"})\n";
  CHECK(folder.relative(shown(read_all({path}, config))) ==
        "1|One.\n"
        "! news.jsonl:2: no 'text'" + shape +
        "! news.jsonl:4: a line longer than 30 bytes (raise --max-article if it is one article)\n"
        "! news.jsonl:5: not a JSON object" + shape +
        "6|Six.\n");
}

TEST_CASE("ten thousand bad lines among good ones") {
  const Folder folder;
  std::string lines;
  const char* const bad[] = {"{\"id\": 1", "{}", "[]", "{\"text\": 5}", "\xFF\xFE\x01", "{\"text\": \"a\", \"text\": \"b\"}"};
  for (int i = 0; i < 10000; ++i) {
    lines += bad[i % 6];
    lines += "\n{\"text\": \"Good.\"}\n";
  }
  const std::vector<InputItem> items = read_all({folder.file("mixed.jsonl", lines)});
  REQUIRE(items.size() == 20000);
  for (std::size_t i = 0; i < items.size(); ++i) {
    CAPTURE(i);
    if (i % 2 == 1) {
      REQUIRE(std::holds_alternative<Article>(items[i]));
      CHECK(std::get<Article>(items[i]).text == "Good.");
    } else {
      REQUIRE(std::holds_alternative<InputError>(items[i]));
      CHECK(std::get<InputError>(items[i]).line == i + 1);
    }
  }
}

TEST_CASE("JSONL with marks, in UTF-16, and cut off by a fault") {
  const Folder folder;
  const std::string lines = "{\"id\":\"1\",\"text\":\"One.\"}\n{\"id\":\"2\",\"text\":\"Two.\"}\n";
  CHECK(shown(read_all({folder.file("a.jsonl", "\xEF\xBB\xBF" + lines)})) == "1|One.\n2|Two.\n");
  CHECK(shown(read_all({folder.file("b.jsonl", "\xFF\xFE" + utf16(lines, true))})) == "1|One.\n2|Two.\n");
  CHECK(shown(read_all({folder.file("c.jsonl", "\xFE\xFF" + utf16(lines, false))})) == "1|One.\n2|Two.\n");
  std::string many;
  for (int i = 0; i < 9000; ++i) many += "{\"id\":" + std::to_string(i) + ",\"text\":\"" + std::to_string(i * 7919) + "\"}\n";
  const std::string packed = gzip(many);
  const std::vector<InputItem> items = read_all({folder.file("d.jsonl.gz", packed.substr(0, packed.size() / 2)), folder.path("a.jsonl")});
  std::size_t good = 0;
  while (std::holds_alternative<Article>(items[good])) {
    CHECK(std::get<Article>(items[good]).id == std::to_string(good));
    ++good;
  }
  CHECK(good > 1000);
  REQUIRE(items.size() == good + 3);
  const auto& error = std::get<InputError>(items[good]);
  CHECK(error.message == "the compressed data ends too early");
  CHECK(error.line == good + 1);
}

TEST_CASE("a line without an end is given up, and the next input is read") {
  const Folder folder;
  ReadConfig config;
  config.max_article_bytes = 1000;
  const std::string bomb = folder.file("bomb.jsonl.zst", zstd(std::string(std::size_t{80} << 20U, 'a') + "\n{\"text\":\"x\"}\n"));
  const std::string next = folder.file("next.jsonl", "{\"id\":\"n\",\"text\":\"Next.\"}\n");
  CHECK(folder.relative(shown(read_all({bomb, next}, config))) ==
        "! bomb.jsonl.zst:1: a line longer than 1000 bytes (raise --max-article if it is one article)\n"
        "! bomb.jsonl.zst:1: this line has no end within 64 MB: nothing behind it was read\n"
        "n|Next.\n");
}
