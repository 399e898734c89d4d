#include "rulepack/pack.h"

#include <algorithm>
#include <future>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "rulepack/pack_files.h"
#include "rulepack/pattern_types.h"

namespace coopmine {
namespace {

constexpr std::string_view kPackFile = "pack.rules";
constexpr std::string_view kShipped = "shipped";
constexpr std::string_view kWeights = "weights.tsv";
constexpr std::string_view kClusters = "clusters.tsv";

// The values of `key` of a block, without the one an edit leaves out.
std::vector<const RuleValue*> values(const RuleBlock& block, RuleKey key, const PackEdit* edit) {
  std::vector<const RuleValue*> values = block.all(key);
  if (edit == nullptr || edit->id != block.id.text) return values;
  const std::optional<std::size_t> out = key == RuleKey::Unless ? edit->unless : edit->match;
  if (out && *out < values.size()) values.erase(values.begin() + static_cast<std::ptrdiff_t>(*out));
  return values;
}

void compile_pattern(RulePack& pack, const PackBlock& entry, const PackEdit* edit, CompileRegexes when,
                     Diagnostics& diagnostics) {
  check_pattern_type(*entry.file, *entry.block, diagnostics);
  PatternSource source(*entry.file, *entry.block);
  source.matches = values(*entry.block, RuleKey::Match, edit);
  source.unless = values(*entry.block, RuleKey::Unless, edit);
  pack.patterns.add(source, pack.names, diagnostics, when);
}

void compile_constructions(RulePack& pack, const PackEdit* edit, Diagnostics& diagnostics) {
  std::vector<ConstructionSource> sources;
  for (const PackBlock& entry : pack.blocks) {
    if (entry.block->kind != RuleKey::Rule) continue;
    std::vector<std::string> unless;
    for (const RuleValue* value : values(*entry.block, RuleKey::Unless, edit)) unless.push_back(value->text);
    for (const RuleValue* value : values(*entry.block, RuleKey::Match, edit)) {
      const Place place = value->place();
      sources.push_back({entry.block->id.text, entry.file->file, entry.block->id.line(), value->text,
                         place.line, place.column, unless});
    }
  }
  pack.constructions = ConstructionSet::compile(sources, pack.words, pack.triggers, diagnostics);
}

class PackLoader {
 public:
  PackLoader(const PackSource& source, Diagnostics& diagnostics)
      : source_(source), diagnostics_(diagnostics), pack_(std::make_shared<RulePack>()) {}

  std::shared_ptr<const RulePack> run() {
    if (!read_folders()) return nullptr;
    pack_->lang = source_.lang;
    std::future<Learned> learned = std::async(std::launch::async, [this] { return load_learned(); });
    read_tables();
    for (const PackFolder& folder : folders_) read_rules(folder);
    if (diagnostics_.ok()) load_parts();
    take(learned.get());
    return diagnostics_.ok() ? pack_ : nullptr;
  }

 private:
  // The folders in order of their say: the shipped one first when another extends it.
  bool read_folders() {
    const bool shipped = source_.folder.empty();
    const std::string folder = shipped ? find_shipped_rules(diagnostics_) : source_.folder;
    if (folder.empty()) return false;
    folders_.push_back(read_pack_folder(folder, shipped ? "rules" : folder, source_.lang, diagnostics_));
    if (!diagnostics_.ok() || !extends_shipped(folders_.front())) return diagnostics_.ok();
    const std::string base = find_shipped_rules(diagnostics_);
    if (base.empty()) return false;
    folders_.insert(folders_.begin(), read_pack_folder(base, "rules", source_.lang, diagnostics_));
    return diagnostics_.ok();
  }

  bool extends_shipped(const PackFolder& folder) {
    const PackFile* file = folder.find(kPackFile);
    if (file == nullptr) return false;
    Diagnostics later;  // the file is parsed again with the others, and its faults reported then
    const RulesFile rules = parse_rules(file->path, *file->text, later);
    for (const RuleEntry& entry : rules.header) {
      if (entry.key != RuleKey::Extends) continue;
      if (entry.value.text == kShipped) return true;
      rules.fault(diagnostics_, entry.value, 0, fmt::format("no pack is called '{}'", entry.value.text),
                  fmt::format("write 'extends {}'", kShipped));
    }
    return false;
  }

