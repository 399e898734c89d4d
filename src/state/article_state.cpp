#include "state/article_state.h"

#include <chrono>
#include <filesystem>
#include <system_error>
#include <thread>
#include <utility>

#include <fmt/format.h>
#include <sqlite3.h>

#include "state/database.h"

namespace coopmine {
namespace {

constexpr std::int64_t kApplication = 0x636F6F70;  // "coop"
constexpr std::int64_t kVersion = 1;               // of the tables
constexpr std::chrono::milliseconds kRetry{50};

constexpr const char* kTables =
    "CREATE TABLE packs (id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE);"
    "CREATE TABLE outputs (path TEXT PRIMARY KEY, bytes INTEGER NOT NULL, open INTEGER NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE articles (sha256 BLOB NOT NULL, pack INTEGER NOT NULL REFERENCES packs (id),"
    " PRIMARY KEY (sha256, pack)) WITHOUT ROWID;";

std::string bytes_of_hex(std::string_view hex) {
  const auto nibble = [](char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10); };
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    bytes += static_cast<char>(nibble(hex[i]) << 4U | nibble(hex[i + 1]));
  }
  return bytes;
}

// One name for one file, however its path was typed.
std::string canonical(const std::string& path) {
  std::error_code error;
  const std::filesystem::path name = std::filesystem::weakly_canonical(std::filesystem::absolute(path), error);
  return error ? path : name.string();
}

[[noreturn]] void rethrow(const std::string& path, const DatabaseFault& fault) {
  switch (fault.code) {
    case SQLITE_BUSY:
      throw StateFailed(fmt::format("{}: in use by another run (without --no-wait this one waits)", path));
    case SQLITE_NOTADB:
      throw StateFailed(fmt::format("{}: is no state of coopmine (give another --state)", path));
    case SQLITE_CANTOPEN:
      throw StateFailed(fmt::format("{}: can't be opened (is the folder there, and may you write to it?)", path));
    default: throw StateFailed(fmt::format("{}: the state can't be used: {}", path, fault.what()));
  }
}

}  // namespace

struct ArticleState::Tables {
  explicit Tables(const StateConfig& config)
      : database(config.path,
                 [this, &config] {
                   if (!config.wait) return false;
                   if (!std::exchange(told, true) && config.waiting) config.waiting();
                   std::this_thread::sleep_for(kRetry);
                   return true;
                 }) {
    // The lock is kept from the first transaction to the end.
    database.run("PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = FULL; BEGIN EXCLUSIVE");
    const std::int64_t application = database.number("PRAGMA application_id");
    const bool empty = database.number("SELECT count(*) FROM sqlite_schema") == 0;
    if (empty) {
      database.run(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}; {}", kApplication, kVersion, kTables));
    } else if (application != kApplication) {
      throw DatabaseFault(SQLITE_NOTADB, "");
    } else if (const std::int64_t version = database.number("PRAGMA user_version"); version != kVersion) {
      throw StateFailed(fmt::format("{}: was made by another version of coopmine (form {}, not {}; give another --state)",
                                    config.path, version, kVersion));
    }
    database.statement("INSERT OR IGNORE INTO packs (hash) VALUES (?)").bind_text(1, config.pack_hash).step();
    Statement rules = database.statement("SELECT id FROM packs WHERE hash = ?");
    rules.bind_text(1, config.pack_hash).step();
    pack = rules.number(0);
    rules.reset();
    database.run("COMMIT");
  }

  void set_output(const std::string& path, std::uint64_t size, bool open) {
    database.statement("INSERT OR REPLACE INTO outputs (path, bytes, open) VALUES (?, ?, ?)")
        .bind_text(1, path)
        .bind(2, static_cast<std::int64_t>(size))
        .bind(3, open ? 1 : 0)
        .step();
  }

  bool told = false;
  Database database;
  std::int64_t pack = 0;
  std::uint64_t bytes = 0;  // of the output at the last commit
};

ArticleState::ArticleState(const StateConfig& config) : config_(config), output_(canonical(config.output)) {
  try {
    tables_ = std::make_unique<Tables>(config_);
  } catch (const DatabaseFault& fault) {
    rethrow(config_.path, fault);
  }
}

ArticleState::~ArticleState() = default;

OutputStart ArticleState::start_output(std::uint64_t size) try {
  Statement query = tables_->database.statement("SELECT bytes, open FROM outputs WHERE path = ?");
  OutputStart start{OutputIs::New, size};
  if (query.bind_text(1, output_).step()) {
    const auto bytes = static_cast<std::uint64_t>(query.number(0));
    const bool open = query.number(1) != 0;
    start = {size > bytes ? OutputIs::Cut : OutputIs::Continued, bytes};
    if (size == 0 && bytes > 0) start = {OutputIs::Replaced, 0};
    if (size > bytes && !open) {
      throw StateFailed(fmt::format("{}: something else has written to it: {} bytes, not {} (give another -o)",
                                    config_.output, size, bytes));
    }
    if (size < start.size) {
      throw StateFailed(fmt::format(
          "{}: has lost records that the state counts on: {} bytes, not {} (restore it, or begin anew with another "
          "-o and --state)",
          config_.output, size, bytes));
    }
  } else if (size > 0) {
    throw StateFailed(
        fmt::format("{}: holds records that this state knows nothing of (give another -o)", config_.output));
  }
  query.reset();
  tables_->set_output(output_, start.size, true);
  tables_->bytes = start.size;
  return start;
} catch (const DatabaseFault& fault) {
  rethrow(config_.path, fault);
}

Known ArticleState::known(std::string_view sha256) try {
  const std::string bytes = bytes_of_hex(sha256);
  Statement query = tables_->database.statement("SELECT pack FROM articles WHERE sha256 = ?");
  query.bind_blob(1, bytes);
  Known known = Known::No;
  while (query.step()) {
    if (query.number(0) == tables_->pack) return Known::Done;
    known = Known::DoneOtherwise;
  }
  return known;
} catch (const DatabaseFault& fault) {
  rethrow(config_.path, fault);
}

void ArticleState::commit(const std::vector<std::string>& sha256s, std::uint64_t size) try {
  Database& database = tables_->database;
  database.run("BEGIN IMMEDIATE");
  Statement insert = database.statement("INSERT OR IGNORE INTO articles (sha256, pack) VALUES (?, ?)");
  for (const std::string& sha256 : sha256s) {
    const std::string bytes = bytes_of_hex(sha256);
    insert.bind_blob(1, bytes).bind(2, tables_->pack).step();
    insert.reset();
  }
  tables_->set_output(output_, size, true);
  database.run("COMMIT");
  tables_->bytes = size;
} catch (const DatabaseFault& fault) {
  rethrow(config_.path, fault);
}

void ArticleState::finish() try {
  tables_->set_output(output_, tables_->bytes, false);
} catch (const DatabaseFault& fault) {
  rethrow(config_.path, fault);
}

}  // namespace coopmine
