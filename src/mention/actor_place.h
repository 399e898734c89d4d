// Whether a name is the party or only the place, or no actor at all.
//
//     "in Tokyo", "near Kyiv", "a visit to Japan", "the Geneva talks", "Tokyo-based"   a place
//     "flew from Tokyo", but "gas from Moscow" is the party's
//     "Tokyo pledged", "talks between Tokyo and Kyiv", "aid to Ukraine", "of Ukraine"    the party
//     "Michael Jordan", "Athens, Georgia", "Gulf of Oman", "Indian cuisine"           no actor
#pragma once

#include <cstddef>

#include "mention/actor_atoms.h"

namespace coopmine {

// What was found just before, for names joined by commas and "and".
struct PlaceBefore {
  std::size_t last = 0;  // atom after it; 0: nothing was found in this sentence
  bool place = false;
  bool city = false;
};

// Whether the atom names a city (a capital or a sub-national government), not a whole state.
[[nodiscard]] bool is_city(const NameMeaning& meaning);
// The name at atom `at` names the place where something happens.
[[nodiscard]] bool is_place(const AtomSentence& sentence, std::size_t at, const PlaceBefore& before);
// A preposition that makes a venue even of an organ ("at the Foreign Ministry") stands before `at`.
[[nodiscard]] bool is_venue(const AtomSentence& sentence, std::size_t at);
// The name at atom `at` is part of something that is no actor.
[[nodiscard]] bool is_no_actor(const AtomSentence& sentence, std::size_t at);

}  // namespace coopmine
