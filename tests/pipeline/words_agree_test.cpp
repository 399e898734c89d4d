// Lexicon forms and running text must be cut into the same words, or a form would never be found.
#include <doctest/doctest.h>

#include "rulepack/pack.h"
#include "rulepack/pack_files.h"
#include "rulepack/tsv.h"
#include "segment/segment.h"

using namespace coopmine;

namespace {

std::vector<std::string> as_text(const std::string& form) {
  Article article;
  article.text = form;
  ZonedArticle zoned;
  zoned.article = &article;
  zoned.blocks.push_back({{0, static_cast<std::uint32_t>(form.size())}, Zone::Body, BlockKind::Paragraph});
  const Vocabulary words;
  std::vector<std::string> out;
  for (const Token& token : segment(zoned, words, {}, {}).tokens) out.push_back(fold(quote(form, token.span)));
  return out;
}

}  // namespace

TEST_CASE("segmentation and lexicons agree on forms of every shape") {
  for (const std::string form : {"C\u00f4te d\u2019Ivoire", "U.S.", "Japan's", "Japan-Ukraine", "K. Abe",
                                 "A$1.9 billion", "15.8bn", "S\u00e3o Tom\u00e9 & Pr\u00edncipe", "Xi'an", "AT&T", "states'",
                                 "9/11", "co-operation", "e-government", "G7+", "\u20ac500m", "D.C.-based"}) {
    CAPTURE(form);
    CHECK(as_text(form) == split_words(form));
  }
}

TEST_CASE("segmentation and lexicons agree on every form of the shipped tables") {
  Diagnostics diagnostics;
  const PackFolder folder =
      read_pack_folder(find_shipped_rules(diagnostics), "rules", "en", diagnostics);
  REQUIRE(diagnostics.ok());
  std::size_t forms = 0;
  for (const TableSpec& spec : table_specs()) {
    const PackFile* file = folder.find(spec.file);
    if (file == nullptr || spec.file.starts_with("codes/") || spec.file == "abbreviations.tsv") continue;
    const Table table = parse_table(file->path, file->text, spec.columns, diagnostics);
    for (const std::string& column : spec.columns) {
      if (!column.ends_with("forms") && column != "form" && column != "lemma") continue;
      for (const Row& row : table.rows) {
        for (const std::string& form : split_cell(table.cell(row, column))) {
          CAPTURE(form);
          CAPTURE(spec.file);
          // A clitic is one only behind a word.
          const std::string text = form.starts_with('\'') ? "Japan" + form : form;
          CHECK(as_text(text) == split_words(text));
          ++forms;
        }
      }
    }
  }
  CHECK(forms > 1000);
}
