#include "state/database.h"

#include <sqlite3.h>

#include <utility>

namespace coopmine {
namespace {

constexpr int kPrimary = 0xFF;  // the primary code in an extended one

[[noreturn]] void fail(sqlite3* database, int code) {
  throw DatabaseFault(code & kPrimary, database == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(database));
}

sqlite3* opened(const std::string& path) {
  sqlite3* database = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  if (code == SQLITE_OK) return database;
  const std::string message = database == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(database);
  sqlite3_close(database);
  throw DatabaseFault(code & kPrimary, message);
}

int ask(void* busy, int) { return (*static_cast<std::function<bool()>*>(busy))() ? 1 : 0; }

}  // namespace

Statement::Statement(sqlite3* database, const std::string& sql) : database_(database), statement_(nullptr, &sqlite3_finalize) {
  sqlite3_stmt* made = nullptr;
  const int code = sqlite3_prepare_v2(database, sql.c_str(), static_cast<int>(sql.size()), &made, nullptr);
  statement_.reset(made);
  check(code);
}

void Statement::check(int code) const {
  if (code != SQLITE_OK) fail(database_, code);
}

Statement& Statement::bind(int parameter, std::int64_t value) {
  check(sqlite3_bind_int64(statement_.get(), parameter, value));
  return *this;
}

Statement& Statement::bind_text(int parameter, std::string_view text) {
  check(sqlite3_bind_text64(statement_.get(), parameter, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8));
  return *this;
}

Statement& Statement::bind_blob(int parameter, std::string_view bytes) {
  check(sqlite3_bind_blob64(statement_.get(), parameter, bytes.data(), bytes.size(), SQLITE_STATIC));
  return *this;
}

bool Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code != SQLITE_ROW && code != SQLITE_DONE) fail(database_, code);
  return code == SQLITE_ROW;
}

std::int64_t Statement::number(int column) const { return sqlite3_column_int64(statement_.get(), column); }

void Statement::reset() { sqlite3_reset(statement_.get()); }

Database::Database(const std::string& path, std::function<bool()> busy)
    : busy_(std::move(busy)), database_(opened(path), &sqlite3_close) {
  sqlite3_busy_handler(database_.get(), &ask, &busy_);
}

void Database::run(const std::string& sql) {
  const int code = sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(database_.get(), code);
}

std::int64_t Database::number(const std::string& sql) {
  Statement query = statement(sql);
  return query.step() ? query.number(0) : 0;
}

}  // namespace coopmine
