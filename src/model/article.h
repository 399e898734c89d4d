// The article as it flows from read/ (Article) through zone/ (ZonedArticle).
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/calendar.h"
#include "base/span.h"

namespace coopmine {

// One article as read: decoded to valid UTF-8, otherwise untouched (CR, BOM of UTF-8 text, white
// space all kept), so that spans refer to the decoded original.
struct Article {
  std::string id;    // path as given, or the `id` of the JSONL line
  std::string text;  // valid UTF-8; invalid bytes became U+FFFD
  std::string sha256;                    // of the article's bytes as read (of `text` for JSONL), hex
  std::string title;                     // from metadata; empty: zone/ finds it
  std::string date;                      // from metadata, as printed there; empty: none
  std::string lang;                      // from metadata; empty: none
  std::string url;                       // from metadata; empty: none
  std::string encoding;                  // the charset it was decoded from, e.g. "UTF-8"
  std::size_t replaced = 0;              // how many U+FFFD the decoder put in
  std::vector<std::pair<std::string, std::string>> kept;  // --keep keys: name, raw JSON value
};

enum class Zone : std::uint8_t { Title, Lead, Body };
enum class BlockKind : std::uint8_t { Title, Paragraph, Heading, Bullet };

// A stretch of the article that is read for commitments.  What is navigation, dateline, byline,
// source line or boilerplate is in no block.  Blocks come in document order, never overlap, and
// paragraphs of hard-wrapped text are one block over several lines.
struct Block {
  Span span;
  Zone zone = Zone::Body;
  BlockKind kind = BlockKind::Paragraph;
};

enum class DateFrom : std::uint8_t { None, Dateline, Metadata, Option };

// Where the article's frame stands.
struct ZonedArticle {
  const Article* article = nullptr;
  std::vector<Block> blocks;
  std::string title;            // the title's words with white space folded; may be empty
  Span title_span;              // empty when the title came from metadata only
  std::optional<Day> date;      // the article's own day
  DateFrom date_from = DateFrom::None;
  std::vector<Span> skipped;    // boilerplate, navigation, datelines, bylines, for explain
  std::string dateline_place;   // "WASHINGTON" of "WASHINGTON, March 3 -"; may be empty
};

}  // namespace coopmine
