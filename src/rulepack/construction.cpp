// One byte a unit: fixed letters for the kinds of units, 0x80.. for the words that patterns name.
#include "rulepack/construction.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace coopmine {
namespace {

struct Atom {
  std::string_view name;
  std::string_view symbols;  // the bytes it stands for
};

// clang-format off
constexpr std::array kAtoms{
    Atom{"ACTORS", "A"}, Atom{"MODIFIER", "m"}, Atom{"PLACE", "P"}, Atom{"VERB", "VIGT"}, Atom{"FINITE", "V"},
    Atom{"INFINITIVE", "I"}, Atom{"GERUND", "G"}, Atom{"PARTICIPLE", "T"}, Atom{"NOUN", "N"},
    Atom{"MONEY", "M"}, Atom{"DATE", "D"}, Atom{"DURATION", "U"}, Atom{"NUMBER", "n"}, Atom{"WORD", "w"},
    Atom{"ADVERB", "a"}, Atom{"DETERMINER", "d"}, Atom{"RELATIVE", "r"}, Atom{"SUBORDINATOR", "s"},
    Atom{"COMMA", ","}, Atom{"SEMICOLON", ";"}, Atom{"COLON", ":"}, Atom{"DASH", "_"}, Atom{"QUOTE", "q"},
    Atom{"OPEN", "o"}, Atom{"CLOSE", "c"}, Atom{"HYPHEN", "h"}};
constexpr std::array kAnchors{
    Atom{"@active", "1"}, Atom{"@passive", "2"}, Atom{"@gerund", "3"}, Atom{"@noun", "4"},
    Atom{"@verb", "123"}, Atom{"@any", "1234"}};
// clang-format on
constexpr std::string_view kGap = "mPNMDUnwadhqr";     // and every named word
constexpr std::string_view kWideGap = "AmPVIGTNMDUnwadrs,_qoch";
constexpr std::string_view kAnchorSymbols = "1234";
constexpr unsigned char kFirstWord = 0x80;

// A piece of a pattern: where it stands in the RE2 pattern, and how it is written.
struct PatternPiece {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text;
};

void append_class(std::string& out, std::string_view symbols, bool words) {
  out += '[';
  for (const char symbol : symbols) {
    if (symbol == '^' || symbol == ']' || symbol == '\\' || symbol == '-') out += '\\';
    out += symbol;
  }
  if (words) out += "\\x80-\\xff";
  out += ']';
}

}  // namespace

struct ConstructionSet::Impl {
  struct Rule {
    ConstructionSource source;
    std::string regex;
    std::vector<PatternPiece> pieces;
    std::vector<std::string> unless;
    mutable std::once_flag once;
    mutable std::unique_ptr<re2::RE2> compiled;
    mutable std::vector<std::unique_ptr<re2::RE2>> guards;
  };

  std::vector<std::unique_ptr<Rule>> rules;
  std::unique_ptr<re2::RE2::Set> set;
  std::unordered_map<WordId, unsigned char> word_symbols;
  std::vector<std::string> named_words;  // symbol - kFirstWord -> word
  std::vector<std::uint32_t> class_bits;  // WordId -> WordClass bits (copied from the trigger table)

  static re2::RE2::Options options() {
    re2::RE2::Options options;
    options.set_encoding(re2::RE2::Options::EncodingLatin1);
    options.set_log_errors(false);
    options.set_max_mem(std::int64_t{4} << 20);
    return options;
  }

  void prepare(const Rule& rule) const {
    std::call_once(rule.once, [&] {
      rule.compiled = std::make_unique<re2::RE2>(rule.regex, options());
      for (const std::string& guard : rule.unless)
        rule.guards.push_back(std::make_unique<re2::RE2>(guard, options()));
    });
  }

  [[nodiscard]] bool is(WordId word, WordClass cls) const {
    return word < class_bits.size() && ((class_bits[word] >> static_cast<unsigned>(cls)) & 1U) != 0;
  }

  [[nodiscard]] char word_symbol(const Token& token) const {
    if (const auto named = word_symbols.find(token.word);
        token.word != kUnknownWord && named != word_symbols.end())
      return static_cast<char>(named->second);
    if (token.kind == TokenKind::Number) return 'n';
    if (is(token.word, WordClass::Relative)) return 'r';
    if (is(token.word, WordClass::Subordinator)) return 's';
    if (is(token.word, WordClass::Determiner)) return 'd';
    if (is(token.word, WordClass::Adverb)) return 'a';
    return 'w';
  }
};

