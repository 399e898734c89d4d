// IATI activities (XML, version 2.03) of records of aid.
//
// An activity for each record of type aid that is settled or in preparation (fulfilled, concluded, pledged,
// planned, ended); the giver funds, the receiver implements or is the recipient country; a transaction for
// each sum whose kind codes.iati tells.  Everything else is lost and counted: other types, mere talk, totals
// to date, the words and their places, confidence.  A date that is a month or year is made a day; without
// any, the article's day stands in, as planned or actual start.
//
// Nothing is written when no record becomes an activity: the standard has no empty file.
#pragma once

#include <memory>

#include "convert/converter.h"

namespace coopmine {

[[nodiscard]] std::unique_ptr<Converter> iati_converter(TextSink sink);

}  // namespace coopmine
