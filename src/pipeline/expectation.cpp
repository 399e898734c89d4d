#include "pipeline/expectation.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/diagnostics.h"

namespace coopmine {
namespace {

std::vector<std::string> split_values(std::string_view text) {
  std::vector<std::string> values;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(','), text.size());
    if (end > 0) values.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  std::sort(values.begin(), values.end());
  return values;
}

std::string number_text(double value) {
  const bool whole = std::abs(value) < 1e15 && std::floor(value) == value;
  return whole ? fmt::format("{:.0f}", value) : fmt::format("{}", value);
}

const std::string& party_text(const Party& party) { return party.id.empty() ? party.name : party.id; }

}  // namespace

const std::vector<std::string>& commitment_keys() {
  static const std::vector<std::string> keys{"type",   "status",     "act",    "party", "giver",   "receiver",
                                             "sector", "instrument", "amount", "date",  "duration", "initiator"};
  return keys;
}

Facts parse_facts(std::string_view text, const std::vector<std::string>& known,
                  std::optional<FactsFault>& fault) {
  std::map<std::string, std::string> raw;
  std::string* last = nullptr;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == ' ') {
      ++at;
      continue;
    }
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    const std::size_t equal = word.find('=');
    if (equal == std::string_view::npos && last != nullptr) {
      *last += fmt::format(" {}", word);
    } else if (equal == std::string_view::npos) {
      fault = FactsFault{at, fmt::format("'{}' is no 'key=value'", word), {}};
      return {};
    } else {
      const std::string key(word.substr(0, equal));
      if (!known.empty() && std::find(known.begin(), known.end(), key) == known.end()) {
        const std::string meant = nearest(key, known);
        fault = FactsFault{at, fmt::format("unknown key '{}'", key),
                           meant.empty() ? fmt::format("the keys are: {}", fmt::join(known, " "))
                                         : fmt::format("did you mean '{}'?", meant)};
        return {};
      }
      last = &raw[key];
      if (!last->empty()) *last += ',';
      *last += word.substr(equal + 1);
    }
    at = end;
  }
  Facts facts;
  for (const auto& [key, value] : raw) facts[key] = split_values(value);
  return facts;
}

Facts facts_of(const Commitment& commitment) {
  Facts facts;
  for (const std::string& key : commitment_keys()) facts[key] = {};
  facts["type"] = {std::string(name(commitment.type))};
  facts["status"] = {std::string(name(commitment.status))};
  if (!commitment.act.empty()) facts["act"] = {commitment.act};
  for (const Party& party : commitment.parties) {
    facts[std::string(name(party.role))].push_back(party_text(party));
  }
  if (commitment.initiator) facts["initiator"] = {party_text(*commitment.initiator)};
  for (const SectorSlot& sector : commitment.sectors) facts["sector"].push_back(sector.id);
  if (commitment.instrument) facts["instrument"] = {commitment.instrument->kind};
  for (const AmountSlot& amount : commitment.amounts) facts["amount"].push_back(money_text(amount.money));
  for (const DateSlot& date : commitment.dates) facts["date"].push_back(date.value);
  if (commitment.duration) facts["duration"] = {commitment.duration->value};
  for (auto& [key, values] : facts) std::sort(values.begin(), values.end());
  return facts;
}

std::string money_text(const MoneyValue& money) {
  std::string text = fmt::format("{} {}", money.currency, number_text(money.value));
  if (money.max) text += "-" + number_text(*money.max);
  return text;
}

std::string difference(const Facts& wanted, const Facts& found) {
  std::vector<std::string> parts;
  for (const auto& [key, values] : wanted) {
    const auto there = found.find(key);
    const std::vector<std::string> have = there == found.end() ? std::vector<std::string>{} : there->second;
    if (have == values) continue;
    const std::string had = have.empty() ? "nothing" : fmt::format("{}", fmt::join(have, ","));
    parts.push_back(fmt::format("{}={} instead of {}", key, had,
                                values.empty() ? "nothing" : fmt::format("{}", fmt::join(values, ","))));
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string show(const Facts& facts) {
  std::vector<std::string> parts;
  for (const auto& [key, values] : facts) {
    if (!values.empty()) parts.push_back(fmt::format("{}={}", key, fmt::join(values, ",")));
  }
  return fmt::format("{}", fmt::join(parts, " "));
}

}  // namespace coopmine
