#include "rulepack/trigger_table.h"

#include <algorithm>

namespace coopmine {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(WordClass::Count_)> kClassNames{
    "aux-be", "aux-have", "aux-do", "modal-future", "modal-reported", "modal-possible", "modal-able",
    "modal-duty", "negation", "infinitive-marker", "determiner", "preposition", "conjunction",
    "subordinator", "relative", "adverb", "pronoun", "transparent-noun", "hostile", "source", "agent-marker", "actor-link", "condition"};

std::vector<std::string> class_names() { return {kClassNames.begin(), kClassNames.end()}; }

constexpr std::array<std::string_view, static_cast<std::size_t>(Trait::Count_)> kTraits{"reacts", "reports", "binds", "ends", "asks"};

// All words of a closed list of the record.
template <class Value>
std::vector<std::string> closed_words() {
  std::vector<std::string> words;
  for (int i = 0; !name(static_cast<Value>(i)).empty(); ++i) words.emplace_back(name(static_cast<Value>(i)));
  return words;
}

class Loader {
 public:
  Loader(const TriggerSources& sources, Vocabulary& words, Diagnostics& diagnostics)
      : sources_(sources), words_(words), diagnostics_(diagnostics) {
    out_.classes.emplace_back();
  }

  TriggerTable run() {
    load_trigger_rows();
    load_word_classes();
    load_valency();
    load_frames();
    load_modality();
    load_traits();
    check_classes();
    return std::move(out_);
  }

 private:
  ClassId intern_class(const std::string& name) {
    const ClassId found = out_.find_class(name);
    if (found != kNoClass || name.empty()) return found;
    out_.classes.push_back(name);
    return static_cast<ClassId>(out_.classes.size() - 1);
  }

  void load_trigger_rows() {
    const Table& table = sources_.triggers;
    std::map<std::string, std::uint32_t> known;
    for (const Row& row : table.rows) {
      Sense sense;
      sense.line = row.line;
      const std::string cls(table.cell(row, "class"));
      sense.cls = intern_class(cls);
      sense.is_operator = cls.starts_with("op-");
      sense.status = read_status(table, row, "status");
      const std::string control(table.cell(row, "control"));
      if (control == "object")
        sense.control = Control::Object;
      else if (!control.empty() && control != "subject")
        table.fault(diagnostics_, row, "control", "unknown control '" + control + "'",
                    did_you_mean(control, {"subject", "object"}, "write subject, object, or nothing"));
      const std::string key = std::string(table.cell(row, "pos")).append("\t").append(table.cell(row, "forms"));
      const auto [at, fresh] = known.try_emplace(key, static_cast<std::uint32_t>(out_.triggers.size()));
      if (fresh) {
        out_.triggers.push_back({std::string(table.cell(row, "lemma")), {}});
        add_forms(table, row, at->second);
        if (row.source != 0) note_added(table, row);
      }
      out_.triggers[at->second].senses.push_back(sense);
    }
    out_.instrument = intern_class("instrument");
    out_.money = intern_class("money");
    out_.governed = intern_class("governed");
    out_.other = intern_class("other");
    out_.speech = intern_class("speech");
  }

  std::optional<Status> read_status(const Table& table, const Row& row, std::string_view column) {
    const std::string word(table.cell(row, column));
    if (word.empty() || word == "-") return std::nullopt;
    const auto status = status_of(word);
    if (!status)
      table.fault(diagnostics_, row, column, "unknown status '" + word + "'",
                  did_you_mean(word, closed_words<Status>(), "one of the eight statuses of the record, or -"));
    return status;
  }

