#include "segment/segment.h"

#include <doctest/doctest.h>

#include "segment/tokens.h"

using namespace coopmine;

namespace {

std::string cut(const std::string& text) { return test::tokens_of(text, "|"); }

}  // namespace

TEST_CASE("a narrow no-break space parts words") {
  CHECK(cut("as long\u202Fas Mali\u202Fpays\u202F.") == "as|long|as|Mali|pays|.");
  CHECK(cut("\u202F\u202Fthe U.S.\u202FArmy left snake_case") == "the|U.S.|Army|left|snake_case");
}

TEST_CASE("a sentence may end with an abbreviation before two spaces") {
  CHECK(cut("He left Washington, D.C.  Mali stayed.") == "He|left|Washington|,|D.C. / Mali|stayed|.");
  CHECK(cut("He left the U.S. Army for good.") == "He|left|the|U.S.|Army|for|good|.");
}
