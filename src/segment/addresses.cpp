#include "segment/addresses.h"

#include <algorithm>
#include <optional>

namespace coopmine {
namespace {

constexpr std::string_view kNeverInside = " \t\r\n<>\"\\^`{|}";  // RFC 3986 has none of them
constexpr std::string_view kNeverLast = ".,;:!?'*_";            // of the sentence rather than of the address
constexpr std::size_t kLongestLabel = 500;                      // bytes of a link's words

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Where the address that begins at `begin` ends: brackets that it does not open are not its own.
std::size_t end_of(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  int open = 0;
  for (; at < text.size() && kNeverInside.find(text[at]) == std::string_view::npos; ++at) {
    if (static_cast<unsigned char>(text[at]) >= 0x80) break;
    if (text[at] == '(' || text[at] == '[') ++open;
    if ((text[at] == ')' || text[at] == ']') && --open < 0) break;
  }
  while (at > begin && kNeverLast.find(text[at - 1]) != std::string_view::npos) --at;
  return at;
}

// The bracket that opens the words of a link, seen from the one that closes them.
std::optional<std::size_t> opening(std::string_view text, std::size_t close, std::size_t floor) {
  int depth = 0;
  for (std::size_t at = close; at-- > floor && close - at <= kLongestLabel;) {
    if (text[at] == ']') ++depth;
    if (text[at] == '[' && depth-- == 0) return at;
  }
  return std::nullopt;
}

Span span(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

// Places where addresses may begin, one after the other.
class Beginnings {
 public:
  explicit Beginnings(std::string_view text) : text_(text) {}

  // The next one at `from` or later; npos: none.  `from` never falls.
  std::size_t next(std::size_t from) {
    if (scheme_ != std::string_view::npos && scheme_ < from + kMark.size()) scheme_ = text_.find(kMark, from);
    if (host_ != std::string_view::npos && host_ < from + kHost.size()) host_ = text_.find(kHost, from);
    std::size_t begin = scheme_;
    while (begin != std::string_view::npos && begin > from && is_letter(text_[begin - 1])) --begin;
    return std::min(begin, host_);
  }

 private:
  static constexpr std::string_view kMark = "://", kHost = "www.";
  std::string_view text_;
  std::size_t scheme_ = 0, host_ = 0;  // the next of each
};

}  // namespace

std::vector<Span> addresses(std::string_view text) {
  std::vector<Span> out;
  Beginnings beginnings(text);
  std::size_t from = 0;
  for (std::size_t at = beginnings.next(from); at != std::string_view::npos; at = beginnings.next(from)) {
    const std::size_t end = end_of(text, at);
    const bool link = at >= 2 && text.substr(at - 2, 2) == "](" && end < text.size() && text[end] == ')';
    if (const auto open = link ? opening(text, at - 2, from) : std::nullopt) {
      out.push_back(span(*open, *open + 1));
      out.push_back(span(at - 2, end + 1));
      from = end + 1;
    } else {
      if (end > at) out.push_back(span(at, end));
      from = std::max(end, at + 1);
    }
  }
  return out;
}

}  // namespace coopmine
