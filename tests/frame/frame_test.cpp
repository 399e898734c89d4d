#include "frame/frame.h"
#include "phrase/sentence.h"

using namespace coopmine;
using coopmine::test::OneSentence;
using coopmine::test::shipped;

namespace {

std::vector<Frame> frames(const OneSentence& s) {
  return find_frames(s.article.text, s.segmented, s.mentions, s.phrased, shipped());
}

// The frame whose anchor has this lemma; fails the test when there is none.
Frame frame_of(const OneSentence& s, const std::string& lemma) {
  for (const Frame& f : frames(s))
    if (f.lemma == lemma) return f;
  FAIL("no frame of " << lemma << " in: " << s.article.text);
  return {};
}

std::string filler(const OneSentence& s, const Frame& f, const std::string& function) {
  for (const Filler& x : f.fillers)
    if (x.function == function) return s.mentions.all[x.mention].actor.id;
  return "";
}

}  // namespace

TEST_CASE("the clause gives the parties by function") {
  const OneSentence s("Tokyo will give Ukraine 20 generators.");
  const Frame f = frame_of(s, "give");
  CHECK(f.type == CommitmentType::Aid);
  CHECK(f.status == Status::Pledged);
  CHECK(filler(s, f, "subject") == "JPN");
  CHECK(filler(s, f, "object") == "UKR");
}

TEST_CASE("a passive verb has its doer behind by") {
  const OneSentence s("Mali was given 20 generators by Japan.");
  const Frame f = frame_of(s, "give");
  CHECK(filler(s, f, "by") == "JPN");
  CHECK(filler(s, f, "object") == "MLI");
}

TEST_CASE("operators compose the status, outermost first") {
  struct Row {
    const char* text;
    const char* lemma;
    Status status;
  };
  const Row rows[] = {
      {"Japan plans to pledge to continue supporting Ukraine.", "support", Status::Planned},
      {"Japan supported Ukraine.", "support", Status::Fulfilled},
      {"Japan will support Ukraine.", "support", Status::Pledged},
      {"Japan offered to support Ukraine.", "support", Status::Proposed},
      {"Japan and Ukraine signed a treaty.", "sign", Status::Concluded},
      {"Japan and Ukraine will sign a treaty.", "sign", Status::Planned},
      {"Japan and Ukraine agreed to sign a treaty.", "sign", Status::Planned},
      {"Japan may support Ukraine.", "support", Status::Possible},
      {"Japan will not support Ukraine.", "support", Status::Ended},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const OneSentence s(row.text);
    CHECK(name(frame_of(s, row.lemma).status) == name(row.status));
  }
}

TEST_CASE("who is urged acts, who urges asks") {
  const OneSentence s("Mali urged Japan to provide wheat.");
  const Frame f = frame_of(s, "provide");
  CHECK(f.status == Status::Proposed);
  CHECK(filler(s, f, "subject") == "JPN");
  REQUIRE(f.asker >= 0);
  CHECK(s.mentions.all[static_cast<std::size_t>(f.asker)].actor.id == "MLI");
}

TEST_CASE("a clause lies inside its sentence and holds its trigger") {
  for (const char* text : {"Japan signed a treaty with Mali and pledged $5 million for schools.", "Talks between Japan and Mali.",
                           "After the visit, Japan, which had promised aid, sent experts to Mali; France did not.", "sign sign sign"}) {
    const OneSentence s(text);
    for (const Frame& f : frames(s)) {
      CHECK(f.begin < f.end);
      CHECK(f.end <= s.segmented.sentences.front().last);
      CHECK(s.segmented.tokens[f.begin].span.begin <= f.trigger.begin);
      CHECK(f.trigger.end <= s.article.text.size());
      CHECK(f.anchor < f.end);
    }
  }
}