  // What was learned: most of all bytes, and of no use to the other parts, so that it is loaded beside them.
  struct Learned {
    WeightTable weights;
    ClusterTable clusters;
    std::string hash;  // of the pack, for which all of those bytes are read once more
    Diagnostics diagnostics;
  };
  [[nodiscard]] static bool is_learned(const TableSpec& spec) { return spec.file == kWeights || spec.file == kClusters; }
  [[nodiscard]] Learned load_learned() const {
    Learned out;
    for (const TableSpec& spec : table_specs()) {
      if (spec.file == kWeights) load_weights(spec, out);
      if (spec.file != kClusters) continue;
      const std::optional<Table> table = read_table(spec, out.diagnostics);
      if (table && out.diagnostics.ok()) out.clusters = load_clusters(*table, out.diagnostics);
    }
    out.hash = fingerprint(folders_);
    return out;
  }
  void load_weights(const TableSpec& spec, Learned& out) const {
    bool there = false;
    for (const PackFolder& folder : folders_) {
      const PackFile* file = folder.find(spec.file);
      if (file == nullptr) continue;
      add_weights(file->path, *file->text, out.weights, out.diagnostics);
      there = true;
    }
    if (!there) report_missing(spec, out.diagnostics);
  }
  void take(Learned learned) {
    for (const Diagnostic& fault : learned.diagnostics.errors()) diagnostics_.error(fault);
    pack_->weights = std::move(learned.weights);
    pack_->clusters = std::move(learned.clusters);
    pack_->hash = std::move(learned.hash);
  }

  void read_tables() {
    for (const TableSpec& spec : table_specs()) {
      if (is_learned(spec)) continue;
      std::optional<Table> table = read_table(spec, diagnostics_);
      if (!table) continue;
      index_[spec.file] = tables_.size();
      tables_.push_back(std::move(*table));
    }
  }

  // One table of all folders; a fault when it is nowhere and needed.
  [[nodiscard]] std::optional<Table> read_table(const TableSpec& spec, Diagnostics& diagnostics) const {
    std::optional<Table> table;
    for (const PackFolder& folder : folders_) {
      const PackFile* file = folder.find(spec.file);
      if (file == nullptr) continue;
      Table read = parse_table(file->path, file->text, spec.columns, diagnostics);
      if (!table) {
        table = std::move(read);
      } else {
        merge_table(*table, std::move(read), spec.key, spec.first_fits);
      }
    }
    if (!table && spec.optional) {
      table.emplace();
      table->file = spec.file;
      table->columns = spec.columns;
    }
    if (!table) report_missing(spec, diagnostics);
    return table;
  }
  void report_missing(const TableSpec& spec, Diagnostics& diagnostics) const {
    const std::string& path = folders_.front().find(kPackFile)->path;
    diagnostics.error({fmt::format("{}/{}", path.substr(0, path.rfind('/')), spec.file), 0, 0, "the table is missing",
                       fmt::format("add it, or write 'extends {}' in {}", kShipped, kPackFile), {}});
  }

  // Patterns come first, so that their gates, which every run asks for before its first record, are made beside the rest.
  void load_parts() {
    compile_patterns();
    std::future<void> gates;
    if (diagnostics_.ok()) gates = std::async(std::launch::async, [this] { make_gates(); });
    load_tables();
    compile_constructions(*pack_, nullptr, diagnostics_);
  }
  void make_gates() const {
    for (const PatternType& type : pattern_types())
      if (type.gated) static_cast<void>(pack_->patterns.gate(type.name));
  }

  void read_rules(const PackFolder& folder) {
    for (const PackFile& file : folder.files) {
      if (!file.name.ends_with(".rules")) continue;
      pack_->files.push_back(std::make_shared<const RulesFile>(parse_rules(file.path, *file.text, diagnostics_)));
      const RulesFile& rules = *pack_->files.back();
      if (&folder == &folders_.back()) own_files_.insert(&rules);
      take_header(rules, file.name == kPackFile);
      for (const RuleBlock& block : rules.blocks) take_block(rules, block, &folder);
    }
  }

  void take_header(const RulesFile& rules, bool is_pack_file) {
    for (const RuleEntry& entry : rules.header) {
      if (!is_pack_file) {
        rules.fault(diagnostics_, entry.value, 0, fmt::format("'{}' has no place here", coopmine::name(entry.key)),
                    fmt::format("it belongs to {}", kPackFile));
      } else if (entry.key != RuleKey::Extends) {
        std::string& slot = entry.key == RuleKey::Pack ? pack_->name : pack_->version;
        slot += (slot.empty() ? "" : "+") + entry.value.text;
      }
    }
    if (!is_pack_file) return;
    for (const RuleKey key : {RuleKey::Pack, RuleKey::Version}) {
      const bool there = std::any_of(rules.header.begin(), rules.header.end(),
                                     [&](const RuleEntry& entry) { return entry.key == key; });
      if (!there) diagnostics_.error({rules.file, 0, 0, fmt::format("'{}' is missing", coopmine::name(key)), {}, {}});
    }
  }

