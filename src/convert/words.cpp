#include "convert/words.h"

#include <array>
#include <charconv>
#include <chrono>

#include <fmt/format.h>

namespace coopmine {
namespace {

int digits(std::string_view text) {
  int value = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && stop == text.data() + text.size() ? value : 0;
}

// The first or last day of "2024", "2024-06" or "2024-06-13"; "" for what is none of these.
std::string day_of(std::string_view value, bool last, bool& exact) {
  using namespace std::chrono;
  const std::size_t size = value.size();
  if (size != 4 && size != 7 && size != 10) return {};
  const year y{digits(value.substr(0, 4))};
  if (static_cast<int>(y) == 0) return {};
  if (size < 10) exact = false;
  const month m{static_cast<unsigned>(size > 4 ? digits(value.substr(5, 2)) : last ? 12 : 1)};
  if (!m.ok()) return {};
  const day end = year_month_day_last{y / m / std::chrono::last}.day();
  const day d = size == 10 ? day{static_cast<unsigned>(digits(value.substr(8, 2)))} : last ? end : day{1};
  if (!(y / m / d).ok()) return {};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(y), static_cast<unsigned>(m), static_cast<unsigned>(d));
}

}  // namespace

std::string number_words(double value) {
  std::array<char, 400> text{};  // the longest double has 309 digits before the point
  if (value == 0) value = 0;     // no "-0"
  const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  return error == std::errc{} ? std::string(text.data(), end) : std::string();
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : "; ") + word;
  return out;
}

std::string party_word(const RecordParty& party) {
  if (!party.id.empty()) return party.id;
  return party.name.empty() ? party.text : party.name;
}

std::vector<const RecordParty*> parties_of(const CommitmentRecord& record, std::string_view role) {
  std::vector<const RecordParty*> out;
  for (const RecordParty& party : record.parties) {
    if (role.empty() || party.role == role) out.push_back(&party);
  }
  return out;
}

std::vector<Dyad> dyads_of(const CommitmentRecord& record) {
  std::vector<Dyad> dyads;
  auto givers = parties_of(record, "giver");
  auto receivers = parties_of(record, "receiver");
  if (!givers.empty() || !receivers.empty()) {
    if (givers.empty()) givers.push_back(nullptr);
    if (receivers.empty()) receivers.push_back(nullptr);
  }
  for (const RecordParty* giver : givers) {
    for (const RecordParty* receiver : receivers) dyads.push_back({giver, receiver, false});
  }
  const auto parties = parties_of(record, "party");
  for (std::size_t i = 0; i < parties.size(); ++i) {
    for (std::size_t k = i + 1; k < parties.size(); ++k) dyads.push_back({parties[i], parties[k], true});
  }
  if (parties.size() == 1) dyads.push_back({parties.front(), nullptr, true});
  if (dyads.empty()) dyads.emplace_back();
  return dyads;
}

DateRange date_range(std::string_view value) {
  DateRange range;
  const std::size_t slash = value.find('/');
  const std::string_view begin = value.substr(0, slash);
  const std::string_view end = slash == std::string_view::npos ? std::string_view() : value.substr(slash + 1);
  range.begin = day_of(begin, false, range.exact);
  range.end = day_of(end, true, range.exact);
  return range;
}

}  // namespace coopmine
