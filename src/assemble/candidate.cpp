#include "assemble/candidate.h"

#include "model/words.h"

namespace coopmine {

void RoleChances::set(std::string_view label, double chance) {
  if (label == "none") none = chance;
  if (label == name(Role::Party)) party = chance;
  if (label == name(Role::Giver)) giver = chance;
  if (label == name(Role::Receiver)) receiver = chance;
}

void RoleChances::add(const RoleChances& more, double weight) {
  none += weight * more.none;
  party += weight * more.party;
  giver += weight * more.giver;
  receiver += weight * more.receiver;
}

RoleChances role_chances(const WeightTable& weights, Model model, const Features& features) {
  RoleChances out;
  for (const auto& choice : weights.choices(model, features)) out.set(choice.label, choice.probability);
  return out;
}

}  // namespace coopmine