namespace {

char punct_symbol(std::string_view mark) {
  if (mark == ",") return ',';
  if (mark == ";") return ';';
  if (mark == ":") return ':';
  if (mark == "-" || mark == "\u2010" || mark == "\u2011" || mark == "/") return 'h';
  if (mark == "--" || mark == "\u2013" || mark == "\u2014") return '_';
  if (mark == "(" || mark == "[") return 'o';
  if (mark == ")" || mark == "]") return 'c';
  return 'q';
}

char anchor_symbol(const Unit& unit) {
  if (unit.kind == UnitKind::Noun) return '4';
  if (unit.verb.passive) return '2';
  if (unit.verb.modality == Modality::Gerund) return '3';
  return '1';
}

char verb_symbol(const VerbGroup& verb) {
  if (verb.finite) return 'V';
  if (verb.modality == Modality::Gerund) return 'G';
  if (verb.modality == Modality::Participle) return 'T';
  return 'I';
}

// Turns one pattern into a RE2 pattern over symbols.
class PatternCompiler {
 public:
  PatternCompiler(const ConstructionSource& source, std::string_view pattern, Vocabulary& words,
                  std::unordered_map<WordId, unsigned char>& symbols, std::vector<std::string>& names,
                  Diagnostics& diagnostics)
      : source_(source), pattern_(pattern), words_(words), symbols_(symbols), names_(names),
        diagnostics_(diagnostics) {}

  std::string run(bool needs_anchor) {
    while (skip_space()) {
      if (depth_ == 0) open_piece_ = {regex_.size(), at_};
      element();
      if (depth_ == 0) pieces_.push_back({open_piece_.first, regex_.size(), std::string(pattern_.substr(open_piece_.second, at_ - open_piece_.second))});
    }
    if (depth_ != 0) fault(pattern_.size(), "a bracket is not closed", "close it with )");
    if (needs_anchor && anchors_ == 0)
      fault(0, "the pattern names no anchor", "write the trigger as {@active}, {@passive}, {@verb}, {@noun} ...");
    return regex_;
  }
  // The pieces outside of all brackets, in order.
  [[nodiscard]] std::vector<PatternPiece> pieces() { return std::move(pieces_); }

 private:
  bool skip_space() {
    while (at_ < pattern_.size() && pattern_[at_] == ' ') ++at_;
    return at_ < pattern_.size();
  }

  // An atom, or several with bars between and no blanks: one of them.
  void element() {
    const std::size_t begin = regex_.size();
    const bool bracket = pattern_[at_] == '(' || pattern_[at_] == ')';
    atom();
    if (bracket || !tight_bar()) return;
    regex_.insert(begin, "(?:");
    while (tight_bar()) {
      regex_ += pattern_[at_++];
      atom();
    }
    regex_ += ')';
  }

  [[nodiscard]] bool tight_bar() const {
    return at_ > 0 && at_ + 1 < pattern_.size() && pattern_[at_] == '|' && pattern_[at_ - 1] != ' ' &&
           pattern_[at_ + 1] != ' ';
  }

  void atom() {
    const char c = pattern_[at_];
    if (c == '^' || c == '$' || c == '|') {
      regex_ += c;
      ++at_;
    } else if (c == '(') {
      regex_ += "(?:";
      ++depth_;
      ++at_;
    } else if (c == ')') {
      if (--depth_ < 0) fault(at_, "')' without '('", "remove it");
      regex_ += ')';
      ++at_;
      suffix();
    } else if (c == '~') {
      gap();
    } else if (c == '{') {
      braces();
    } else {
      word();
    }
  }

  void suffix() {
    if (at_ < pattern_.size() && (pattern_[at_] == '?' || pattern_[at_] == '*' || pattern_[at_] == '+'))
      regex_ += pattern_[at_++];
  }

  void gap() {
    const std::size_t begin = at_++;
    const bool wide = at_ < pattern_.size() && pattern_[at_] == '~';
    if (wide) ++at_;
    int count = 0;
    const std::size_t digits = at_;
    while (at_ < pattern_.size() && pattern_[at_] >= '0' && pattern_[at_] <= '9')
      count = count * 10 + (pattern_[at_++] - '0');
    if (digits == at_ || count < 1 || count > 40)
      fault(begin, "a gap needs a length from 1 to 40", "write ~4");
    append_class(regex_, wide ? kWideGap : kGap, true);
    regex_ += "{0," + std::to_string(std::clamp(count, 1, 40)) + "}?";
  }

  void braces() {
    const std::size_t close = pattern_.find('}', at_);
    if (close == std::string_view::npos) {
      fault(at_, "'{' is not closed", "close it with }");
      at_ = pattern_.size();
      return;
    }
    const std::string_view inside = pattern_.substr(at_ + 1, close - at_ - 1);
    if (!inside.empty() && inside.front() == '@') {
      const auto anchor = std::find_if(kAnchors.begin(), kAnchors.end(), [&](const Atom& a) { return a.name == inside; });
      if (anchor == kAnchors.end()) {
        unknown(at_ + 1, inside, kAnchors.begin(), kAnchors.end());
      } else {
        append_class(regex_, anchor->symbols, false);
        ++anchors_;
      }
    } else {
      const std::size_t colon = inside.find(':');
      const std::string_view name = colon == std::string_view::npos ? "" : inside.substr(0, colon);
      const std::string_view atom = colon == std::string_view::npos ? inside : inside.substr(colon + 1);
      if (!name.empty()) regex_ += "(?P<" + std::string(name) + ">";
      atom_class(at_ + 1 + (colon == std::string_view::npos ? 0 : colon + 1), atom);
      if (!name.empty()) regex_ += ')';
    }
    at_ = close + 1;
    suffix();
  }

