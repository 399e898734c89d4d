// Sentences with two known actors or more and no record, by their verb: what a pack lacks first.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "pipeline/pipeline.h"
#include "rulepack/pack.h"

namespace coopmine {

class MissedSentences {
 public:
  void add(const Article& article, const ArticleLayers& layers, const RulePack& pack);
  // Most frequent verb first, each with how many sentences, whether triggers.tsv knows it, and the
  // first sentence with its article: "12<TAB>inaugurate<TAB>unknown<TAB>a.txt:3<TAB>Japan ...".
  [[nodiscard]] std::string table() const;

 private:
  struct Verb {
    std::size_t count = 0;
    bool known = false;
    std::string where;
    std::string example;
  };
  std::map<std::string, Verb> verbs_;
};

}  // namespace coopmine
