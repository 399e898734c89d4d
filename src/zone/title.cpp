#include "zone/title.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "base/utf8.h"
#include "rulepack/words.h"

namespace coopmine {
namespace {

constexpr std::uint32_t kLongestTitle = 250;     // columns
constexpr std::uint32_t kLongestSentence = 180;  // columns of a title that is a full sentence
constexpr std::size_t kShortestWord = 4;         // letters of a word that no abbreviation has
constexpr std::size_t kShortestKey = 12;         // bytes of a key that may begin another

bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }
bool is_small(char32_t c) { return u_islower(static_cast<UChar32>(c)) != 0; }

// Whether a sentence ends within `words`, judged by letters: "the deal. The", not "the U.S. The".
bool has_inner_stop(std::string_view words) {
  std::size_t small = 0;
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint c = code_point_at(words, at);
    at += c.bytes;
    if (c.value == U'.' && small >= kShortestWord && at < words.size()) {
      const char32_t next = code_point_at(words, at).value;
      if (is_blank(next) || (is_letter(next) && !is_small(next))) return true;
    }
    small = is_small(c.value) ? small + 1 : 0;
  }
  return false;
}

// Bytes of the character reference ("&#39;") that begins at `at`; 1 when there is none.
std::size_t reference_size(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 8;
  const std::size_t end = text.substr(at, kLongest).find(';');
  return text.substr(at, 2) == "&#" && end != std::string_view::npos ? end + 1 : 1;
}

}  // namespace

bool reads_as_title(std::string_view text, const std::vector<Draft>& drafts, std::size_t at) {
  const Draft& draft = drafts[at];
  if (draft.decor || draft.columns > kLongestTitle) return false;
  if (draft.marker == Marker::Heading) return true;
  const std::string_view words = quote(text, draft.words);
  if (draft.marker != Marker::None || words.ends_with(':') || has_inner_stop(words)) return false;
  if (!draft.ends_sentence) return true;
  if (draft.columns > kLongestSentence || at + 1 >= drafts.size()) return false;
  return drafts[at + 1].blank_before && drafts.size() > at + 2;
}

std::string title_key(std::string_view words) {
  const std::string folded = fold(words);
  std::string key;
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint c = code_point_at(folded, at);
    if (u_isalnum(static_cast<UChar32>(c.value)) != 0) key += folded.substr(at, c.bytes);
    at += c.value == U'&' ? reference_size(folded, at) : c.bytes;
  }
  return key;
}

bool same_title(std::string_view key, std::string_view other) {
  if (key == other) return !key.empty();
  if (std::min(key.size(), other.size()) < kShortestKey) return false;
  return key.size() < other.size() ? other.starts_with(key) : key.starts_with(other);
}

std::string folded_space(std::string_view words) {
  std::string out;
  bool blank = false;
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint c = code_point_at(words, at);
    if (is_blank(c.value)) {
      blank = true;
    } else {
      if (blank && !out.empty()) out += ' ';
      out += words.substr(at, c.bytes);
      blank = false;
    }
    at += c.bytes;
  }
  return out;
}

}  // namespace coopmine
