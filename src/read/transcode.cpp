#include "read/transcode.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include <simdjson.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/uscript.h>

#include "base/utf8.h"

namespace coopmine {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::size_t kSample = 8000;  // bytes the detector looks at
constexpr std::size_t kChunk = 32 * 1024;

unsigned byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }
bool is_high(char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; }

// Length of the ill-formed piece at `at`: as much of it as could begin a sequence, at least one byte.
std::size_t maximal_subpart(std::string_view text, std::size_t at) {
  const unsigned lead = byte_at(text, at);
  if (lead < 0xC2U || lead > 0xF4U) return 1;
  const std::size_t length = lead < 0xE0U ? 2 : lead < 0xF0U ? 3 : 4;
  std::size_t good = 1;
  for (; good < length && at + good < text.size(); ++good) {
    const unsigned low = good > 1 ? 0x80U : lead == 0xE0U ? 0xA0U : lead == 0xF0U ? 0x90U : 0x80U;
    const unsigned high = good > 1 ? 0xBFU : lead == 0xEDU ? 0x9FU : lead == 0xF4U ? 0x8FU : 0xBFU;
    const unsigned next = byte_at(text, at + good);
    if (next < low || next > high) break;
  }
  return good;
}

// How much of `bytes` speaks for UTF-8 and how much against it.
struct Tally {
  std::size_t sequences = 0;  // well-formed, of several bytes
  std::size_t damage = 0;     // ill-formed pieces, one cut off by the end aside
};
Tally tally(std::string_view bytes) {
  Tally result;
  while (!bytes.empty()) {
    const std::size_t bad = find_invalid_utf8(bytes);
    const std::string_view good = bytes.substr(0, bad);
    result.sequences += static_cast<std::size_t>(
        std::count_if(good.begin(), good.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0xC0U; }));
    if (bad == std::string_view::npos) break;
    const std::size_t length = maximal_subpart(bytes, bad);
    if (length == 1 || bad + length < bytes.size()) ++result.damage;
    bytes.remove_prefix(bad + length);
  }
  return result;
}

// The lines around what is not ASCII, or the beginning: what the detector is shown.
std::string sample(std::string_view bytes) {
  std::string out;
  for (std::size_t at = 0; at < bytes.size() && out.size() < kSample;) {
    const auto high = std::find_if(bytes.begin() + static_cast<std::ptrdiff_t>(at), bytes.end(), is_high);
    if (high == bytes.end()) break;
    const auto where = static_cast<std::size_t>(high - bytes.begin());
    const std::size_t begin = std::max(at, where > 200 ? where - 200 : 0);
    const std::size_t end = std::min(bytes.size(), where + 200);
    out += bytes.substr(begin, end - begin);
    at = end;
  }
  return out.substr(0, kSample);
}

// The detector's first choice; "" when it has none.
std::string detected(std::string_view bytes) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, void (*)(UCharsetDetector*)> detector(ucsdet_open(&error), &ucsdet_close);
  ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()), &error);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &error);
  if (U_FAILURE(error) != 0 || match == nullptr) return {};
  const char* charset = ucsdet_getName(match, &error);
  if (U_FAILURE(error) != 0 || charset == nullptr) return {};
  const std::string found = charset;
  return found == "ISO-8859-1" ? "windows-1252" : found;  // a superset, and what is meant on the web
}

// Streams a charset into UTF-8.
class Converter {
 public:
  explicit Converter(const std::string& charset)
      : from_(ucnv_open(charset.c_str(), &error_), &ucnv_close), to_(ucnv_open("UTF-8", &error_), &ucnv_close) {}
  [[nodiscard]] bool ok() const { return U_SUCCESS(error_) != 0; }

