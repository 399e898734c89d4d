// A file of rules as it is written.
#include "fuzz/fuzz.h"
#include "rulepack/rules_file.h"

using namespace coopmine;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Diagnostics faults;
  const RulesFile file = parse_rules("x.rules", fuzz::view(data, size), faults);
  for (const RuleBlock& block : file.blocks) {
    file.fault(faults, block.id, block.id.text.size(), "seen");
    for (const RuleEntry& entry : block.entries) {
      fuzz::require(!entry.value.pieces.empty(), "every value stands somewhere");
      const RuleValue joined = entry.value.without_joints();
      for (std::size_t at = 0; at <= joined.text.size(); ++at) {
        fuzz::require(joined.place(at).line >= block.id.line(), "places lie in the block");
      }
    }
    (void)block.settings();
  }
  for (const Diagnostic& fault : faults.errors()) fuzz::require(!format(fault).empty(), "faults can be shown");
  return 0;
}
