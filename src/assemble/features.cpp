#include "assemble/features.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace coopmine {
namespace {

std::string bucket(std::size_t n, std::size_t most) { return n >= most ? fmt::format("{}+", most) : fmt::format("{}", n); }

void party_features(const Commitment& c, std::vector<std::string>& out) {
  std::size_t given = 0, received = 0, joint = 0, inferred = 0, coded = 0;
  for (const Party& p : c.parties) {
    given += p.role == Role::Giver;
    received += p.role == Role::Receiver;
    joint += p.role == Role::Party;
    inferred += !p.via.empty();
    coded += !p.id.empty();
  }
  if (joint != 0 || (given == 0 && received == 0)) {
    out.push_back("parties:" + bucket(joint, 4));
  } else {
    out.push_back(fmt::format("sides:{}-{}", bucket(given, 2), bucket(received, 2)));
  }
  out.push_back("coded:" + bucket(coded, 3));
  out.push_back("inferred:" + bucket(inferred, 2));
}

}  // namespace

std::vector<std::string> features_of(const AssembleInput& input, const Candidate& candidate) {
  const Commitment& c = candidate.commitment;
  const Frame& f = *candidate.frame;
  const Sentence& s = input.segmented.sentences[f.sentence];
  std::vector<std::string> out{"bias"};
  const std::string type(name(c.type)), status(name(c.status)), zone(name(s.zone));
  out.push_back("type:" + type);
  out.push_back("status:" + status);
  out.push_back(fmt::format("type-status:{}-{}", type, status));
  out.push_back("verb:" + f.verb_class);
  out.push_back("noun:" + f.noun_class);
  out.push_back(fmt::format("pair:{}-{}", f.verb_class, f.noun_class));
  out.push_back("lemma:" + f.lemma);
  out.push_back("zone:" + zone);
  out.push_back("block:" + std::to_string(static_cast<int>(s.kind)));
  if (f.nominal) out.push_back(fmt::format("nominal-{}", zone));
  if (f.reacted) out.push_back("reacted");
  if (f.relative) out.push_back("relative");
  if (f.conditional) out.push_back("conditional");
  out.push_back("depth:" + bucket(f.chain.size(), 3));
  for (const std::string& cls : std::set<std::string>(f.chain.begin(), f.chain.end())) out.push_back("under:" + cls);
  if (!f.chain.empty()) out.push_back("outer:" + f.chain.front());
  if (!f.chain.empty()) out.push_back("inner:" + f.chain.back());
  party_features(c, out);
  const bool subject = std::any_of(f.fillers.begin(), f.fillers.end(), [](const Filler& x) { return x.function == "subject"; });
  out.push_back(subject ? "subject" : "no-subject");
  out.push_back("fillers:" + bucket(f.fillers.size(), 3));
  if (!c.amounts.empty()) out.push_back("money");
  if (!c.dates.empty()) out.push_back("date");
  if (c.instrument) out.push_back("instrument");
  out.push_back("sectors:" + bucket(c.sectors.size(), 2));
  out.push_back("sentence:" + bucket(f.sentence / 3, 5));
  return out;
}

void add_telling_features(Candidate& candidate) {
  candidate.features.push_back("tellings:" + bucket(candidate.tellings, 3));
  const auto& evidence = candidate.commitment.evidence;
  if (std::any_of(evidence.begin(), evidence.end(), [](const Evidence& e) { return e.zone == Zone::Title; })) candidate.features.emplace_back("told-in-title");
}

}  // namespace coopmine
