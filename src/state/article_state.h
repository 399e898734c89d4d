// Which articles were done: the memory of `coopmine extract --state FILE`, an SQLite database.
//
//     ArticleState state({"news.state", "records.jsonl", pack->hash});
//     const OutputStart start = state.start_output(size_on_disk);       // cut the output to start.size
//     if (state.known(article.sha256) == Known::No) ...                 // do the article
//     // append its records to the output, sync the output, then:
//     state.commit({article.sha256}, new_size);
//     state.finish();
//
// An article is known by its bytes (Article::sha256).  The state holds how long the output was at the last
// commit; what stands behind that is of a run that was killed, and is cut off by the next one.  So an
// article is in the state exactly when its records are in the output, whenever the program was stopped.
//
// One run at a time: the database is locked from here until the end of the object, and released by the
// system when the process dies.  Not for several threads.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace coopmine {

// The state can't be used; what() is one line that says why and what to do.
struct StateFailed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct StateConfig {
  std::string path;
  std::string output;     // of the records; each has a size of its own in the state
  std::string pack_hash;  // fingerprint of the rules
  bool wait = true;       // for a run that holds the state; else StateFailed
  std::function<void()> waiting;  // called once when it has to wait; may be empty
};

enum class Known {
  No,
  Done,           // with these rules
  DoneOtherwise,  // with other rules only
};

enum class OutputIs {
  Continued,  // where the last run left it
  Cut,        // longer by what a killed run left behind
  New,        // empty, and not known to this state
  Replaced,   // known, but gone or emptied since
};

struct OutputStart {
  OutputIs what = OutputIs::New;
  std::uint64_t size = 0;  // the output is to be cut to this many bytes
};

class ArticleState {
 public:
  // Opens or makes the database and locks it.  Throws StateFailed.
  explicit ArticleState(const StateConfig& config);
  ArticleState(const ArticleState&) = delete;
  ArticleState& operator=(const ArticleState&) = delete;
  ~ArticleState();

  // Where to go on in an output that has `size` bytes now.  Throws StateFailed when the output lost bytes
  // that the state counts on, or somebody else wrote to it.  From here on the output counts as being
  // written.
  [[nodiscard]] OutputStart start_output(std::uint64_t size);
  [[nodiscard]] Known known(std::string_view sha256);
  // Records that articles are done, with `size` bytes of output, in one step, on the disk.
  void commit(const std::vector<std::string>& sha256s, std::uint64_t size);
  // The run ended in order.
  void finish();

 private:
  struct Tables;

  StateConfig config_;
  std::string output_;              // its name in the database
  std::unique_ptr<Tables> tables_;
};

}  // namespace coopmine
