// Typed patterns: regular expressions (RE2) over the characters of a sentence, for what has an inner
// grammar: money, dates, durations, numbers, zones of an article.
//
//     define   NUM  \d+(?:[.,]\d+)*
//     pattern  money.code
//       type     money
//       match    (?P<currency>{{CURRENCY_CODE}}) ?(?P<number>{{NUM}})
//       set      order  code-first
//       unless   {{CURRENCY_CODE}} ?{{NUM}} (?:tonnes|km)
//       yes      The loan of EUR 20 was paid.
//       =>       EUR 20
//       no       The EUR 20 km run was fun.
//
// In a regular expression a blank (outside of [...]) stands for any white space, also a line end or a
// no-break space, one or more; so ` ?` is a blank that may be missing and ` +` is never needed.
// `\ ` is one plain space.  Lines that begin with `|` are joined without a blank.  Letters match in both
// cases; `(?-i:...)` takes that back.  \b, \w and \d are ASCII.  `{{NAME}}` is a define or a lexicon
// of the pack, put in as a group of its own.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <re2/re2.h>

#include "base/diagnostics.h"
#include "base/span.h"
#include "rulepack/lazy_regex.h"
#include "rulepack/pattern_gate.h"
#include "rulepack/pattern_needs.h"
#include "rulepack/pattern_search.h"
#include "rulepack/rules_file.h"
#include "rulepack/tsv.h"

namespace coopmine {

// The names that {{...}} may use.  Defines come from `.rules` files, lexicons from tables; a loader
// may add its own with add_words().
class PatternNames {
 public:
  // A piece of a regular expression; the value is expanded when it is used.
  void add(const RulesFile& file, const RuleDefine& define, Diagnostics& diagnostics);
  // An alternation of words, quoted, longest first, blanks as any white space, ' as any apostrophe.
  // Later words of the same name are added to the earlier ones.
  void add_words(const std::string& name, const std::vector<std::string>& words);
  // `lexicon NAME TABLE COLUMN [COLUMN=VALUE ...]` over the tables read, cells cut at `|`.
  void add_lexicon(const RulesFile& file, const RuleEntry& entry, const std::vector<Table>& tables,
                   Diagnostics& diagnostics);
  // `value` as a regular expression for RE2, all names put in; faults point into the value.
  [[nodiscard]] std::string expand(const RulesFile& file, const RuleValue& value,
                                   Diagnostics& diagnostics) const;
  // Defines and lexicons of the files that no expand() has asked for, those of files in `only`.
  void report_unused(const std::set<const RulesFile*>& only, Diagnostics& diagnostics) const;

 private:
  struct Name {
    const RulesFile* file = nullptr;  // null: add_words()
    RuleValue where;
    std::optional<RuleValue> value;   // a define
    std::vector<std::string> words;   // a lexicon
  };
  struct Expansion;
  void put(const std::string& name, Name entry, Diagnostics& diagnostics);
  std::map<std::string, Name> names_;
  mutable std::set<std::string> used_;  // while the pack is loaded, by one thread
};

// A match of one pattern.  Views point into the text that was searched; it must outlive the match.
class PatternMatch {
 public:
  PatternMatch(std::string_view text, const re2::RE2& regex, std::vector<re2::StringPiece> groups);
  [[nodiscard]] Span span() const { return span_of(0); }  // bytes of the text searched
  // The words of a named group; empty when it took no part in the match or the pattern has none.
  [[nodiscard]] std::string_view group(const std::string& name) const;
  [[nodiscard]] std::optional<Span> group_span(const std::string& name) const;

