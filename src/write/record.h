// Records: commitments and mentions -> JSONL, one object a line, keys in fixed order.
//
// Every key is always there; an empty list is [], a missing value null.  Spans leave the program as
// Unicode code points of the article, so that text[begin:end] gives the quoted words.  The output is
// valid UTF-8 with LF ends; control characters (C0, DEL, C1) and characters that turn the direction
// or the line of a terminal are written as \uXXXX, which means the same to every JSON reader.
//
//   RecordContext context(zoned, "en");
//   write_commitment(context, commitment, out);   // {"kind":"commitment","schema":"coopmine/1",...}\n
//
// Spans must lie inside the article's text and begin and end at whole characters.
#pragma once

#include <string>
#include <string_view>

#include "base/utf8.h"
#include "model/article.h"
#include "model/commitment.h"
#include "model/mention.h"

namespace coopmine {

// Value of the key "schema" of a record.
inline constexpr std::string_view kSchemaName = "coopmine/1";

// What the records of one article share.  Keeps references: `zoned` and its article must outlive it.
struct RecordContext {
  RecordContext(const ZonedArticle& zoned_article, std::string_view language);

  const ZonedArticle& zoned;
  std::string_view lang;  // empty: null
  OffsetMap offsets;
};

// Appends one line of kind "commitment".
void write_commitment(const RecordContext& context, const Commitment& commitment, std::string& out);

// Appends one line of kind "mention".
void write_mention(const RecordContext& context, const Mention& mention, std::string& out);

// True when `key` is one that `doc` always has, so that --keep cannot ask for it.
[[nodiscard]] bool is_doc_key(std::string_view key);

}  // namespace coopmine
