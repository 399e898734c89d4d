#include "learn/learn.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <memory>
#include <thread>

#include <fmt/format.h>

#include "learn/labels.h"
#include "pipeline/ordered_workers.h"

namespace coopmine {
namespace {

// How each model is learned, and from which probability on its "yes" counts; found on articles held out.
struct Plan {
  Strength strength;
  double cut = 0.5;
};
Plan plan_of(Model model) {
  switch (model) {
    case Model::Gate: return {{0.05, 3, 5000}, 0.12};
    case Model::Sentence: return {{0.06, 3, 20000}, 0.5};
    case Model::Rank: return {{0.05, 3, 2500}, 0.5};
    case Model::Record: return {{0.02, 3, 4000}, 0.45};
    case Model::Type: case Model::Status: return {{0.15, 3, 3500, 0.75}, 0.5};
    case Model::Role: return {{0.1, 3, 1500}, 0.5};
    case Model::Field: return {{0.15, 3, 800}, 0.5};
    case Model::Sector: return {{0.1, 3, 2500}, 0.45};
    case Model::Amount: return {{0.1, 3, 1000}, 0.40};
    case Model::Date: return {{0.1, 3, 1000}, 0.36};
    case Model::Duration: return {{0.1, 3, 1000}, 0.45};
    case Model::Instrument: return {{0.1, 3, 1000}, 0.40};
    case Model::Initiator: return {{0.1, 3, 1000}, 0.18};
    default: return {{0.1, 3, 1000}, 0.5};
  }
}

Article article_of(const GoldArticle& gold) {
  Article article;
  article.id = gold.name;
  article.text = gold.text;
  article.title = gold.title;
  article.date = gold.date;
  return article;
}

std::string yes_or_no(bool yes) { return yes ? "yes" : "no"; }

SlotKind slot_of(Model model) {
  switch (model) {
    case Model::Amount: return SlotKind::Amount;
    case Model::Date: return SlotKind::Date;
    case Model::Duration: return SlotKind::Duration;
    default: return SlotKind::Instrument;
  }
}

class Learner {
 public:
  Learner(const std::vector<const GoldArticle*>& gold, const RulePack& pack, const LearnConfig& config)
      : gold_(gold), pack_(pack), config_(config), models_(config.folds) {}

  std::vector<LearnedModel> run() {
    round({Model::Gate});
    round({Model::Type, Model::Status, Model::Field, Model::Sentence});
    round({Model::Role, Model::Sector, Model::Amount, Model::Date, Model::Duration, Model::Instrument});
    round({Model::Part});
    round({Model::Side, Model::Initiator});
    round({Model::Rank});
    round({Model::Record, Model::Same});
    return std::move(final_);
  }

 private:
  // Reads every article with what its fold knows, and learns `models` from what was seen.
  void round(const std::vector<Model>& models) {
    std::map<Model, SampleSet> samples;
    std::vector<WeightTable> tables;
    for (const auto& known : models_) tables.push_back(table_of(known));
    OrderedWorkers<std::size_t, std::unique_ptr<Seen>> readers(std::thread::hardware_concurrency(), [&](std::size_t&& i) {
      return read(*gold_[i], tables[i % config_.folds]);
    });
    std::size_t taken = 0;
    const auto take = [&] {
      const std::unique_ptr<Seen> seen = readers.take();
      const auto fold = static_cast<unsigned>(taken % config_.folds);
      const ArticleLabels labels(*gold_[taken++], seen->layers);
      for (const Model model : models) collect(model, seen->layers, labels, fold, samples[model]);
    };
    for (std::size_t i = 0; i < gold_.size(); ++i) {
      while (readers.full()) take();
      readers.submit(std::size_t{i});
    }
    while (readers.pending() != 0) take();
    learn_all(models, samples);
  }

  struct Seen {
    Article article;  // that the layers refer to
    ArticleLayers layers;
  };
  [[nodiscard]] std::unique_ptr<Seen> read(const GoldArticle& gold, const WeightTable& weights) const {
    auto seen = std::make_unique<Seen>();
    seen->article = article_of(gold);
    StageConfig stages;
    stages.learning = true;
    stages.weights = &weights;
    seen->layers = run_stages(seen->article, pack_, stages);
    return seen;
  }

  // No later model sees what these decided.
  [[nodiscard]] static bool last(Model model) { return model == Model::Record || model == Model::Same; }

