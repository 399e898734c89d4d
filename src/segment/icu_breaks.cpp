#include "segment/icu_breaks.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>
#include <unicode/ustring.h>

#include <memory>
#include <stdexcept>
#include <string>

#include "base/utf8.h"

namespace coopmine {
namespace {

constexpr char16_t kNarrowSpace = 0x202F;  // joins words by UAX #29; who writes it parts them

std::u16string to_utf16(std::string_view utf8) {
  std::u16string units(utf8.size() + 1, u'\0');
  UErrorCode error = U_ZERO_ERROR;
  std::int32_t length = 0;
  u_strFromUTF8(units.data(), static_cast<std::int32_t>(units.size()), &length, utf8.data(),
                static_cast<std::int32_t>(utf8.size()), &error);
  if (U_FAILURE(error) != 0) throw std::runtime_error("text is not valid UTF-8");
  units.resize(static_cast<std::size_t>(length));
  for (char16_t& unit : units)
    if (unit == u'\n' || unit == u'\r' || unit == u'\t' || unit == kNarrowSpace) unit = u' ';
  return units;
}

std::vector<std::uint32_t> breaks(std::string_view text, icu::BreakIterator& iterator) {
  const std::u16string units = to_utf16(text);
  const icu::UnicodeString alias(false, units.data(), static_cast<std::int32_t>(units.size()));
  iterator.setText(alias);
  std::vector<std::uint32_t> out;
  std::int32_t unit = 0;
  std::uint32_t byte = 0;
  for (std::int32_t at = iterator.next(); at != icu::BreakIterator::DONE; at = iterator.next()) {
    while (unit < at) {
      const CodePoint point = code_point_at(text, byte);
      byte += point.bytes;
      unit += point.value > 0xFFFF ? 2 : 1;
    }
    out.push_back(byte);
  }
  return out;
}

using Factory = icu::BreakIterator* (*)(const icu::Locale&, UErrorCode&);
std::unique_ptr<icu::BreakIterator> make(Factory factory) {
  UErrorCode error = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> iterator(factory(icu::Locale::getEnglish(), error));
  if (U_FAILURE(error) != 0) throw std::runtime_error("ICU break iterators are not available");
  return iterator;
}

}  // namespace

std::vector<std::uint32_t> icu_word_breaks(std::string_view text) {
  thread_local const auto iterator = make(icu::BreakIterator::createWordInstance);
  return breaks(text, *iterator);
}

std::vector<std::uint32_t> icu_sentence_breaks(std::string_view text) {
  thread_local const auto iterator = make(icu::BreakIterator::createSentenceInstance);
  return breaks(text, *iterator);
}

}  // namespace coopmine
