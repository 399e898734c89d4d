#include "pipeline/example.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "mention/typed_examples.h"
#include "segment/segment.h"

namespace coopmine {
namespace {

constexpr std::string_view kNone = "none";

// The families of typed patterns that mention/ reads: "money", "money-before" ...
constexpr std::array<std::string_view, 3> kMentionFamilies{"money", "date", "duration"};

Article article_of(const PackBlock& block, const RuleExample& example) {
  Article article;
  article.id = block.block->id.text;
  article.text = example.text.text;
  if (example.date) article.date = iso(*example.date);
  return article;
}

bool is_of_mentions(const RuleBlock& block) {
  const RuleValue* type = block.first(RuleKey::Type);
  if (type == nullptr) return false;
  const std::string_view family = std::string_view(type->text).substr(0, type->text.find('-'));
  return std::find(kMentionFamilies.begin(), kMentionFamilies.end(), family) != kMentionFamilies.end();
}

bool names(const std::vector<std::string>& rules, const std::string& id) {
  return std::find(rules.begin(), rules.end(), id) != rules.end();
}

std::string what_it_gives(const std::vector<Commitment>& commitments) {
  if (commitments.empty()) return "it gives no record";
  std::vector<std::string> lines;
  for (const Commitment& commitment : commitments) {
    lines.push_back(fmt::format("{} by {}", show(facts_of(commitment)), fmt::join(commitment.rules, ", ")));
  }
  return fmt::format("it gives: {}", fmt::join(lines, "; "));
}

// The commitments that no earlier expectation has taken, nearest to `wanted` first.
struct Best {
  std::size_t index = 0;
  std::string difference;  // "" when it fits
  bool found = false;
};

Best best_fit(const Facts& wanted, const std::vector<Commitment>& commitments,
              const std::vector<bool>& taken) {
  Best best;
  for (std::size_t i = 0; i < commitments.size(); ++i) {
    if (taken[i]) continue;
    std::string differs = difference(wanted, facts_of(commitments[i]));
    if (best.found && differs.size() >= best.difference.size()) continue;
    best = {i, std::move(differs), true};
  }
  return best;
}

}  // namespace

Diagnostics ExampleChecker::check(const PackBlock& block, bool first_only) const {
  Diagnostics out;
  const bool rule = block.block->kind == RuleKey::Rule;
  if (!rule && is_of_mentions(*block.block)) {
    check_typed_examples(block, pack_, [&](const ZonedArticle& zoned) {
      return segment(zoned, pack_.words, pack_.abbreviations, {});
    }, out);
    return out;
  }
  for (const RuleExample& example : block.block->examples) {
    if (rule) {
      check_rule(block, example, out);
    } else {
      check_groups(block, example, out);
    }
    if (first_only && !out.ok()) break;
  }
  return out;
}

void ExampleChecker::check_rule(const PackBlock& block, const RuleExample& example,
                                Diagnostics& out) const {
  const std::string& id = block.block->id.text;
  const std::vector<Commitment> commitments = run_(pack_, article_of(block, example));
  const auto by_it = [&](const Commitment& commitment) { return names(commitment.rules, id); };
  const bool fires = std::any_of(commitments.begin(), commitments.end(), by_it);
  if (!example.yes) {
    if (fires) block.file->fault(out, example.text, 0, fmt::format("rule '{}' fires here", id), what_it_gives(commitments));
    return;
  }
  std::vector<bool> taken(commitments.size(), false);
  for (const RuleValue& result : example.results) {
    if (result.text == kNone) {
      if (!commitments.empty()) block.file->fault(out, result, 0, "the sentence gives a record", what_it_gives(commitments));
      return;
    }
    std::optional<FactsFault> fault;
    const Facts wanted = parse_facts(result.text, commitment_keys(), fault);
    if (fault) {
      block.file->fault(out, result, fault->offset, fault->message, fault->hint);
      continue;
    }
    const Best best = best_fit(wanted, commitments, taken);
    if (!best.found) {
      block.file->fault(out, result, 0, "the sentence gives no such record", what_it_gives(commitments));
    } else if (!best.difference.empty()) {
      block.file->fault(out, result, 0, best.difference, what_it_gives(commitments));
    } else {
      taken[best.index] = true;
    }
  }
  if (!fires && !by_any_rule_) {
    block.file->fault(out, example.text, 0, fmt::format("rule '{}' does not fire here", id),
                      what_it_gives(commitments));
  }
}

void ExampleChecker::check_groups(const PackBlock& block, const RuleExample& example,
                                  Diagnostics& out) const {
  const std::string& id = block.block->id.text;
  const TypedPattern* pattern = pack_.patterns.find(id);
  const std::string& text = example.text.text;
  const std::optional<PatternMatch> match = pattern == nullptr ? std::nullopt : pattern->find(text);
  if (match.has_value() != example.yes) {
    block.file->fault(out, example.text, 0,
                      fmt::format("pattern '{}' {} here", id, match ? "matches" : "does not match"),
                      match ? fmt::format("it finds: {}", quote(text, match->span())) : std::string());
    return;
  }
  if (!match) return;
  for (const RuleValue& result : example.results) {
    std::optional<FactsFault> fault;
    const Facts wanted = parse_facts(result.text, {}, fault);
    if (fault) {
      block.file->fault(out, result, fault->offset, fault->message, fault->hint);
      continue;
    }
    for (const auto& [group, values] : wanted) {
      const std::string value = fmt::format("{}", fmt::join(values, ","));
      if (match->group(group) == value) continue;
      block.file->fault(out, result, 0, fmt::format("{}={} instead of {}", group, match->group(group), value));
    }
  }
}

}  // namespace coopmine
