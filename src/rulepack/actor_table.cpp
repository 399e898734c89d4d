#include "rulepack/actor_table.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.h"

namespace coopmine {
namespace {

constexpr std::array<std::pair<std::string_view, RoleClass>, 51> kClasses{{
    {"organ", RoleClass::Organ},           {"title", RoleClass::Title},
    {"honorific", RoleClass::Honorific},   {"side", RoleClass::Side},
    {"agent", RoleClass::Agent},           {"unit", RoleClass::Unit},
    {"people", RoleClass::People},         {"firm", RoleClass::Firm},
    {"corporate", RoleClass::Corporate},   {"corporate-of", RoleClass::CorporateOf},
    {"generic", RoleClass::Generic},       {"generic-subject", RoleClass::GenericSubject},
    {"generic-capital", RoleClass::GenericCapital}, {"generic-possessive", RoleClass::GenericPossessive},
    {"portfolio", RoleClass::Portfolio},   {"modifier", RoleClass::Modifier},
    {"former", RoleClass::Former},         {"article", RoleClass::Article},
    {"of", RoleClass::Of},                 {"target", RoleClass::Target},
    {"posted", RoleClass::Posted},         {"near", RoleClass::Near},
    {"near-capital", RoleClass::NearCapital},
    {"vague", RoleClass::Vague},           {"plural", RoleClass::Plural},
    {"and", RoleClass::And},
    {"clitic", RoleClass::Clitic},         {"place", RoleClass::Place},
    {"place-city", RoleClass::PlaceCity},  {"travel", RoleClass::Travel},
    {"to", RoleClass::To},                 {"meeting", RoleClass::Meeting},
    {"text", RoleClass::Text},             {"counterpart", RoleClass::Counterpart},
                {"based", RoleClass::Based},
    {"born", RoleClass::Born},             {"direction", RoleClass::Direction},
    {"seat", RoleClass::Seat},             {"trap-before", RoleClass::TrapBefore},
    {"trap-after", RoleClass::TrapAfter},  {"surname", RoleClass::Surname},
    {"given", RoleClass::Given},           {"us-state", RoleClass::UsState},
    {"us-context", RoleClass::UsContext},  {"us-not", RoleClass::UsNot},
    {"particle", RoleClass::Particle},     {"calendar", RoleClass::Calendar},
    {"function", RoleClass::Function},     {"verbal", RoleClass::Verbal},
    {"common-word", RoleClass::CommonWord}, {"prefix", RoleClass::Prefix},
}};

struct KindName {
  std::string_view name;
  ActorKind kind;
  bool subnational;
};
constexpr std::array<KindName, 4> kKinds{{{"state", ActorKind::State, false},
                                          {"organisation", ActorKind::Organisation, false},
                                          {"region", ActorKind::Region, false},
                                          {"subnational", ActorKind::State, true}}};

constexpr std::string_view kFirm = "firm";  // a reason of traps.tsv

bool is_capital(std::string_view word) {
  if (word.empty()) return false;
  const auto first = static_cast<UChar32>(code_point_at(word, 0).value);
  return u_isUUppercase(first) != 0 || u_istitle(first) != 0;
}

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

// First or last day of 2024, 2024-06 or 2024-06-08.
std::optional<std::int32_t> day_number(std::string_view cell, bool last) {
  using namespace std::chrono;
  const std::optional<int> y = number(cell.substr(0, 4));
  if (!y || cell.size() < 4) return std::nullopt;
  unsigned month_number = last ? 12 : 1;
  if (cell.size() >= 7) {
    const std::optional<int> m = number(cell.substr(5, 2));
    if (cell[4] != '-' || !m || *m < 1 || *m > 12) return std::nullopt;
    month_number = static_cast<unsigned>(*m);
  }
  if (cell.size() == 10) {
    const std::optional<Day> day = parse_iso_day(cell);
    if (!day) return std::nullopt;
    return static_cast<std::int32_t>(sys_days{*day}.time_since_epoch().count());
  }
  if (cell.size() != 4 && cell.size() != 7) return std::nullopt;
  const year_month month_of{year{*y}, month{month_number}};
  const sys_days day = last ? sys_days{month_of / std::chrono::last} : sys_days{month_of / 1};
  return static_cast<std::int32_t>(day.time_since_epoch().count());
}

class Loader {
 public:
  Loader(const ActorSources& sources, Vocabulary& words, Diagnostics& diagnostics)
      : sources_(sources), words_(words), diagnostics_(diagnostics) {}

