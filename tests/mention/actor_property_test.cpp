// The finder against a slow one, and laws that hold for any text.
#include <algorithm>
#include <random>

#include "mention/actor_atoms.h"
#include "mention/actor_helper.h"

using namespace coopmine;
using namespace coopmine::test;

namespace {

const std::vector<std::string>& pieces() {
  static const std::vector<std::string> words{
      "Japan", "the", "Republic", "of", "Korea", "South", "Korean", "U.S.", "government", "Foreign", "Ministry",
      "president", "President", "Fumio", "Kishida", "'s", "-", ",", "and", "in", "Tokyo", "Bank", "University",
      "Corp", "United", "Nations", "States", "European", "Commission", "Union", "former", "two", "countries", "they",
      "minister", "for", "Trade", "Industry", "said", "Kovalenko", "new", "Georgia", "Michael", "Jordan", ".", "Sino",
      "based", "EU", "to", "visit", "Ambassador", "Mr", "\u00c5se", "\u2019s", "12", "(", "Japanese", "side"};
  return words;
}

std::string random_text(std::mt19937& random) {
  std::string text = random() % 8 == 0 ? "# " : "";
  const std::size_t count = 1 + random() % 60;
  for (std::size_t i = 0; i < count; ++i) {
    text += pieces()[random() % pieces().size()];
    if (random() % 6 != 0) text += random() % 30 == 0 ? "\n" : " ";
  }
  return text;
}

// Every form of the tables, as a list of words.
std::vector<std::pair<std::vector<std::string>, std::uint32_t>> all_names() {
  std::vector<std::pair<std::vector<std::string>, std::uint32_t>> names;
  const auto add = [&](const std::string& cell) {
    for (std::string form : split_cell(cell)) {
      if (form.starts_with('=')) form.erase(0, 1);
      std::vector<std::string> words = split_words(form);
      std::vector<WordId> ids;
      for (const std::string& word : words) ids.push_back(actor_world().words.find(word));
      names.emplace_back(words, actor_world().actors.names.find(ids));
    }
  };
  Diagnostics diagnostics;
  for (const auto& [text, columns, used] :
       {std::tuple{kActors, actor_columns(), std::vector<std::string>{"name", "forms", "adjectives", "demonyms", "capitals"}},
        std::tuple{kPersons, person_columns(), std::vector<std::string>{"name", "forms"}},
        std::tuple{kTraps, trap_columns(), std::vector<std::string>{"form"}}}) {
    const Table table = parse_table("t", text, columns, diagnostics);
    for (const Row& row : table.rows)
      for (const std::string& column : used) add(std::string(table.cell(row, column)));
  }
  return names;
}

}  // namespace

TEST_CASE("the trie finds what a walk through all names finds") {
  const auto names = all_names();
  std::mt19937 random(20240608);
  for (int round = 0; round < 300; ++round) {
    ActorArticle article;
    read_actors(article, random_text(random), "2023-05-10");
    const auto& tokens = article.segmented.tokens;
    std::vector<std::string> folded;
    for (const Token& token : tokens) folded.push_back(fold(quote(article.article.text, token.span)));
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      std::size_t length = 0;
      std::uint32_t payload = Trie::kNone;
      for (const auto& [words, id] : names) {
        const bool there = words.size() <= tokens.size() - at &&
                           std::equal(words.begin(), words.end(), folded.begin() + static_cast<std::ptrdiff_t>(at));
        if (there && words.size() > length) {
          length = words.size();
          payload = id;
        }
      }
      const Trie::Match match = actor_world().actors.names.longest(tokens, at, tokens.size());
      REQUIRE(match.length == length);
      REQUIRE(match.payload == payload);
    }
  }
}

TEST_CASE("mentions of any text are in order, apart, inside one sentence, and the same twice") {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    const std::string text = random_text(random);
    CAPTURE(text);
    ActorArticle article;
    read_actors(article, text, round % 3 == 0 ? "" : "2023-05-10");
    std::uint32_t before = 0;
    for (const Mention& mention : article.mentions) {
      REQUIRE(mention.first >= before);
      REQUIRE(mention.last > mention.first);
      before = mention.last;
      const auto& tokens = article.segmented.tokens;
      REQUIRE(mention.span == Span{tokens[mention.first].span.begin, tokens[mention.last - 1].span.end});
      const auto& sentences = article.segmented.sentences;
      REQUIRE(std::any_of(sentences.begin(), sentences.end(), [&](const Sentence& s) {
        return s.first <= mention.first && mention.last <= s.last;
      }));
      const bool generic = mention.actor.form == ActorForm::Generic;
      REQUIRE(generic == !mention.actor.generic.empty());
      REQUIRE(!(generic && !mention.actor.id.empty()));
      REQUIRE(!mention.rule.empty());
    }
    ActorArticle again;
    read_actors(again, text, round % 3 == 0 ? "" : "2023-05-10");
    REQUIRE(again.mentions.size() == article.mentions.size());
  }
}

TEST_CASE("faults of the tables are told where they stand") {
  const auto fault = [](const std::string& actors, const std::string& roles) {
    Diagnostics diagnostics;
    Vocabulary words;
    const Table a = parse_table("actors.tsv", "id\tkind\tname\tforms\tadjectives\tdemonyms\tcapitals\torgan\tfrom\tto\n" + actors,
                                actor_columns(), diagnostics);
    const Table p = parse_table("persons.tsv", "name\tforms\tid\toffice\tfrom\tto\n", person_columns(), diagnostics);
    const Table t = parse_table("traps.tsv", "form\treason\n", trap_columns(), diagnostics);
    const Table r = parse_table("roles.tsv", "class\tvalue\tid\tforms\tnote\n" + roles, role_columns(), diagnostics);
    CHECK(load_actors({a, p, t, r}, words, diagnostics).persons.empty());
    REQUIRE(diagnostics.errors().size() == 1);
    return format(diagnostics.errors().front());
  };
  CHECK(fault("JPN\tland\tJapan\t\t\t\t\t\t\t\n", "").find("unknown kind 'land'") != std::string::npos);
  CHECK(fault("JPN\tstate\tJapan\t\t\t\t\t\t2024-13\t\n", "").find("'2024-13' is no date") != std::string::npos);
  CHECK(fault("JPN\tstate\tJapan\tNippon||Nihon\t\t\t\t\t\t\n", "").find("an empty form") != std::string::npos);
  CHECK(fault("", "titel\tpresident\t\tpresident\t\n").find("did you mean 'title'?") != std::string::npos);
  CHECK(fault("", "title\tpresident\tATL\tpresident\t\n").find("no actor has the id 'ATL'") != std::string::npos);
  CHECK(fault("", "title\tking\t\tking|King\t\n").find("'King' stands twice") != std::string::npos);
}
