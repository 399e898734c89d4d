#include <filesystem>

#include <doctest/doctest.h>
#include <unistd.h>

#include "read/read_helper.h"

using namespace coopmine;
using namespace coopmine::test;

TEST_CASE("the name tells the format, compression aside") {
  CHECK(format_of_name("a.txt") == InputFormat::Text);
  CHECK(format_of_name("a.md") == InputFormat::Text);
  CHECK(format_of_name("a") == InputFormat::Text);
  CHECK(format_of_name("a.json") == InputFormat::Text);
  CHECK(format_of_name("dir.jsonl/a") == InputFormat::Text);
  CHECK(format_of_name("a.jsonl") == InputFormat::Jsonl);
  CHECK(format_of_name("A.NDJSON") == InputFormat::Jsonl);
  CHECK(format_of_name("a.jsonl.gz") == InputFormat::Jsonl);
  CHECK(format_of_name("a.ndjson.ZST") == InputFormat::Jsonl);
  CHECK(format_of_name("a.txt.gz") == InputFormat::Text);
}

TEST_CASE("text of any name is one article; JSONL is one a line") {
  const Folder folder;
  const std::vector<std::string> paths{folder.file("a.txt", "One.\n\nMore.\n"), folder.file("b.md", "# Two\n"),
                                       folder.file("c", "Three."),
                                       folder.file("d.jsonl", "{\"text\":\"Four.\"}\n\n{\"id\":\"five\",\"text\":\"Five.\"}\r\n"),
                                       folder.file("e.ndjson", "{\"text\":\"Six.\"}")};
  CHECK(folder.relative(shown(read_all(paths))) ==
        "a.txt|One.\n\nMore.\n\nb.md|# Two\n\nc|Three.\n"
        "d.jsonl:1|Four.\nfive|Five.\ne.ndjson:1|Six.\n");
}

TEST_CASE("the format can be forced") {
  const Folder folder;
  const std::string line = "{\"id\":\"1\",\"text\":\"Words.\"}\n";
  const std::string text = folder.file("lines.txt", line);
  const std::string jsonl = folder.file("words.jsonl", line);
  ReadConfig config;
  config.format = InputFormat::Jsonl;
  CHECK(shown(read_all({text}, config)) == "1|Words.\n");
  config.format = InputFormat::Text;
  CHECK(folder.relative(shown(read_all({jsonl}, config))) == "words.jsonl|" + line + "\n");
}

TEST_CASE("compressed data is known by its bytes, not by its name") {
  const Folder folder;
  const std::string line = "{\"id\":\"1\",\"text\":\"Words.\"}\n";
  CHECK(read_one(folder.file("a.txt", gzip("Packed."))).text == "Packed.");
  CHECK(read_one(folder.file("b.txt", zstd("Packed."))).text == "Packed.");
  CHECK(read_one(folder.file("c.txt.gz", "Not packed.")).text == "Not packed.");
  CHECK(read_one(folder.file("d.jsonl.gz", gzip(line))).text == "Words.");
  CHECK(read_one(folder.file("e.jsonl.zst", zstd(line))).text == "Words.");
  CHECK(read_one(folder.file("f.gz", gzip("\xFF\xFE" + utf16("Wide.", true)))).text == "Wide.");
}

TEST_CASE("several members and frames are one text") {
  const Folder folder;
  CHECK(read_one(folder.file("a.gz", gzip("One, ") + gzip("") + gzip("two."))).text == "One, two.");
  CHECK(read_one(folder.file("b.gz", gzip("Padded.") + std::string(1000, '\0'))).text == "Padded.");
  CHECK(read_one(folder.file("c.zst", zstd("One, ") + zstd("two."))).text == "One, two.");
  const std::string skippable("\x50\x2A\x4D\x18\x03\0\0\0xyz", 11);
  CHECK(read_one(folder.file("d.zst", skippable + zstd("After.") + skippable)).text == "After.");
}

TEST_CASE("compressed data far larger than the buffers comes out whole") {
  const Folder folder;
  std::string text;
  for (int i = 0; i < 60000; ++i) text += "line " + std::to_string(i * 7919 % 60000) + " of many\n";
  CHECK(read_one(folder.file("a.gz", gzip(text))).text == text);
  CHECK(read_one(folder.file("a.zst", zstd(text))).text == text);
}

TEST_CASE("standard input: once, text or JSONL by how it begins") {
  const auto read = [](std::string_view bytes, InputFormat format = InputFormat::Auto) {
    const StandardInput input(bytes);
    ReadConfig config;
    config.format = format;
    config.standard_input = input.descriptor();
    return shown(read_all({}, config));
  };
  CHECK(read("Plain words.") == "-|Plain words.\n");
  CHECK(read(" \n{\"text\": \"One.\"}\n{\"id\":7,\"text\":\"Two.\"}\n") == "-:2|One.\n7|Two.\n");
  CHECK(read("\xEF\xBB\xBF{\"text\": \"One.\"}\n") == "-:1|One.\n");
  CHECK(read("{curly} words") == "-|{curly} words\n");
  CHECK(read(gzip("{\"text\": \"One.\"}\n")) == "-:1|One.\n");
  CHECK(read("").empty());
  CHECK(read("", InputFormat::Jsonl).empty());
  CHECK(read("", InputFormat::Text) ==
        "! standard input: is empty (an article has at least a word)\n");
  CHECK(read("{\"text\": \"One.\"}\n", InputFormat::Text) == "-|{\"text\": \"One.\"}\n\n");

  const StandardInput input("Plain words.");
  ReadConfig config;
  config.standard_input = input.descriptor();
  CHECK(shown(read_all({"-", "-"}, config)) ==
        "-|Plain words.\n! standard input: can be read only once (name it once)\n");
}