  void atom_class(std::size_t at, std::string_view name) {
    const auto atom = std::find_if(kAtoms.begin(), kAtoms.end(), [&](const Atom& a) { return a.name == name; });
    if (atom == kAtoms.end())
      unknown(at, name, kAtoms.begin(), kAtoms.end());
    else
      append_class(regex_, atom->symbols, false);
  }

  template <typename It>
  void unknown(std::size_t at, std::string_view name, It first, It last) {
    std::vector<std::string> known;
    for (; first != last; ++first) known.emplace_back(first->name);
    const std::string near = nearest(name, known);
    fault(at, "unknown type '" + std::string(name) + "'",
          near.empty() ? "see the list of types in rules/README.md" : "did you mean '" + near + "'?");
  }

  void word() {
    const std::size_t begin = at_;
    while (at_ < pattern_.size() && std::string_view(" (){}~^$?|").find(pattern_[at_]) == std::string_view::npos) ++at_;
    const std::string_view text = pattern_.substr(begin, at_ - begin);
    const bool upper = std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (upper && text.size() > 1) {
      atom_class(begin, text);
    } else {
      const WordId id = words_.intern(fold(text));
      if (!symbols_.contains(id)) {
        if (names_.size() >= 0x7F) {
          fault(begin, "too many different words in the constructions", "use types and classes instead");
          return;
        }
        symbols_[id] = static_cast<unsigned char>(kFirstWord + names_.size());
        names_.emplace_back(text);
      }
      static constexpr std::string_view kHex = "0123456789abcdef";
      const unsigned char symbol = symbols_[id];
      regex_ += "\\x";
      regex_ += kHex[symbol >> 4U];
      regex_ += kHex[symbol & 0xFU];
    }
    suffix();
  }

  void fault(std::size_t at, std::string message, std::string hint) {
    Diagnostic diagnostic;
    diagnostic.file = source_.file;
    diagnostic.line = source_.match_line;
    diagnostic.column = source_.match_column + static_cast<int>(at);
    diagnostic.message = std::move(message);
    diagnostic.hint = std::move(hint);
    diagnostic.source_line = std::string(static_cast<std::size_t>(std::max(0, source_.match_column - 1)), ' ') + std::string(pattern_);
    diagnostics_.error(std::move(diagnostic));
  }

  const ConstructionSource& source_;
  std::string_view pattern_;
  Vocabulary& words_;
  std::unordered_map<WordId, unsigned char>& symbols_;
  std::vector<std::string>& names_;
  Diagnostics& diagnostics_;
  std::string regex_;
  std::vector<PatternPiece> pieces_;
  std::pair<std::size_t, std::size_t> open_piece_;  // where it begins in regex_ and in pattern_
  std::size_t at_ = 0;
  int depth_ = 0;
  int anchors_ = 0;
};

}  // namespace

ConstructionSet::ConstructionSet() : impl_(std::make_unique<Impl>()) {}
ConstructionSet::ConstructionSet(ConstructionSet&&) noexcept = default;
ConstructionSet& ConstructionSet::operator=(ConstructionSet&&) noexcept = default;
ConstructionSet::~ConstructionSet() = default;

ConstructionSet ConstructionSet::compile(const std::vector<ConstructionSource>& sources,
                                         Vocabulary& words, const TriggerTable& triggers,
                                         Diagnostics& diagnostics) {
  ConstructionSet out;
  Impl& impl = *out.impl_;
  impl.set = std::make_unique<re2::RE2::Set>(Impl::options(), re2::RE2::UNANCHORED);
  for (const ConstructionSource& source : sources) {
    auto rule = std::make_unique<Impl::Rule>();
    rule->source = source;
    PatternCompiler pattern(source, source.match, words, impl.word_symbols, impl.named_words, diagnostics);
    rule->regex = pattern.run(true);
    rule->pieces = pattern.pieces();
    for (const std::string& guard : source.unless)
      rule->unless.push_back(PatternCompiler(source, guard, words, impl.word_symbols, impl.named_words, diagnostics).run(false));
    std::string error;
    if (impl.set->Add(rule->regex, &error) < 0)
      diagnostics.error({source.file, source.match_line, source.match_column, "the pattern does not compile: " + error, "", ""});
    impl.rules.push_back(std::move(rule));
  }
  if (!impl.set->Compile())
    diagnostics.error({sources.empty() ? "" : sources.front().file, 0, 0, "the constructions need too much memory together",
                       "shorten their gaps", ""});
  impl.class_bits = triggers.word_classes;
  return out;
}

