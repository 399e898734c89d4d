#include <string>

#include <doctest/doctest.h>
#include <unicode/ucnv.h>

#include "base/utf8.h"
#include "read/read_helper.h"
#include "read/transcode.h"

using namespace coopmine;
using namespace coopmine::test;

namespace {

Decoded decoded(std::string bytes) {
  auto result = decode(std::move(bytes));
  REQUIRE(result.has_value());
  CHECK(find_invalid_utf8(result->text) == std::string::npos);
  return *result;
}

// UTF-8 `text` in another charset.
std::string encoded(const std::string& text, const char* charset) {
  std::string out(text.size() * 4 + 8, '\0');
  UErrorCode error = U_ZERO_ERROR;
  const std::int32_t size = ucnv_convert(charset, "UTF-8", out.data(), static_cast<std::int32_t>(out.size()),
                                         text.data(), static_cast<std::int32_t>(text.size()), &error);
  REQUIRE(U_SUCCESS(error));
  out.resize(static_cast<std::size_t>(size));
  return out;
}

}  // namespace

TEST_CASE("UTF-8 stays as it is, mark and line ends included") {
  const std::string text = "\xEF\xBB\xBF" "Caf\xC3\xA9\r\nKyiv \xD0\x9A\rend\n";
  const Decoded result = decoded(text);
  CHECK(result.text == text);
  CHECK(result.encoding == "UTF-8");
  CHECK(result.replaced == 0);
}

TEST_CASE("UTF-16 and UTF-32, with a mark and without") {
  const std::string text = "Japan signed an accord with Kenya on Tuesday.\r\nIt covers ports.\n";
  const auto check = [&](const std::string& bytes, const char* encoding) {
    CAPTURE(encoding);
    const Decoded result = decoded(bytes);
    CHECK(result.text == text);
    CHECK(result.encoding == encoding);
    CHECK(result.replaced == 0);
  };
  check("\xFF\xFE" + utf16(text, true), "UTF-16LE");
  check("\xFE\xFF" + utf16(text, false), "UTF-16BE");
  check(utf16(text, true), "UTF-16LE");
  check(utf16(text, false), "UTF-16BE");
  check(std::string("\xFF\xFE\0\0", 4) + encoded(text, "UTF-32LE"), "UTF-32LE");
  check(std::string("\0\0\xFE\xFF", 4) + encoded(text, "UTF-32BE"), "UTF-32BE");
}

TEST_CASE("UTF-16 that breaks off or holds half a pair is mended") {
  const Decoded cut = decoded("\xFF\xFE" + utf16("abc", true) + "d");
  CHECK(cut.text == "abc\xEF\xBF\xBD");
  CHECK(cut.replaced == 1);
  const Decoded half = decoded(std::string("\xFF\xFE") + "a" + std::string(1, '\0') + "\x3D\xD8" + "b" + std::string(1, '\0'));
  CHECK(half.text == "a\xEF\xBF\xBD" "b");
  CHECK(half.replaced == 1);
}

TEST_CASE("legacy charsets are found by what they hold") {
  const auto check = [](const std::string& text, const char* charset) {
    CAPTURE(charset);
    const Decoded result = decoded(encoded(text, charset));
    CHECK(result.text == text);
    CHECK(result.encoding != "UTF-8");
    CHECK(result.replaced == 0);
  };
  check("Le président français a signé à Genève un accord d’aide économique; la cérémonie a été brève. "
        "Les ministres étaient présents, et l’été suivant l’accord a été ratifié.\n", "windows-1252");
  check("Präsident und Kanzler unterzeichneten für Österreich ein Abkommen über Brücken, Häfen und Straßen.\n",
        "ISO-8859-1");
  check("Президент подписал соглашение о сотрудничестве в области энергетики и транспорта на десять лет.\n",
        "windows-1251");
  check("Президент подписал соглашение о сотрудничестве в области энергетики и транспорта на десять лет.\n", "KOI8-R");
  check("日本政府は木曜日、ケニアと港湾の整備に関する協定に署名した。大臣が式典に出席した。両国は道路の建設でも協力する。\n", "Shift_JIS");
}

TEST_CASE("invalid bytes become U+FFFD, counted, one for each maximal subpart") {
  struct Case {
    const char* bytes;
    const char* text;
    std::size_t replaced;
  };
  const Case cases[] = {
      {"a\x80z", "a\xEF\xBF\xBDz", 1},
      {"a\xC0\xAFz", "a\xEF\xBF\xBD\xEF\xBF\xBDz", 2},              // overlong
      {"a\xE2\x82z", "a\xEF\xBF\xBDz", 1},                          // cut short
      {"a\xED\xA0\x80z", "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDz", 3},  // surrogate
      {"a\xF0\x9F\x98z", "a\xEF\xBF\xBDz", 1},
      {"a\xF4\x90\x80\x80z", "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDz", 4},  // past U+10FFFF
      {"a\xE2\x82", "a\xEF\xBF\xBD", 1},
      {"caf\xC3\xA9", "caf\xC3\xA9", 0},
  };
  for (const Case& one : cases) {
    std::string text = one.bytes;
    CHECK(mend_utf8(text) == one.replaced);
    CHECK(text == one.text);
  }
}

TEST_CASE("damaged UTF-8 is not taken for a legacy charset") {
  const std::string words = "Caf\xC3\xA9 \xE2\x80\x9Cna\xC3\xAFve\xE2\x80\x9D r\xC3\xA9sum\xC3\xA9 ";
  const Decoded result = decoded(words + "\xFF broken " + words);
  CHECK(result.encoding == "UTF-8");
  CHECK(result.replaced == 1);
  CHECK(result.text == words + "\xEF\xBF\xBD broken " + words);
  const Decoded cut = decoded("Ends in half a dash \xE2\x80");
  CHECK(cut.encoding == "UTF-8");
  CHECK(cut.replaced == 1);
}

TEST_CASE("NUL bytes that are no wide charset are binary data") {
  CHECK_FALSE(decode(std::string("plain\0text with words in it", 26)).has_value());
  CHECK_FALSE(decode(std::string("\x01\0\0\x02\xFF\xFE\0\0\x03", 9)).has_value());
}

TEST_CASE("any bytes decode to valid UTF-8 or are refused") {
  std::uint32_t seed = 1;
  for (int round = 0; round < 2000; ++round) {
    std::string bytes;
    for (int i = 0; i < 40; ++i) {
      seed = seed * 1664525U + 1013904223U;
      bytes += static_cast<char>(seed >> 24U);
    }
    if (round % 2 == 0) bytes.insert(0, "\xFF\xFE");
    const auto result = decode(bytes);
    if (result) CHECK(find_invalid_utf8(result->text) == std::string::npos);
  }
}
