// The little of SQLite that a state needs: a database that is closed, statements that are finalized.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace coopmine {

// What SQLite said.
struct DatabaseFault : std::runtime_error {
  DatabaseFault(int fault, const std::string& message) : std::runtime_error(message), code(fault) {}
  int code;  // primary result code, SQLITE_BUSY ...
};

// A compiled statement.  Columns and parameters count from 0 and 1, as SQLite has it.
class Statement {
 public:
  Statement(sqlite3* database, const std::string& sql);

  // What is bound must outlive the steps.
  Statement& bind(int parameter, std::int64_t value);
  Statement& bind_text(int parameter, std::string_view text);
  Statement& bind_blob(int parameter, std::string_view bytes);
  // Whether there is a row (another row).
  bool step();
  [[nodiscard]] std::int64_t number(int column) const;
  // Makes it ready for new values.
  void reset();

 private:
  void check(int code) const;

  sqlite3* database_;
  std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> statement_;
};

class Database {
 public:
  // Opens or makes the file.  `busy` is asked, when another process holds it, whether to try again.
  Database(const std::string& path, std::function<bool()> busy);
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  void run(const std::string& sql);
  [[nodiscard]] std::int64_t number(const std::string& sql);
  [[nodiscard]] Statement statement(const std::string& sql) { return {database_.get(), sql}; }

 private:
  std::function<bool()> busy_;
  std::unique_ptr<sqlite3, int (*)(sqlite3*)> database_;
};

}  // namespace coopmine