 private:
  [[nodiscard]] Span span_of(std::size_t index) const;
  [[nodiscard]] std::optional<std::size_t> index_of(const std::string& name) const;
  std::string_view text_;
  const re2::RE2* regex_;
  std::vector<re2::StringPiece> groups_;
};

// How the regular expressions of patterns are read.
[[nodiscard]] re2::RE2::Options pattern_options();

// What a typed pattern is compiled from: its block, and those of its lines that count.
struct PatternSource {
  PatternSource(const RulesFile& rules, const RuleBlock& rule_block)
      : file(rules), block(rule_block), matches(block.all(RuleKey::Match)), unless(block.all(RuleKey::Unless)) {}
  const RulesFile& file;
  const RuleBlock& block;
  std::vector<const RuleValue*> matches;
  std::vector<const RuleValue*> unless;
};

// Whether faults of regular expressions are looked for at once, or each is compiled when it is first used,
// when a fault is thrown as std::runtime_error.
enum class CompileRegexes : std::uint8_t { Now, WhenUsed };

// One block `pattern`.  Immutable, may be used by several threads at once.
class TypedPattern {
 public:
  TypedPattern(const PatternSource& source, const PatternNames& names, CompileRegexes when, Diagnostics& diagnostics);

  [[nodiscard]] const std::string& id() const { return id_; }      // "money.symbol"
  [[nodiscard]] const std::string& type() const { return type_; }  // "money"
  [[nodiscard]] const std::string& file() const { return file_; }
  [[nodiscard]] int line() const { return line_; }
  // The value of `set NAME VALUE`; "" when it is not set.
  [[nodiscard]] const std::string& constant(const std::string& name) const;
  [[nodiscard]] const std::map<std::string, std::string>& constants() const { return constants_; }
  // Of `set needs`.
  [[nodiscard]] Needs needs() const { return needs_; }

  // The match that begins at byte `at` of `text` (a sentence or block: ^, $ and \b look at its ends),
  // by the first `match` line that has one and that no `unless` forbids.
  [[nodiscard]] std::optional<PatternMatch> match_at(std::string_view text, std::size_t at) const;
  // The leftmost such match that begins at `from` or later; of the `match` lines in `lines` (bit i: line i).
  [[nodiscard]] std::optional<PatternMatch> find(std::string_view text, std::size_t from = 0,
                                                 std::uint32_t lines = kAllLines) const;
  static constexpr std::uint32_t kAllLines = ~std::uint32_t{0};
  static constexpr std::size_t kMaxLines = 32;
  // Whether an `unless` matches words that share a byte with `span`.
  [[nodiscard]] bool forbidden(std::string_view text, Span span) const;

  using Regexes = std::vector<std::shared_ptr<const LazyRegex>>;
  // The `match` lines.
  [[nodiscard]] const Regexes& matches() const { return matches_; }

 private:
  [[nodiscard]] Regexes compile(const RulesFile& file, const std::vector<const RuleValue*>& values, const PatternNames& names,
                                CompileRegexes when, Diagnostics& diagnostics) const;
  std::string id_, type_, file_;
  int line_ = 0;
  std::map<std::string, std::string> constants_;
  Needs needs_ = 0;
  Regexes matches_, unless_;
};

// All typed patterns of a pack, by type, in file order.
class TypedPatternSet {
 public:
  // Compiles the block and keeps it.  A block with the id of one that stands replaces it where it is.
  void add(const PatternSource& source, const PatternNames& names, Diagnostics& diagnostics,
           CompileRegexes when = CompileRegexes::Now);
  // The patterns of a type in file order; empty when there are none.  `for (const TypedPattern& p : *)`
  [[nodiscard]] const std::deque<TypedPattern>& of(const std::string& type) const;
  [[nodiscard]] const TypedPattern* find(const std::string& id) const;
  [[nodiscard]] std::size_t size() const;
  // Takes the pattern of this id out; false when there is none.
  bool remove(const std::string& id);
  // The gate before the patterns of a type, made when it is first asked for (by any thread); valid
  // until the set changes.
  [[nodiscard]] const PatternGate& gate(const std::string& type) const;
  // The same for the search in running text.
  [[nodiscard]] const PatternSearch& search(const std::string& type) const;

 private:
  struct Gates {
    std::mutex mutex;
    std::map<std::string, PatternGate> by_type;
    std::map<std::string, PatternSearch> searches;
  };
  std::map<std::string, std::deque<TypedPattern>> by_type_;
  std::shared_ptr<Gates> gates_ = std::make_shared<Gates>();  // of these patterns; shared by copies
};

}  // namespace coopmine
