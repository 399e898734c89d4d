#include "cli/explanation.h"

#include <algorithm>
#include <map>
#include <vector>

#include <fmt/format.h>

#include "base/utf8.h"
#include "cli/console.h"
#include "mention/typed.h"
#include "model/words.h"
#include "pipeline/expectation.h"

namespace coopmine {
namespace {

std::string_view name_of(DateFrom from) {
  switch (from) {
    case DateFrom::None: return "none";
    case DateFrom::Dateline: return "dateline";
    case DateFrom::Metadata: return "metadata";
    case DateFrom::Option: return "option";
  }
  return {};
}

class Explainer {
 public:
  Explainer(const Article& article, const ArticleLayers& layers, const RulePack& pack, bool color)
      : article_(article), layers_(layers), pack_(pack), offsets_(article.text), color_(color) {
    for (const PackBlock& entry : pack.blocks) {
      places_[entry.block->id.text] = fmt::format("{}:{}", entry.file->file, entry.block->id.line());
    }
  }

  std::string run() {
    head();
    for (std::uint32_t i = 0; i < layers_.segmented.sentences.size(); ++i) sentence(i);
    return std::move(out_);
  }

 private:
  void line(std::string_view label, std::string_view text) { out_ += fmt::format("  {:<9} {}\n", label, text); }
  std::string bold(const std::string& text) const { return color_ ? "\033[1m" + text + "\033[0m" : text; }
  std::string words(Span span) const { return one_line(quote(article_.text, span)); }
  std::string range(Span span) const {
    return fmt::format("[{},{})", offsets_.code_points(span.begin), offsets_.code_points(span.end));
  }
  // "aid.gives (rules/en/aid.rules:4)".
  std::string rule(std::string_view id) const {
    const auto place = places_.find(id);
    return place == places_.end() ? std::string(id) : fmt::format("{} ({})", id, place->second);
  }
  Span span_of(const Unit& unit) const {
    const auto& tokens = layers_.segmented.tokens;
    return {tokens[unit.first].span.begin, tokens[unit.last - 1].span.end};
  }

  void head() {
    const ZonedArticle& zoned = layers_.zoned;
    const std::string date = zoned.date ? iso(*zoned.date) : "no date";
    out_ += bold(fmt::format("{}  {} ({})", printable(article_.id), date, name_of(zoned.date_from))) + "\n";
    if (!zoned.title.empty()) line("title", one_line(zoned.title));
    for (const Span skipped : zoned.skipped) {
      line("skipped", fmt::format("{} {}", range(skipped), words(skipped)));
    }
  }

  void sentence(std::uint32_t index) {
    const Sentence& s = layers_.segmented.sentences[index];
    const std::string head = fmt::format("{} {} {} {}{}", index + 1, name(s.zone), name(s.kind),
                                         range(s.span), s.cut ? " cut" : s.quiet ? " quiet: its words promise no commitment" : "");
    out_ += "\n" + bold(head) + "\n" + words(s.span) + "\n";
    tokens(s);
    for (const Mention& m : layers_.mentions.all) {
      if (s.first <= m.first && m.first < s.last) mention(m);
    }
    for (const PhrasedSentence& phrased : layers_.phrases) {
      if (phrased.sentence == index) units(phrased);
    }
    for (const Commitment& c : layers_.commitments) {
      if (!c.evidence.empty() && c.evidence.front().sentence == index + 1) record(c);
    }
  }

  void tokens(const Sentence& s) {
    std::string text;
    for (std::uint32_t i = s.first; i < s.last; ++i) {
      text += (i == s.first ? "" : "|") + words(layers_.segmented.tokens[i].span);
    }
    line("tokens", text);
  }

