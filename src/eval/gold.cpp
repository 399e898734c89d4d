#include "eval/gold.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>

#include <fmt/format.h>

#include "eval/gold_file.h"
#include "eval/quotes.h"
#include "model/commitment.h"
#include "read/transcode.h"

namespace fs = std::filesystem;

namespace coopmine {
namespace {

constexpr std::string_view kJson = ".gold.json";
constexpr std::string_view kBrat = ".ann";

struct Annotation {
  std::string file;
  bool brat = false;
};

std::optional<std::string> read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  std::ostringstream text;
  text << in.rdbuf();
  if (in.bad()) return std::nullopt;
  return std::move(text).str();
}

Diagnostic fault_of(std::string file, std::string message, std::string hint) {
  Diagnostic fault;
  fault.file = std::move(file);
  fault.message = std::move(message);
  fault.hint = std::move(hint);
  return fault;
}

class GoldFolder {
 public:
  GoldFolder(const std::string& folder, Diagnostics& faults) : folder_(folder), faults_(faults) {}

  GoldSet load(const std::set<std::string>& only) {
    list();
    for (const std::string& name : only) {
      if (!annotations_.contains(name)) say(folder_, fmt::format("no gold for '{}'", name), near(name));
    }
    for (const auto& [name, annotation] : annotations_) {
      if (only.empty() || only.contains(name)) load_article(name, annotation);
    }
    return std::move(gold_);
  }

 private:
  void list() {
    std::error_code error;
    for (auto entry = fs::directory_iterator(folder_, error); !error && entry != fs::directory_iterator();
         entry.increment(error)) {
      take(entry->path().filename().string());
    }
    if (error) return say(folder_, fmt::format("can't be read: {}", error.message()), "name a folder with NAME.txt and NAME.gold.json");
    if (annotations_.empty()) say(folder_, "no gold in it", "put NAME.gold.json or NAME.ann beside NAME.txt");
  }

  void take(const std::string& file) {
    const bool brat = file.ends_with(kBrat);
    if (!brat && !file.ends_with(kJson)) return;
    const std::string name = file.substr(0, file.size() - (brat ? kBrat : kJson).size());
    const auto [at, added] = annotations_.insert({name, {file, brat}});
    if (added) return;
    say(path_of(file), fmt::format("'{}' has two annotations; {}{} counts", name, name, kJson), "take one of them away");
    at->second = {name + std::string(kJson), false};
  }

  void load_article(const std::string& name, const Annotation& annotation) {
    const auto text = read_file(fs::path(folder_) / (name + ".txt"));
    const auto bytes = read_file(fs::path(folder_) / annotation.file);
    if (!text || !bytes) {
      say(path_of(annotation.file), text ? "can't be read" : fmt::format("no article {}.txt beside it", name),
          text ? "check its permissions" : "add the article, or take the annotation away");
      ++gold_.left_out;
      return;
    }
    GoldArticle article;
    article.name = name + ".txt";
    article.text = *text;
    mend_utf8(article.text);
    const std::u32string points = code_points_of(article.text);
    const GoldFile file{path_of(annotation.file), *bytes, points};
    bool usable = true;
    article.claims = annotation.brat ? read_gold_brat(file, faults_, usable) : read_gold_json(file, faults_, usable);
    if (!usable) {
      ++gold_.left_out;
      return;
    }
    for (Claim& claim : article.claims) claim.items = items_of(claim.record);
    gold_.articles.push_back(std::move(article));
  }

  [[nodiscard]] std::string path_of(const std::string& file) const { return (fs::path(folder_) / file).string(); }

  [[nodiscard]] std::string near(const std::string& name) const {
    std::vector<std::string> names;
    for (const auto& [known, annotation] : annotations_) names.push_back(known);
    const std::string candidate = nearest(name, names);
    return candidate.empty() ? "write the names without .txt" : fmt::format("did you mean '{}'?", candidate);
  }

  void say(std::string file, std::string message, std::string hint) {
    faults_.error(fault_of(std::move(file), std::move(message), std::move(hint)));
  }

  const std::string& folder_;
  Diagnostics& faults_;
  std::map<std::string, Annotation> annotations_;
  GoldSet gold_;
};

template <class Value>
void check_word(const std::string& word, std::optional<Value> value, const std::string& where, const Diagnostic& at,
                Diagnostics& faults) {
  if (value) return;
  std::vector<std::string> known;
  for (int i = 0; !name(static_cast<Value>(i)).empty(); ++i) known.emplace_back(name(static_cast<Value>(i)));
  const std::string near = nearest(word, known);
  std::string all;
  for (const std::string& one : known) all += (all.empty() ? "" : ", ") + one;
  Diagnostic fault = at;
  fault.message = fmt::format("{}: '{}' is none", where, word);
  fault.hint = near.empty() ? fmt::format("one of {}", all) : fmt::format("did you mean '{}'?", near);
  faults.error(fault);
}

}  // namespace

void check_words(const CommitmentRecord& record, const std::string& what, const Diagnostic& at, Diagnostics& faults) {
  check_word(record.type, commitment_type(record.type), what + "type", at, faults);
  check_word(record.status, status_of(record.status), what + "status", at, faults);
  for (const RecordParty& party : record.parties) check_word(party.role, role_of(party.role), what + "role", at, faults);
}

GoldSet load_gold(const std::string& folder, const std::set<std::string>& only, Diagnostics& faults) {
  return GoldFolder(folder, faults).load(only);
}

}  // namespace coopmine
