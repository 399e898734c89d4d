#include "assemble/identity.h"

#include <openssl/sha.h>

#include <array>

#include <fmt/format.h>

namespace coopmine {

std::string identity(const Article& article, const Commitment& commitment) {
  const Evidence& first = commitment.evidence.front();
  const std::string material = fmt::format("{}\n{}\n{}\n{}-{}\n{}", article.sha256, name(commitment.type), commitment.act, first.trigger.begin,
                                           first.trigger.end, quote(article.text, first.span));
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(reinterpret_cast<const unsigned char*>(material.data()), material.size(), digest.data());
  std::string hex;
  for (std::size_t i = 0; i < 8; ++i) hex += fmt::format("{:02x}", digest[i]);
  return hex;
}

}  // namespace coopmine
