#include "report/page.h"

#include <array>

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/sha.h>

namespace coopmine {
namespace {

// "'sha256-...'": how a policy names an inline script or style.
std::string source_hash(std::string_view text) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data());
  std::array<unsigned char, 4 * ((SHA256_DIGEST_LENGTH + 2) / 3) + 1> base64{};
  EVP_EncodeBlock(base64.data(), digest.data(), SHA256_DIGEST_LENGTH);
  return fmt::format("'sha256-{}'", reinterpret_cast<const char*>(base64.data()));
}

// Takes `html` up to the mark away.
std::string_view up_to(std::string_view& html, std::string_view mark) {
  const std::size_t at = html.find(mark);
  const std::string_view before = html.substr(0, at);
  html.remove_prefix(at + mark.size());
  return before;
}

}  // namespace

Page make_page(const PageParts& parts) {
  Page page;
  std::string_view rest = parts.html;
  page.before_data = up_to(rest, "@POLICY@");
  page.before_data += fmt::format("default-src 'none'; script-src {}; style-src {}; base-uri 'none'; form-action 'none'",
                                  source_hash(parts.js), source_hash(parts.css));
  page.before_data += up_to(rest, "@STYLE@");
  page.before_data += parts.css;
  page.before_data += up_to(rest, "@DATA@");
  page.behind_data = up_to(rest, "@SCRIPT@");
  page.behind_data += parts.js;
  page.behind_data += rest;
  return page;
}

std::string inside_script(std::string_view json) {
  std::string out;
  for (const char c : json) {
    if (c == '<' || c == '>' || c == '&') {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace coopmine
