// Articles -> one page that shows them with what was found in them; each record tells its slots, its rules and
// what spoke for and against it.
//
//     ArticlePage page([&](std::string_view text) { output.write(text); });
//     page.add(view);
//     page.finish();
#pragma once

#include <functional>
#include <string_view>

#include "report/article_view.h"
#include "report/page.h"

namespace coopmine {

class ArticlePage {
 public:
  using Sink = std::function<void(std::string_view)>;

  explicit ArticlePage(Sink sink);
  void add(const ArticleView& view);
  void finish();

 private:
  Sink sink_;
  Page page_;
  bool first_ = true;
};

}  // namespace coopmine
