// Versions: of the program, of the libraries it runs with, of the rules it finds.
#pragma once

#include <string>
#include <vector>

namespace coopmine {

struct LibraryVersion {
  std::string name;
  std::string version;
};
[[nodiscard]] std::vector<LibraryVersion> library_versions();

// The text of --version.
[[nodiscard]] std::string version_text();

}  // namespace coopmine
