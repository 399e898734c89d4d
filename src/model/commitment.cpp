#include "model/commitment.h"

#include <array>
#include <utility>

namespace coopmine {
namespace {

template <class Value, std::size_t N>
using Names = std::array<std::pair<Value, std::string_view>, N>;

constexpr Names<CommitmentType, 7> kTypes{{{CommitmentType::Agreement, "agreement"},
                                           {CommitmentType::Aid, "aid"},
                                           {CommitmentType::Commerce, "commerce"},
                                           {CommitmentType::Access, "access"},
                                           {CommitmentType::Institution, "institution"},
                                           {CommitmentType::Support, "support"},
                                           {CommitmentType::Cooperation, "cooperation"}}};
constexpr Names<Status, 8> kStatuses{{{Status::Fulfilled, "fulfilled"},
                                      {Status::Concluded, "concluded"},
                                      {Status::Pledged, "pledged"},
                                      {Status::Planned, "planned"},
                                      {Status::Proposed, "proposed"},
                                      {Status::Discussed, "discussed"},
                                      {Status::Possible, "possible"},
                                      {Status::Ended, "ended"}}};
constexpr Names<Role, 3> kRoles{
    {{Role::Party, "party"}, {Role::Giver, "giver"}, {Role::Receiver, "receiver"}}};
constexpr Names<Approx, 6> kApprox{{{Approx::None, ""},
                                    {Approx::About, "about"},
                                    {Approx::Over, "over"},
                                    {Approx::Under, "under"},
                                    {Approx::UpTo, "up-to"},
                                    {Approx::AtLeast, "at-least"}}};
constexpr Names<ActorKind, 5> kActorKinds{{{ActorKind::State, "state"},
                                           {ActorKind::Organisation, "organisation"},
                                           {ActorKind::Region, "region"},
                                           {ActorKind::Company, "company"},
                                           {ActorKind::Other, "other"}}};
constexpr Names<Zone, 3> kZones{
    {{Zone::Title, "title"}, {Zone::Lead, "lead"}, {Zone::Body, "body"}}};

template <class Value, std::size_t N>
constexpr std::string_view word_of(const Names<Value, N>& names, Value value) {
  for (const auto& [key, word] : names) {
    if (key == value) return word;
  }
  return {};
}

template <class Value, std::size_t N>
constexpr std::optional<Value> value_of(const Names<Value, N>& names, std::string_view word) {
  for (const auto& [key, name] : names) {
    if (name == word) return key;
  }
  return std::nullopt;
}

}  // namespace

std::string_view name(CommitmentType type) { return word_of(kTypes, type); }
std::string_view name(Status status) { return word_of(kStatuses, status); }
std::string_view name(Role role) { return word_of(kRoles, role); }
std::string_view name(Approx approx) { return word_of(kApprox, approx); }
std::string_view name(ActorKind kind) { return word_of(kActorKinds, kind); }
std::string_view name(Zone zone) { return word_of(kZones, zone); }

std::optional<CommitmentType> commitment_type(std::string_view word) {
  return value_of(kTypes, word);
}
std::optional<Status> status_of(std::string_view word) { return value_of(kStatuses, word); }
std::optional<Role> role_of(std::string_view word) { return value_of(kRoles, word); }

}  // namespace coopmine