  ActorTable run() {
    table_.actors.reserve(sources_.actors.rows.size());
    table_.persons.reserve(sources_.persons.rows.size());
    for (const Row& row : sources_.actors.rows) add_actor(row);
    for (const Row& row : sources_.persons.rows) add_person(row);
    for (const Row& row : sources_.traps.rows) {
      const bool firm = sources_.traps.cell(row, "reason") == kFirm;
      add_forms(sources_.traps, row, "form", firm ? NameKind::Firm : NameKind::Trap, 0);
    }
    for (const Row& row : sources_.roles.rows) add_role(row);
    return std::move(table_);
  }

 private:
  DayRange range(const Table& table, const Row& row) {
    DayRange range;
    for (const bool last : {false, true}) {
      const std::string_view column = last ? "to" : "from";
      const std::string cell(table.cell(row, column));
      if (cell.empty()) continue;
      const std::optional<std::int32_t> day = day_number(cell, last);
      if (!day) {
        table.fault(diagnostics_, row, column, fmt::format("'{}' is no date", cell),
                    "write 2024, 2024-06 or 2024-06-08");
      } else {
        (last ? range.to : range.from) = *day;
      }
    }
    if (range.from > range.to) table.fault(diagnostics_, row, "from", "begins after it ends");
    return range;
  }

  void add_actor(const Row& row) {
    const Table& table = sources_.actors;
    Actor actor;
    actor.id = table.cell(row, "id");
    actor.name = table.cell(row, "name");
    actor.organ = table.cell(row, "organ");
    actor.valid = range(table, row);
    const std::string kind(table.cell(row, "kind"));
    const auto known = std::find_if(kKinds.begin(), kKinds.end(), [&](const KindName& k) { return k.name == kind; });
    if (known == kKinds.end()) {
      table.fault(diagnostics_, row, "kind", fmt::format("unknown kind '{}'", kind),
                  did_you_mean(kind, {"state", "organisation", "region", "subnational"},
                               "write state, organisation, region or subnational"));
      return;
    }
    if (actor.id.empty() || actor.name.empty()) {
      table.fault(diagnostics_, row, actor.id.empty() ? "id" : "name", "must not be empty");
      return;
    }
    actor.kind = known->kind;
    actor.subnational = known->subnational;
    const auto index = static_cast<std::uint32_t>(table_.actors.size());
    if (!actor.subnational) table_.by_id.emplace(actor.id, index);
    table_.actors.push_back(std::move(actor));
    add_forms(table, row, "name", NameKind::Name, index);
    add_forms(table, row, "forms", NameKind::Name, index);
    add_forms(table, row, "adjectives", NameKind::Adjective, index);
    add_forms(table, row, "demonyms", NameKind::Demonym, index);
    add_forms(table, row, "capitals", NameKind::Capital, index);
  }

  void add_person(const Row& row) {
    const Table& table = sources_.persons;
    KnownPerson person{std::string(table.cell(row, "name")), std::string(table.cell(row, "id")),
                       std::string(table.cell(row, "office")), range(table, row)};
    if (!known_id(table, row, person.id)) return;
    const auto index = static_cast<std::uint32_t>(table_.persons.size());
    table_.persons.push_back(std::move(person));
    add_forms(table, row, "name", NameKind::Person, index);
    add_forms(table, row, "forms", NameKind::Person, index);
  }

  bool known_id(const Table& table, const Row& row, const std::string& id) {
    if (table_.by_id.contains(id)) return true;
    std::vector<std::string> ids;
    for (const auto& [known, index] : table_.by_id) ids.push_back(known);
    table.fault(diagnostics_, row, "id", fmt::format("no actor has the id '{}'", id),
                did_you_mean(id, ids, fmt::format("add it to {}", sources_.actors.file)));
    return false;
  }

  void add_forms(const Table& table, const Row& row, std::string_view column, NameKind kind, std::uint32_t index) {
    std::vector<Span> spans;
    std::vector<WordId> ids;
    for (const std::string_view cell : cell_parts(table.cell(row, column))) {
      const bool exact = cell.starts_with('=');
      const bool titled = kind == NameKind::Person && cell.starts_with('~');
      const std::string_view form = cell.substr(exact || titled ? 1 : 0);
      spans.clear();
      ids.clear();
      find_words(form, spans);
      if (spans.empty()) {
        table.fault(diagnostics_, row, column, "an empty form", "remove the '|' too many");
        continue;
      }
      NameReading reading{kind, index, 0, {}, titled};
      for (std::size_t i = 0; i < spans.size(); ++i) {
        const std::string_view word = quote(form, spans[i]);
        if (is_capital(word) && i < 32) reading.capitals |= 1U << i;
        if (exact) reading.printed.emplace_back(word);
        ids.push_back(words_.intern_printed(word));
      }
      add_reading(ids, std::move(reading));
    }
  }

