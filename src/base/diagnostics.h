// Diagnostics: faults found in rule files and inputs, collected so that a user sees all at once.
//
// A Diagnostic says where (file, 1-based line, 1-based column in code points), what is wrong, and
// what to do.  format() prints, when the source line is known:
//
//     rules/en/aid.rules:12:19: error: unknown type 'ACTROS'
//        12 |   match    {giver:ACTROS} ~3 {vg}
//           |                   ^
//           = did you mean 'ACTORS'?
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace coopmine {

struct Diagnostic {
  std::string file;
  int line = 0;    // 0: the whole file
  int column = 0;  // 0: the whole line
  std::string message;
  std::string hint;         // what to do; may be empty
  std::string source_line;  // the line as it stands in the file; may be empty
};

class Diagnostics {
 public:
  void error(Diagnostic diagnostic) { errors_.push_back(std::move(diagnostic)); }
  [[nodiscard]] bool ok() const { return errors_.empty(); }
  [[nodiscard]] const std::vector<Diagnostic>& errors() const { return errors_; }

 private:
  std::vector<Diagnostic> errors_;
};

// One diagnostic as the lines shown to the user, without a trailing line feed.
[[nodiscard]] std::string format(const Diagnostic& diagnostic);

// The candidate nearest to `word` by edit distance, for "did you mean"; empty when none is near
// (more than a third of its letters differ).
[[nodiscard]] std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

// The hint for a word that is none of the candidates: "did you mean 'aid'?", or `otherwise` when none is near.
[[nodiscard]] std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates,
                                       std::string otherwise);

}  // namespace coopmine
