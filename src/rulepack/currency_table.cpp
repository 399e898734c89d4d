#include "rulepack/currency_table.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/utf8.h"

namespace coopmine {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// A letter or digit; bytes of UTF-8 beyond ASCII count as letters where `wide` says so.
bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

std::optional<int> year_of(std::string_view cell, int if_empty) {
  if (cell.empty()) return if_empty;
  int value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc{} || end != cell.data() + cell.size()) return std::nullopt;
  if (value < 1000 || value > 9999) return std::nullopt;
  return value;
}

bool is_code(std::string_view cell) {
  return cell.size() == 3 && std::all_of(cell.begin(), cell.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

struct Use {
  bool name = false;
  bool weak = false;
};

std::optional<Use> use_of(std::string_view cell) {
  if (cell == "name") return Use{true, false};
  if (cell == "weak-name") return Use{true, true};
  if (cell == "sign" || cell == "code") return Use{false, false};
  if (cell == "weak-sign" || cell == "weak-code") return Use{false, true};
  return std::nullopt;
}

// Folded, white space as one space each.
std::string normal_name(std::string_view form) {
  std::string spaced;
  for (const char c : form) {
    if (!is_space(c)) {
      spaced += c;
    } else if (!spaced.empty() && spaced.back() != ' ') {
      spaced += ' ';
    }
  }
  return fold(spaced);
}

std::string without_spaces(std::string_view form) {
  std::string packed;
  for (const char c : form)
    if (!is_space(c)) packed += c;
  return packed;
}

std::vector<std::string> all_forms(const Table& table, const Row& row) {
  std::vector<std::string> forms = split_cell(table.cell(row, "forms"));
  const std::vector<std::string> adjectives = split_cell(table.cell(row, "adjectives"));
  if (adjectives.empty()) return forms;
  std::vector<std::string> joined;
  for (const std::string& adjective : adjectives)
    for (const std::string& form : forms) joined.push_back(adjective + " " + form);
  return joined;
}

std::optional<CurrencySense> sense_of(const Table& table, const Row& row, Vocabulary& words,
                                      Diagnostics& diagnostics) {
  CurrencySense sense;
  sense.code = table.cell(row, "code");
  if (!is_code(sense.code)) {
    table.fault(diagnostics, row, "code", "'" + sense.code + "' is no ISO 4217 code",
                "three capital letters");
    return std::nullopt;
  }
  const std::optional<int> from = year_of(table.cell(row, "from"), 0);
  const std::optional<int> until = year_of(table.cell(row, "until"), 9999);
  if (!from || !until) {
    table.fault(diagnostics, row, from ? "until" : "from", "not a year", "four figures, or nothing");
    return std::nullopt;
  }
  sense.from = *from;
  sense.until = *until;
  for (const std::string& word : split_cell(table.cell(row, "near")))
    sense.near.push_back(words.intern(fold(word)));
  return sense;
}

}  // namespace

CurrencyForm CurrencyTable::name_at_start(std::string_view text) const {
  CurrencyForm best;
  std::string packed;
  std::size_t at = 0;
  std::string name;
  while (at < text.size() && name.size() <= longest_name_) {
    const bool space = is_space(text[at]);
    if (space && (name.empty() || name.back() == ' ')) {
      if (name.empty()) return best;
      ++at;
      continue;
    }
    const CodePoint point = code_point_at(text, at);
    name += space ? std::string(" ") : std::string(text.substr(at, point.bytes));
    if (!space) packed += text.substr(at, point.bytes);
    at += space ? 1 : point.bytes;
    if (space || (at < text.size() && is_word_byte(text[at]) && is_word_byte(text[at - 1]))) continue;
    if (at < text.size() && static_cast<unsigned char>(text[at]) >= 0xC3 && is_word_byte(text[at - 1]) &&
        static_cast<unsigned char>(text[at]) <= 0xCD)
      continue;  // a Latin letter goes on
    const auto named = names_.find(fold(name));
    if (named != names_.end()) best = {at, &named->second};
    const auto signed_ = signs_.find(packed);
    if (signed_ != signs_.end()) best = {at, &signed_->second};
  }
  return best;
}

CurrencyForm CurrencyTable::sign_at_end(std::string_view text) const {
  CurrencyForm best;
  std::string packed;
  for (std::size_t at = text.size(); at > 0 && packed.size() <= longest_sign_;) {
    --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    if (is_space(text[at])) continue;
    const CodePoint point = code_point_at(text, at);
    packed.insert(0, text.substr(at, point.bytes));
    if (at > 0 && is_word_byte(text[at - 1]) && is_word_byte(text[at])) continue;
    const auto found = signs_.find(packed);
    if (found != signs_.end()) best = {text.size() - at, &found->second};
  }
  return best;
}

void CurrencyTable::add_cue(const std::string& form, bool name, Vocabulary& words) {
  bool has_symbol = false;
  for (std::size_t at = 0; at < form.size();) {
    const CodePoint point = code_point_at(form, at);
    const bool mark = point.value < 0x80 && !is_word_byte(form[at]) && form[at] != '$';
    const bool latin = point.value >= 0xC0 && point.value < 0x250;
    if (!mark && !latin && !(point.value < 0x80 && is_word_byte(form[at]))) {
      symbol_bytes_[static_cast<unsigned char>(form[at])] = true;
      has_symbol = true;
    }
    at += point.bytes;
  }
  if (has_symbol) return;
  const std::vector<WordId> ids = words.intern_form(form);
  const auto last = std::find_if(ids.rbegin(), ids.rend(), [&](WordId id) { return is_word_byte(words.word(id).front()); });
  if (last == ids.rend()) return;
  if (cues_.size() <= *last) cues_.resize(*last + 1U, Cue::None);
  if (cues_[*last] != Cue::Name) cues_[*last] = name ? Cue::Name : Cue::Sign;
}

CurrencyTable load_currencies(const Table& table, Vocabulary& words, Diagnostics& diagnostics) {
  CurrencyTable result;
  for (const Row& row : table.rows) {
    const std::optional<Use> use = use_of(table.cell(row, "use"));
    if (!use) {
      const std::string near = nearest(table.cell(row, "use"),
                                       {"name", "weak-name", "sign", "weak-sign", "code", "weak-code"});
      table.fault(diagnostics, row, "use", "unknown use '" + std::string(table.cell(row, "use")) + "'",
                  near.empty() ? "" : "did you mean '" + near + "'?");
      continue;
    }
    std::optional<CurrencySense> sense = sense_of(table, row, words, diagnostics);
    if (!sense) continue;
    sense->name = use->name;
    sense->weak = use->weak;
    const std::vector<std::string> forms = all_forms(table, row);
    if (forms.empty()) table.fault(diagnostics, row, "forms", "no forms", "write at least one");
    ++result.codes_[sense->code];
    for (const std::string& form : split_cell(table.cell(row, "forms"))) result.add_cue(form, use->name, words);
    for (const std::string& form : forms) {
      const std::string key = use->name ? normal_name(form) : without_spaces(form);
      (use->name ? result.names_ : result.signs_)[key].push_back(*sense);
      std::size_t& longest = use->name ? result.longest_name_ : result.longest_sign_;
      longest = std::max(longest, key.size());
    }
  }
  return result;
}

}  // namespace coopmine
