#include "eval/pairing.h"

#include <algorithm>
#include <tuple>

namespace coopmine {
namespace {

using Claims = std::vector<const Claim*>;
using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

double agreement(const Claim& a, const Claim& b) {
  const std::size_t all = a.items.size() + b.items.size();
  return 2.0 * static_cast<double>(count_common(a.items, b.items)) / static_cast<double>(all);
}

Pairs pairs_of(const Claims& gold, const Claims& records) {
  std::vector<std::tuple<double, std::size_t, std::size_t>> candidates;
  for (std::size_t g = 0; g < gold.size(); ++g) {
    for (std::size_t r = 0; r < records.size(); ++r) {
      if (places_overlap(*gold[g], *records[r])) candidates.emplace_back(-agreement(*gold[g], *records[r]), g, r);
    }
  }
  std::sort(candidates.begin(), candidates.end());
  std::vector<bool> gold_taken(gold.size());
  std::vector<bool> record_taken(records.size());
  Pairs pairs;
  for (const auto& [cost, g, r] : candidates) {
    if (gold_taken[g] || record_taken[r]) continue;
    gold_taken[g] = record_taken[r] = true;
    pairs.emplace_back(g, r);
  }
  return pairs;
}

// Takes out of `records` those that belong to optional gold or are optional themselves.
void free_optional(const Claims& must, const Claims& may, Claims& records, Claims& freed) {
  std::vector<bool> taken(records.size());
  for (const auto& [g, r] : pairs_of(must, records)) taken[r] = true;
  std::vector<std::size_t> rest;
  Claims rest_claims;
  for (std::size_t r = 0; r < records.size(); ++r) {
    if (taken[r]) continue;
    rest.push_back(r);
    rest_claims.push_back(records[r]);
  }
  std::vector<bool> free(records.size());
  for (const auto& [g, k] : pairs_of(may, rest_claims)) free[rest[k]] = true;
  for (const std::size_t r : rest) free[r] = free[r] || records[r]->optional();
  Claims kept;
  for (std::size_t r = 0; r < records.size(); ++r) (free[r] ? freed : kept).push_back(records[r]);
  records = std::move(kept);
}

}  // namespace

bool places_overlap(const Claim& a, const Claim& b) {
  return std::any_of(a.spans.begin(), a.spans.end(), [&](CodeSpan one) {
    return std::any_of(b.spans.begin(), b.spans.end(), [&](CodeSpan other) { return one.overlaps(other); });
  });
}

PairedClaims pair_claims(const std::vector<Claim>& gold, const std::vector<Claim>& records) {
  PairedClaims result;
  Claims may;
  for (const Claim& claim : gold) (claim.optional() ? may : result.gold).push_back(&claim);
  for (const Claim& claim : records) result.records.push_back(&claim);
  free_optional(result.gold, may, result.records, result.freed);
  result.record_of.assign(result.gold.size(), kUnpaired);
  result.gold_of.assign(result.records.size(), kUnpaired);
  for (const auto& [g, r] : pairs_of(result.gold, result.records)) {
    result.record_of[g] = r;
    result.gold_of[r] = g;
  }
  return result;
}

}  // namespace coopmine
