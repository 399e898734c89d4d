// References: whom "the two countries", "they", "we", "the ministry" stand for in an article.
//
//     Japan and Mongolia met in Tokyo.  The two sides agreed ...     the two sides -> JPN, MNG (via "pair")
//
// A reference is resolved to actors named before it in the same article (or in its title); what cannot
// be told stays empty.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/mention.h"
#include "model/token.h"

namespace coopmine {

struct ActorRef {
  std::uint32_t mention = 0;  // whose name and id it is
  std::uint32_t said = 0;     // the mention that stands in the clause
  std::string via;            // empty: named there itself
};

class References {
 public:
  References(std::string_view text, const Segmented& segmented, const std::vector<Mention>& mentions);

  // Whom mention `index` stands for; empty when that cannot be told.
  [[nodiscard]] std::vector<ActorRef> resolve(std::uint32_t index) const;
  // The two actors the article is about, by title and first sentences; fewer when it names fewer.
  [[nodiscard]] const std::vector<std::uint32_t>& pair() const { return pair_; }
  // All actors of the title and first sentences, in order.
  [[nodiscard]] const std::vector<std::uint32_t>& heads() const { return heads_; }
  // How many other actors the article names more often.
  [[nodiscard]] std::size_t salience(const Mention& actor) const;
  // The sentence that holds a mention.
  [[nodiscard]] std::uint32_t sentence_of(std::uint32_t mention) const;
  // Actors of the sentence of mention `index` and the ones before it, nearest first.
  [[nodiscard]] std::vector<std::uint32_t> before(std::uint32_t index, std::uint32_t sentences) const;

  [[nodiscard]] bool is_party(const Mention& m) const;
  [[nodiscard]] static bool same_actor(const Mention& a, const Mention& b);

 private:
  void find_heads();
  [[nodiscard]] std::vector<std::uint32_t> last_two(std::uint32_t index) const;
  [[nodiscard]] std::vector<std::uint32_t> speaker(std::uint32_t index) const;
  [[nodiscard]] std::vector<std::uint32_t> addressee(std::uint32_t index) const;
  [[nodiscard]] std::vector<std::uint32_t> nearest(std::uint32_t index, bool person, ActorKind kind, bool any_kind) const;

  const Segmented& segmented_;
  const std::vector<Mention>& mentions_;
  std::vector<std::uint32_t> actors_;  // mentions that name a party, in order
  std::map<std::string, std::size_t> counts_;  // times an id is named
  std::vector<bool> quoted_;  // tokens
  std::optional<std::uint32_t> author_;
  std::vector<std::uint32_t> heads_;
  std::vector<std::uint32_t> pair_;
};

}  // namespace coopmine
