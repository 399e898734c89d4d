#include "convert/sqlite.h"

#include <cstdio>
#include <vector>

#include <fmt/format.h>
#include <sqlite3.h>

#include "convert/sqlite_schema.h"
#include "convert/words.h"

namespace coopmine {
namespace {

constexpr std::size_t kBatch = 1000;  // records a transaction

struct CloseDatabase {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
};
struct FinalizeStatement {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

// Inserts rows into one table: bind the cells in order, then insert().
class Inserter {
 public:
  Inserter(sqlite3* database, const std::string& table, int columns) : database_(database) {
    std::string sql = "INSERT INTO " + table + " VALUES (?";
    for (int i = 1; i < columns; ++i) sql += ",?";
    sqlite3_stmt* made = nullptr;
    check(sqlite3_prepare_v2(database, (sql + ")").c_str(), -1, &made, nullptr));
    statement_.reset(made);
  }

  Inserter& number(std::int64_t value) {
    check(sqlite3_bind_int64(statement_.get(), ++at_, value));
    return *this;
  }
  Inserter& real(std::optional<double> value) {
    check(value ? sqlite3_bind_double(statement_.get(), ++at_, *value) : sqlite3_bind_null(statement_.get(), ++at_));
    return *this;
  }
  // Empty: NULL.
  Inserter& text(std::string_view value) {
    ++at_;
    check(value.empty() ? sqlite3_bind_null(statement_.get(), at_)
                        : sqlite3_bind_text64(statement_.get(), at_, value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
  }
  Inserter& span(const std::optional<CodeSpan>& span) {
    if (span) return number(span->begin).number(span->end);
    return text("").text("");
  }
  void insert() {
    if (sqlite3_step(statement_.get()) != SQLITE_DONE) check(SQLITE_ERROR);
    check(sqlite3_reset(statement_.get()));
    at_ = 0;
  }

 private:
  void check(int code) const {
    if (code != SQLITE_OK) throw ConvertFailed(fmt::format("SQLite: {}", sqlite3_errmsg(database_)));
  }

  sqlite3* database_;
  std::unique_ptr<sqlite3_stmt, FinalizeStatement> statement_;
  int at_ = 0;
};

class Sqlite : public Converter {
 public:
  explicit Sqlite(const std::string& path) : path_(path), part_(path + ".part") {
    std::remove(part_.c_str());
    sqlite3* made = nullptr;
    const int code = sqlite3_open_v2(part_.c_str(), &made, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    database_.reset(made);
    if (code != SQLITE_OK) throw ConvertFailed(fmt::format("{}: can't be opened: {}", part_, sqlite3_errstr(code)));
    run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;");  // the file counts only when it is whole
    run(kSqliteTables);
    open_tables();
    run("BEGIN");
  }

  ~Sqlite() override {
    if (database_ == nullptr) return;
    tables_.clear();
    database_.reset();
    std::remove(part_.c_str());
  }

  void add(const CommitmentRecord& record) override {
    ++commitment_;
    if (commitment_ % kBatch == 0) run("COMMIT; BEGIN");
    add_commitment(record);
    add_slots(record);
    add_evidence(record);
  }

  void finish() override {
    run("COMMIT");
    run(kSqliteViews);
    run("ANALYZE");
    tables_.clear();
    database_.reset();
    if (std::rename(part_.c_str(), path_.c_str()) != 0) throw ConvertFailed(fmt::format("{}: can't be replaced", path_));
  }

 private:
  enum TableIndex { kCommitments, kParties, kSectors, kAmounts, kDates, kEvidence, kRules, kDac };

  void open_tables() {
    const std::vector<std::pair<const char*, int>> tables{{"commitments", 24}, {"parties", 11}, {"sectors", 6}, {"amounts", 10},
                                                          {"dates", 8},        {"evidence", 10}, {"rules", 3},  {"dac", 3}};
    for (const auto& [name, columns] : tables) tables_.emplace_back(database_.get(), name, columns);
  }

  // A row of a table beside `commitments`, begun.
  Inserter& row(TableIndex table, std::size_t position) {
    return tables_[table].number(id()).number(static_cast<std::int64_t>(position));
  }

  [[nodiscard]] std::int64_t id() const { return static_cast<std::int64_t>(commitment_); }

  void add_commitment(const CommitmentRecord& r) {
    Inserter& row = tables_[kCommitments].number(id()).text(r.id);
    row.text(r.doc.id).text(r.doc.title).text(r.doc.date).text(r.doc.date_from).text(r.doc.lang).text(r.doc.sha256);
    row.text(r.type).text(r.status).text(r.act);
    row.text(r.initiator ? r.initiator->id : "").text(r.initiator ? r.initiator->name : "");
    row.text(r.instrument ? r.instrument->kind : "").text(r.instrument ? r.instrument->name : "");
    row.text(r.duration ? r.duration->value : "");
    const bool speaker = r.attribution.has_value();
    row.text(!speaker ? "" : r.attribution->id.empty() ? r.attribution->name : r.attribution->id);
    row.text(speaker ? r.attribution->certainty : "").text(r.part_of).real(r.confidence);
    row.text(r.codes.plover).text(r.codes.cameo).text(r.codes.iati).text(r.codes.aiddata).insert();
  }

  void add_slots(const CommitmentRecord& r) {
    for (std::size_t i = 0; i < r.parties.size(); ++i) {
      const RecordParty& p = r.parties[i];
      row(kParties, i).text(p.role).text(p.id).text(p.name).text(p.kind).text(p.organ).text(p.text).span(p.span).text(p.via).insert();
    }
    for (std::size_t i = 0; i < r.sectors.size(); ++i) {
      row(kSectors, i).text(r.sectors[i].value).text(r.sectors[i].text).span(r.sectors[i].span).insert();
    }
    for (std::size_t i = 0; i < r.amounts.size(); ++i) {
      const RecordAmount& a = r.amounts[i];
      Inserter& row_of = row(kAmounts, i).real(a.value).real(a.max).text(a.currency).text(a.approx);
      row_of.number(a.cumulative ? 1 : 0).text(a.text).span(a.span).insert();
    }
    for (std::size_t i = 0; i < r.dates.size(); ++i) {
      const DateRange range = date_range(r.dates[i].value);
      row(kDates, i).text(r.dates[i].value).text(range.begin).text(range.end).text(r.dates[i].text).span(r.dates[i].span).insert();
    }
    for (std::size_t i = 0; i < r.rules.size(); ++i) row(kRules, i).text(r.rules[i]).insert();
    for (std::size_t i = 0; i < r.codes.dac.size(); ++i) row(kDac, i).text(r.codes.dac[i]).insert();
  }

  void add_evidence(const CommitmentRecord& r) {
    for (std::size_t i = 0; i < r.evidence.size(); ++i) {
      const RecordEvidence& e = r.evidence[i];
      Inserter& row_of = tables_[kEvidence].number(++evidence_).number(id()).number(static_cast<std::int64_t>(i));
      row_of.text(e.text).span(e.span).number(e.sentence).text(e.zone).text(e.trigger.text).text(e.lemma).insert();
    }
  }

  void run(const char* sql) {
    if (sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr) == SQLITE_OK) return;
    throw ConvertFailed(fmt::format("{}: {}", part_, sqlite3_errmsg(database_.get())));
  }

  std::string path_;
  std::string part_;
  std::unique_ptr<sqlite3, CloseDatabase> database_;
  std::vector<Inserter> tables_;  // by TableIndex
  std::size_t commitment_ = 0;
  std::int64_t evidence_ = 0;
};

}  // namespace

std::unique_ptr<Converter> sqlite_converter(const std::string& path) { return std::make_unique<Sqlite>(path); }

}  // namespace coopmine
