// brat stand-off: a folder with NAME.txt and NAME.ann for each article, and the annotation.conf that brat
// needs to show them.  The form is that which `coopmine eval` reads as gold.
//
// Records of one article must follow each other, as extract writes them.  NAME is the last part of the
// article's id (behind "/", without ".txt"), with "_" for what no file name should hold; of articles of one
// name the later ones get "-2", "-3".
// The articles come from whoever calls: records do not hold their text.
#pragma once

#include <memory>
#include <string>

#include "convert/converter.h"

namespace coopmine {

// The article that a record comes from.
struct ArticleText {
  std::string id;
  std::string text;    // valid UTF-8, as extract read it
  std::string sha256;  // empty: not known
};

// Gives the article of `doc`; nullopt: there is none.  Called once an article, in the order of the records.
// Articles that it passes over on the way it gives to `between`.
using ArticleFinder = std::function<std::optional<ArticleText>(const RecordDoc& doc, const std::function<void(const ArticleText&)>& between)>;

// `folder` is made when it is not there; when it is, it must be empty.
[[nodiscard]] std::unique_ptr<Converter> brat_converter(const std::string& folder, ArticleFinder articles);

}  // namespace coopmine