  // A block replaces one of the same id from another folder; within a folder ids stand once.
  void take_block(const RulesFile& rules, const RuleBlock& block, const PackFolder* folder) {
    const auto standing = std::find_if(pack_->blocks.begin(), pack_->blocks.end(), [&](const PackBlock& other) {
      return other.block->id.text == block.id.text;
    });
    if (standing == pack_->blocks.end()) {
      pack_->blocks.push_back({&rules, &block});
      from_.push_back(folder);
      return;
    }
    const auto at = static_cast<std::size_t>(standing - pack_->blocks.begin());
    if (from_[at] == folder && standing->file != &rules) {
      rules.fault(diagnostics_, block.id, 0, fmt::format("id '{}' stands twice", block.id.text),
                  fmt::format("the other one is at {}:{}", standing->file->file, standing->block->id.line()));
    }
    *standing = {&rules, &block};
    from_[at] = folder;
  }

  [[nodiscard]] const Table& table(const std::string& file) const { return tables_[index_.at(file)]; }

  [[nodiscard]] std::vector<std::string> acts() const {
    std::set<std::string> acts;
    for (const Valency& line : pack_->triggers.valencies) acts.insert(line.act);
    return {acts.begin(), acts.end()};
  }

  void load_tables() {
    RulePack& pack = *pack_;
    pack.triggers = load_triggers({table("triggers.tsv"), table("words.tsv"), table("valency.tsv"),
                                   table("frames.tsv"), table("modality.tsv"), table("classes.tsv")},
                                  pack.words, diagnostics_);
    pack.actors = load_actors({table("actors.tsv"), table("persons.tsv"), table("traps.tsv"), table("roles.tsv")},
                              pack.words, diagnostics_);
    pack.members = load_members(table("members.tsv"), diagnostics_);
    pack.sectors = load_sectors(table("sectors.tsv"), pack.words, diagnostics_);
    pack.instruments = load_instruments(table("instruments.tsv"), pack.words, diagnostics_);
    pack.abbreviations = load_abbreviations(table("abbreviations.tsv"), pack.words, diagnostics_);
    pack.currencies = load_currencies(table("currencies.tsv"), pack.words, diagnostics_);
    pack.numbers = load_numbers(table("numbers.tsv"), pack.words, diagnostics_);
    pack.calendar = load_calendar(table("calendar.tsv"), pack.words, diagnostics_);
    pack.word_needs = WordNeeds(pack.calendar, pack.numbers, pack.currencies, pack.words.size());
    pack.codes = load_codes({table("codes/plover.tsv"), table("codes/cameo.tsv"), table("codes/iati.tsv"),
                             table("codes/aiddata.tsv"), table("codes/dac.tsv"), table("codes/plover-context.tsv")},
                            acts(), pack.sectors.sectors, diagnostics_);
  }

  void compile_patterns() {
    for (const auto& file : pack_->files) {
      for (const RuleDefine& define : file->defines) pack_->names.add(*file, define, diagnostics_);
      for (const RuleEntry& entry : file->lexicons) pack_->names.add_lexicon(*file, entry, tables_, diagnostics_);
    }
    const bool shipped = source_.folder.empty() && !shipped_rules_are_given();
    const CompileRegexes when = shipped && source_.in_haste ? CompileRegexes::WhenUsed : CompileRegexes::Now;
    for (const PackBlock& entry : pack_->blocks) {
      if (entry.block->kind == RuleKey::Pattern) compile_pattern(*pack_, entry, nullptr, when, diagnostics_);
    }
    pack_->names.report_unused(own_files_, pack_->lint);
  }

  const PackSource& source_;
  Diagnostics& diagnostics_;
  std::shared_ptr<RulePack> pack_;
  std::vector<PackFolder> folders_;
  std::vector<const PackFolder*> from_;  // folder of each of pack_->blocks
  std::set<const RulesFile*> own_files_;  // those of the folder asked for, not of one it extends
  std::vector<Table> tables_;
  std::map<std::string, std::size_t> index_;
};

}  // namespace

std::shared_ptr<const RulePack> load_pack(const PackSource& source, Diagnostics& diagnostics) {
  return PackLoader(source, diagnostics).run();
}

std::shared_ptr<const RulePack> edited_pack(const RulePack& pack, const PackEdit& edit,
                                            Diagnostics& diagnostics) {
  auto edited = std::make_shared<RulePack>();
  static_cast<PackParts&>(*edited) = pack;
  const bool whole_block = !edit.unless && !edit.match;
  const auto entry = std::find_if(edited->blocks.begin(), edited->blocks.end(), [&](const PackBlock& block) {
    return block.block->id.text == edit.id;
  });
  if (entry != edited->blocks.end() && entry->block->kind == RuleKey::Pattern) {
    if (whole_block) {
      edited->patterns.remove(edit.id);
    } else {
      compile_pattern(*edited, *entry, &edit, CompileRegexes::Now, diagnostics);
    }
  }
  if (whole_block && entry != edited->blocks.end()) edited->blocks.erase(entry);
  compile_constructions(*edited, &edit, diagnostics);
  return diagnostics.ok() ? edited : nullptr;
}

}  // namespace coopmine
