// An SQLite database: `commitments` with one row a record, and beside it `parties`, `sectors`, `amounts`,
// `dates`, `evidence`, `rules`, `dac`, each with the `commitment` it belongs to (a number, in the order of
// the records) and its `position` there.
//
//     SELECT giver_name, receiver_name, count(*) FROM dyads WHERE mutual = 0 GROUP BY 1, 2;
//     SELECT c.* FROM commitments c JOIN evidence e ON e.commitment = c.commitment
//       WHERE e.rowid IN (SELECT rowid FROM evidence_text WHERE evidence_text MATCH 'wells');
//
// Views: `dyads` (giver and receiver, or two parties), `money` (sums with giver, receiver and year; totals
// to date aside).  Full-text search: `evidence_text`.  Rows are written in transactions of 1000 records into
// PATH.part, which takes the name PATH at the end: a run that breaks off leaves what was there.
#pragma once

#include <memory>
#include <string>

#include "convert/converter.h"

namespace coopmine {

[[nodiscard]] std::unique_ptr<Converter> sqlite_converter(const std::string& path);

}  // namespace coopmine
