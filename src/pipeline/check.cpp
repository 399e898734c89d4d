#include "pipeline/check.h"

#include <map>
#include <memory>

#include <fmt/format.h>

#include "pipeline/example.h"

namespace coopmine {
namespace {

void add_all(Diagnostics& to, const Diagnostics& from) {
  for (const Diagnostic& error : from.errors()) to.error(error);
}

// Two blocks of one kind and type with the same pattern: the later one never gets its say.
void lint_twins(const RulePack& pack, Diagnostics& out) {
  std::map<std::string, const PackBlock*> seen;
  for (const PackBlock& entry : pack.blocks) {
    const RuleValue* type = entry.block->first(RuleKey::Type);
    const std::string kind = type == nullptr ? std::string(name(entry.block->kind)) : type->text;
    for (const RuleValue* match : entry.block->all(RuleKey::Match)) {
      const auto [standing, is_new] = seen.emplace(fmt::format("{}\n{}", kind, match->text), &entry);
      if (is_new) continue;
      entry.file->fault(out, *match, 0, fmt::format("'{}' has the same pattern", standing->second->block->id.text),
                        "remove one of them");
    }
  }
}

class Mutator {
 public:
  Mutator(const RulePack& pack, const ExampleRunner& run, CheckReport& report)
      : pack_(pack), run_(run), report_(report) {}

  void run() {
    for (const PackBlock& entry : pack_.blocks) {
      const std::string& id = entry.block->id.text;
      if (entry.block->kind == RuleKey::Rule) {
        expect_failure(entry, entry.block->id, {id, {}, {}},
                       fmt::format("every example passes without rule '{}'", id),
                       "give a 'yes' that needs it, or remove it");
      }
      const auto matches = entry.block->all(RuleKey::Match);
      for (std::size_t i = 0; matches.size() > 1 && i < matches.size(); ++i) {
        expect_failure(entry, *matches[i], {id, {}, i}, "every example passes without this 'match'",
                       "give a 'yes' that needs it, or remove it");
      }
      const auto guards = entry.block->all(RuleKey::Unless);
      for (std::size_t i = 0; i < guards.size(); ++i) {
        expect_failure(entry, *guards[i], {id, i, {}}, "every example passes without this 'unless'",
                       "give a 'no' that it keeps out, or remove it");
      }
    }
  }

 private:
  void expect_failure(const PackBlock& entry, const RuleValue& where, const PackEdit& edit,
                      std::string message, std::string hint) {
    ++report_.mutations;
    const bool whole_block = !edit.unless && !edit.match;
    Diagnostics faults;
    const auto mutant = edited_pack(pack_, edit, faults);
    // A pack that does not even compile without the line needs it.
    if (!mutant) return;
    const ExampleChecker checker(*mutant, run_, whole_block);
    if (!checker.check(entry, true).ok()) return;
    for (const PackBlock& other : mutant->blocks) {
      if (!ExampleChecker(*mutant, run_, false).check(other, true).ok()) return;
    }
    entry.file->fault(report_.faults, where, 0, std::move(message), std::move(hint));
  }

  const RulePack& pack_;
  const ExampleRunner& run_;
  CheckReport& report_;
};

}  // namespace

CheckReport check_pack(const CheckConfig& config, const ExampleRunner& run) {
  CheckReport report;
  const std::shared_ptr<const RulePack> pack = load_pack(config.source, report.faults);
  if (!pack) return report;
  add_all(report.faults, pack->lint);
  lint_twins(*pack, report.faults);
  const ExampleChecker checker(*pack, run, false);
  for (const PackBlock& entry : pack->blocks) {
    ++report.blocks;
    report.examples += entry.block->examples.size();
    add_all(report.faults, checker.check(entry));
  }
  if (config.mutate && report.faults.ok()) Mutator(*pack, run, report).run();
  return report;
}

}  // namespace coopmine
