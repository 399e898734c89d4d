#include "mention/typed_examples.h"

#include "mention/typed_helper.h"

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
