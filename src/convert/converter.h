// Records -> other formats, one record at a time: memory does not grow with their number.
//
//     auto converter = table_converter(sink, {});
//     while (...) converter->add(record);
//     converter->finish();
//     for (const auto& [what, count] : converter->losses()) ...   // "records left out: they are no aid", 12
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "record/record.h"

namespace coopmine {

// The target can't be written; what() is one line that says why.
struct ConvertFailed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// What a format has no place for, and how often that was.
using Losses = std::map<std::string, std::size_t>;

class Converter {
 public:
  Converter() = default;
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  virtual ~Converter() = default;

  // May throw ConvertFailed, or what the sink throws.
  virtual void add(const CommitmentRecord& record) = 0;
  // Once, behind the last record.
  virtual void finish() = 0;

  [[nodiscard]] const Losses& losses() const { return losses_; }

 protected:
  void lose(const std::string& what) { ++losses_[what]; }

 private:
  Losses losses_;
};

// Takes pieces of text, in order.
using TextSink = std::function<void(std::string_view)>;

}  // namespace coopmine
