#include <array>
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include <doctest/doctest.h>

#include "read/digest.h"
#include "state/article_state.h"
#include "state/database.h"
#include "state/shard.h"

using namespace coopmine;

namespace {

// A folder of its own that is gone at the end.
class Folder {
 public:
  Folder() {
    path_ = (std::filesystem::temp_directory_path() / "coopmine-state-XXXXXX").string();
    REQUIRE(mkdtemp(path_.data()) != nullptr);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }

  [[nodiscard]] std::string path(const std::string& name) const { return path_ + "/" + name; }
  [[nodiscard]] StateConfig config(const std::string& pack = "p1") const {
    return {path("state"), path("out.jsonl"), pack, false, {}};
  }

 private:
  std::string path_;
};

const std::string kOne = sha256_hex("one");
const std::string kTwo = sha256_hex("two");

}  // namespace

TEST_CASE("what was committed is known to the next run, and nothing else is") {
  const Folder folder;
  {
    ArticleState state(folder.config());
    const OutputStart start = state.start_output(0);
    CHECK(start.what == OutputIs::New);
    CHECK(start.size == 0);
    CHECK(state.known(kOne) == Known::No);
    state.commit({kOne}, 100);
    CHECK(state.known(kOne) == Known::Done);
    CHECK(state.known(kTwo) == Known::No);
    state.finish();
  }
  ArticleState state(folder.config());
  CHECK(state.known(kOne) == Known::Done);
  CHECK(state.known(kTwo) == Known::No);
  const OutputStart start = state.start_output(100);
  CHECK(start.what == OutputIs::Continued);
  CHECK(start.size == 100);
}

TEST_CASE("an article done with other rules is known as such") {
  const Folder folder;
  {
    ArticleState state(folder.config("p1"));
    (void)state.start_output(0);
    state.commit({kOne, kTwo}, 10);
  }
  {
    ArticleState state(folder.config("p2"));
    CHECK(state.known(kOne) == Known::DoneOtherwise);
    (void)state.start_output(10);
    state.commit({kOne}, 20);
    CHECK(state.known(kOne) == Known::Done);
    CHECK(state.known(kTwo) == Known::DoneOtherwise);
  }
  ArticleState state(folder.config("p1"));
  CHECK(state.known(kOne) == Known::Done);
  CHECK(state.known(kTwo) == Known::Done);
}

TEST_CASE("a killed run's rest is cut off; a finished run's output is nobody else's") {
  const Folder folder;
  {
    ArticleState state(folder.config());
    (void)state.start_output(0);
    state.commit({kOne}, 100);
  }
  {
    ArticleState state(folder.config());
    const OutputStart start = state.start_output(130);
    CHECK(start.what == OutputIs::Cut);
    CHECK(start.size == 100);
    state.finish();
  }
  ArticleState state(folder.config());
  const std::string out = folder.path("out.jsonl");
  CHECK_THROWS_WITH_AS((void)state.start_output(130),
                       (out + ": something else has written to it: 130 bytes, not 100 (give another -o)").c_str(),
                       StateFailed);
  CHECK_THROWS_WITH_AS((void)state.start_output(70),
                       (out + ": has lost records that the state counts on: 70 bytes, not 100 (restore it, or begin "
                              "anew with another -o and --state)")
                           .c_str(),
                       StateFailed);
  const OutputStart moved = state.start_output(0);
  CHECK(moved.what == OutputIs::Replaced);
  CHECK(moved.size == 0);
}

TEST_CASE("an output that the state does not know must be empty; each output has its own size") {
  const Folder folder;
  StateConfig config = folder.config();
  {
    ArticleState state(config);
    CHECK_THROWS_WITH_AS((void)state.start_output(5),
                         (folder.path("out.jsonl") + ": holds records that this state knows nothing of (give another -o)").c_str(),
                         StateFailed);
    (void)state.start_output(0);
    state.commit({kOne}, 100);
    state.finish();
  }
  config.output = folder.path("other.jsonl");
  {
    ArticleState state(config);
    CHECK(state.start_output(0).what == OutputIs::New);
    CHECK(state.known(kOne) == Known::Done);
    state.commit({kTwo}, 7);
    state.finish();
  }
  config.output = folder.path("./sub/../out.jsonl");
  ArticleState state(config);
  CHECK(state.start_output(100).what == OutputIs::Continued);
}

TEST_CASE("one run at a time: the second leaves, or waits") {
  const Folder folder;
  auto first = std::make_unique<ArticleState>(folder.config());
  (void)first->start_output(0);
  CHECK_THROWS_WITH_AS(ArticleState(folder.config()),
                       (folder.path("state") + ": in use by another run (without --no-wait this one waits)").c_str(),
                       StateFailed);
  std::atomic<int> waits{0};
  Known known = Known::No;
  std::thread second([&] {
    StateConfig config = folder.config();
    config.wait = true;
    config.waiting = [&] { ++waits; };
    known = ArticleState(config).known(kOne);
  });
  while (waits == 0) std::this_thread::yield();
  first->commit({kOne}, 10);
  first.reset();
  second.join();
  CHECK(waits == 1);
  CHECK(known == Known::Done);
}

TEST_CASE("what is no state is left alone") {
  const Folder folder;
  const std::string state = folder.path("state");
  std::ofstream(state) << "a file of somebody's, long enough to be looked at for a header of a database";
  const std::string no_state = state + ": is no state of coopmine (give another --state)";
  CHECK_THROWS_WITH_AS(ArticleState(folder.config()), no_state.c_str(), StateFailed);
  std::filesystem::remove(state);
  {
    Database other(state, [] { return false; });
    other.run("CREATE TABLE notes (words TEXT)");
  }
  CHECK_THROWS_WITH_AS(ArticleState(folder.config()), no_state.c_str(), StateFailed);
  {
    Database other(state, [] { return false; });
    CHECK(other.number("SELECT count(*) FROM sqlite_schema") == 1);
    other.run("DROP TABLE notes; PRAGMA application_id = 1668247408; PRAGMA user_version = 9; CREATE TABLE packs (id)");
  }
  CHECK_THROWS_WITH_AS(
      ArticleState(folder.config()),
      (state + ": was made by another version of coopmine (form 9, not 1; give another --state)").c_str(), StateFailed);
  StateConfig nowhere = folder.config();
  nowhere.path = folder.path("none/state");
  CHECK_THROWS_WITH_AS(ArticleState{nowhere},
                       (nowhere.path + ": can't be opened (is the folder there, and may you write to it?)").c_str(),
                       StateFailed);
}

TEST_CASE("shards share nothing and leave nothing out") {
  std::array<int, 5> sizes{};
  for (int i = 0; i < 2000; ++i) {
    const std::string hash = sha256_hex(std::to_string(i));
    int holders = 0;
    for (std::uint32_t index = 1; index <= 5; ++index) {
      if (!Shard{index, 5}.holds(hash)) continue;
      ++holders;
      ++sizes[index - 1];
    }
    CHECK(holders == 1);
    CHECK(Shard{}.holds(hash));
  }
  for (const int size : sizes) CHECK((size > 300 && size < 500));
}

TEST_CASE("shards as they are typed") {
  const auto shard = parse_shard("3/8");
  REQUIRE(shard.has_value());
  CHECK(shard->index == 3);
  CHECK(shard->count == 8);
  CHECK(parse_shard("1/1").has_value());
  for (const char* wrong : {"", "/", "3", "0/8", "9/8", "3/0", "-1/8", "3/8/9", "a/b", "3 /8", "3/99999999999"}) {
    CAPTURE(wrong);
    CHECK_FALSE(parse_shard(wrong).has_value());
  }
}
