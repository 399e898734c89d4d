// Claims written in few words, for tests of what is told about them.
#pragma once

#include <string>
#include <vector>

#include "eval/claim.h"
#include "eval/gold.h"
#include "eval/predictions.h"

namespace coopmine::claims {

// "aid pledged giver=NOR receiver=KEN sector=water amount=USD:5 date=2024": type, status, slots.
inline Claim claim(const std::string& words, CodeSpan span) {
  Claim claim;
  CommitmentRecord& r = claim.record;
  std::size_t at = 0;
  for (std::size_t n = 0; at < words.size(); ++n) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    const std::string word = words.substr(at, end - at);
    at = end + 1;
    const std::size_t equals = word.find('=');
    const std::string key = word.substr(0, equals);
    const std::string value = equals == std::string::npos ? "" : word.substr(equals + 1);
    if (n == 0) {
      r.type = word;
    } else if (n == 1) {
      r.status = word;
    } else if (key == "giver" || key == "receiver" || key == "party") {
      RecordParty& party = r.parties.emplace_back();
      party.role = key;
      party.id = value;
    } else if (key == "initiator") {
      r.initiator.emplace().id = value;
    } else if (key == "sector") {
      r.sectors.emplace_back().value = value;
    } else if (key == "date") {
      r.dates.emplace_back().value = value;
    } else if (key == "instrument") {
      r.instrument.emplace().kind = value;
    } else if (key == "amount") {
      RecordAmount& amount = r.amounts.emplace_back();
      amount.currency = value.substr(0, value.find(':'));
      amount.value = std::stod(value.substr(value.find(':') + 1));
    } else if (key == "rule") {
      r.rules.push_back(value);
    } else if (key == "confidence") {
      r.confidence = std::stod(value);
    } else if (key == "optional") {
      r.optional = true;
    }
  }
  claim.spans = {span};
  claim.label = words;
  claim.items = items_of(r);
  return claim;
}

// One article of each list of claims, called a.txt, b.txt ...
inline GoldSet gold(const std::vector<std::vector<Claim>>& articles) {
  GoldSet set;
  for (const auto& article : articles) {
    GoldArticle& one = set.articles.emplace_back();
    one.name = std::string(1, static_cast<char>('a' + set.articles.size() - 1)) + ".txt";
    one.claims = article;
  }
  return set;
}

inline Predictions records(const std::vector<std::vector<Claim>>& articles) {
  Predictions set;
  char name = 'a';
  for (const auto& article : articles) set.articles[std::string(1, name++) + ".txt"] = article;
  return set;
}

}  // namespace coopmine::claims
