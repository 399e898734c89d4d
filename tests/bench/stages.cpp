// One benchmark a stage, over articles that are real news when you have some:
//
//     COOPMINE_BENCH_JSONL=news.jsonl build/bench/bench_stages      one article a line
//     build/bench/bench_stages                                      the articles of corpus/
//
// Each benchmark runs once over all articles with a pack of its own that has seen none of them: compiled
// patterns build their automata as they read, and a second pass over one text would flatter them.
// MB/s counts the bytes of the texts.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <iostream>

#include <benchmark/benchmark.h>

#include "assemble/assemble.h"
#include "frame/frame.h"
#include "mention/actor.h"
#include "mention/date.h"
#include "mention/duration.h"
#include "mention/instrument.h"
#include "mention/money.h"
#include "mention/sector.h"
#include "phrase/phrase.h"
#include "pipeline/pipeline.h"
#include "read/article_source.h"
#include "segment/segment.h"
#include "write/record.h"
#include "zone/zone.h"

using namespace coopmine;

namespace {

std::vector<std::string> inputs() {
  if (const char* given = std::getenv("COOPMINE_BENCH_JSONL")) return {given};
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(COOPMINE_SOURCE_DIR "/corpus")) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<Article> read_all() {
  std::vector<Article> articles;
  ArticleSource source(inputs(), {});
  while (auto item = source.next()) {
    if (auto* article = std::get_if<Article>(&*item)) articles.push_back(std::move(*article));
  }
  return articles;
}

std::shared_ptr<const RulePack> fresh_pack() {
  Diagnostics faults;
  auto pack = load_pack({}, faults);
  if (pack) return pack;
  for (const Diagnostic& fault : faults.errors()) std::cerr << format(fault) << '\n';
  std::exit(1);
}

// The articles and what all stages made of them, by a pack that no benchmark uses.
struct Work {
  std::vector<Article> articles = read_all();
  std::vector<ArticleLayers> layers;
  std::vector<std::vector<Frame>> frames;
  double bytes = 0;

  Work() {
    const auto pack = fresh_pack();
    for (const Article& article : articles) {
      layers.push_back(run_stages(article, *pack, {}));
      frames.emplace_back();
      for (const PhrasedSentence& phrased : layers.back().phrases) {
        for (Frame& frame : find_frames(article.text, layers.back().segmented, layers.back().mentions, phrased, *pack, LastResort::Predicate)) {
          frames.back().push_back(std::move(frame));
        }
      }
      bytes += static_cast<double>(article.text.size());
    }
  }
};

const Work& work() {
  static const Work made;
  return made;
}

using Stage = std::function<void(std::size_t article, const RulePack& pack)>;

void add(const char* name, const Stage& stage) {
  benchmark::RegisterBenchmark(name, [stage](benchmark::State& state) {
    const auto pack = fresh_pack();
    for (auto _ : state) {
      for (std::size_t i = 0; i < work().articles.size(); ++i) stage(i, *pack);
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(work().bytes) * state.iterations());
  })->Iterations(1)->Unit(benchmark::kMillisecond);
}

const Article& article_of(std::size_t i) { return work().articles[i]; }
const ArticleLayers& layers_of(std::size_t i) { return work().layers[i]; }

// One finder of mentions; those of the finders before it are there already.
template <class Find>
void add_mentions(const char* name, Find find) {
  add(name, [find](std::size_t i, const RulePack& pack) {
    std::vector<Mention> all = layers_of(i).mentions.all;
    find(article_of(i), layers_of(i), pack, all);
    benchmark::DoNotOptimize(all.data());
  });
}

void add_all_mentions() {
  add_mentions("mention/actors", [](const Article&, const ArticleLayers& layers, const RulePack& pack, auto& all) {
    all.clear();
    find_actors(layers.zoned, layers.segmented, pack.actors, {}, all);
  });
  add_mentions("mention/sectors", [](const Article& a, const ArticleLayers& layers, const RulePack& pack, auto& all) {
    find_sectors(a.text, layers.segmented, pack.sectors, all);
  });
  add_mentions("mention/instruments", [](const Article& a, const ArticleLayers& layers, const RulePack& pack, auto& all) {
    find_instruments(a.text, layers.segmented, pack.instruments, pack.triggers, all);
  });
  add_mentions("mention/money", [](const Article& a, const ArticleLayers& layers, const RulePack& pack, auto& all) {
    find_money(a.text, layers.segmented, layers.zoned.date, pack, all);
  });
  add_mentions("mention/dates", [](const Article& a, const ArticleLayers& layers, const RulePack& pack, auto& all) {
    find_dates(a.text, layers.segmented, layers.zoned.date, pack, all);
  });
  add_mentions("mention/durations", [](const Article& a, const ArticleLayers& layers, const RulePack& pack, auto& all) {
    find_durations(a.text, layers.segmented, pack, all);
  });
}

void add_stages() {
  add("read", [](std::size_t i, const RulePack&) {
    if (i == 0) benchmark::DoNotOptimize(read_all());
  });
  add("zone", [](std::size_t i, const RulePack& pack) { benchmark::DoNotOptimize(find_zones(article_of(i), pack, {})); });
  add("segment", [](std::size_t i, const RulePack& pack) {
    benchmark::DoNotOptimize(segment(layers_of(i).zoned, pack.words, pack.abbreviations, {}));
  });
  add_all_mentions();
  add("phrase", [](std::size_t i, const RulePack& pack) {
    const ArticleLayers& layers = layers_of(i);
    for (std::uint32_t s = 0; s < layers.segmented.sentences.size(); ++s) {
      benchmark::DoNotOptimize(find_phrases(article_of(i).text, layers.segmented, s, layers.mentions, pack.triggers));
    }
  });
  add("frame", [](std::size_t i, const RulePack& pack) {
    const ArticleLayers& layers = layers_of(i);
    for (const PhrasedSentence& phrased : layers.phrases) {
      benchmark::DoNotOptimize(find_frames(article_of(i).text, layers.segmented, layers.mentions, phrased, pack, LastResort::Predicate));
    }
  });
  add("assemble", [](std::size_t i, const RulePack& pack) {
    const ArticleLayers& l = layers_of(i);
    benchmark::DoNotOptimize(assemble({l.zoned, l.segmented, l.mentions, l.phrases, work().frames[i], pack}));
  });
  add("write", [](std::size_t i, const RulePack&) {
    const RecordContext context(layers_of(i).zoned, "en");
    std::string lines;
    for (const Commitment& commitment : layers_of(i).commitments) write_commitment(context, commitment, lines);
    benchmark::DoNotOptimize(lines.data());
  });
  add("all stages", [](std::size_t i, const RulePack& pack) { benchmark::DoNotOptimize(extract(article_of(i), pack, {})); });
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  add_stages();
  benchmark::AddCustomContext("articles", std::to_string(work().articles.size()));
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