TEST_CASE("directories only with --recursive, in the order of their bytes") {
  const Folder folder;
  folder.file("news/b.txt", "B.");
  folder.file("news/a/z.jsonl.gz", gzip("{\"id\":\"z\",\"text\":\"Z.\"}\n"));
  folder.file("news/C.md", "C.");
  folder.file("news/.hidden.txt", "Hidden.");
  folder.file("news/.git/x.txt", "Hidden.");
  folder.file("news/picture.png", "No.");
  folder.file("none/picture.png", "No.");
  ReadConfig config;
  CHECK(folder.relative(shown(read_all({folder.path("news")}, config))) ==
        "! " + folder.relative(folder.path("news")) +
            ": is a directory (give --recursive to read the files in it)\n");
  config.recursive = true;
  CHECK(folder.relative(shown(read_all({folder.path("news")}, config))) == "news/C.md|C.\nz|Z.\nnews/b.txt|B.\n");
  CHECK(folder.relative(shown(read_all({folder.path("none"), folder.path("news/b.txt")}, config))) ==
        "! none: no articles in this directory "
        "(it is searched for .txt, .md, .jsonl and .ndjson files, also with .gz or .zst)\n"
        "news/b.txt|B.\n");
}

TEST_CASE("what can't be read is named, and the rest is read") {
  const Folder folder;
  const std::vector<std::string> paths{
      folder.path("missing.txt"),
      folder.file("empty.txt", ""),
      folder.file("binary.txt", std::string("a\0\x01\x02\xFF\0b", 7)),
      folder.file("report.pdf", "%PDF-1.7 ..."),
      folder.file("cut.gz", gzip("Some words that are packed.").substr(0, 25)),
      folder.file("cut.zst", zstd("Some words that are packed.").substr(0, 20)),
      folder.file("damaged.gz", gzip("Some words.").replace(12, 4, "\xFF\xFF\xFF\xFF")),
      folder.file("followed.gz", gzip("Some words.") + "and more"),
      folder.file("good.txt", "Good."),
  };
  CHECK(folder.relative(shown(read_all(paths))) ==
        "! missing.txt: can't be opened: No such file or directory\n"
        "! empty.txt: is empty (an article has at least a word)\n"
        "! binary.txt: binary data, not text (only text, JSONL, gzip and Zstandard are read)\n"
        "! report.pdf: a PDF document, not text (turn it into text first)\n"
        "! cut.gz: the compressed data ends too early\n"
        "! cut.zst: the compressed data ends too early\n"
        "! damaged.gz: the compressed data is damaged\n"
        "! followed.gz: other data follows the compressed data\n"
        "good.txt|Good.\n");
}

TEST_CASE("a file without permission") {
  const Folder folder;
  const std::string path = folder.file("secret.txt", "Words.");
  std::filesystem::permissions(path, std::filesystem::perms::none);
  constexpr uid_t kNobody = 65534;  // permissions do not bind root
  const uid_t me = geteuid();
  if (me == 0) REQUIRE(seteuid(kNobody) == 0);
  const std::string result = folder.relative(shown(read_all({path})));
  REQUIRE(seteuid(me) == 0);
  CHECK(result == "! secret.txt: can't be opened: Permission denied\n");
}

TEST_CASE("--max-article bounds a file and what is unpacked from it") {
  const Folder folder;
  ReadConfig config;
  config.max_article_bytes = 8;
  CHECK(read_one(folder.file("fits.txt", "12345678"), config).text == "12345678");
  const std::string bomb = zstd(std::string(std::size_t{50} << 20U, 'a'));
  REQUIRE(bomb.size() < 10000);
  const char* const hint =
      " (raise --max-article, or write several articles as JSONL, one a line, in a file named .jsonl)\n";
  CHECK(folder.relative(shown(read_all({folder.file("long.txt", "123456789"), folder.file("long.gz", gzip("123456789")),
                                        folder.file("bomb.zst", bomb)},
                                       config))) == std::string("! long.txt: longer than 8 bytes") + hint +
                                                        "! long.gz: longer than 8 bytes" + hint +
                                                        "! bomb.zst: longer than 8 bytes" + hint);
  config.max_article_bytes = std::size_t{3} << 20U;
  CHECK(folder.relative(shown(read_all({folder.path("bomb.zst")}, config))) ==
        std::string("! bomb.zst: longer than 3 MB") + hint);
}
