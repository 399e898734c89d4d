#include "rulepack/pattern.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/utf8.h"

namespace coopmine {
namespace {

constexpr std::int64_t kMaxMemory = 384 << 10;  // of one compiled pattern, DFA included
constexpr int kMaxGroups = 31;                // of one regular expression
constexpr std::size_t kGuardReach = 96;       // bytes an `unless` looks to either side
constexpr std::string_view kSpace = R"([\s\x{A0}\x{2000}-\x{200A}\x{202F}]+)";
constexpr std::string_view kApostrophe = R"(['\x{2019}])";

// A word of a table as a piece of a regular expression.
std::string quoted(std::string_view word) {
  std::string out;
  std::size_t from = 0;
  auto flush = [&](std::size_t to) {
    out += re2::RE2::QuoteMeta(re2::StringPiece(word.data() + from, to - from));
  };
  for (std::size_t at = 0; at < word.size(); ++at) {
    if (word[at] != ' ' && word[at] != '\'') continue;
    flush(at);
    out += word[at] == ' ' ? kSpace : kApostrophe;
    from = at + 1;
  }
  flush(word.size());
  return out;
}

std::string alternation(std::vector<std::string> words) {
  std::sort(words.begin(), words.end(), [](const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
  words.erase(std::unique(words.begin(), words.end()), words.end());
  std::string out = "(?:";
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += '|';
    out += quoted(words[i]);
  }
  return out + ")";
}

bool is_name(std::string_view name) {
  return !name.empty() && name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") ==
                              std::string_view::npos;
}

// Reports what is wrong with the expression of `value`.
bool is_sound(const RulesFile& file, const RuleValue& value, const re2::RE2& regex, Diagnostics& diagnostics) {
  if (!regex.ok()) {
    const RuleValue joined = value.without_joints();
    const std::size_t at = joined.text.find(regex.error_arg());
    file.fault(diagnostics, joined, at == std::string::npos ? 0 : at, fmt::format("regular expression: {}", regex.error()));
    return false;
  }
  if (regex.NumberOfCapturingGroups() <= kMaxGroups) return true;
  file.fault(diagnostics, value, 0, fmt::format("more than {} groups", kMaxGroups),
             "write (?:...) for those that need no name");
  return false;
}

std::optional<PatternMatch> match_of(const LazyRegex& lazy, std::string_view text, std::size_t from, bool anchored) {
  const re2::RE2& regex = lazy.get();
  // Most tries fail: memory is asked for only when one does not.
  std::array<re2::StringPiece, kMaxGroups + 1> groups;
  const int count = std::min(regex.NumberOfCapturingGroups(), kMaxGroups) + 1;
  const auto anchor = anchored ? re2::RE2::ANCHOR_START : re2::RE2::UNANCHORED;
  if (!regex.Match(text, from, text.size(), anchor, groups.data(), count)) return std::nullopt;
  return PatternMatch(text, regex, {groups.begin(), groups.begin() + count});
}

}  // namespace

re2::RE2::Options pattern_options() {
  re2::RE2::Options options;
  options.set_case_sensitive(false);
  options.set_encoding(re2::RE2::Options::EncodingUTF8);
  options.set_longest_match(false);
  options.set_log_errors(false);
  options.set_max_mem(kMaxMemory);
  return options;
}

// One expand(): the value it began with, for the places of faults, and the names being put in.
struct PatternNames::Expansion {
  const PatternNames& names;
  const RulesFile& file;
  const RuleValue& value;  // joined
  Diagnostics& diagnostics;
  std::vector<std::string> open;

  // `text` with names put in and blanks opened up.  `at` is the place in `value` that faults show
  // when they lie within a define.
  std::string run(std::string_view text, std::optional<std::size_t> fixed_place) {
    std::string out;
    bool in_class = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
      const char c = text[at];
      if (c == '\\' && at + 1 < text.size()) {
        out += c;
        out += text[++at];
      } else if (in_class) {
        in_class = c != ']';
        out += c;
      } else if (c == '[') {
        in_class = true;
        out += c;
        // A ']' that comes first is a member of the class.
        if (at + 1 < text.size() && text[at + 1] == '^') out += text[++at];
        if (at + 1 < text.size() && text[at + 1] == ']') out += text[++at];
      } else if (c == ' ') {
        while (at + 1 < text.size() && text[at + 1] == ' ') ++at;
        const bool counted = at + 1 < text.size() && std::string_view("?*+{").find(text[at + 1]) !=
                                                         std::string_view::npos;
        out += counted ? fmt::format("(?:{})", kSpace) : std::string(kSpace);
      } else if (text.substr(at, 2) == "{{") {
        at = put_name(text, at, fixed_place, out);
      } else {
        out += c;
      }
    }
    return out;
  }

