// The scorer once more, as slow and plain as can be: maps of strings, all pairs tried again for every
// pair made.  tests/eval holds the quick one against it.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "eval/claim.h"

namespace coopmine::oracle {

using Facts = std::set<std::string>;

inline std::string plain(const std::string& words) {
  std::string out;
  for (const char c : words) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool kept = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (kept) {
      out += upper ? static_cast<char>(c + 32) : c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

inline std::string who(const RecordParty& p) {
  return !p.id.empty() ? p.id : "=" + plain(!p.name.empty() ? p.name : p.text);
}

// "giver=JPN"; the slot is what stands before the first "=".
inline Facts facts(const Claim& claim) {
  const CommitmentRecord& r = claim.record;
  Facts out{"type=" + r.type, "status=" + r.status};
  if (r.initiator) out.insert("initiator=" + who(*r.initiator));
  for (const auto& p : r.parties) out.insert(p.role + "=" + who(p));
  for (const auto& s : r.sectors) out.insert("sector=" + s.value);
  if (r.instrument) out.insert("instrument=" + r.instrument->kind);
  for (const auto& a : r.amounts) {
    char sum[64];
    std::snprintf(sum, sizeof sum, "%.6g", a.value);
    out.insert("amount=" + (a.currency.empty() ? std::string("None") : a.currency) + " " + sum);
  }
  for (const auto& d : r.dates) out.insert("date=" + d.value);
  if (r.duration) out.insert("duration=" + r.duration->value);
  return out;
}

inline bool touch(const Claim& a, const Claim& b) {
  for (const auto& x : a.spans) {
    for (const auto& y : b.spans) {
      for (auto at = x.begin; at < x.end; ++at) {
        if (at >= y.begin && at < y.end) return true;
      }
    }
  }
  return false;
}

using Pairs = std::map<std::size_t, std::size_t>;

// Again and again the best pair of those that are left, the first of equals.
inline Pairs pair_up(const std::vector<Claim>& gold, const std::vector<Claim>& records) {
  Pairs pairs;
  std::set<std::size_t> used;
  while (true) {
    double best = -1;
    std::pair<std::size_t, std::size_t> found;
    for (std::size_t g = 0; g < gold.size(); ++g) {
      for (std::size_t r = 0; r < records.size(); ++r) {
        if (pairs.contains(g) || used.contains(r) || !touch(gold[g], records[r])) continue;
        const Facts a = facts(gold[g]);
        const Facts b = facts(records[r]);
        double same = 0;
        for (const auto& fact : a) same += b.contains(fact) ? 1 : 0;
        const double value = 2 * same / static_cast<double>(a.size() + b.size());
        if (value > best) {
          best = value;
          found = {g, r};
        }
      }
    }
    if (best < 0) return pairs;
    pairs.insert(found);
    used.insert(found.second);
  }
}

struct Score {
  std::size_t gold = 0, records = 0, paired = 0, whole = 0;
  std::map<std::string, std::array<std::size_t, 3>> slots;  // right, spurious, missed

  [[nodiscard]] std::array<std::size_t, 3> of(const std::string& slot) const {
    const auto at = slots.find(slot);
    return at == slots.end() ? std::array<std::size_t, 3>{} : at->second;
  }
};

inline std::vector<Claim> some(const std::vector<Claim>& claims, bool optional) {
  std::vector<Claim> out;
  for (const Claim& claim : claims) {
    if (claim.record.optional == optional) out.push_back(claim);
  }
  return out;
}

// Adds the article to `score`.
inline void add(const std::vector<Claim>& all_gold, const std::vector<Claim>& all_records, Score& score) {
  const auto gold = some(all_gold, false);
  const Pairs first = pair_up(gold, all_records);
  std::vector<Claim> rest;
  std::vector<Claim> records;
  for (std::size_t r = 0; r < all_records.size(); ++r) {
    const bool used = std::any_of(first.begin(), first.end(), [&](const auto& p) { return p.second == r; });
    (used ? records : rest).push_back(all_records[r]);
  }
  const Pairs second = pair_up(some(all_gold, true), rest);
  for (std::size_t r = 0; r < rest.size(); ++r) {
    const bool freed = std::any_of(second.begin(), second.end(), [&](const auto& p) { return p.second == r; });
    if (!freed && !rest[r].record.optional) records.push_back(rest[r]);
  }
  const Pairs pairs = pair_up(gold, records);
  score.gold += gold.size();
  score.records += records.size();
  score.paired += pairs.size();
  const auto slot_of = [](const std::string& fact) { return fact.substr(0, fact.find('=')); };
  std::set<std::size_t> used;
  for (std::size_t g = 0; g < gold.size(); ++g) {
    const Facts wanted = facts(gold[g]);
    const auto pair = pairs.find(g);
    const Facts found = pair == pairs.end() ? Facts() : facts(records[pair->second]);
    if (pair != pairs.end()) used.insert(pair->second);
    for (const auto& fact : wanted) ++score.slots[slot_of(fact)][found.contains(fact) ? 0 : 2];
    for (const auto& fact : found) {
      if (!wanted.contains(fact)) ++score.slots[slot_of(fact)][1];
    }
    if (pair != pairs.end() && wanted == found) ++score.whole;
  }
  for (std::size_t r = 0; r < records.size(); ++r) {
    if (used.contains(r)) continue;
    for (const auto& fact : facts(records[r])) ++score.slots[slot_of(fact)][1];
  }
}

}  // namespace coopmine::oracle
