#include "assemble/fields.h"

#include <algorithm>

namespace coopmine {

FieldTally::FieldTally(std::span<const Candidate> candidates, const std::vector<std::vector<WeightTable::Choice>>& own, const std::vector<double>& told)
    : own_(own), article_(own.empty() ? 0 : own.front().size(), 0) {
  for_each_sentence(candidates, [&](std::uint32_t sentence, std::size_t first, std::size_t last) {
    Told& here = sentences_.emplace_back(last, static_cast<double>(last - first), told[sentence], Sums(article_.size(), 0));
    for (std::size_t k = 0; k < article_.size(); ++k) {
      for (std::size_t i = first; i < last; ++i) here.sums[k] += own_[i][k].probability;
      article_[k] += here.weight / here.count * here.sums[k];
    }
    all_ += here.weight;
  });
}

FieldChances FieldTally::of(std::size_t candidate) const {
  const auto behind = [](std::size_t i, const Told& t) { return i < t.last; };
  const Told& here = *std::upper_bound(sentences_.begin(), sentences_.end(), candidate, behind);
  const auto& own = own_[candidate];
  const double rest = all_ - here.weight;
  FieldChances out;
  out.reserve(own.size());
  for (std::size_t k = 0; k < own.size(); ++k) {
    const double chance = own[k].probability;
    FieldChance f{own[k].label, chance, chance, 0, 0};
    if (here.count > 1) f.sentence = (here.sums[k] - chance) / (here.count - 1);
    if (rest > 0.05) f.article = std::clamp((article_[k] - here.weight / here.count * here.sums[k]) / rest, 0.0, 1.0);
    f.rank = static_cast<std::size_t>(std::count_if(own.begin(), own.end(), [&](const auto& x) { return x.probability > chance; }));
    out.push_back(f);
  }
  return out;
}

}  // namespace coopmine