  static std::string value(const Mention& m) {
    switch (m.type) {
      case MentionType::Actor: {
        const std::string id = m.actor.id.empty() ? "-" : m.actor.id;
        const std::string_view detail = m.actor.generic.empty() ? m.actor.organ : m.actor.generic;
        return fmt::format("actor {} {}{}{}", id, name(m.actor.form), detail.empty() ? "" : " ", detail);
      }
      case MentionType::Sector: return "sector " + m.value;
      case MentionType::Instrument: return "instrument " + m.value;
      case MentionType::Money: return "money " + value_text(m);
      case MentionType::Date: return "date " + value_text(m);
      case MentionType::Duration: return "duration " + value_text(m);
    }
    return {};
  }

  void mention(const Mention& m) {
    line("mention", fmt::format("{}  \"{}\" {}  {}", value(m), words(m.span), range(m.span), rule(m.rule)));
  }

  void units(const PhrasedSentence& phrased) {
    std::string text;
    for (const Unit& unit : phrased.units) {
      const std::string shown = words(span_of(unit));
      const bool actors = unit.kind == UnitKind::Actors;
      const bool verb = unit.kind == UnitKind::Verb;
      text += fmt::format("{}{}{}{}", text.empty() ? "" : " ", actors ? "[" : verb ? "<" : "", shown,
                          actors ? "]" : verb ? ">" : "");
    }
    line("units", text);
    for (std::size_t i = 0; i < phrased.units.size(); ++i) anchor(phrased, i);
  }

  // The rules that match around unit `at`, when it is a trigger.
  void anchor(const PhrasedSentence& phrased, std::size_t at) {
    const Unit& unit = phrased.units[at];
    const bool verb = unit.kind == UnitKind::Verb && unit.verb.known;
    const bool noun = unit.kind == UnitKind::Noun && unit.has_trigger;
    if (!verb && !noun) return;
    const Trigger& trigger = pack_.triggers.triggers[verb ? unit.verb.trigger : unit.trigger];
    const std::string projected =
        pack_.constructions.project(phrased.units, layers_.segmented.tokens, article_.text, at);
    std::string senses;
    for (const Sense& sense : trigger.senses) {
      senses += fmt::format(" {}:{}", pack_.triggers.classes[sense.cls], sense.line);
    }
    line("at", fmt::format("{} (triggers.tsv{}): {}", trigger.lemma, senses,
                           pack_.constructions.show(projected)));
    for (int index = 0; index < pack_.constructions.size(); ++index) fired(phrased, index, projected);
    for (int index = 0; index < pack_.constructions.size(); ++index) nearly(index, projected);
  }

  std::string construction(int index) const {
    const ConstructionSource& source = pack_.constructions.source(index);
    return fmt::format("{} ({}:{})", source.id, source.file, source.line);
  }

  void fired(const PhrasedSentence& phrased, int index, const std::string& projected) {
    if (pack_.constructions.obstacle(index, projected) != "") return;
    std::string captured;
    for (const Capture& capture : pack_.constructions.captures(index, projected)) {
      captured += fmt::format(" {}={}", capture.function, words(span_of(phrased.units[capture.unit])));
    }
    line("  fired", fmt::format("{} {}", construction(index), captured));
  }

  void nearly(int index, const std::string& projected) {
    const auto obstacle = pack_.constructions.obstacle(index, projected);
    if (obstacle && !obstacle->empty()) line("  nearly", fmt::format("{}  {}", construction(index), *obstacle));
  }

  void record(const Commitment& c) {
    line("record", show(facts_of(c)));
    for (const std::string& id : c.rules) line("  by", rule(id));
    for (const Evidence& e : c.evidence) {
      line("  told", fmt::format("sentence {} {}: {}", e.sentence, range(e.span), words(e.span)));
    }
  }

  const Article& article_;
  const ArticleLayers& layers_;
  const RulePack& pack_;
  OffsetMap offsets_;
  bool color_;
  std::map<std::string, std::string, std::less<>> places_;
  std::string out_;
};

}  // namespace

std::string explanation(const Article& article, const ArticleLayers& layers, const RulePack& pack,
                        bool color) {
  return Explainer(article, layers, pack, color).run();
}

}  // namespace coopmine
