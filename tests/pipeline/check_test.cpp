#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <unistd.h>

#include "pipeline/check.h"

using namespace coopmine;
namespace fs = std::filesystem;

namespace {

// A folder that extends the shipped rules by one file, mine.rules.
class OwnRules {
 public:
  explicit OwnRules(std::string_view rules) {
    std::string name = (fs::temp_directory_path() / "coopmine-check-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
    put("pack.rules", "pack mine\nversion 1\nextends shipped\n");
    put("mine.rules", rules);
  }
  OwnRules(const OwnRules&) = delete;
  OwnRules& operator=(const OwnRules&) = delete;
  ~OwnRules() {
    std::error_code error;
    fs::remove_all(path_, error);
  }

  // The faults that check finds in mine.rules, without the folder's path.
  std::string faults(bool mutate, const ExampleRunner& run) const {
    CheckConfig config;
    config.source.folder = path_.string();
    config.mutate = mutate;
    const CheckReport report = check_pack(config, run);
    std::string out;
    for (Diagnostic error : report.faults.errors()) {
      if (!error.file.starts_with(path_.string())) continue;
      error.file = error.file.substr(path_.string().size() + 1);
      out += format(error) + "\n";
    }
    return out;
  }

 private:
  void put(const std::string& name, std::string_view text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
  }
  fs::path path_;
};

// One pledge by rule mine.gives in every text with "gives", its receiver by the text.
std::vector<Commitment> pretend(const RulePack& pack, const Article& article) {
  std::vector<Commitment> run;
  const bool there = std::any_of(pack.blocks.begin(), pack.blocks.end(), [](const PackBlock& entry) {
    return entry.block->id.text == "mine.gives";
  });
  if (!there || article.text.find("gives") == std::string::npos) return run;
  Commitment commitment;
  commitment.type = CommitmentType::Aid;
  Party giver;
  giver.role = Role::Giver;
  giver.id = "JPN";
  commitment.parties.push_back(giver);
  commitment.rules = {"mine.gives"};
  run.push_back(commitment);
  return run;
}

}  // namespace

TEST_CASE("examples that come out as told are no fault") {
  const OwnRules rules(R"(
pattern mine.number
  type    zone
  match   (?P<n>\d+) apples
  unless  no \d+ apples
  yes     She had 3 apples.
  =>      n=3
  no      She had no 3 apples.
rule mine.gives
  match   {giver:ACTORS} {@active}
  yes     Japan gives help.
  =>      type=aid giver=JPN
  no      Japan takes help.
)");
  CHECK(rules.faults(false, pretend) == "");
}

TEST_CASE("an example that comes out otherwise is shown with what it gives") {
  const OwnRules rules(R"(
pattern mine.number
  type    zone
  match   (?P<n>\d+) apples
  yes     She had 3 apples.
  =>      n=4
  yes     She had pears.
  no      She had 3 apples.
rule mine.gives
  match   {giver:ACTORS} {@active}
  yes     Japan gives help.
  =>      type=aid giver=KOR
  =>      type=aid
  yes     Japan hands out help.
  no      Japan gives up.
)");
  CHECK(rules.faults(false, pretend) ==
        "mine.rules:6:11: error: n=3 instead of 4\n    6 |   =>      n=4\n      |           ^\n"
        "mine.rules:7:11: error: pattern 'mine.number' does not match here\n    7 |   yes     She had pears.\n"
        "      |           ^\n"
        "mine.rules:8:11: error: pattern 'mine.number' matches here\n    8 |   no      She had 3 apples.\n"
        "      |           ^\n      = it finds: 3 apples\n"
        "mine.rules:12:11: error: giver=JPN instead of KOR\n   12 |   =>      type=aid giver=KOR\n"
        "      |           ^\n      = it gives: giver=JPN status=pledged type=aid by mine.gives\n"
        "mine.rules:14:11: error: rule 'mine.gives' does not fire here\n   14 |   yes     Japan hands out help.\n"
        "      |           ^\n      = it gives no record\n"
        "mine.rules:15:11: error: rule 'mine.gives' fires here\n   15 |   no      Japan gives up.\n"
        "      |           ^\n      = it gives: giver=JPN status=pledged type=aid by mine.gives\n");
}

TEST_CASE("two rules of one pattern are lint") {
  const OwnRules rules(
      "pattern mine.a\n type zone\n match x\n yes x\npattern mine.b\n type zone\n match x\n yes x\n");
  CHECK(rules.faults(false, pretend) ==
        "mine.rules:7:8: error: 'mine.a' has the same pattern\n    7 |  match x\n      |        ^\n"
        "      = remove one of them\n");
}
