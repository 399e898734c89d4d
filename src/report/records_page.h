// Records -> one page that shows them: counts, plots, filters, and a table down to the evidence.
//
//     RecordsPage page([&](std::string_view text) { output.write(text); }, "Aid in 2024");
//     while (...) page.add(record);
//     page.finish();
//
// Records are handed on as they come; memory grows with the number of articles and actors alone.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "record/record.h"
#include "report/page.h"
#include "write/json.h"

namespace coopmine {

class RecordsPage {
 public:
  using Sink = std::function<void(std::string_view)>;

  // `title` empty: the page's own.
  RecordsPage(Sink sink, std::string title);
  void add(const CommitmentRecord& record);
  void finish();

 private:
  // Texts that many records share, by their place in a list.
  struct Shared {
    std::map<std::string, std::uint32_t> index;
    std::vector<std::string> entries;  // JSON
  };

  static std::uint32_t place_of(Shared& shared, const std::string& key, const std::function<void(JsonLine&)>& write);
  std::uint32_t doc(const RecordDoc& doc);
  std::uint32_t actor(const RecordParty& party);
  std::uint32_t rule(const std::string& id);
  void party(JsonLine& json, const RecordParty& party);
  void write_list(std::string_view name, const Shared& shared);

  Sink sink_;
  std::string title_;
  Page page_;
  Shared docs_;
  Shared actors_;
  Shared rules_;
  bool first_ = true;
};

}  // namespace coopmine
