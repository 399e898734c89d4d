#include <filesystem>
#include <fstream>
#include <string>

#include <unistd.h>

#include <doctest/doctest.h>

#include "cli/console.h"
#include "cli/output.h"

using namespace coopmine;

TEST_CASE("what is shown of a file name can't act on the terminal") {
  CHECK(printable("plain.txt") == "plain.txt");
  CHECK(printable("a\x1b[31m\nb\x7f") == "a?[31m?b?");
  CHECK(printable("caf\xE9") == "caf?");
  CHECK(printable("\xC2\x9B") == "?");
  CHECK(printable("déjà 日本") == "déjà 日本");
  CHECK(printable("").empty());
}

TEST_CASE("colours are the user's choice") {
  CHECK(use_color(ColorChoice::Always, STDERR_FILENO));
  CHECK_FALSE(use_color(ColorChoice::Never, STDERR_FILENO));
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  CHECK_FALSE(use_color(ColorChoice::Auto, ends[1]));
  close(ends[0]);
  close(ends[1]);
}

TEST_CASE("output goes to a file, from its beginning") {
  const std::string path = (std::filesystem::temp_directory_path() / ("coopmine-out-" + std::to_string(getpid()))).string();
  std::ofstream(path) << "something longer that was there\n";
  {
    Output output(path);
    CHECK(output.is_same_file(path));
    CHECK_FALSE(output.is_same_file("/dev/null"));
    CHECK_FALSE(output.is_same_file(path + ".none"));
    output.start();
    output.write("one\n");
    output.write("");
    output.write("two\n");
    output.close();
  }
  std::ifstream in(path);
  std::string text((std::istreambuf_iterator<char>(in)), {});
  CHECK(text == "one\ntwo\n");
  std::filesystem::remove(path);
}

TEST_CASE("an output that can't be opened says why") {
  CHECK_THROWS_WITH_AS(Output("/nowhere/at/all"),
                       "/nowhere/at/all: can't be opened for writing: No such file or directory",
                       OutputFailed);
}

TEST_CASE("a full device is told when the lines are flushed") {
  Output output("/dev/full");
  output.start();
  output.write("line\n");
  CHECK_THROWS_WITH_AS(output.close(), "/dev/full: can't be written: No space left on device", OutputFailed);
}
