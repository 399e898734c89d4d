#include "eval/predictions.h"

#include <algorithm>
#include <set>
#include <variant>

#include <fmt/format.h>

#include "model/commitment.h"

namespace coopmine {
namespace {

Claim claim_of(CommitmentRecord record) {
  Claim claim;
  for (const RecordEvidence& evidence : record.evidence) claim.spans.push_back(evidence.span);
  claim.label = record.evidence.front().text;
  claim.record = std::move(record);
  claim.items = items_of(claim.record);
  return claim;
}

std::string unknown_role(const CommitmentRecord& record) {
  for (const RecordParty& party : record.parties) {
    if (!role_of(party.role)) return party.role;
  }
  return {};
}

const std::vector<Claim>& records_of(const Predictions& predictions, const std::string& article) {
  static const std::vector<Claim> none;
  const auto found = predictions.articles.find(article);
  return found == predictions.articles.end() ? none : found->second;
}

}  // namespace

Predictions read_predictions(RecordSource& source, Diagnostics& faults) {
  Predictions result;
  while (auto item = source.next()) {
    if (const auto* fault = std::get_if<Diagnostic>(&*item)) {
      faults.error(*fault);
      ++result.left_out;
      continue;
    }
    auto& record = std::get<CommitmentRecord>(*item);
    if (const std::string role = unknown_role(record); !role.empty()) {
      Diagnostic fault = source.here();
      fault.message = fmt::format("'{}' is no role", role);
      fault.hint = "one of party, giver, receiver";
      faults.error(fault);
      ++result.left_out;
      continue;
    }
    const std::string name = record.doc.id.substr(record.doc.id.rfind('/') + 1);
    result.articles[name].push_back(claim_of(std::move(record)));
  }
  return result;
}

Predictions second_annotation(GoldSet second, GoldSet& gold) {
  Predictions result;
  for (GoldArticle& article : second.articles) result.articles[article.name] = std::move(article.claims);
  std::erase_if(gold.articles, [&](const GoldArticle& article) { return !result.articles.contains(article.name); });
  return result;
}

std::vector<PairedArticle> pair_articles(const GoldSet& gold, const Predictions& predictions) {
  std::vector<PairedArticle> result;
  for (const GoldArticle& article : gold.articles) {
    result.push_back({&article, pair_claims(article.claims, records_of(predictions, article.name))});
  }
  return result;
}

std::size_t count_strangers(const GoldSet& gold, const Predictions& predictions) {
  std::set<std::string> names;
  for (const GoldArticle& article : gold.articles) names.insert(article.name);
  std::size_t count = 0;
  for (const auto& [name, records] : predictions.articles) count += names.contains(name) ? 0 : records.size();
  return count;
}

}  // namespace coopmine
