// An article of these words, of a day that is known.
#pragma once

#include <string>
#include <utility>

#include "model/article.h"

namespace coopmine::test {

inline Article article_of(std::string text) {
  Article article;
  article.id = "a.txt";
  article.sha256 = "0";
  article.date = "2024-06-08";
  article.text = std::move(text);
  return article;
}

}  // namespace coopmine::test