  // Each model for each fold without it, and for all.
  void learn_all(const std::vector<Model>& models, const std::map<Model, SampleSet>& samples) {
    struct Job {
      Model model;
      unsigned without;
      std::vector<LearnedWeight> weights;
    };
    std::vector<Job> jobs;
    for (const Model model : models) {
      for (unsigned fold = 0; fold < config_.folds && !last(model); ++fold) jobs.push_back({model, fold, {}});
      jobs.push_back({model, kNoFold, {}});
    }
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
      for (std::size_t i = next++; i < jobs.size(); i = next++) jobs[i].weights = learn_weights(samples.at(jobs[i].model), plan_of(jobs[i].model).strength, jobs[i].without);
    };
    {
      std::vector<std::jthread> threads;
      for (unsigned t = 1; t < std::max(1U, std::thread::hardware_concurrency()); ++t) threads.emplace_back(work);
      work();
    }
    for (Job& job : jobs) {
      if (job.without == kNoFold && config_.progress)
        config_.progress(fmt::format("{}: {} samples, {} weights", name(job.model), samples.at(job.model).size(), job.weights.size()));
      (job.without == kNoFold ? final_ : models_[job.without]).push_back({job.model, plan_of(job.model).cut, std::move(job.weights)});
    }
  }

  static void collect(Model model, const ArticleLayers& layers, const ArticleLabels& labels, unsigned fold, SampleSet& out) {
    switch (model) {
      case Model::Gate: return collect_sentences(layers.trace.gate, labels, fold, out);
      case Model::Sentence: return collect_sentences(layers.trace.sentences, labels, fold, out);
      case Model::Rank: case Model::Record: return collect_rivals(model, layers, labels, fold, out);
      case Model::Same: return collect_tellings(layers, labels, fold, out);
      default: break;
    }
    for (const Candidate& candidate : layers.trace.candidates) {
      const Claim* claim = labels.of_anchor(candidate);
      if (claim != nullptr) collect_slots(model, layers, candidate, *claim, fold, out);
    }
  }

  static void collect_sentences(const std::vector<SentenceCase>& cases, const ArticleLabels& labels, unsigned fold, SampleSet& out) {
    for (const SentenceCase& s : cases) {
      const auto told = labels.told(s.sentence);
      if (told != ArticleLabels::Told::Optional) out.add(s.features, yes_or_no(told == ArticleLabels::Told::Yes), fold);
    }
  }

  static void collect_tellings(const ArticleLayers& layers, const ArticleLabels& labels, unsigned fold, SampleSet& out) {
    for (const TellingPair& pair : layers.trace.tellings) {
      const Claim* first = labels.nearest(layers.trace.candidates[pair.first]);
      const Claim* second = labels.nearest(layers.trace.candidates[pair.second]);
      if (first != nullptr && second != nullptr) out.add(pair.features, yes_or_no(first == second), fold);
    }
  }

  static void collect_slots(Model model, const ArticleLayers& layers, const Candidate& candidate, const Claim& claim, unsigned fold, SampleSet& out) {
    const auto& mentions = layers.mentions.all;
    switch (model) {
      case Model::Type: return out.add(candidate.kind, claim.record.type, fold);
      case Model::Status: return out.add(candidate.kind, claim.record.status, fold);
      case Model::Field: return out.add(candidate.kind, ArticleLabels::sectors(claim), fold);
      case Model::Role:
        for (const ActorOption& o : candidate.actors) out.add(o.features, ArticleLabels::role(claim, mentions[o.ref.mention]), fold);
        return;
      case Model::Part:
        for (const ActorOption& o : candidate.actors) out.add(o.compared, ArticleLabels::role(claim, mentions[o.ref.mention]), fold);
        return;
      case Model::Initiator:
        for (const ActorOption& o : candidate.actors)
          if (!mentions[o.ref.mention].actor.id.empty())
            out.add(o.initiates, yes_or_no(ArticleLabels::has(claim, SlotKind::Initiator, mentions[o.ref.mention])), fold);
        return;
      case Model::Side:
        for (const ActorPair& pair : candidate.pairs) {
          const std::string a = ArticleLabels::role(claim, mentions[candidate.actors[pair.first].ref.mention]);
          const std::string b = ArticleLabels::role(claim, mentions[candidate.actors[pair.second].ref.mention]);
          const auto sided = [](const std::string& role) { return role == name(SlotKind::Giver) || role == name(SlotKind::Receiver); };
          if (sided(a) && sided(b)) out.add(pair.features, yes_or_no(a == b), fold);
        }
        return;
      default:
        for (const ValueOption& o : candidate.values)
          if (o.model == model)
            out.add(o.features, yes_or_no(model == Model::Sector ? ArticleLabels::has(claim, SlotKind::Sector, o.sector) : ArticleLabels::has(claim, slot_of(model), mentions[o.mention])), fold);
    }
  }

