// PLOVER and Web Annotations as jq reads them.
#include "convert/plover.h"
#include "convert/sample.h"
#include "convert/web_annotation.h"

using namespace coopmine;

namespace {

std::string plover(const std::vector<CommitmentRecord>& records, Losses* losses = nullptr) {
  return sample::converted(
      [](TextSink sink) {
        return plover_converter(std::move(sink), [](const CommitmentRecord& record) {
          return record.sectors.empty() ? std::vector<std::string>() : std::vector<std::string>{"human_security"};
        });
      },
      records, losses);
}

}  // namespace

TEST_CASE("PLOVER events by jq") {
  const sample::Folder folder;
  CommitmentRecord dated = sample::full();
  dated.dates[0].value = "2024-06-13/2024-06-15";
  CommitmentRecord possible = sample::full();
  possible.codes.plover.clear();
  CommitmentRecord undated = sample::full();
  undated.doc.date.clear();
  undated.parties.clear();
  Losses losses;
  folder.write("p", plover({sample::full(), sample::hostile(), dated, possible, undated}, &losses));
  CHECK(folder.shell("jq -c '[.id, .date, .enddate, [.source[].code], [.recipient[].code], .event, .context]' p") ==
        "[\"0123456789abcdef\",\"2024-06-08\",null,[\"NOR\"],[\"KEN\"],[\"AGREE\"],[\"human_security\"]]\n"
        "[\"fedcba9876543210\",\"2024-06-08\",null,[null,\"EU\",\"MLI\"],[],[\"AGREE\"],[\"human_security\"]]\n"
        "[\"0123456789abcdef\",\"2024-06-13\",\"2024-06-15\",[\"NOR\"],[\"KEN\"],[\"AGREE\"],[\"human_security\"]]\n"
        "[\"0123456789abcdef\",null,null,[],[],[\"AGREE\"],[\"human_security\"]]\n");
  CHECK(folder.shell("jq -c '.source[0], .text_info, .cite_info.title' p | head -n 3") ==
        "{\"code\":\"NOR\",\"sector\":\"GOV\",\"actor_text\":\"Norway\",\"identifier_text\":\"Norway\",\"office\":\"government\"}\n"
        "{\"sequence\":2,\"start\":27,\"end\":70}\n\"Norway helps Kenya\"\n");
  CHECK(losses.at("records left out: they have no PLOVER code") == 1);
  CHECK(losses.at("events without a date: neither the act nor the article has a day") == 1);
  CHECK(losses.at("sums lost: PLOVER has no field for them") == 3);
}

TEST_CASE("Web Annotations by jq") {
  const sample::Folder folder;
  CommitmentRecord linked = sample::hostile();
  linked.doc.kept = {{"url", "\"https://example.org/a\""}};
  const auto make = [](TextSink sink) { return web_annotation_converter(std::move(sink)); };
  folder.write("w", sample::converted(make, {sample::full(), sample::hostile(), linked}));
  CHECK(folder.shell("jq -c '.\"@context\", .type, (.items | length)' w") ==
        "\"http://www.w3.org/ns/anno.jsonld\"\n\"AnnotationPage\"\n3\n");
  CHECK(folder.shell("jq -c '.items[0].target, [.items[0].body[].value]' w") ==
        "[{\"source\":\"urn:coopmine:article:news/pledge.txt\",\"selector\":[{\"type\":\"TextPositionSelector\",\"start\":27,\"end\":70},"
        "{\"type\":\"TextQuoteSelector\",\"exact\":\"will give Kenya over $2.5 million\\nfor wells\"}]}]\n"
        "[\"type:aid\",\"status:pledged\",\"act:give\",\"giver:NOR\",\"receiver:KEN\",\"initiator:NOR\",\"sector:water\","
        "\"instrument:plan\",\"amount:USD 2500000\",\"amount:NOK 0.5\",\"date:/2030\",\"duration:P10Y\",\"confidence:0.91\"]\n");
  CHECK(folder.shell("jq -r '.items[1:][].target[0].source' w") ==
        "urn:coopmine:article:a%2Cb%20%22c%22.txt\nhttps://example.org/a\n");
  folder.write("none", sample::converted(make, {}));
  CHECK(folder.shell("jq -c .items none") == "[]\n");
}
