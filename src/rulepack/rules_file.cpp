#include "rulepack/rules_file.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/utf8.h"
#include "rulepack/tsv.h"

namespace coopmine {
namespace {

constexpr std::string_view kBlank = " \t";

enum class Where : std::uint8_t { File, Block, PatternBlock };

struct KeyInfo {
  RuleKey key;
  std::string_view word;
  Where where;
  bool once;  // at most one a block (or a file)
};

constexpr std::array<KeyInfo, 14> kKeys{{
    {RuleKey::Pack, "pack", Where::File, true},
    {RuleKey::Version, "version", Where::File, true},
    {RuleKey::Extends, "extends", Where::File, true},
    {RuleKey::Define, "define", Where::File, false},
    {RuleKey::Lexicon, "lexicon", Where::File, false},
    {RuleKey::Rule, "rule", Where::File, false},
    {RuleKey::Pattern, "pattern", Where::File, false},
    {RuleKey::Type, "type", Where::PatternBlock, true},
    {RuleKey::Match, "match", Where::Block, false},
    {RuleKey::Unless, "unless", Where::Block, false},
    {RuleKey::Set, "set", Where::Block, false},
    {RuleKey::Yes, "yes", Where::Block, false},
    {RuleKey::Result, "=>", Where::Block, false},
    {RuleKey::No, "no", Where::Block, false},
}};

const KeyInfo* find_key(std::string_view word) {
  for (const KeyInfo& info : kKeys) {
    if (info.word == word) return &info;
  }
  return nullptr;
}

std::string_view strip(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

// "\n" -> a line break.
std::string with_line_breaks(std::string text) {
  for (std::size_t at = text.find("\\n"); at != std::string::npos; at = text.find("\\n", at + 1)) {
    text.replace(at, 2, " \n");  // two bytes for two, so that places stay right
  }
  return text;
}

class RulesParser {
 public:
  RulesParser(RulesFile& file, Diagnostics& diagnostics) : file_(file), diagnostics_(diagnostics) {}

  void run() {
    for (std::size_t i = 0; i < file_.lines.size(); ++i) {
      const std::string& line = file_.lines[i];
      const std::string_view body = strip(line);
      if (!sound(i) || body.empty() || body.front() == '#') continue;
      if (body.front() == '|') {
        continue_value(i, body.substr(1));
        continue;
      }
      finish_entry();
      begin_entry(i, body);
    }
    finish_entry();
    finish_block();
    check_ids();
  }

 private:
  Place place_of(std::size_t index, std::string_view part) const {
    const std::string& line = file_.lines[index];
    const auto byte = static_cast<std::size_t>(part.data() - line.data());
    return {static_cast<int>(index) + 1,
            static_cast<int>(count_code_points(std::string_view(line).substr(0, byte))) + 1};
  }

  void fault(std::size_t index, std::string_view part, std::string message, std::string hint = {}) {
    const Place place = place_of(index, part);
    diagnostics_.error({file_.file, place.line, place.column, std::move(message), std::move(hint),
                        file_.lines[index]});
  }

  bool sound(std::size_t index) {
    const std::string_view line = file_.lines[index];
    const std::size_t bad = find_invalid_utf8(line);
    if (bad == std::string_view::npos) return true;
    fault(index, line.substr(bad),
          fmt::format("byte 0x{:02X} is not valid UTF-8", static_cast<unsigned char>(line[bad])),
          "save the file as UTF-8");
    return false;
  }

  void begin_entry(std::size_t index, std::string_view body) {
    const std::string_view word = body.substr(0, body.find_first_of(kBlank));
    const KeyInfo* info = find_key(word);
    skipping_ = info == nullptr;
    if (info == nullptr) {
      std::vector<std::string> words;
      for (const KeyInfo& known : kKeys) words.emplace_back(known.word);
      const std::string meant = nearest(word, words);
      fault(index, body, fmt::format("unknown key '{}'", word),
            meant.empty() ? fmt::format("the keys are: {}", fmt::join(words, " "))
                          : fmt::format("did you mean '{}'?", meant));
      return;
    }
    std::string_view rest = strip(body.substr(word.size()));
    if (rest.empty()) rest = body.substr(body.size());
    open_ = RuleEntry{info->key, {std::string(rest), {{0, place_of(index, rest)}}}};
    if (rest.empty()) fault(index, body, fmt::format("'{}' has no value", word));
    if (info->where == Where::File) finish_block();
    skipping_ = rest.empty() || !stands_well(index, body, *info);
    if (info->key == RuleKey::Rule || info->key == RuleKey::Pattern) {
      block_ = RuleBlock{};
      block_->kind = info->key;
      block_line_ = index;
    }
  }

  // Whether the key may stand here.
  bool stands_well(std::size_t index, std::string_view body, const KeyInfo& info) {
    if (info.where == Where::File) {
      if (info.once && has_header(info.key)) {
        fault(index, body, fmt::format("'{}' stands twice", info.word));
      }
      return true;
    }
    if (!block_) {
      fault(index, body, fmt::format("'{}' stands outside of a rule or pattern", info.word),
            "begin one with 'rule ID' or 'pattern ID'");
      return false;
    }
    const bool rule = block_->kind == RuleKey::Rule;
    if (info.where == Where::PatternBlock && rule) {
      fault(index, body, fmt::format("'{}' has no place in a {}", info.word, name(block_->kind)));
      return false;
    }
    if (info.once && block_->first(info.key) != nullptr) {
      fault(index, body, fmt::format("'{}' stands twice in a {}", info.word, name(block_->kind)));
      return false;
    }
    const bool after_yes = !block_->examples.empty() && block_->examples.back().yes && last_is_yes_;
    if (info.key == RuleKey::Result && !after_yes) {
      fault(index, body, "'=>' follows no 'yes'", "it tells what the 'yes' above it gives");
      return false;
    }
    return true;
  }

  bool has_header(RuleKey key) const {
    return std::any_of(file_.header.begin(), file_.header.end(),
                       [&](const RuleEntry& entry) { return entry.key == key; });
  }

  void continue_value(std::size_t index, std::string_view rest) {
    if (!open_) {
      if (!skipping_) fault(index, strip(file_.lines[index]), "'|' continues no value");
      return;
    }
    rest = strip(rest);
    if (rest.empty()) return;
    RuleValue& value = open_->value;
    if (!value.text.empty()) value.text += ' ';
    value.pieces.push_back({value.text.size(), place_of(index, rest)});
    value.text += rest;
  }

  void finish_entry() {
    if (!open_) return;
    RuleEntry entry = std::move(*open_);
    open_.reset();
    const bool example = entry.key == RuleKey::Yes || entry.key == RuleKey::No;
    if (!skipping_) take(std::move(entry), example);
    skipping_ = false;
  }

  void take(RuleEntry entry, bool example) {
    switch (entry.key) {
      case RuleKey::Pack:
      case RuleKey::Version:
      case RuleKey::Extends: file_.header.push_back(std::move(entry)); return;
      case RuleKey::Lexicon: file_.lexicons.push_back(std::move(entry)); return;
      case RuleKey::Define: take_define(entry); return;
      case RuleKey::Rule:
      case RuleKey::Pattern: block_->id = std::move(entry.value); check_id(block_->id); return;
      default: break;
    }
    if (example) {
      take_example(std::move(entry));
    } else if (entry.key == RuleKey::Result) {
      block_->examples.back().results.push_back(std::move(entry.value));
    } else {
      if (entry.key == RuleKey::Set && entry.value.text.find(' ') == std::string::npos) {
        file_.fault(diagnostics_, entry.value, 0, "'set' wants a name and a value");
      }
      last_is_yes_ = false;
      block_->entries.push_back(std::move(entry));
    }
  }

  // Cuts `count` bytes and the blanks after them from the front of a value.
  static RuleValue behind(const RuleValue& value, std::size_t count) {
    while (count < value.text.size() && value.text[count] == ' ') ++count;
    RuleValue out;
    out.text = value.text.substr(count);
    out.pieces.push_back({0, value.place(count)});
    for (const RuleValue::Piece& piece : value.pieces) {
      if (piece.offset > count) out.pieces.push_back({piece.offset - count, piece.place});
    }
    return out;
  }

  void take_define(const RuleEntry& entry) {
    const std::size_t end = entry.value.text.find_first_of(kBlank);
    if (end == std::string::npos) {
      file_.fault(diagnostics_, entry.value, 0, "'define' wants a name and a value");
      return;
    }
    RuleDefine define;
    define.name.text = entry.value.text.substr(0, end);
    define.name.pieces = {entry.value.pieces.front()};
    define.value = behind(entry.value, end);
    file_.defines.push_back(std::move(define));
  }

  void take_example(RuleEntry entry) {
    RuleExample example;
    example.yes = entry.key == RuleKey::Yes;
    last_is_yes_ = example.yes;
    if (entry.value.text.front() == '@') {
      const std::size_t end = std::min(entry.value.text.find(' '), entry.value.text.size());
      example.date = parse_iso_day(std::string_view(entry.value.text).substr(1, end - 1));
      if (!example.date) {
        file_.fault(diagnostics_, entry.value, 0,
                    fmt::format("'{}' is no day", entry.value.text.substr(0, end)),
                    "write @YEAR-MONTH-DAY, as in @2024-06-08");
      }
      entry.value = behind(entry.value, end);
    }
    entry.value.text = with_line_breaks(std::move(entry.value.text));
    example.text = std::move(entry.value);
    block_->examples.push_back(std::move(example));
  }

  void check_id(const RuleValue& id) {
    const std::size_t bad = id.text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-");
    if (bad == std::string::npos) return;
    file_.fault(diagnostics_, id, bad, fmt::format("'{}' is no id", id.text),
                "an id is made of small letters, digits, '.' and '-'");
  }

  void finish_block() {
    if (!block_) return;
    const RuleBlock block = std::move(*block_);
    block_.reset();
    last_is_yes_ = false;
    if (block.id.pieces.empty()) return;  // the missing id is reported already
    auto missing = [&](std::string_view key, std::string hint) {
      file_.fault(diagnostics_, block.id, 0,
                  fmt::format("{} '{}' has no '{}'", name(block.kind), block.id.text, key),
                  std::move(hint));
    };
    const bool rule = block.kind == RuleKey::Rule;
    if (!rule && block.first(RuleKey::Type) == nullptr) missing(name(RuleKey::Type), {});
    if (block.first(RuleKey::Match) == nullptr) missing(name(RuleKey::Match), {});
    auto any = [&](bool yes) {
      return std::any_of(block.examples.begin(), block.examples.end(),
                         [&](const RuleExample& example) { return example.yes == yes; });
    };
    if (!any(true)) missing(name(RuleKey::Yes), "give a sentence in which it must be found");
    if (rule && !any(false)) missing(name(RuleKey::No), "give a sentence in which it must not fire");
    file_.blocks.push_back(block);
  }

  void check_ids() {
    std::set<std::string> seen;
    for (const RuleBlock& block : file_.blocks) {
      if (!seen.insert(block.id.text).second) {
        file_.fault(diagnostics_, block.id, 0, fmt::format("id '{}' stands twice", block.id.text));
      }
    }
  }

  RulesFile& file_;
  Diagnostics& diagnostics_;
  std::optional<RuleEntry> open_;   // the entry that `|` would continue
  bool skipping_ = false;           // the entry is faulty: parse over it
  std::optional<RuleBlock> block_;
  std::size_t block_line_ = 0;
  bool last_is_yes_ = false;
};

}  // namespace

std::string_view name(RuleKey key) {
  for (const KeyInfo& info : kKeys) {
    if (info.key == key) return info.word;
  }
  return {};
}

Place RuleValue::place(std::size_t offset) const {
  const Piece* piece = nullptr;
  for (const Piece& candidate : pieces) {
    if (piece == nullptr || candidate.offset <= offset) piece = &candidate;
  }
  if (piece == nullptr) return {};
  const std::size_t end = std::min(offset, text.size());
  const std::size_t length = end > piece->offset ? end - piece->offset : 0;
  const std::size_t points =
      count_code_points(std::string_view(text).substr(std::min(piece->offset, text.size()), length));
  return {piece->place.line, piece->place.column + static_cast<int>(points)};
}

RuleValue RuleValue::without_joints() const {
  RuleValue out;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const bool last = i + 1 == pieces.size();
    const std::size_t end = last ? text.size() : pieces[i + 1].offset - 1;
    out.pieces.push_back({out.text.size(), pieces[i].place});
    out.text += text.substr(pieces[i].offset, end - pieces[i].offset);
  }
  return out;
}

const RuleValue* RuleBlock::first(RuleKey key) const {
  for (const RuleEntry& entry : entries) {
    if (entry.key == key) return &entry.value;
  }
  return nullptr;
}

std::vector<const RuleValue*> RuleBlock::all(RuleKey key) const {
  std::vector<const RuleValue*> values;
  for (const RuleEntry& entry : entries) {
    if (entry.key == key) values.push_back(&entry.value);
  }
  return values;
}

std::vector<RuleSetting> RuleBlock::settings() const {
  std::vector<RuleSetting> out;
  for (const RuleValue* value : all(RuleKey::Set)) {
    const std::string_view text = value->text;
    const std::size_t end = std::min(text.find_first_of(kBlank), text.size());
    out.push_back({std::string(text.substr(0, end)), std::string(strip(text.substr(end)))});
  }
  return out;
}

void RulesFile::fault(Diagnostics& diagnostics, const RuleValue& value, std::size_t offset,
                      std::string message, std::string hint) const {
  const Place place = value.place(offset);
  const auto index = static_cast<std::size_t>(place.line) - 1;
  diagnostics.error({file, place.line, place.column, std::move(message), std::move(hint),
                     place.line > 0 && index < lines.size() ? lines[index] : std::string()});
}

RulesFile parse_rules(std::string file, std::string_view text, Diagnostics& diagnostics) {
  RulesFile rules;
  rules.file = std::move(file);
  rules.lines = split_lines(text);
  RulesParser(rules, diagnostics).run();
  return rules;
}

}  // namespace coopmine