  // Candidates of one sentence against each other.
  static void collect_rivals(Model model, const ArticleLayers& layers, const ArticleLabels& labels, unsigned fold, SampleSet& out) {
    const auto& all = layers.trace.candidates;
    for_each_sentence(all, [&](std::uint32_t sentence, std::size_t first, std::size_t last) {
      std::vector<const Candidate*> rivals;
      for (std::size_t i = first; i < last; ++i) rivals.push_back(&all[i]);
      const auto told = labels.told(sentence);
      if (model == Model::Rank) {
        if (told == ArticleLabels::Told::Yes && rivals.size() > 1) collect_rank(rivals, labels, fold, out);
      } else if (told != ArticleLabels::Told::Optional) {
        const std::vector<bool> chosen = labels.chosen(rivals);
        for (std::size_t i = 0; i < rivals.size(); ++i) out.add(rivals[i]->judgement, yes_or_no(chosen[i]), fold);
      }
    });
  }
  static void collect_rank(const std::vector<const Candidate*>& rivals, const ArticleLabels& labels, unsigned fold, SampleSet& out) {
    std::vector<double> agreement;
    for (const Candidate* c : rivals) agreement.push_back(labels.agreement(*c));
    const double best = *std::max_element(agreement.begin(), agreement.end());
    for (std::size_t i = 0; i < rivals.size(); ++i) out.add(rivals[i]->ranking, yes_or_no(agreement[i] >= best), fold);
  }

  const std::vector<const GoldArticle*>& gold_;
  const RulePack& pack_;
  const LearnConfig& config_;
  std::vector<std::vector<LearnedModel>> models_;  // by fold: learned from the other folds
  std::vector<LearnedModel> final_;
};

}  // namespace

std::vector<LearnedModel> learn(const std::vector<const GoldArticle*>& gold, const RulePack& pack, const LearnConfig& config) {
  return Learner(gold, pack, config).run();
}

WeightTable table_of(const std::vector<LearnedModel>& models) {
  WeightTable table;
  for (const LearnedModel& learned : models) {
    table.set_cut(learned.model, learned.cut);
    for (const LearnedWeight& w : learned.weights) table.put(learned.model, w.label, w.feature, w.weight);
  }
  return table;
}

std::string text_of(const std::vector<LearnedModel>& models) {
  std::string out = "# What speaks for each choice; see rulepack/weight_table.h.  Learned from gold by `coopmine learn`.\n";
  out += "model\tlabel\tfeature\tweight\n";
  for (const LearnedModel& learned : models) out += fmt::format("cut\t{}\t-\t{:.2f}\n", name(learned.model), learned.cut);
  for (const LearnedModel& learned : models) {
    std::vector<LearnedWeight> sorted = learned.weights;
    std::sort(sorted.begin(), sorted.end(), [](const LearnedWeight& a, const LearnedWeight& b) { return std::tie(a.feature, a.label) < std::tie(b.feature, b.label); });
    for (const LearnedWeight& w : sorted) out += fmt::format("{}\t{}\t{}\t{:.2f}\n", name(learned.model), w.label, w.feature, w.weight);
  }
  return out;
}

std::vector<Claim> claims_of(const GoldArticle& gold, const RulePack& pack, const WeightTable& weights) {
  const Article article = article_of(gold);
  StageConfig stages;
  stages.weights = &weights;
  const ArticleLayers layers = run_stages(article, pack, stages);
  const OffsetMap map(article.text);
  std::vector<Claim> claims;
  for (const Commitment& c : layers.commitments) {
    Claim claim;
    claim.items = items_of(c);
    for (const Evidence& e : c.evidence) claim.spans.push_back({map.code_points(e.span.begin), map.code_points(e.span.end)});
    claims.push_back(std::move(claim));
  }
  return claims;
}

}  // namespace coopmine
