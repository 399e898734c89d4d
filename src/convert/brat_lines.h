// The lines of an .ann file.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "record/record.h"

namespace coopmine {

class BratLines {
 public:
  // `text`: of the article.  A span that does not lie in it throws ConvertFailed.
  explicit BratLines(std::u32string text) : text_(std::move(text)) {}

  void add(const CommitmentRecord& record);
  [[nodiscard]] const std::string& lines() const { return out_; }

 private:
  // Writes a T line; its name.
  std::string bound(std::string_view type, CodeSpan span);
  std::string actor(const RecordParty& party, CodeSpan otherwise);
  std::string value(std::string_view type, const RecordWords& words, std::string_view value, CodeSpan otherwise);
  void argument(std::string_view role, const std::string& target);
  void note(const std::string& target, std::string_view words);
  void attribute(std::string_view name, const std::string& target, std::string_view value);

  std::u32string text_;
  std::string out_;
  std::string event_;  // arguments so far
  std::size_t bounds_ = 0;
  std::size_t events_ = 0;
  std::size_t attributes_ = 0;
  std::size_t references_ = 0;
  std::size_t notes_ = 0;
};

// annotation.conf for such files.
[[nodiscard]] std::string brat_configuration();

}  // namespace coopmine
