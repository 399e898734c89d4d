// Stand-off gold: what was found in articles that are kept elsewhere, without their words.
//
// JSONL, one article a line, known by the SHA-256 of its UTF-8 text; keys that are empty may be left out:
//
//     {"sha256": "00e5...", "date": "2021-08-17", "commitments": [{"spans": [[162, 237], [418, 432]], "type": "aid",
//      "status": "pledged", "parties": [{"role": "giver", "id": "CHN"}], "amounts": [{"value": 5e6, "currency": "USD"}]}]}
//
// Spans are [begin, end) in code points of the text; the slots are those of NAME.gold.json.
//
//     StandoffGold gold("annotations.jsonl", faults);
//     while (auto article = reader.next())
//       if (auto found = gold.take(*article, faults)) use(*found);
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "eval/gold.h"
#include "model/article.h"

namespace coopmine {

class StandoffGold {
 public:
  // The file may be packed (.gz, .zst).  A line that can't be used gives one fault and is left out.
  StandoffGold(const std::string& path, Diagnostics& faults);

  // The gold of an article, by its hash; nullopt: it has none, or it was taken before, or a span ends behind the
  // article's end (a fault).  The date is that of the article's metadata, or the annotation's where that tells
  // none.  Claims have no label.
  [[nodiscard]] std::optional<GoldArticle> take(const Article& article, Diagnostics& faults);

  [[nodiscard]] std::size_t size() const { return annotations_.size(); }
  // Annotations whose article has not come.
  [[nodiscard]] std::size_t waiting() const { return annotations_.size() - come_; }

 private:
  struct Annotation {
    int line = 0;
    std::string date;
    std::vector<Claim> claims;
    bool come = false;
  };
  friend class StandoffLine;

  std::string path_;
  std::map<std::string, Annotation> annotations_;  // by hash
  std::size_t come_ = 0;
};

}  // namespace coopmine