  void add_reading(const std::vector<WordId>& form, NameReading reading) {
    const auto next = static_cast<std::uint32_t>(table_.name_sets.size());
    const std::uint32_t standing = table_.names.add(form, next);
    if (standing == Trie::kNone) {
      table_.name_sets.emplace_back().push_back(std::move(reading));
      return;
    }
    auto& readings = table_.name_sets[standing];
    const bool there = std::any_of(readings.begin(), readings.end(), [&](const NameReading& other) {
      return other.kind == reading.kind && other.index == reading.index && other.capitals == reading.capitals &&
             other.printed == reading.printed;
    });
    if (!there) readings.push_back(std::move(reading));
  }

  void add_role(const Row& row) {
    const Table& table = sources_.roles;
    const std::string name(table.cell(row, "class"));
    const auto known = std::find_if(kClasses.begin(), kClasses.end(), [&](const auto& c) { return c.first == name; });
    if (known == kClasses.end()) {
      std::vector<std::string> names;
      for (const auto& [word, role] : kClasses) names.emplace_back(word);
      table.fault(diagnostics_, row, "class", fmt::format("unknown class '{}'", name), did_you_mean(name, names, ""));
      return;
    }
    const RoleReading reading{known->second, std::string(table.cell(row, "value")), std::string(table.cell(row, "id"))};
    if (!reading.id.empty() && !known_id(table, row, reading.id)) return;
    const bool no_forms = reading.role == RoleClass::Posted || reading.role == RoleClass::Near ||
                          reading.role == RoleClass::NearCapital || reading.role == RoleClass::Vague;
    if (no_forms) {
      table_.organs[reading.role].push_back(reading.value);
      return;
    }
    for (const std::string_view form : cell_parts(table.cell(row, "forms"))) add_role_form(row, form, reading);
  }

  void add_role_form(const Row& row, std::string_view form, const RoleReading& reading) {
    const std::vector<WordId> ids = words_.intern_form(form);
    if (ids.empty()) {
      sources_.roles.fault(diagnostics_, row, "forms", "an empty form", "remove the '|' too many");
      return;
    }
    const auto next = static_cast<std::uint32_t>(table_.role_sets.size());
    const std::uint32_t standing = table_.roles.add(ids, next);
    if (standing == Trie::kNone) table_.role_sets.emplace_back();
    RoleSet& set = table_.role_sets[standing == Trie::kNone ? next : standing];
    if (set.has(reading.role)) {
      sources_.roles.fault(diagnostics_, row, "forms", fmt::format("'{}' stands twice in this class", form),
                           "leave one of the two");
      return;
    }
    set.mask |= std::uint64_t{1} << static_cast<unsigned>(reading.role);
    set.readings.push_back(reading);
  }

  const ActorSources& sources_;
  Vocabulary& words_;
  Diagnostics& diagnostics_;
  ActorTable table_;
};

}  // namespace

bool DayRange::holds(std::optional<Day> day) const {
  if (!day) return true;
  const auto count = std::chrono::sys_days{*day}.time_since_epoch().count();
  return from <= count && count <= to;
}

const RoleReading* RoleSet::find(RoleClass role) const {
  const auto at = std::find_if(readings.begin(), readings.end(), [&](const RoleReading& r) { return r.role == role; });
  return at == readings.end() ? nullptr : &*at;
}

const Actor* ActorTable::find(std::string_view id) const {
  const auto at = by_id.find(id);
  return at == by_id.end() ? nullptr : &actors[at->second];
}

bool ActorTable::lists(RoleClass role, std::string_view organ) const {
  const auto at = organs.find(role);
  return at != organs.end() && std::find(at->second.begin(), at->second.end(), organ) != at->second.end();
}

const std::vector<std::string>& actor_columns() {
  static const std::vector<std::string> columns{"id",       "kind",     "name",  "forms", "adjectives",
                                                "demonyms", "capitals", "organ", "from",  "to"};
  return columns;
}
const std::vector<std::string>& person_columns() {
  static const std::vector<std::string> columns{"name", "forms", "id", "office", "from", "to"};
  return columns;
}
const std::vector<std::string>& trap_columns() {
  static const std::vector<std::string> columns{"form", "reason"};
  return columns;
}
const std::vector<std::string>& role_columns() {
  static const std::vector<std::string> columns{"class", "value", "id", "forms", "note"};
  return columns;
}

ActorTable load_actors(const ActorSources& sources, Vocabulary& words, Diagnostics& diagnostics) {
  return Loader(sources, words, diagnostics).run();
}

}  // namespace coopmine
