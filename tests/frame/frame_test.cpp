#include "frame/frame.h"
#include "phrase/sentence.h"

using namespace coopmine;
using coopmine::test::OneSentence;
using coopmine::test::shipped_pack;

namespace {

std::vector<Frame> frames(const OneSentence& s) {
  return find_frames(s.article.text, s.segmented, s.mentions, s.phrased, shipped_pack(), LastResort::None);
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

TEST_CASE("who is said to say so") {
  struct Row {
    const char* text;
    const char* lemma;
    const char* words;    // "" for nobody
    const char* speaker;  // id of the mention; "" for nobody who is known
  };
  const Row rows[] = {
      {"Sources said Japan will support Ukraine.", "support", "Sources said", ""},
      {"The Japanese foreign ministry said Japan will support Ukraine.", "support", "The Japanese foreign ministry said", "JPN"},
      {"On Monday the EU stressed that Japan will support Ukraine.", "support", "the EU stressed", "EU"},
      {"Japan will support Ukraine, the European Union said on Monday.", "support", "the European Union said", "EU"},
      {"Japan will support Ukraine, said the European Union.", "support", "said the European Union", "EU"},
      {"Japan will support Ukraine, bank officials said.", "support", "bank officials said", ""},
      {"Japan, the European Union said, will support Ukraine.", "support", "the European Union said", "EU"},
      {"Japan will support Ukraine, according to the European Union.", "support", "according to the European Union", "EU"},
      {"According to officials, Japan will support Ukraine.", "support", "According to officials", ""},
      {"Japan announced a loan to Ukraine.", "announce", "Japan announced", "JPN"},
      {"Japan will support Ukraine.", "support", "", ""},
      {"Japan is expected to say it will support Ukraine.", "support", "", ""},
      {"According to the treaty, Japan will support Ukraine.", "support", "", ""},
      {"Japan supports Ukraine, which said it was glad.", "support", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    const OneSentence s(row.text);
    const Frame f = frame_of(s, row.lemma);
    CHECK(quote(s.article.text, f.report) == std::string(row.words));
    CHECK((f.speaker < 0 ? std::string() : s.mentions.all[static_cast<std::size_t>(f.speaker)].actor.id) == row.speaker);
    CHECK_FALSE(f.quoted);
  }
}

TEST_CASE("a quotation holds a clause, between marks or up to one") {
  const auto quoted = [](const char* text) {
    const OneSentence s(text);
    return frame_of(s, "support").quoted;
  };
  CHECK(quoted("\"Japan will support Ukraine,\" he said."));
  CHECK(quoted("\u201cJapan will support Ukraine,\u201d he said."));
  CHECK(quoted("He said: \"Japan will support Ukraine.\""));
  CHECK(quoted("Japan will support Ukraine,\u201d he said."));
  CHECK(quoted("\u201cJapan will support Ukraine."));
  CHECK_FALSE(quoted("Japan will \"support\" Ukraine."));
  CHECK_FALSE(quoted("\"Peace is near,\" he said, and Japan will support Ukraine."));
  const OneSentence alone("\u201cJapan will support Ukraine and Mali.\u201d");
  CHECK(quote(alone.article.text, frame_of(alone, "support").report) == "Japan will support Ukraine and Mali.");
  const OneSentence s("\"We believe Japan will support Ukraine,\" the European Union said.");
  CHECK(quote(s.article.text, frame_of(s, "support").report) == "the European Union said");
}

TEST_CASE("a sentence in which no table finds an act has a frame on its predicate, when that is asked for") {
  const OneSentence s("The minister said Japan invaded Mali.");
  CHECK(frames(s).empty());
  const auto found = find_frames(s.article.text, s.segmented, s.mentions, s.phrased, shipped_pack(), LastResort::Predicate);
  REQUIRE(found.size() == 1);
  CHECK(found.front().lemma == "invade");
  CHECK(filler(s, found.front(), "subject") == "JPN");
  const OneSentence known("Tokyo will give Ukraine 20 generators.");
  CHECK(find_frames(known.article.text, known.segmented, known.mentions, known.phrased, shipped_pack(), LastResort::Predicate).size() == frames(known).size());
}

TEST_CASE("a list without an end has sixteen frames") {
  std::string text = "Japan gave Mali aid";
  for (int i = 0; i < 30; ++i) text += " and signed a treaty with Peru";
  const OneSentence s(text + ".");
  CHECK(frames(s).size() == 16);
}
