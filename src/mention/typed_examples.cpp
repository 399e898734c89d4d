#include "mention/typed_examples.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "mention/date.h"
#include "mention/duration.h"
#include "mention/money.h"
#include "mention/typed.h"

namespace coopmine {
namespace {

class ExampleRunner {
 public:
  ExampleRunner(const PackBlock& block, const RulePack& pack, const SegmentArticle& segment,
                Diagnostics& diagnostics)
      : file_(*block.file), block_(*block.block), pack_(pack), segment_(segment), diagnostics_(diagnostics) {}

  void run() {
    pattern_ = pack_.patterns.find(block_.id.text);
    if (pattern_ == nullptr || family().empty()) return;
    for (const RuleExample& example : block_.examples) {
      const std::vector<Mention> found = find(example);
      example.yes ? check_yes(example, found) : check_no(example, found);
    }
  }

 private:
  // "money" of "money-before".
  [[nodiscard]] std::string family() const {
    const std::string& type = pattern_->type();
    for (const char* name : {"money", "date", "duration"})
      if (type == name || type.starts_with(std::string(name) + "-")) return name;
    return {};
  }
  [[nodiscard]] bool is_helper() const { return pattern_->type() != family(); }

  [[nodiscard]] std::vector<Mention> find(const RuleExample& example) const {
    Article article;
    article.text = example.text.text;
    ZonedArticle zoned;
    zoned.article = &article;
    zoned.date = example.date;
    zoned.blocks.push_back({{0, static_cast<std::uint32_t>(article.text.size())}, Zone::Body, BlockKind::Paragraph});
    const Segmented segmented = segment_(zoned);
    std::vector<Mention> mentions;
    if (family() == "money") find_money(article.text, segmented, example.date, pack_, mentions);
    if (family() == "date") find_dates(article.text, segmented, example.date, pack_, mentions);
    if (family() == "duration") find_durations(article.text, segmented, pack_, mentions);
    return mentions;
  }

  void check_yes(const RuleExample& example, const std::vector<Mention>& found) {
    std::vector<std::string> wanted;
    for (const RuleValue& result : example.results) wanted.push_back(result.text);
    std::vector<std::string> got;
    for (const Mention& mention : found) got.push_back(value_text(mention));
    if (got != wanted) {
      file_.fault(diagnostics_, example.text, 0,
                  fmt::format("'{}' finds [{}] here, not [{}]", block_.id.text, fmt::join(got, ", "),
                              fmt::join(wanted, ", ")));
      return;
    }
    const bool silent = pattern_->constant("value") == "none";
    if (is_helper() || silent || has_rule(found)) return;
    std::vector<std::string> rules;
    for (const Mention& mention : found) rules.emplace_back(mention.rule);
    file_.fault(diagnostics_, example.text, 0,
                fmt::format("'{}' finds nothing here; the values come from [{}]", block_.id.text, fmt::join(rules, ", ")));
  }

  void check_no(const RuleExample& example, const std::vector<Mention>& found) {
    const bool hit = is_helper() ? std::any_of(found.begin(), found.end(), [&](const Mention& m) { return has_setting(m); })
                                 : has_rule(found);
    if (hit) file_.fault(diagnostics_, example.text, 0, fmt::format("'{}' must find nothing here", block_.id.text));
  }

  [[nodiscard]] bool has_rule(const std::vector<Mention>& found) const {
    return std::any_of(found.begin(), found.end(), [&](const Mention& m) { return m.rule == block_.id.text; });
  }
  [[nodiscard]] bool has_setting(const Mention& mention) const {
    const std::string text = value_text(mention);
    const std::string& approx = pattern_->constant("approx");
    const std::string& flag = pattern_->constant("flag");
    return (!approx.empty() && text.find(" " + approx) != std::string::npos) ||
           (!flag.empty() && text.find(" " + flag) != std::string::npos);
  }

  const RulesFile& file_;
  const RuleBlock& block_;
  const RulePack& pack_;
  const SegmentArticle& segment_;
  Diagnostics& diagnostics_;
  const TypedPattern* pattern_ = nullptr;
};

}  // namespace

void check_typed_examples(const PackBlock& block, const RulePack& pack, const SegmentArticle& segment,
                          Diagnostics& diagnostics) {
  ExampleRunner(block, pack, segment, diagnostics).run();
}

}  // namespace coopmine
