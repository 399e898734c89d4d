#include "mention/typed_examples.h"

#include "mention/typed_helper.h"
#include "rulepack/pattern_types.h"

using namespace coopmine;
using namespace coopmine::test;

TEST_CASE("every example of the typed patterns holds") {
  Diagnostics diagnostics;
  std::size_t blocks = 0;
  for (const PackBlock& block : shipped_pack().blocks) {
    check_typed_examples(block, shipped_pack(), segment_text, diagnostics);
    blocks += block.block->kind == RuleKey::Pattern ? 1U : 0U;
  }
  CHECK(blocks > 40);
  CHECK_MESSAGE(diagnostics.ok(), all_faults(diagnostics));
}

TEST_CASE("every word that rules may give as a need is one that sentences can meet") {
  std::size_t words = 0;
  for (const PatternType& type : pattern_types())
    for (const PatternSetting& setting : type.settings)
      if (setting.name == "needs")
        for (const std::string& word : setting.values) {
          CAPTURE(word);
          CHECK(need_named(word).has_value());
          ++words;
        }
  CHECK(words > 0);
  CHECK_FALSE(need_named("figures").has_value());
}
