// All boundaries but the last stand behind a stop or a separator: only there the rules are looked at.
#include "segment/sentence_scanner.h"

#include <array>

#include "segment/characters.h"

namespace coopmine {
namespace {

using Kind = SentenceBreak;

bool is_stop(Kind kind) { return kind == Kind::FullStop || kind == Kind::Stop; }

class SentenceScanner {
 public:
  explicit SentenceScanner(std::string_view text) : text_(text), table_(character_table()) {
    for (std::size_t byte = 0; byte < 256; ++byte)
      interesting_[byte] = byte >= 0x80U || is_stop(table_[byte].sentence) || table_[byte].sentence == Kind::Separator;
  }

  std::vector<std::uint32_t> run() {
    for (std::size_t at = 0; at < text_.size();) {
      if (!interesting_[static_cast<unsigned char>(text_[at])]) {
        ++at;
        continue;
      }
      const TextCharacter c = character(at);
      const std::size_t next = at + c.bytes;
      if (c.is.sentence == Kind::Separator) {
        mark(next);
      } else if (is_stop(c.is.sentence)) {
        stop(at, next, c.is.sentence);
      }
      at = next;
    }
    if (!text_.empty()) mark(text_.size());
    return std::move(out_);
  }

 private:
  [[nodiscard]] TextCharacter character(std::size_t at) const {
    if (at >= text_.size()) return {{WordBreak::Other, Kind::Separator, 0}, 0};
    return character_at(table_, text_, at);
  }
  [[nodiscard]] Kind kind(std::size_t at) const { return character(at).is.sentence; }

  void mark(std::size_t at) {
    if (out_.empty() || out_.back() != at) out_.push_back(static_cast<std::uint32_t>(at));
  }

  // The end of a run of `wanted`, each with what extends it.
  [[nodiscard]] std::size_t skip(std::size_t at, Kind wanted) const {
    while (at < text_.size()) {
      const TextCharacter c = character(at);
      if (c.is.sentence != wanted && c.is.sentence != Kind::Extend) break;
      at += c.bytes;
    }
    return at;
  }

  // The class of the character before `at`, without what extends it.
  [[nodiscard]] Kind kind_before(std::size_t at) const {
    while (at > 0) {
      do --at;
      while (at > 0 && (static_cast<unsigned char>(text_[at]) & 0xC0U) == 0x80U);
      if (kind(at) != Kind::Extend) return kind(at);
    }
    return Kind::Other;
  }

  // The rules SB6 to SB11 for the stop at `at`.
  void stop(std::size_t at, std::size_t behind, Kind stop_kind) {
    const std::size_t next = skip(behind, Kind::Extend);
    if (stop_kind == Kind::FullStop) {
      const Kind after = kind(next);
      if (after == Kind::Numeric) return;
      if (after == Kind::Upper) {
        const Kind before = kind_before(at);
        if (before == Kind::Upper || before == Kind::Lower) return;
      }
    }
    const std::size_t end = skip(skip(next, Kind::Close), Kind::Space);
    const TextCharacter after = character(end);
    if (end < text_.size() && after.is.sentence == Kind::Separator) return;  // marked behind it
    if (after.is.sentence == Kind::Continue || is_stop(after.is.sentence)) return;
    if (stop_kind == Kind::FullStop && lower_case_follows(end)) return;
    mark(end);
  }

  // Whether the next letter is a small one and no stop stands before it.  The text up to there is read once
  // a stop, and no further than the next one.
  [[nodiscard]] bool lower_case_follows(std::size_t at) const {
    while (at < text_.size()) {
      const TextCharacter c = character(at);
      switch (c.is.sentence) {
        case Kind::Lower: return true;
        case Kind::Upper:
        case Kind::OtherLetter:
        case Kind::Separator:
        case Kind::FullStop:
        case Kind::Stop: return false;
        default: at += c.bytes;
      }
    }
    return false;
  }

  std::string_view text_;
  const Character* table_;
  std::array<bool, 256> interesting_{};
  std::vector<std::uint32_t> out_;
};

}  // namespace

std::vector<std::uint32_t> sentence_breaks(std::string_view text) { return SentenceScanner(text).run(); }

}  // namespace coopmine