  // Appends `bytes` to `out`; `last` says that no more will come.
  void convert(std::string_view bytes, bool last, std::string& out) {
    const char* source = bytes.data();
    const char* const end = source + bytes.size();
    std::array<char, kChunk> buffer{};
    do {
      char* target = buffer.data();
      error_ = U_ZERO_ERROR;
      ucnv_convertEx(to_.get(), from_.get(), &target, buffer.data() + buffer.size(), &source, end, pivot_.data(),
                     &pivot_read_, &pivot_write_, pivot_.data() + pivot_.size(), static_cast<UBool>(false),
                     static_cast<UBool>(last), &error_);
      out.append(buffer.data(), target);
    } while (error_ == U_BUFFER_OVERFLOW_ERROR);
  }

 private:
  UErrorCode error_ = U_ZERO_ERROR;
  std::unique_ptr<UConverter, void (*)(UConverter*)> from_, to_;
  std::array<UChar, 4096> pivot_{};
  UChar* pivot_read_ = pivot_.data();
  UChar* pivot_write_ = pivot_.data();
};

std::size_t count_replacements(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find(kReplacement); at != std::string_view::npos; at = text.find(kReplacement, at + 3))
    ++count;
  return count;
}

std::optional<Decoded> converted(std::string_view bytes, const std::string& charset) {
  Converter converter(charset);
  if (!converter.ok()) return std::nullopt;
  Decoded result;
  result.text.reserve(bytes.size());
  converter.convert(bytes, true, result.text);
  result.encoding = charset;
  result.replaced = count_replacements(result.text);
  return result;
}

Decoded as_damaged_utf8(std::string bytes) {
  Decoded result{std::move(bytes), "UTF-8", 0};
  result.replaced = mend_utf8(result.text);
  return result;
}

bool is_latin(char32_t c) {
  UErrorCode error = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(c), &error) == USCRIPT_LATIN;
}
// y with diaeresis, thorn and eth, which stray bytes turn into more often than writers do.
bool is_odd(char32_t c) { return c == 0xFF || c == 0xFE || c == 0xDE || c == 0xF0 || c == 0xD0; }

// Whether a text from a legacy charset looks like one: few control characters, and Latin letters with
// accents in words with plain ones.
bool plausible(std::string_view text) {
  std::size_t good = 0, bad = 0, accented = 0, word = 0, odd = 0;
  const auto end_word = [&] {
    const bool strange = accented > 0 && accented == word && (word > 1 || odd > 0);
    (strange ? bad : good) += accented;
    accented = word = odd = 0;
  };
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    at += point.bytes;
    if (u_isalpha(static_cast<UChar32>(point.value)) == 0) {
      end_word();
      if (point.value < 0x80) continue;
      const bool control = point.value < 0xA0 || point.value == 0xFFFD;
      ++(control ? bad : good);
      continue;
    }
    ++word;
    if (point.value < 0x80) continue;
    if (is_latin(point.value)) {
      ++accented;
      odd += is_odd(point.value) ? 1U : 0U;
    } else {
      ++good;
    }
  }
  end_word();
  return bad * 4 <= good;
}

std::optional<Decoded> decode_wide(std::string_view bytes) {
  const std::string charset = detected(bytes.substr(0, kSample));
  if (!charset.starts_with("UTF-16") && !charset.starts_with("UTF-32")) return std::nullopt;
  auto result = converted(bytes, charset);
  if (result && (result->replaced > 0 || result->text.find('\0') != std::string::npos)) return std::nullopt;
  return result;
}

class Transcoded : public ByteSource {
 public:
  Transcoded(std::unique_ptr<ByteSource> below, std::string head, std::string_view charset)
      : below_(std::move(below)), packed_(kChunk), converter_(std::string(charset)) {
    converter_.convert(head, false, ready_);
  }

  std::size_t read(char* into, std::size_t size) override {
    while (given_ == ready_.size() && !done_) {
      ready_.clear();
      given_ = 0;
      const std::size_t got = below_->read(packed_.data(), packed_.size());
      done_ = got == 0;
      converter_.convert({packed_.data(), got}, done_, ready_);
    }
    const std::size_t count = std::min(size, ready_.size() - given_);
    std::copy_n(ready_.data() + given_, count, into);
    given_ += count;
    if (count == 0) fail(below_->fault());
    return count;
  }

