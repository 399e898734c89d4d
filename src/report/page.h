// A page that holds all it needs: HTML with its style, its script and its data, which opens offline.
//
//     const Page page = make_page({kReportHtml, kReportCss, kReportJs});
//     sink(page.before_data);
//     sink(inside_script(json));
//     sink(page.behind_data);
//
// The page forbids itself all network (Content-Security-Policy) and runs no script but its own, known by its
// hash: words of articles, however they are made, stay data.
#pragma once

#include <string>
#include <string_view>

namespace coopmine {

// `html` holds @POLICY@, @STYLE@, @DATA@ and @SCRIPT@, in this order.
struct PageParts {
  std::string_view html;
  std::string_view css;
  std::string_view js;
};

struct Page {
  std::string before_data;
  std::string behind_data;
};

[[nodiscard]] Page make_page(const PageParts& parts);

// JSON as it may stand in a <script> element: nothing in it can end the element or begin a comment.
[[nodiscard]] std::string inside_script(std::string_view json);

}  // namespace coopmine
