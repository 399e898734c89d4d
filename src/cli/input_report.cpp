#include "cli/input_report.h"

#include "write/json.h"

namespace coopmine {

InputReport::InputReport(Console& console, const std::string& path, WriteGate* gate) : console_(console) {
  if (!path.empty()) file_ = std::make_unique<Output>(path, gate);
}

void InputReport::start() {
  if (file_) file_->start();
}

void InputReport::add(const InputError& error) {
  ++count_;
  console_.error(place(error), error.message, error.hint);
  if (!file_) return;
  JsonLine json;
  json.open_object();
  json.key("kind");
  json.string("error");
  json.key("input");
  json.string(error.input);
  json.key("line");
  error.line == 0 ? json.null() : json.integer(static_cast<std::uint32_t>(error.line));
  json.key("message");
  json.string(error.message);
  json.key("hint");
  error.hint.empty() ? json.null() : json.string(error.hint);
  json.close_object();
  std::string text;
  json.finish(text);
  file_->write(text);
}

void InputReport::close() {
  if (file_) file_->close();
}

}  // namespace coopmine