std::string ConstructionSet::project(const std::vector<Unit>& units, const std::vector<Token>& tokens,
                                     std::string_view text, std::size_t anchor) const {
  std::string out;
  out.reserve(units.size());
  for (std::size_t i = 0; i < units.size(); ++i) {
    const Unit& unit = units[i];
    if (i == anchor) {
      out += anchor_symbol(unit);
      continue;
    }
    switch (unit.kind) {
      case UnitKind::Actors: out += 'A'; break;
      case UnitKind::Modifier: out += 'm'; break;
      case UnitKind::Place: out += 'P'; break;
      case UnitKind::Verb: out += verb_symbol(unit.verb); break;
      case UnitKind::Noun: out += 'N'; break;
      case UnitKind::Money: out += 'M'; break;
      case UnitKind::Date: out += 'D'; break;
      case UnitKind::Duration: out += 'U'; break;
      case UnitKind::Word: out += impl_->word_symbol(tokens[unit.first]); break;
      case UnitKind::Punct: out += punct_symbol(quote(text, tokens[unit.first].span)); break;
    }
  }
  return out;
}

std::string ConstructionSet::show(std::string_view projected) const {
  std::string out;
  for (const char symbol : projected) {
    if (!out.empty()) out += ' ';
    const auto byte = static_cast<unsigned char>(symbol);
    if (byte >= kFirstWord) {
      out += impl_->named_words[byte - kFirstWord];
      continue;
    }
    const auto same = [&](const Atom& atom) { return atom.symbols.size() == 1 && atom.symbols[0] == symbol; };
    if (kAnchorSymbols.find(symbol) != std::string_view::npos)
      out += '{' + std::string(std::find_if(kAnchors.begin(), kAnchors.end(), same)->name) + '}';
    else
      out += std::find_if(kAtoms.begin(), kAtoms.end(), same)->name;
  }
  return out;
}

std::vector<int> ConstructionSet::matching(std::string_view projected) const {
  std::vector<int> hits;
  if (impl_->rules.empty() || !impl_->set->Match(projected, &hits)) return {};
  std::sort(hits.begin(), hits.end());
  return hits;
}

std::vector<Capture> ConstructionSet::captures(int index, std::string_view projected) const {
  const Impl::Rule& rule = *impl_->rules[static_cast<std::size_t>(index)];
  impl_->prepare(rule);
  for (const auto& guard : rule.guards)
    if (re2::RE2::PartialMatch(projected, *guard)) return {};
  const int groups = rule.compiled->NumberOfCapturingGroups();
  std::vector<re2::StringPiece> found(static_cast<std::size_t>(groups) + 1);
  if (!rule.compiled->Match(projected, 0, projected.size(), re2::RE2::UNANCHORED, found.data(), groups + 1)) return {};
  std::vector<Capture> out;
  for (const auto& [group, name] : rule.compiled->CapturingGroupNames()) {
    const re2::StringPiece piece = found[static_cast<std::size_t>(group)];
    if (piece.data() == nullptr) continue;
    out.push_back({name, static_cast<std::uint32_t>(piece.data() - projected.data())});
  }
  return out;
}

std::optional<std::string> ConstructionSet::obstacle(int index, std::string_view projected) const {
  const Impl::Rule& rule = *impl_->rules[static_cast<std::size_t>(index)];
  impl_->prepare(rule);
  if (re2::RE2::PartialMatch(projected, *rule.compiled)) {
    for (std::size_t i = 0; i < rule.guards.size(); ++i)
      if (re2::RE2::PartialMatch(projected, *rule.guards[i])) return "unless " + rule.source.unless[i];
    return "";
  }
  const auto bar = [](const PatternPiece& piece) { return piece.text == "|"; };
  if (std::any_of(rule.pieces.begin(), rule.pieces.end(), bar)) return std::nullopt;
  for (const PatternPiece& piece : rule.pieces) {
    if (piece.text.front() == '~' || piece.text.starts_with("{@")) continue;
    const std::string rest = rule.regex.substr(0, piece.begin) + rule.regex.substr(piece.end);
    if (re2::RE2::PartialMatch(projected, re2::RE2(rest, Impl::options()))) return "no " + piece.text;
  }
  return std::nullopt;
}

const ConstructionSource& ConstructionSet::source(int index) const {
  return impl_->rules[static_cast<std::size_t>(index)]->source;
}

int ConstructionSet::size() const { return static_cast<int>(impl_->rules.size()); }

}  // namespace coopmine
