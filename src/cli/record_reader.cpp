#include "cli/record_reader.h"

#include <unistd.h>

#include "read/byte_source.h"
#include "record/record_source.h"

namespace coopmine {

bool read_records(const std::string& input, Console& console,
                  const std::function<void(const CommitmentRecord&)>& use) {
  const bool standard = input == "-";
  const auto bytes = standard ? open_descriptor(STDIN_FILENO) : open_file(input);
  const std::string shown = standard ? "standard input" : input;
  RecordSource source(shown, [&](char* into, std::size_t size) { return bytes->read(into, size); });
  bool sound = true;
  while (auto item = source.next()) {
    if (const auto* fault = std::get_if<Diagnostic>(&*item)) {
      Diagnostics one;
      one.error(*fault);
      console.faults(one);
      sound = false;
    } else {
      use(std::get<CommitmentRecord>(*item));
    }
  }
  if (bytes->fault().empty()) return sound;
  console.error(shown, bytes->fault());
  return false;
}

}  // namespace coopmine
