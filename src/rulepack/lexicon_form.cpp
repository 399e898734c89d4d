#include "rulepack/lexicon_form.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/span.h"

namespace coopmine {
namespace {

constexpr std::size_t kMostOptions = 4;

bool fits(std::string_view text, std::span<const Token> tokens, const std::vector<std::string>& printed) {
  if (printed.size() != tokens.size()) return false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (quote(text, tokens[i].span) != printed[i]) return false;
  }
  return true;
}

std::vector<std::string> printed_words(std::string_view form) {
  std::vector<Span> spans;
  find_words(form, spans);
  std::vector<std::string> words;
  for (const Span span : spans) words.emplace_back(quote(form, span));
  return words;
}

// The form with its hyphens, and without them when it has any between letters.
std::vector<std::string> with_spaces(const std::string& form) {
  std::vector<std::string> both{form};
  std::string spaced = form;
  for (std::size_t i = 1; i + 1 < spaced.size(); ++i) {
    if (spaced[i] == '-') spaced[i] = ' ';
  }
  if (spaced != form) both.push_back(std::move(spaced));
  return both;
}

}  // namespace

std::vector<std::string> expand_form(std::string_view cell) {
  if (!cell.empty() && cell.front() == '=') cell.remove_prefix(1);
  std::vector<std::string> forms{std::string()};
  std::size_t options = 0;
  while (!cell.empty()) {
    const std::size_t open = cell.find_first_of("()");
    for (std::string& form : forms) form += cell.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t close = cell.find_first_of("()", open + 1);
    if (cell[open] != '(' || close == std::string_view::npos || cell[close] != ')' || ++options > kMostOptions) {
      return {};
    }
    const std::string_view option = cell.substr(open + 1, close - open - 1);
    const std::size_t count = forms.size();
    for (std::size_t i = 0; i < count; ++i) forms.push_back(forms[i] + std::string(option));
    cell.remove_prefix(close + 1);
  }
  return forms;
}

void FormLexicon::add(const Table& table, const Row& row, std::uint32_t payload, Vocabulary& words,
                      Diagnostics& diagnostics) {
  const std::string_view cell = table.cell(row, "form");
  const std::vector<std::string> forms = expand_form(cell);
  if (forms.empty()) {
    table.fault(diagnostics, row, "form", "brackets that don't pair",
                fmt::format("write at most {} plain pairs: program(me)(s)", kMostOptions));
    return;
  }
  const bool exact = cell.starts_with('=');
  for (const std::string& form : forms) {
    for (const std::string& variant : with_spaces(form)) {
      add_one(table, row, variant, exact, {payload, {}, row.source, row.line}, words, diagnostics);
    }
  }
}

void FormLexicon::add_one(const Table& table, const Row& row, const std::string& form, bool exact, Entry entry,
                          Vocabulary& words, Diagnostics& diagnostics) {
  const std::vector<WordId> ids = words.intern_form(form);
  if (ids.empty()) {
    table.fault(diagnostics, row, "form", "there is no word in it", "write the words of the term");
    return;
  }
  if (exact) entry.printed = printed_words(form);
  const std::uint32_t standing = trie_.add(ids, static_cast<std::uint32_t>(entries_.size()));
  if (standing == Trie::kNone) {
    entries_.push_back(std::move(entry));
    return;
  }
  Entry& other = entries_[standing];
  if (other.source == entry.source && other.line != entry.line) {
    table.fault(diagnostics, row, "form", fmt::format("'{}' stands twice", form),
                fmt::format("line {} has it, too", other.line));
    return;
  }
  if (other.source != entry.source) other = std::move(entry);
}

FormLexicon::Match FormLexicon::longest(std::string_view text, std::span<const Token> tokens, std::size_t at,
                                        std::size_t last, bool exact) const {
  while (last > at) {
    const Trie::Match match = trie_.longest(tokens, at, last);
    if (match.length == 0) return {};
    const Entry& entry = entries_[match.payload];
    if (entry.printed.empty() || (exact && fits(text, tokens.subspan(at, match.length), entry.printed))) {
      return {entry.payload, match.length};
    }
    last = at + match.length - 1;
  }
  return {};
}

bool in_capitals(std::span<const Token> sentence) {
  std::size_t capitals = 0;
  for (const Token& token : sentence) {
    if (token.kind != TokenKind::Word || token.span.size() < 2) continue;
    if (!token.all_caps) return false;
    ++capitals;
  }
  return capitals > 0;
}

}  // namespace coopmine
