// CSV and TSV: a header line, then one row a record, or one a dyad.
//
// CSV follows RFC 4180 (commas, CR LF, quotes around cells that need them); TSV has tabs and LF, and white
// space inside of a cell becomes one blank, so that a line is a row.  UTF-8 without a byte order mark.
// A cell of words that begins with = + - @ gets an apostrophe in front, so that no spreadsheet takes it for
// a formula.  Lists have "; " between their values; what is unknown is an empty cell.
//
// Columns, of records: record doc doc_title doc_date lang type status act parties givers receivers initiator
// sectors instrument instrument_name amount amount_max currency approx cumulative further_amounts dates
// duration measures speaker certainty part_of zone sentence begin end evidence trigger tellings rules confidence
// plover cameo iati aiddata dac.  Actors are ids, those without one names; sums are plain numbers.
// Of dyads: from to direction (giver-receiver, mutual), from_name to_name from_kind to_kind, then the
// columns of records.
#pragma once

#include <memory>

#include "convert/converter.h"

namespace coopmine {

struct TableFormat {
  bool tabs = false;   // TSV
  bool dyads = false;
};

[[nodiscard]] std::unique_ptr<Converter> table_converter(TextSink sink, const TableFormat& format);

}  // namespace coopmine
