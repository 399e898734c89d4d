#include "eval/report.h"
#include "write/json.h"

namespace coopmine {
namespace {

class JsonReport {
 public:
  explicit JsonReport(const EvalReport& report) : report_(report) {}

  std::string text() {
    json_.open_object();
    figures(report_.all);
    intervals("intervals", report_.intervals);
    object("left_out", [&] {
      count("articles", report_.left_out_articles);
      count("records", report_.left_out_records);
      count("records_of_other_articles", report_.strangers);
    });
    if (!report_.by_word.empty()) by_word();
    if (!report_.by_column.empty()) columns();
    if (report_.rules) rules(*report_.rules);
    if (report_.reliability) reliability(*report_.reliability);
    if (report_.mistakes) mistakes(*report_.mistakes);
    if (report_.comparison) comparison(*report_.comparison);
    json_.close_object();
    std::string out;
    json_.finish(out);
    return out;
  }

 private:
  void count(std::string_view key, std::size_t value) { number(key, static_cast<double>(value)); }
  void number(std::string_view key, double value) {
    json_.key(key);
    json_.number(value);
  }
  void word(std::string_view key, std::string_view value) {
    json_.key(key);
    json_.string(value);
  }
  template <class Write>
  void object(std::string_view key, Write write) {
    json_.key(key);
    json_.open_object();
    write();
    json_.close_object();
  }
  // A list of objects, one for each item.
  template <class List, class Write>
  void objects(std::string_view key, const List& items, Write write) {
    json_.key(key);
    json_.open_array();
    for (const auto& item : items) {
      json_.open_object();
      write(item);
      json_.close_object();
    }
    json_.close_array();
  }
  void prf(std::string_view key, const Prf& value) {
    json_.key(key);
    json_.open_array();
    for (const double figure : {value.precision, value.recall, value.f1}) json_.number(figure);
    json_.close_array();
  }
  void interval(std::string_view key, Interval value) {
    json_.key(key);
    json_.open_array();
    json_.number(value.low);
    json_.number(value.high);
    json_.close_array();
  }

  // With the keys of the codebook's scorer.
  void figures(const EvalCounts& counts) {
    count("documents", counts.articles);
    count("gold", counts.gold);
    count("predicted", counts.records);
    count("paired", counts.paired);
    prf("detection", counts.detection());
    prf("slots", counts.slot_figures());
    number("whole", counts.whole_share());
    object("by_slot", [&] {
      for (std::size_t i = 0; i < kSlotKinds; ++i) {
        object(name(static_cast<SlotKind>(i)), [&] {
          count("tp", counts.slots[i].right);
          count("fp", counts.slots[i].spurious);
          count("fn", counts.slots[i].missed);
          prf("prf", counts.slots[i].figures());
        });
      }
    });
  }

  void intervals(std::string_view key, const Intervals& values) {
    const auto three = [&](std::string_view of, const PrfIntervals& value) {
      object(of, [&] {
        interval("precision", value.precision);
        interval("recall", value.recall);
        interval("f1", value.f1);
      });
    };
    object(key, [&] {
      three("detection", values.detection);
      three("slots", values.slots);
      interval("whole", values.whole);
    });
  }

  void by_word() {
    object("by", [&] {
      for (const auto& [slot, rows] : report_.by_word) {
        objects(name(slot), rows, [&](const WordRow& row) {
          word("value", row.word);
          count("gold", row.gold);
          count("found", row.found);
          count("records", row.records);
          count("real", row.real);
          count("both", row.both);
          prf("prf", row.figures());
        });
      }
    });
  }

  void columns() {
    object("columns", [&] {
      for (const ColumnTable& table : report_.by_column) {
        objects(table.name, table.rows, [&](const GroupRow& row) {
          word("value", row.value);
          figures(row.counts);
          intervals("intervals", row.intervals);
        });
      }
    });
  }

  void rules(const std::vector<RuleRow>& rows) {
    objects("rules", rows, [&](const RuleRow& row) {
      word("rule", row.rule);
      count("records", row.records);
      count("real", row.real);
      count("right", row.right);
      count("whole", row.whole);
      prf("slots", row.slots.slot_figures());
      number("recall_share", row.recall_share);
    });
  }

  void reliability(const Reliability& value) {
    object("reliability", [&] {
      objects("bins", value.bins, [&](const ConfidenceBin& bin) {
        count("records", bin.records);
        count("real", bin.real);
        count("right", bin.right);
        count("whole", bin.whole);
        number("confidence_sum", bin.confidence);
      });
      count("without", value.without);
      number("calibration_error", value.calibration_error());
    });
  }

  void claim(std::string_view key, const Claim* value) {
    if (value == nullptr) return;
    object(key, [&] {
      word("type", value->record.type);
      word("status", value->record.status);
      word("text", value->label);
      json_.key("spans");
      json_.open_array();
      for (const CodeSpan& span : value->spans) {
        json_.open_array();
        json_.number(static_cast<double>(span.begin));
        json_.number(static_cast<double>(span.end));
        json_.close_array();
      }
      json_.close_array();
      if (!value->record.id.empty()) word("id", value->record.id);
    });
  }

  void mistakes(const std::vector<Mistake>& values) {
    objects("mistakes", values, [&](const Mistake& mistake) {
      word("kind", name(mistake.kind));
      word("article", mistake.article);
      claim("gold", mistake.gold);
      claim("record", mistake.record);
      objects("reasons", mistake.reasons, [&](const Reason& reason) {
        word("group", reason.group);
        word("text", reason.text);
      });
    });
    objects("reasons", count_reasons(values), [&](const auto& group) {
      word("group", group.first);
      count("count", group.second);
    });
  }

  void items(std::string_view key, const SlotItems& values) {
    objects(key, values, [&](const SlotItem& item) {
      word("slot", name(item.slot));
      word("value", item.value);
    });
  }

  void comparison(const Comparison& value) {
    object("comparison", [&] {
      object("before", [&] { figures(value.before); });
      object("gain", [&] {
        interval("detection", value.gain.detection);
        interval("slots", value.gain.slots);
        interval("whole", value.gain.whole);
      });
      objects("changes", value.changes, [&](const Change& change) {
        word("kind", name(change.kind));
        word("article", change.article);
        claim("claim", change.claim);
        items("mended", change.mended);
        items("broken", change.broken);
      });
    });
  }

  const EvalReport& report_;
  JsonLine json_;
};

}  // namespace

std::string report_json(const EvalReport& report) { return JsonReport(report).text(); }

}  // namespace coopmine
