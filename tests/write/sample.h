// An article and a commitment with every slot filled, for the tests of write/.
#pragma once

#include <string>
#include <string_view>

#include "model/commitment.h"

namespace coopmine::sample {

inline Span find(const std::string& text, std::string_view words) {
  const auto at = static_cast<std::uint32_t>(text.find(words));
  return {at, at + static_cast<std::uint32_t>(words.size())};
}

inline Article article() {
  Article a;
  a.id = "folder/pledge.txt";
  a.text =
      "Norway helps Kenya\n\nOslo — Norway’s government will give Kenya over $2.5 million "
      "for wells by 2030, an envoy said.\n";
  a.sha256 = std::string(64, 'a');
  return a;
}

inline ZonedArticle zoned(const Article& a) {
  ZonedArticle z;
  z.article = &a;
  z.title = "Norway helps Kenya";
  z.title_span = {0, 18};
  z.date = Day{std::chrono::year{2024}, std::chrono::month{6}, std::chrono::day{8}};
  z.date_from = DateFrom::Option;
  return z;
}

inline Commitment commitment(const Article& a) {
  const auto at = [&](std::string_view words) { return find(a.text, words); };
  Commitment c;
  c.id = "0123456789abcdef";
  c.type = CommitmentType::Aid;
  c.status = Status::Pledged;
  c.act = "give";
  c.parties = {{Role::Giver, "NOR", "Norway", ActorKind::State, "government",
                at("Norway’s government"), ""},
               {Role::Receiver, "KEN", "Kenya", ActorKind::State, "", at("Kenya over"), "title"}};
  c.parties[1].span.end -= 5;
  c.initiator = c.parties[0];
  c.sectors = {{"water", at("wells")}};
  c.instrument = InstrumentSlot{"plan", at("for wells"), ""};
  MoneyValue money;
  money.value = 2500000;
  money.max = 3000000.5;
  money.currency = "USD";
  money.approx = Approx::Over;
  money.cumulative = true;
  c.amounts = {{money, at("$2.5 million")}};
  c.dates = {{"/2030", at("by 2030")}};
  c.duration = DurationSlot{"P10Y", at("by 2030")};
  c.measures = {{at("wells")}};
  c.attribution = Attribution{"NOR", "Norway", at("an envoy said"), "reported"};
  c.part_of = "fedcba9876543210";
  c.evidence = {{at("Norway’s government will give Kenya over $2.5 million for wells"), 2, Zone::Lead,
                 at("will give"), "give"}};
  c.rules = {"aid.gives-to"};
  c.confidence = 0.9149;
  c.codes = {"AID", "070", "2", "Pipeline: Commitment", {"140"}};
  return c;
}

}  // namespace coopmine::sample