 private:
  std::unique_ptr<ByteSource> below_;
  std::vector<char> packed_;
  Converter converter_;
  std::string ready_;
  std::size_t given_ = 0;
  bool done_ = false;
};

// The bytes of a source after a beginning that was read already.
class Rejoined : public ByteSource {
 public:
  Rejoined(std::string head, std::unique_ptr<ByteSource> below) : head_(std::move(head)), below_(std::move(below)) {}
  std::size_t read(char* into, std::size_t size) override {
    if (given_ == head_.size()) {
      const std::size_t got = below_->read(into, size);
      if (got == 0) fail(below_->fault());
      return got;
    }
    const std::size_t count = std::min(size, head_.size() - given_);
    std::copy_n(head_.data() + given_, count, into);
    given_ += count;
    return count;
  }

 private:
  std::string head_;
  std::unique_ptr<ByteSource> below_;
  std::size_t given_ = 0;
};

std::size_t mark_length(std::string_view charset) { return charset.starts_with("UTF-32") ? 4 : 2; }

}  // namespace

std::string_view wide_charset(std::string_view head) {
  static constexpr std::string_view kUtf32Le("\xFF\xFE\0\0", 4);
  static constexpr std::string_view kUtf32Be("\0\0\xFE\xFF", 4);
  if (head.starts_with(kUtf32Le)) return "UTF-32LE";
  if (head.starts_with(kUtf32Be)) return "UTF-32BE";
  if (head.starts_with("\xFF\xFE")) return "UTF-16LE";
  if (head.starts_with("\xFE\xFF")) return "UTF-16BE";
  return {};
}

std::size_t mend_utf8(std::string& text) {
  if (simdjson::validate_utf8(text.data(), text.size())) return 0;
  std::string out;
  out.reserve(text.size() + 16);
  std::size_t count = 0;
  std::string_view rest = text;
  for (std::size_t bad = find_invalid_utf8(rest); bad != std::string_view::npos; bad = find_invalid_utf8(rest)) {
    out += rest.substr(0, bad);
    out += kReplacement;
    ++count;
    rest.remove_prefix(bad + maximal_subpart(rest, bad));
  }
  out += rest;
  text = std::move(out);
  return count;
}

std::optional<Decoded> decode(std::string bytes) {
  if (const std::string_view wide = wide_charset(bytes); !wide.empty()) {
    return converted(std::string_view(bytes).substr(mark_length(wide)), std::string(wide));
  }
  if (bytes.find('\0') != std::string::npos) return decode_wide(bytes);
  if (simdjson::validate_utf8(bytes.data(), bytes.size())) return Decoded{std::move(bytes), "UTF-8", 0};
  const Tally found = tally(bytes);
  if (found.sequences > found.damage || found.damage == 0) return as_damaged_utf8(std::move(bytes));
  const std::string charset = detected(sample(bytes));
  if (charset.empty() || charset.starts_with("UTF-")) return as_damaged_utf8(std::move(bytes));
  auto result = converted(bytes, charset);
  if (!result || !plausible(result->text)) return as_damaged_utf8(std::move(bytes));
  return result;
}

std::unique_ptr<ByteSource> as_utf8(std::unique_ptr<ByteSource> below) {
  std::string head(4, '\0');
  std::size_t length = 0;
  while (length < head.size()) {
    const std::size_t got = below->read(head.data() + length, head.size() - length);
    if (got == 0) break;
    length += got;
  }
  head.resize(length);
  const std::string_view charset = wide_charset(head);
  if (charset.empty()) return std::make_unique<Rejoined>(std::move(head), std::move(below));
  return std::make_unique<Transcoded>(std::move(below), head.substr(mark_length(charset)), charset);
}

}  // namespace coopmine
