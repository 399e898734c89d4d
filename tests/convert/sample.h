// Records and foreign readers for the tests of convert/.
#pragma once

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <doctest/doctest.h>

#include "convert/converter.h"
#include "record/record_source.h"

namespace coopmine::sample {

inline const std::string kArticle = "Norway helps Kenya\n\nNorway will give Kenya over $2.5 million\nfor wells by 2030, an envoy said.\n";

// Every slot filled; offsets are those of kArticle.
inline CommitmentRecord full() {
  CommitmentRecord r;
  r.id = "0123456789abcdef";
  r.doc = {"news/pledge.txt", "Norway helps Kenya", "2024-06-08", "dateline", "en", std::string(64, 'a'), {}};
  r.type = "aid";
  r.status = "pledged";
  r.act = "give";
  r.parties.resize(2);
  RecordParty& giver = r.parties[0];
  giver.role = "giver";
  giver.id = "NOR";
  giver.name = "Norway";
  giver.kind = "state";
  giver.organ = "government";
  giver.text = "Norway";
  giver.span = CodeSpan{20, 26};
  RecordParty& receiver = r.parties[1];
  receiver.role = "receiver";
  receiver.id = "KEN";
  receiver.name = "Kenya";
  receiver.kind = "state";
  receiver.text = "Kenya";
  receiver.span = CodeSpan{37, 42};
  r.initiator = giver;
  r.initiator->role.clear();
  r.sectors.resize(1);
  r.sectors[0].value = "water";
  r.sectors[0].text = "wells";
  r.sectors[0].span = CodeSpan{65, 70};
  r.instrument.emplace().kind = "plan";
  r.amounts.resize(2);
  r.amounts[0].value = 2500000;
  r.amounts[0].currency = "USD";
  r.amounts[0].approx = "over";
  r.amounts[0].text = "$2.5 million";
  r.amounts[0].span = CodeSpan{48, 60};
  r.amounts[1].value = 0.5;
  r.amounts[1].currency = "NOK";
  r.amounts[1].cumulative = true;
  r.dates.resize(1);
  r.dates[0].value = "/2030";
  r.dates[0].text = "by 2030";
  r.dates[0].span = CodeSpan{71, 78};
  r.duration.emplace().value = "P10Y";
  r.attribution.emplace().name = "an envoy";
  r.attribution->certainty = "reported";
  r.evidence.resize(1);
  r.evidence[0].text = "will give Kenya over $2.5 million\nfor wells";
  r.evidence[0].span = {27, 70};
  r.evidence[0].sentence = 2;
  r.evidence[0].zone = "lead";
  r.evidence[0].trigger = {"will give", CodeSpan{27, 36}};
  r.evidence[0].lemma = "give";
  r.rules = {"active.gives", "money.sign"};
  r.confidence = 0.91;
  r.codes = {"AGREE", "033", "12", "Pipeline: Pledge", {"140"}};
  return r;
}

inline RecordParty party(std::string role, std::string id, std::string name, std::string kind = "state") {
  RecordParty p;
  p.role = std::move(role);
  p.id = std::move(id);
  p.name = std::move(name);
  p.kind = std::move(kind);
  return p;
}

// Words that a careless format would break on or run.
inline CommitmentRecord hostile() {
  CommitmentRecord r = full();
  r.id = "fedcba9876543210";
  r.doc.id = "a,b \"c\".txt";
  r.doc.title = "=HYPERLINK(\"x\")";
  r.type = "agreement";
  r.status = "concluded";
  r.parties = {party("party", "", "@Acme, Plc; <b>&\"'", "company"), party("party", "EU", "European Union", "organisation"),
               party("party", "MLI", "Mali")};
  r.amounts.clear();
  r.evidence[0].text = "-signed\r\nthe \"deal\"\t</script><script>alert(1)</script> \x01 caf\xC3\xA9";
  return r;
}

inline std::string file_text(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

// A folder of its own, and commands run in it.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "coopmine-convert-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }

  [[nodiscard]] std::string path(const std::string& name = {}) const { return (path_ / name).string(); }
  void write(const std::string& name, const std::string& text) const { std::ofstream(path_ / name, std::ios::binary) << text; }
  [[nodiscard]] std::string text(const std::string& name) const { return file_text(path_ / name); }
  // What the command says; it must end well.
  [[nodiscard]] std::string shell(const std::string& command) const {
    const int code = std::system(("cd '" + path() + "' && (" + command + ") > .out 2> .err").c_str());
    INFO(command, "\n", text(".err"));
    CHECK(code == 0);
    return text(".out");
  }

 private:
  std::filesystem::path path_;
};

// Everything that a converter writes for the records.
template <class Make>
std::string converted(Make make, const std::vector<CommitmentRecord>& records, Losses* losses = nullptr) {
  std::string out;
  auto converter = make([&](std::string_view text) { out += text; });
  for (const CommitmentRecord& record : records) converter->add(record);
  converter->finish();
  if (losses != nullptr) *losses = converter->losses();
  return out;
}

}  // namespace coopmine::sample