  void add_forms(const Table& table, const Row& row, std::uint32_t index) {
    const std::string pos(table.cell(row, "pos"));
    const auto forms = split_cell(table.cell(row, "forms"));
    if (pos == "verb") {
      if (forms.size() != 5) {
        table.fault(diagnostics_, row, "forms", "a verb has five forms",
                    "write base|present|past|participle|ing");
        return;
      }
      for (std::size_t form = 0; form < 5; ++form) add_verb_form(forms[form], index, form);
    } else if (pos == "noun" || pos == "adjective") {
      Trie& trie = pos == "noun" ? out_.nouns : out_.adjectives;
      for (const std::string& form : forms) {
        const auto ids = words_.intern_form(form);
        if (!ids.empty() && trie.add(ids, index) != Trie::kNone)
          table.fault(diagnostics_, row, "forms", "'" + form + "' stands twice", "remove one of the two");
      }
    } else {
      table.fault(diagnostics_, row, "pos", "unknown part of speech '" + pos + "'",
                  did_you_mean(pos, {"verb", "noun", "adjective"}, "verb, noun or adjective"));
    }
  }

  void note_added(const Table& table, const Row& row) {
    for (const std::string_view form : cell_parts(table.cell(row, "forms")))
      if (const auto ids = words_.intern_form(form); !ids.empty()) out_.added.insert(ids.front());
  }

  void add_verb_form(const std::string& text, std::uint32_t index, std::size_t form) {
    const auto ids = words_.intern_form(text);
    if (ids.empty()) return;
    const auto next = static_cast<std::uint32_t>(out_.verb_forms.size());
    const std::uint32_t there = out_.verbs.add(ids, next);
    if (there == Trie::kNone) out_.verb_forms.emplace_back();
    auto& list = out_.verb_forms[there == Trie::kNone ? next : there];
    const auto same = std::find_if(list.begin(), list.end(),
                                   [&](const TriggerForm& f) { return f.trigger == index; });
    if (same != list.end()) {
      same->forms[form] = true;
    } else {
      TriggerForm entry;
      entry.trigger = index;
      entry.forms[form] = true;
      list.push_back(entry);
    }
  }

  void load_word_classes() {
    const Table& table = sources_.words;
    for (const Row& row : table.rows) {
      const std::string name(table.cell(row, "class"));
      const auto found = std::find(kClassNames.begin(), kClassNames.end(), name);
      if (found == kClassNames.end()) {
        table.fault(diagnostics_, row, "class", "unknown word class '" + name + "'",
                    did_you_mean(name, class_names(), "see words.tsv of the shipped rules for the classes"));
        continue;
      }
      const auto bit = static_cast<unsigned>(found - kClassNames.begin());
      for (const std::string& form : split_cell(table.cell(row, "forms"))) {
        const auto ids = words_.intern_form(form);
        if (ids.size() != 1) {
          table.fault(diagnostics_, row, "forms", "'" + form + "' is not one word", "write single words");
          continue;
        }
        if (out_.word_classes.size() <= ids[0]) out_.word_classes.resize(ids[0] + 1, 0);
        out_.word_classes[ids[0]] |= 1U << bit;
      }
    }
  }

  ClassId read_class(const Table& table, const Row& row, std::string_view column, bool& any) {
    const std::string name(table.cell(row, column));
    any = name == "*";
    if (any || name == "-" || name.empty()) return kNoClass;
    const ClassId id = out_.find_class(name);
    if (id == kNoClass)
      table.fault(diagnostics_, row, column, "no trigger has the class '" + name + "'",
                  did_you_mean(name, out_.classes, "give it to a line of triggers.tsv"));
    return id;
  }

  void load_valency() {
    const Table& table = sources_.valency;
    for (const Row& row : table.rows) {
      Valency valency;
      valency.line = row.line;
      valency.verb = read_class(table, row, "verb", valency.any_verb);
      valency.noun = read_class(table, row, "noun", valency.any_noun);
      valency.act = table.cell(row, "act");
      valency.frame = table.cell(row, "frame");
      valency.status = read_status(table, row, "status");
      const std::string type(table.cell(row, "type"));
      valency.none = type == "-";
      if (const auto known = commitment_type(type))
        valency.type = *known;
      else if (!valency.none)
        table.fault(diagnostics_, row, "type", "unknown type '" + type + "'",
                    did_you_mean(type, closed_words<CommitmentType>(), "one of the seven types, or -"));
      out_.valencies.push_back(valency);
    }
  }