  // Puts in the name that begins at `at`; returns the offset of its last byte.
  std::size_t put_name(std::string_view text, std::size_t at, std::optional<std::size_t> fixed_place,
                       std::string& out) {
    const std::size_t place = fixed_place.value_or(at);
    const std::size_t end = text.find("}}", at);
    if (end == std::string_view::npos) {
      file.fault(diagnostics, value, place, "'{{' without '}}'");
      return text.size();
    }
    const std::string name(text.substr(at + 2, end - at - 2));
    const auto found = names.names_.find(name);
    names.used_.insert(name);
    if (found == names.names_.end()) {
      std::vector<std::string> known;
      for (const auto& [word, entry] : names.names_) known.push_back(word);
      const std::string meant = nearest(name, known);
      file.fault(diagnostics, value, place, fmt::format("'{{{{{}}}}}' is not defined", name),
                 meant.empty() ? "add a 'define' or a 'lexicon' of that name"
                               : fmt::format("did you mean '{}'?", meant));
    } else if (std::find(open.begin(), open.end(), name) != open.end()) {
      file.fault(diagnostics, value, place, fmt::format("'{{{{{}}}}}' is defined by itself", name));
    } else if (found->second.value) {
      open.push_back(name);
      out += "(?:" + run(found->second.value->text, place) + ")";
      open.pop_back();
    } else {
      out += alternation(found->second.words);
    }
    return end + 1;
  }
};

void PatternNames::put(const std::string& name, Name entry, Diagnostics& diagnostics) {
  if (!is_name(name)) {
    entry.file->fault(diagnostics, entry.where, 0, fmt::format("'{}' is no name", name),
                      "a name is made of capitals, digits and '_'");
  } else if (const auto found = names_.find(name); found != names_.end() && found->second.file) {
    if (found->second.file->file == entry.file->file) {
      entry.file->fault(diagnostics, entry.where, 0, fmt::format("'{}' is defined twice", name));
    } else {
      found->second = std::move(entry);  // a pack that extends another replaces its names
    }
  } else {
    names_[name] = std::move(entry);
  }
}

void PatternNames::add(const RulesFile& file, const RuleDefine& define, Diagnostics& diagnostics) {
  put(define.name.text, {&file, define.name, define.value.without_joints(), {}}, diagnostics);
}

void PatternNames::add_words(const std::string& name, const std::vector<std::string>& words) {
  Name& entry = names_[name];
  entry.words.insert(entry.words.end(), words.begin(), words.end());
}

void PatternNames::add_lexicon(const RulesFile& file, const RuleEntry& entry,
                               const std::vector<Table>& tables, Diagnostics& diagnostics) {
  std::vector<std::string> parts;
  for (std::string& part : split_cell(entry.value.text, ' ')) {
    if (!part.empty()) parts.push_back(std::move(part));
  }
  if (parts.size() < 3) {
    file.fault(diagnostics, entry.value, 0, "'lexicon' wants a name, a table and a column",
               "write: lexicon NAME TABLE COLUMN [COLUMN=VALUE ...]");
    return;
  }
  auto at = [&](const std::string& part) { return entry.value.text.find(part); };
  const auto table = std::find_if(tables.begin(), tables.end(), [&](const Table& candidate) {
    return candidate.file == parts[1] || candidate.file.ends_with("/" + parts[1]);
  });
  if (table == tables.end()) {
    std::vector<std::string> names;
    for (const Table& candidate : tables) names.push_back(candidate.file.substr(candidate.file.rfind('/') + 1));
    file.fault(diagnostics, entry.value, at(parts[1]), fmt::format("there is no table '{}'", parts[1]), did_you_mean(parts[1], names, ""));
    return;
  }
  std::vector<std::pair<std::string, std::string>> wanted;
  std::vector<std::string> columns{parts[2]};
  for (std::size_t i = 3; i < parts.size(); ++i) {
    const std::size_t equal = std::min(parts[i].find('='), parts[i].size());
    columns.push_back(parts[i].substr(0, equal));
    wanted.emplace_back(columns.back(), parts[i].substr(std::min(equal + 1, parts[i].size())));
  }
  for (const std::string& column : columns) {
    if (table->column(column) >= 0) continue;
    const std::string meant = nearest(column, table->columns);
    file.fault(diagnostics, entry.value, at(column),
               fmt::format("table '{}' has no column '{}'", parts[1], column),
               meant.empty() ? std::string() : fmt::format("did you mean '{}'?", meant));
    return;
  }
  Name name{&file, entry.value, std::nullopt, {}};
  for (const Row& row : table->rows) {
    const bool fits = std::all_of(wanted.begin(), wanted.end(), [&](const auto& pair) {
      return table->cell(row, pair.first) == pair.second;
    });
    if (!fits) continue;
    for (const std::string& word : split_cell(table->cell(row, parts[2]))) {
      if (!word.empty()) name.words.push_back(word);
    }
  }
  if (name.words.empty()) {
    file.fault(diagnostics, entry.value, 0, fmt::format("lexicon '{}' has no words", parts[0]));
    return;
  }
  put(parts[0], std::move(name), diagnostics);
}

std::string PatternNames::expand(const RulesFile& file, const RuleValue& value,
                                 Diagnostics& diagnostics) const {
  const RuleValue joined = value.without_joints();
  return Expansion{*this, file, joined, diagnostics, {}}.run(joined.text, std::nullopt);
}

void PatternNames::report_unused(const std::set<const RulesFile*>& only,
                                 Diagnostics& diagnostics) const {
  for (const auto& [name, entry] : names_) {
    if (!only.contains(entry.file) || used_.contains(name)) continue;
    entry.file->fault(diagnostics, entry.where, 0, fmt::format("'{}' is defined but not used", name),
                      "remove it");
  }
}

PatternMatch::PatternMatch(std::string_view text, const re2::RE2& regex,
                           std::vector<re2::StringPiece> groups)
    : text_(text), regex_(&regex), groups_(std::move(groups)) {}

Span PatternMatch::span_of(std::size_t index) const {
  const auto begin = static_cast<std::uint32_t>(groups_[index].data() - text_.data());
  return {begin, begin + static_cast<std::uint32_t>(groups_[index].size())};
}

std::optional<std::size_t> PatternMatch::index_of(const std::string& name) const {
  const auto& groups = regex_->NamedCapturingGroups();
  const auto found = groups.find(name);
  if (found == groups.end()) return std::nullopt;
  const auto index = static_cast<std::size_t>(found->second);
  if (groups_[index].data() == nullptr) return std::nullopt;
  return index;
}

std::string_view PatternMatch::group(const std::string& name) const {
  const auto index = index_of(name);
  return index ? std::string_view(groups_[*index].data(), groups_[*index].size()) : std::string_view();
}

std::optional<Span> PatternMatch::group_span(const std::string& name) const {
  const auto index = index_of(name);
  if (!index) return std::nullopt;
  return span_of(*index);
}

TypedPattern::TypedPattern(const PatternSource& source, const PatternNames& names, CompileRegexes when,
                           Diagnostics& diagnostics)
    : id_(source.block.id.text), file_(source.file.file), line_(source.block.id.line()) {
  if (const RuleValue* type = source.block.first(RuleKey::Type)) type_ = type->text;
  for (RuleSetting& setting : source.block.settings()) {
    constants_[std::move(setting.name)] = std::move(setting.value);
  }
  needs_ = needs_named(constant("needs"));
  if (source.matches.size() > kMaxLines)
    source.file.fault(diagnostics, *source.matches.back(), 0, fmt::format("more than {} lines 'match'", kMaxLines), "make two patterns of it");
  matches_ = compile(source.file, source.matches, names, when, diagnostics);
  unless_ = compile(source.file, source.unless, names, when, diagnostics);
}

TypedPattern::Regexes TypedPattern::compile(const RulesFile& file, const std::vector<const RuleValue*>& values,
                                            const PatternNames& names, CompileRegexes when,
                                            Diagnostics& diagnostics) const {
  Regexes regexes;
  for (const RuleValue* value : values) {
    const std::size_t before = diagnostics.errors().size();
    std::string text = names.expand(file, *value, diagnostics);
    if (diagnostics.errors().size() > before) continue;
    auto regex = std::make_shared<const LazyRegex>(std::move(text), pattern_options(), fmt::format("{}:{}", file_, value->line()));
    if (when == CompileRegexes::Now && !is_sound(file, *value, regex->compiled(), diagnostics)) continue;
    regexes.push_back(std::move(regex));
  }
  return regexes;
}

const std::string& TypedPattern::constant(const std::string& name) const {
  static const std::string none;
  const auto found = constants_.find(name);
  return found == constants_.end() ? none : found->second;
}

std::optional<PatternMatch> TypedPattern::match_at(std::string_view text, std::size_t at) const {
  for (const auto& regex : matches_) {
    auto match = match_of(*regex, text, at, true);
    if (match && !forbidden(text, match->span())) return match;
  }
  return std::nullopt;
}

std::optional<PatternMatch> TypedPattern::find(std::string_view text, std::size_t from, std::uint32_t lines) const {
  std::optional<PatternMatch> best;
  for (std::size_t line = 0; line < matches_.size(); ++line) {
    if (((lines >> line) & 1U) == 0) continue;
    std::size_t at = from;
    while (at <= text.size()) {
      auto match = match_of(*matches_[line], text, at, false);
      if (!match || (best && match->span().begin >= best->span().begin)) break;
      if (!forbidden(text, match->span())) {
        best = std::move(match);
        break;
      }
      at = match->span().begin;
      at += at < text.size() ? code_point_at(text, at).bytes : 1;
    }
  }
  return best;
}

bool TypedPattern::forbidden(std::string_view text, Span span) const {
  if (unless_.empty()) return false;
  auto inside = [&](std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
  };
  std::size_t first = span.begin > kGuardReach ? span.begin - kGuardReach : 0;
  while (inside(first)) ++first;
  std::size_t last = std::min<std::size_t>(text.size(), span.end + kGuardReach);
  while (inside(last)) --last;
  for (const auto& regex : unless_) {
    for (std::size_t at = first; at < span.end;) {
      re2::StringPiece hit;
      if (!regex->get().Match(text, at, last, re2::RE2::UNANCHORED, &hit, 1)) break;
      const auto begin = static_cast<std::size_t>(hit.data() - text.data());
      if (begin >= span.end) break;
      if (begin + hit.size() > span.begin) return true;
      at = begin + code_point_at(text, begin).bytes;
    }
  }
  return false;
}

void TypedPatternSet::add(const PatternSource& source, const PatternNames& names,
                          Diagnostics& diagnostics, CompileRegexes when) {
  gates_ = std::make_shared<Gates>();
  TypedPattern pattern(source, names, when, diagnostics);
  for (auto& [type, patterns] : by_type_) {
    for (TypedPattern& standing : patterns) {
      if (standing.id() != pattern.id() || type != pattern.type()) continue;
      standing = std::move(pattern);
      return;
    }
  }
  by_type_[pattern.type()].push_back(std::move(pattern));
}

const std::deque<TypedPattern>& TypedPatternSet::of(const std::string& type) const {
  static const std::deque<TypedPattern> none;
  const auto found = by_type_.find(type);
  return found == by_type_.end() ? none : found->second;
}

const TypedPattern* TypedPatternSet::find(const std::string& id) const {
  for (const auto& [type, patterns] : by_type_) {
    for (const TypedPattern& pattern : patterns) {
      if (pattern.id() == id) return &pattern;
    }
  }
  return nullptr;
}

bool TypedPatternSet::remove(const std::string& id) {
  gates_ = std::make_shared<Gates>();
  for (auto& [type, patterns] : by_type_) {
    if (std::erase_if(patterns, [&](const TypedPattern& pattern) { return pattern.id() == id; }) > 0) {
      return true;
    }
  }
  return false;
}

const PatternGate& TypedPatternSet::gate(const std::string& type) const {
  const std::lock_guard lock(gates_->mutex);
  return gates_->by_type.try_emplace(type, of(type)).first->second;
}

const PatternSearch& TypedPatternSet::search(const std::string& type) const {
  const std::lock_guard lock(gates_->mutex);
  return gates_->searches.try_emplace(type, of(type)).first->second;
}

std::size_t TypedPatternSet::size() const {
  std::size_t size = 0;
  for (const auto& [type, patterns] : by_type_) size += patterns.size();
  return size;
}

}  // namespace coopmine
