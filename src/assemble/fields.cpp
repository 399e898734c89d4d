#include "assemble/fields.h"

#include <algorithm>

namespace coopmine {
std::vector<FieldChances> field_chances(std::span<const Candidate> candidates, const std::vector<std::vector<WeightTable::Choice>>& own,
                                        const std::vector<double>& told) {
  std::vector<FieldChances> out(candidates.size());
  if (candidates.empty()) return out;
  const std::size_t sectors = own.front().size();
  using Sums = std::vector<double>;  // by sector
  std::vector<Sums> sums;            // by sentence that has candidates
  Sums article(sectors, 0);
  double all = 0;
  for_each_sentence(candidates, [&](std::uint32_t sentence, std::size_t first, std::size_t last) {
    Sums& sum = sums.emplace_back(sectors, 0);
    for (std::size_t i = first; i < last; ++i)
      for (std::size_t k = 0; k < sectors; ++k) sum[k] += own[i][k].probability;
    for (std::size_t k = 0; k < sectors; ++k) article[k] += told[sentence] / static_cast<double>(last - first) * sum[k];
    all += told[sentence];
  });
  auto sum = sums.begin();
  for_each_sentence(candidates, [&](std::uint32_t sentence, std::size_t first, std::size_t last) {
    const auto count = static_cast<double>(last - first);
    const double weight = told[sentence], rest = all - weight;
    for (std::size_t i = first; i < last; ++i) {
      for (std::size_t k = 0; k < sectors; ++k) {
        const double chance = own[i][k].probability;
        FieldChance f{own[i][k].label, chance, chance, 0, 0};
        if (count > 1) f.sentence = ((*sum)[k] - chance) / (count - 1);
        if (rest > 0.05) f.article = std::clamp((article[k] - weight / count * (*sum)[k]) / rest, 0.0, 1.0);
        f.rank = static_cast<std::size_t>(std::count_if(own[i].begin(), own[i].end(), [&](const auto& x) { return x.probability > chance; }));
        out[i].push_back(f);
      }
    }
    ++sum;
  });
  return out;
}

}  // namespace coopmine