  void load_frames() {
    const Table& table = sources_.frames;
    for (const Row& row : table.rows) {
      const auto role = role_of(table.cell(row, "role"));
      if (!role) {
        const std::string word(table.cell(row, "role"));
        table.fault(diagnostics_, row, "role", "unknown role '" + word + "'",
                    did_you_mean(word, closed_words<Role>(), "party, giver or receiver"));
        continue;
      }
      for (const std::string& function : split_cell(table.cell(row, "function")))
        out_.frames[{std::string(table.cell(row, "frame")), function}] = *role;
    }
  }

  void load_modality() {
    const Table& table = sources_.modality;
    for (const Row& row : table.rows) {
      const auto own = read_status(table, row, "own");
      const auto status = read_status(table, row, "status");
      if (!own || !status) continue;
      for (const std::string& form : split_cell(table.cell(row, "form")))
        out_.modality[{*own, form}] = *status;
    }
  }

  void load_traits() {
    const Table& table = sources_.classes;
    for (const Row& row : table.rows) {
      const ClassId cls = out_.find_class(table.cell(row, "class"));
      if (cls == kNoClass) {
        const std::string word(table.cell(row, "class"));
        table.fault(diagnostics_, row, "class", "no trigger has class '" + word + "'",
                    did_you_mean(word, out_.classes, "remove the line"));
        continue;
      }
      out_.traits.resize(out_.classes.size(), 0);
      for (const std::string& word : split_cell(table.cell(row, "trait"))) {
        const auto found = std::find(kTraits.begin(), kTraits.end(), word);
        if (found == kTraits.end())
          table.fault(diagnostics_, row, "trait", "unknown trait '" + word + "'", did_you_mean(word, {kTraits.begin(), kTraits.end()}, "one of reacts, reports, binds, ends, asks"));
        else
          out_.traits[cls] = static_cast<std::uint8_t>(out_.traits[cls] | (1U << static_cast<unsigned>(found - kTraits.begin())));
      }
    }
  }

  // A class that an extending pack alone uses, and no valency knows, is a slip of the pen.
  void check_classes() {
    std::vector<std::string> known;
    for (const Row& row : sources_.triggers.rows) {
      if (row.source == 0) known.emplace_back(sources_.triggers.cell(row, "class"));
    }
    for (const Row& row : sources_.triggers.rows) {
      const std::string name(sources_.triggers.cell(row, "class"));
      if (row.source == 0 || name.starts_with("op-") || std::find(known.begin(), known.end(), name) != known.end()) continue;
      const ClassId cls = out_.find_class(name);
      const bool used = std::any_of(out_.valencies.begin(), out_.valencies.end(),
                                    [&](const Valency& valency) { return valency.verb == cls || valency.noun == cls; });
      if (used) continue;
      sources_.triggers.fault(diagnostics_, row, "class", "unknown class '" + name + "'",
                              did_you_mean(name, known, "say in valency.tsv what commitments it makes"));
    }
  }

  const TriggerSources& sources_;
  Vocabulary& words_;
  Diagnostics& diagnostics_;
  TriggerTable out_;
};

}  // namespace

ClassId TriggerTable::find_class(std::string_view name) const {
  const auto found = std::find(classes.begin() + 1, classes.end(), name);
  return found == classes.end() ? kNoClass : static_cast<ClassId>(found - classes.begin());
}

const Valency* TriggerTable::valency(ClassId verb, ClassId noun) const {
  for (const Valency& line : valencies) {
    if (!(line.any_verb || line.verb == verb)) continue;
    if (!(line.any_noun || line.noun == noun)) continue;
    return line.none ? nullptr : &line;
  }
  return nullptr;
}

std::optional<Role> TriggerTable::role(const std::string& frame, const std::string& function) const {
  const auto found = frames.find({frame, function});
  if (found == frames.end()) return std::nullopt;
  return found->second;
}

TriggerTable load_triggers(const TriggerSources& sources, Vocabulary& words, Diagnostics& diagnostics) {
  return Loader(sources, words, diagnostics).run();
}

}  // namespace coopmine
