#include "convert/brat.h"
#include "convert/brat_lines.h"
#include "convert/sample.h"

using namespace coopmine;

namespace {

// Articles that stand on a shelf in order, as inputs do.
class Shelf {
 public:
  explicit Shelf(std::vector<ArticleText> articles) : articles_(std::move(articles)) {}

  std::optional<ArticleText> find(const RecordDoc& doc, const std::function<void(const ArticleText&)>& between) {
    while (at_ < articles_.size()) {
      const ArticleText& article = articles_[at_++];
      if (article.id == doc.id) return article;
      between(article);
    }
    return std::nullopt;
  }

 private:
  std::vector<ArticleText> articles_;
  std::size_t at_ = 0;
};

Losses convert(const sample::Folder& folder, Shelf shelf, const std::vector<CommitmentRecord>& records) {
  const auto converter = brat_converter(folder.path("out"), [&](const RecordDoc& doc, const auto& between) { return shelf.find(doc, between); });
  for (const CommitmentRecord& record : records) converter->add(record);
  converter->finish();
  return converter->losses();
}

ArticleText article(std::string id, std::string text = sample::kArticle) { return {std::move(id), std::move(text), {}}; }

}  // namespace

TEST_CASE("the lines of a record; words over two lines are two pieces") {
  BratLines lines(U"Norway helps Kenya\n\nNorway will give Kenya over $2.5 million\nfor wells by 2030, an envoy said.\n");
  lines.add(sample::full());
  CHECK(lines.lines() ==
        "T1\tAid 27 36\twill give\n"
        "T2\tActor 20 26\tNorway\nN1\tReference T2 coopmine:NOR\tNorway\n"
        "T3\tActor 37 42\tKenya\nN2\tReference T3 coopmine:KEN\tKenya\n"
        "T4\tActor 20 26\tNorway\nN3\tReference T4 coopmine:NOR\tNorway\n"
        "T5\tSector 65 70\twells\n#1\tAnnotatorNotes T5\twater\n"
        "T6\tInstrument 27 36\twill give\n#2\tAnnotatorNotes T6\tplan\n"
        "T7\tMoney 48 60\t$2.5 million\n#3\tAnnotatorNotes T7\tUSD 2500000\n"
        "T8\tMoney 27 36\twill give\n#4\tAnnotatorNotes T8\tNOK 0.5\nA1\tCumulative T8\n"
        "T9\tDate 71 78\tby 2030\n#5\tAnnotatorNotes T9\t/2030\n"
        "T10\tDuration 27 36\twill give\n#6\tAnnotatorNotes T10\tP10Y\n"
        "T11\tQuote 27 60;61 70\twill give Kenya over $2.5 million for wells\n"
        "E1\tAid:T1 Giver:T2 Receiver:T3 Initiator:T4 Sector:T5 Instrument:T6 Amount:T7 Amount:T8 Date:T9 Duration:T10 Quote:T11\n"
        "A2\tStatus E1 pledged\n");
}

TEST_CASE("words outside of the article are a fault, not a wrong file") {
  BratLines lines(U"short");
  CHECK_THROWS_AS(lines.add(sample::full()), ConvertFailed);
}

TEST_CASE("a pair of files an article, those without records too") {
  const sample::Folder folder;
  CommitmentRecord second = sample::full();
  second.doc.id = "other/pledge.txt";
  CommitmentRecord third = sample::full();
  third.doc.id = "gone.txt";
  const Losses losses = convert(folder, Shelf({article("quiet.txt", "Nothing.\n"), article("news/pledge.txt"), article("other_pledge.txt", "Nothing.\n"),
                                               article("other/pledge.txt"), article("last.txt", "Nothing.\n")}),
                                {sample::full(), sample::full(), second, third});
  CHECK(folder.shell("cd out && ls") ==
        "annotation.conf\nlast.ann\nlast.txt\nother_pledge.ann\nother_pledge.txt\npledge-2.ann\npledge-2.txt\n"
        "pledge.ann\npledge.txt\nquiet.ann\nquiet.txt\n");
  CHECK(folder.text("out/pledge.txt") == sample::kArticle);
  CHECK(folder.shell("grep -c ^E out/pledge.ann") == "2\n");
  CHECK(folder.text("out/quiet.ann").empty());
  CHECK(folder.shell("grep -c ^E out/pledge-2.ann") == "1\n");
  CHECK(losses.at("articles left out: their text was not found") == 1);
  CHECK(folder.text("out/annotation.conf").find("Status Arg:<EVENT>, Value:fulfilled|concluded|") != std::string::npos);
}

TEST_CASE("an article that changed is left out; a folder with files in it is refused") {
  const sample::Folder folder;
  ArticleText changed = article("news/pledge.txt");
  changed.sha256 = std::string(64, 'b');
  const Losses losses = convert(folder, Shelf({changed}), {sample::full()});
  CHECK(losses.at("articles left out: their text is not the one that the records were made from") == 1);
  CHECK_FALSE(std::filesystem::exists(folder.path("out/pledge.ann")));
  CHECK_THROWS_AS(convert(folder, Shelf({}), {}), ConvertFailed);
}
