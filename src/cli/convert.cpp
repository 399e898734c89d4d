// coopmine convert
#include <filesystem>
#include <vector>

#include <fmt/format.h>

#include "cli/article_reader.h"
#include "cli/cli.h"
#include "cli/command.h"
#include "cli/input_report.h"
#include "cli/output.h"
#include "cli/record_reader.h"
#include "convert/brat.h"
#include "convert/iati.h"
#include "convert/plover.h"
#include "convert/sqlite.h"
#include "convert/table.h"
#include "convert/web_annotation.h"

namespace coopmine {
namespace {

enum class Format { Csv, Tsv, Sqlite, Brat, Plover, Iati, WebAnnotation };
const std::vector<std::string> kFormats{"csv", "tsv", "sqlite", "brat", "plover", "iati", "webannotation"};

// What was typed.
struct ConvertArgs {
  std::vector<std::string> inputs;
  std::string format;
  std::string output;
  bool dyads = false;
  std::vector<std::string> articles;
  PackSource rules;
};

// What it means.
struct ConvertRun {
  std::vector<std::string> inputs;
  Format format = Format::Csv;
  std::string output;
  bool dyads = false;
  std::vector<std::string> articles;
  PackSource rules;
};

Format format_named(const std::string& word) {
  for (std::size_t i = 0; i < kFormats.size(); ++i) {
    if (kFormats[i] == word) return static_cast<Format>(i);
  }
  const std::string near = nearest(word, kFormats);
  if (word.empty()) throw UsageError(fmt::format("--to is missing (one of {})", fmt::join(kFormats, ", ")));
  throw UsageError(fmt::format("--to: '{}' is no format ({})", printable(word),
                               near.empty() ? fmt::format("one of {}", fmt::join(kFormats, ", "))
                                            : fmt::format("did you mean '{}'?", near)));
}

ConvertRun meaning(const ConvertArgs& args) {
  ConvertRun run{args.inputs, format_named(args.format), args.output, args.dyads, args.articles, args.rules};
  if (run.inputs.empty()) run.inputs.emplace_back("-");
  const bool table = run.format == Format::Csv || run.format == Format::Tsv;
  const bool needs_name = run.format == Format::Sqlite || run.format == Format::Brat;
  if (run.dyads && !table) throw UsageError("--dyads goes with --to csv and --to tsv only");
  if (!run.articles.empty() && run.format != Format::Brat) throw UsageError("--articles goes with --to brat only");
  if (needs_name && (run.output.empty() || run.output == "-")) {
    throw UsageError(fmt::format("--to {} needs -o {}", args.format, run.format == Format::Sqlite ? "FILE" : "FOLDER"));
  }
  return run;
}

// Finds the articles of records: in the inputs named by --articles, which are read along in the order of the
// records, or else under the path that is their id.
class ArticleShelf {
 public:
  ArticleShelf(const std::vector<std::string>& inputs, Console& console) : report_(console) {
    ReadConfig config;
    config.recursive = true;
    if (!inputs.empty()) reader_.emplace(inputs, config, report_);
  }

  std::optional<ArticleText> find(const RecordDoc& doc, const std::function<void(const ArticleText&)>& between) {
    if (!reader_) return doc.id.empty() ? std::nullopt : read_file(doc.id);
    while (auto article = reader_->next()) {
      ArticleText text{article->id, std::move(article->text), article->sha256};
      if (text.id == doc.id) return text;
      between(text);
    }
    return std::nullopt;
  }

  [[nodiscard]] std::size_t failed() const { return report_.count(); }

 private:
  std::optional<ArticleText> read_file(const std::string& path) {
    auto article = ArticleReader({path}, {}, report_).next();
    if (!article) return std::nullopt;
    return ArticleText{path, std::move(article->text), article->sha256};
  }

  InputReport report_;
  std::optional<ArticleReader> reader_;
};

class Conversion {
 public:
  Conversion(ConvertRun config, Console& console)
      : config_(std::move(config)), console_(console), shelf_(config_.articles, console) {}

  int run() {
    try {
      const auto converter = make();
      for (const std::string& input : config_.inputs) {
        if (!read_records(input, console_, [&](const CommitmentRecord& record) { converter->add(record); })) failed_ = true;
      }
      converter->finish();
      if (output_) output_->close();
      for (const auto& [what, count] : converter->losses()) console_.warning({}, fmt::format("{}: {}", what, count));
    } catch (const ConvertFailed& fault) {
      console_.error({}, fault.what());
      return kWrong;
    }
    return !failed_ && shelf_.failed() == 0 ? kDone : kSomeFailed;
  }

 private:
  std::unique_ptr<Converter> make() {
    switch (config_.format) {
      case Format::Csv: return table_converter(sink(), {false, config_.dyads});
      case Format::Tsv: return table_converter(sink(), {true, config_.dyads});
      case Format::Plover: return plover_converter(sink(), contexts());
      case Format::Iati: return iati_converter(sink());
      case Format::WebAnnotation: return web_annotation_converter(sink());
      case Format::Sqlite: return sqlite_converter(config_.output);
      case Format::Brat: break;
    }
    return brat_converter(config_.output, [this](const RecordDoc& doc, const std::function<void(const ArticleText&)>& between) {
      return shelf_.find(doc, between);
    });
  }

  TextSink sink() {
    output_.emplace(config_.output);
    for (const std::string& input : config_.inputs) {
      if (input != "-" && output_->is_same_file(input)) {
        throw UsageError(fmt::format("{} is input and output at once (name another file)", printable(input)));
      }
    }
    output_->start();
    return [this](std::string_view text) { output_->write(text); };
  }

  ContextFinder contexts() {
    pack_ = require_pack(config_.rules, console_);
    return [this](const CommitmentRecord& record) -> std::vector<std::string> {
      const auto type = commitment_type(record.type);
      const auto status = status_of(record.status);
      std::vector<SectorSlot> sectors;
      for (const RecordSlot& sector : record.sectors) sectors.push_back({sector.value, {}});
      if (!type || !status) return {};
      return contexts_of(pack_->codes, *type, *status, record.act, sectors);
    };
  }

  ConvertRun config_;
  Console& console_;
  ArticleShelf shelf_;
  std::optional<Output> output_;
  std::shared_ptr<const RulePack> pack_;
  bool failed_ = false;
};

}  // namespace

Command add_convert(CLI::App& root) {
  CLI::App& app = *root.add_subcommand("convert", "writes records in another format");
  auto args = std::make_shared<ConvertArgs>();
  app.add_option("RECORDS", args->inputs, "records as extract writes them; '-' or none: standard input");
  app.add_option("--to", args->format, fmt::format("{}", fmt::join(kFormats, ", ")))->type_name("FORMAT");
  add_output_option(app, args->output);
  app.add_flag("--dyads", args->dyads, "csv, tsv: a row for each giver and receiver, or pair of parties");
  app.add_option("--articles", args->articles,
                 "brat: files or folders with the articles, in the order in which they were extracted (default: the files "
                 "that the records name)")
      ->type_name("PATH");
  add_pack_options(app, args->rules);
  const auto console = add_console_options(app);
  app.footer(
      "sqlite needs -o FILE, brat -o FOLDER.  What a format has no place for is counted on standard error.\n\n"
      "Example:\n"
      "  coopmine convert records.jsonl --to csv -o records.csv\n"
      "  coopmine convert records.jsonl --to sqlite -o records.db && sqlite3 records.db 'SELECT * FROM dyads'");
  return {&app, console, [args](Console& out) { return Conversion(meaning(*args), out).run(); }};
}

}  // namespace coopmine
