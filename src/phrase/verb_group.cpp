// The auxiliaries decide which surface form may follow; without any, the words to both sides decide
// whether a word is a verb at all.
#include "phrase/verb_group.h"

#include <algorithm>

namespace coopmine {

// What the auxiliaries before the head have said so far.
struct VerbGroupReader::State {
  std::uint32_t at = 0;
  Modality modality = Modality::None;
  bool modal = false;       // will, would, may, can, should, do: a base form follows
  bool infinitive = false;  // to: a base form follows
  bool have = false;        // a participle follows
  bool be = false;          // a participle (passive), an -ing form or an operator adjective follows
  bool negated = false;
  bool any = false;         // at least one auxiliary was read
};

namespace {

bool has(const std::array<bool, 5>& forms, VerbForm form) { return forms[static_cast<std::size_t>(form)]; }

}  // namespace

bool VerbGroupReader::verb_at(std::uint32_t at) const {
  return free(at) && table_.verbs.longest(tokens_, at, free_end(at)).length != 0;
}

std::uint32_t VerbGroupReader::free_end(std::uint32_t at) const {
  while (at < last_ && !covered_[at - first_]) ++at;
  return at;
}

// Reads one auxiliary; false when the word at state.at is none.
bool VerbGroupReader::modal_word(State& state) const {
  const std::uint32_t at = state.at;
  if (is(at, WordClass::Will)) {
    state.modality = Modality::Will;
  } else if (is(at, WordClass::Would)) {
    state.modality = Modality::Would;
  } else if (is(at, WordClass::May) || is(at, WordClass::Can)) {
    state.modality = Modality::May;
  } else if (is(at, WordClass::Should)) {
    state.modality = Modality::Should;
  } else if (!is(at, WordClass::Do)) {
    return false;
  }
  state.modal = state.any = true;
  return true;
}

bool VerbGroupReader::infinitive_marker(State& state) const {
  if (!is(state.at, WordClass::Infinitive) || state.infinitive) return false;
  if (state.be) {  // "is to sign"
    state.modality = Modality::Will, state.be = false, state.modal = true;
  } else if (state.have) {  // "has to sign"
    state.modality = Modality::Should, state.have = false, state.modal = true;
  } else if (state.any && !state.negated) {
    return false;
  } else {
    state.infinitive = true;
    if (state.modality == Modality::None) state.modality = Modality::Infinitive;
  }
  state.any = true;
  return true;
}

bool VerbGroupReader::auxiliary(State& state) const {
  const std::uint32_t at = state.at;
  const bool negation = is(at, WordClass::Negation);
  if (negation) {
    const bool noun_follows = is(at, WordClass::Determiner) && !state.any;
    if (noun_follows) return false;
    state.negated = true;
    // Contracted auxiliaries ("won't") take a base form.
    if (!state.any && !is(at, WordClass::Adverb)) state.modal = state.any = true;
  } else if (modal_word(state)) {
  } else if (is(at, WordClass::Have)) {
    state.have = state.any = true, state.modal = false;
    if (state.modality == Modality::None) state.modality = Modality::Perfect;
  } else if (is(at, WordClass::Be)) {
    if (state.modality == Modality::Perfect && !state.have) return false;
    state.be = state.any = true, state.have = state.modal = false;
  } else if (infinitive_marker(state)) {
  } else {
    return is(at, WordClass::Adverb) && (state.any || verb_at(at + 1) || is(at + 1, WordClass::Adverb));
  }
  return true;
}

std::optional<VerbMatch> VerbGroupReader::read(std::uint32_t at, LeftContext left) const {
  State state;
  state.at = at;
  while (free(state.at) && auxiliary(state)) ++state.at;
  if (!state.any) state.at = std::min(state.at, last_);
  if (auto match = known_head(state, left)) return match;
  return state.any ? unknown_head(state) : std::nullopt;
}

std::optional<VerbMatch> VerbGroupReader::known_head(const State& state, LeftContext left) const {
  if (!free(state.at)) return std::nullopt;
  const std::uint32_t end = free_end(state.at);
  if (state.be) {
    const Trie::Match adjective = table_.adjectives.longest(tokens_, state.at, end);
    const Trie::Match verb = table_.verbs.longest(tokens_, state.at, end);
    if (adjective.length != 0 && adjective.length >= verb.length) {
      VerbMatch match{group_of(state, VerbForm::Base), state.at + adjective.length};
      match.group.known = true;
      match.group.trigger = adjective.payload;
      match.group.head = state.at;
      return match;
    }
  }
  const Trie::Match found = table_.verbs.longest(tokens_, state.at, end);
  if (found.length == 0) return std::nullopt;
  for (const TriggerForm& form : table_.verb_forms[found.payload]) {
    const auto chosen = choose_form(state, form.forms, state.at + found.length, left);
    if (!chosen) continue;
    VerbMatch match{group_of(state, *chosen), state.at + found.length};
    match.group.known = true;
    match.group.trigger = form.trigger;
    match.group.head = state.at;
    return match;
  }
  return std::nullopt;
}

// After auxiliaries any word may be a verb; a copula stands alone.
std::optional<VerbMatch> VerbGroupReader::unknown_head(const State& state) const {
  const std::uint32_t at = state.at;
  const bool word = free(at) && tokens_[at].kind == TokenKind::Word;
  const bool closed = is(at, WordClass::Determiner) || is(at, WordClass::Preposition) || is(at, WordClass::Pronoun) ||
                      is(at, WordClass::Conjunction) || is(at, WordClass::Subordinator);
  if (state.infinitive && (!word || closed || (!state.modal && verb_at(at)))) return std::nullopt;  // "to working"
  VerbMatch match{group_of(state, state.modal || state.infinitive ? VerbForm::Base : VerbForm::Participle), at};
  match.group.head = at > 0 ? at - 1 : at;
  match.group.passive = false;
  const bool takes_head = word && !closed && (state.modal || state.infinitive || state.have);
  if (takes_head) {
    match.group.head = at;
    ++match.last;
  }
  return match;
}

bool VerbGroupReader::noun_at(std::uint32_t at) const {
  return free(at) && table_.nouns.longest(tokens_, at, free_end(at)).length != 0;
}

// Whether an object may begin here.
bool VerbGroupReader::opens_object(std::uint32_t at) const {
  if (at >= last_) return false;
  if (covered_[at - first_] || tokens_[at].kind == TokenKind::Number) return true;
  return is(at, WordClass::Determiner) || is(at, WordClass::Infinitive) || is(at, WordClass::Subordinator) ||
         is(at, WordClass::Pronoun) || noun_at(at);
}

std::optional<VerbForm> VerbGroupReader::bare_form(const std::array<bool, 5>& forms, std::uint32_t at, std::uint32_t after,
                                                   LeftContext left) const {
  const bool noun = noun_at(at);
  const bool preposition = is(after, WordClass::Preposition) && !is(after, WordClass::Infinitive);
  if (has(forms, VerbForm::Gerund)) {
    if (left == LeftContext::Nominal && is(at - 1, WordClass::Determiner)) return std::nullopt;
    return VerbForm::Gerund;
  }
  if (left == LeftContext::Nominal) return std::nullopt;
  if (has(forms, VerbForm::Past) || has(forms, VerbForm::Participle)) {
    const bool base_too = has(forms, VerbForm::Base);
    if (base_too && noun && left != LeftContext::Actor) return std::nullopt;
    if (left == LeftContext::Actor || left == LeftContext::Verbal) {
      if (is(after, WordClass::By) && left != LeftContext::Actor) return VerbForm::Participle;
      return has(forms, VerbForm::Past) ? VerbForm::Past : VerbForm::Participle;
    }
    if (preposition && has(forms, VerbForm::Participle)) return VerbForm::Participle;
    if (opens_object(after) && has(forms, VerbForm::Past)) return VerbForm::Past;
    return has(forms, VerbForm::Participle) ? VerbForm::Participle : VerbForm::Past;
  }
  if (has(forms, VerbForm::Present)) {
    if (left == LeftContext::Actor) return VerbForm::Present;
    if (noun) return opens_object(after) && left == LeftContext::Other ? std::optional(VerbForm::Present) : std::nullopt;
    return left == LeftContext::Start ? std::nullopt : std::optional(VerbForm::Present);
  }
  if (!has(forms, VerbForm::Base)) return std::nullopt;
  if (left == LeftContext::Start) return noun && !opens_object(after) ? std::nullopt : std::optional(VerbForm::Base);
  if (noun && !(opens_object(after) && !noun_at(after))) return std::nullopt;
  return opens_object(after) || preposition || !noun ? std::optional(VerbForm::Base) : std::nullopt;
}

std::optional<VerbForm> VerbGroupReader::choose_form(const State& state, const std::array<bool, 5>& forms, std::uint32_t after,
                                                     LeftContext left) const {
  const auto only = [&](VerbForm form) { return has(forms, form) ? std::optional(form) : std::nullopt; };
  if (state.modal || state.infinitive) {
    if (state.be) return has(forms, VerbForm::Participle) ? VerbForm::Participle : only(VerbForm::Gerund);
    if (state.have) return only(VerbForm::Participle);
    return only(VerbForm::Base);
  }
  if (state.be) return has(forms, VerbForm::Participle) ? VerbForm::Participle : only(VerbForm::Gerund);
  if (state.have) return only(VerbForm::Participle);
  return bare_form(forms, state.at, after, left);
}

VerbGroup VerbGroupReader::group_of(const State& state, VerbForm form) const {
  VerbGroup group;
  group.form = form;
  group.negated = state.negated;
  group.modality = state.modality;
  group.finite = state.any && !state.infinitive;
  group.passive = form == VerbForm::Participle && (state.be || !state.have);
  if (state.be && form == VerbForm::Gerund && state.modality == Modality::None) group.modality = Modality::Progressive;
  if (!state.any || (state.negated && !state.modal && !state.have && !state.be && !state.infinitive)) {
    group.finite = form == VerbForm::Present || form == VerbForm::Past || form == VerbForm::Base;
    if (form == VerbForm::Gerund) group.modality = Modality::Gerund;
    if (form == VerbForm::Participle) group.modality = Modality::Participle;
  }
  return group;
}

}  // namespace coopmine
