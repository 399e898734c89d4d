// JSON Schema of the lines that write/ makes, one schema for both kinds of line.
//
// Written so that validators of draft-04 to draft-07 read it alike.  Closed: an unknown key or an
// unknown word of a list is an error, but for `doc`, which also holds the keys of --keep.
//
//     SchemaLists lists;
//     lists.sectors = {"energy", "health"};
//     std::string text = record_schema(lists);   // ends with a line feed
#pragma once

#include <string>
#include <vector>

namespace coopmine {

// Words that the rule pack, not the program, decides on.  An empty list leaves its key an open string.
struct SchemaLists {
  std::vector<std::string> sectors;
  std::vector<std::string> instruments;
  std::vector<std::string> acts;
};

[[nodiscard]] std::string record_schema(const SchemaLists& lists);

}  // namespace coopmine
