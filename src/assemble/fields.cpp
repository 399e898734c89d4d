#include "assemble/fields.h"

#include <algorithm>

namespace coopmine {
namespace {

using Sums = std::vector<double>;  // by sector

void add(Sums& to, const Sums& from, double weight) {
  for (std::size_t k = 0; k < to.size(); ++k) to[k] += weight * from[k];
}

}  // namespace

std::vector<FieldChances> field_chances(std::span<const Candidate> candidates, const std::vector<std::vector<WeightTable::Choice>>& own,
                                        const std::vector<double>& told) {
  std::vector<FieldChances> out(candidates.size());
  if (candidates.empty()) return out;
  const std::size_t sectors = own.front().size();
  std::vector<Sums> sums;  // by sentence that has candidates
  std::vector<std::size_t> first{0};
  Sums article(sectors, 0);
  double all = 0;
  for (std::size_t i = 0; i < candidates.size();) {
    const std::uint32_t sentence = candidates[i].frame->sentence;
    Sums sum(sectors, 0);
    for (; i < candidates.size() && candidates[i].frame->sentence == sentence; ++i)
      for (std::size_t k = 0; k < sectors; ++k) sum[k] += own[i][k].probability;
    add(article, sum, told[sentence] / static_cast<double>(i - first.back()));
    all += told[sentence];
    sums.push_back(std::move(sum));
    first.push_back(i);
  }
  for (std::size_t s = 0; s < sums.size(); ++s) {
    const auto count = static_cast<double>(first[s + 1] - first[s]);
    const double weight = told[candidates[first[s]].frame->sentence], rest = all - weight;
    for (std::size_t i = first[s]; i < first[s + 1]; ++i) {
      for (std::size_t k = 0; k < sectors; ++k) {
        const double chance = own[i][k].probability;
        FieldChance f{own[i][k].label, chance, chance, 0, 0};
        if (count > 1) f.sentence = (sums[s][k] - chance) / (count - 1);
        if (rest > 0.05) f.article = std::clamp((article[k] - weight / count * sums[s][k]) / rest, 0.0, 1.0);
        f.rank = static_cast<std::size_t>(std::count_if(own[i].begin(), own[i].end(), [&](const auto& x) { return x.probability > chance; }));
        out[i].push_back(f);
      }
    }
  }
  return out;
}

}  // namespace coopmine
