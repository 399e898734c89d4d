// The files of page/, made a part of the program by page/embed.cmake.
#pragma once

#include <string_view>

namespace coopmine {

extern const std::string_view kReportHtml;
extern const std::string_view kReportCss;
extern const std::string_view kReportJs;

extern const std::string_view kShowHtml;
extern const std::string_view kShowCss;
extern const std::string_view kShowJs;

}  // namespace coopmine
