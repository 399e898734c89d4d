// Addresses of the web in running text, whose letters are no words of it.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"

namespace coopmine {

// The spans (bytes, in order, apart from each other) of `text` that are read as if they were not there:
// "https://example.org/a-treaty", "www.example.org", and of a link in Markdown, "[a treaty](https://example.org)", all but
// its words.
[[nodiscard]] std::vector<Span> addresses(std::string_view text);

}  // namespace coopmine
