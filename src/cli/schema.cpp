// coopmine schema
#include <set>

#include "cli/cli.h"
#include "cli/command.h"
#include "cli/output.h"
#include "write/schema.h"

namespace coopmine {
namespace {

struct SchemaArgs {
  PackSource rules;
  std::string output;
};

SchemaLists lists_of(const RulePack& pack) {
  SchemaLists lists;
  std::set<std::string> acts;
  for (const Valency& line : pack.triggers.valencies) {
    if (!line.act.empty()) acts.insert(line.act);
  }
  lists.acts.assign(acts.begin(), acts.end());
  lists.sectors = pack.sectors.sectors;
  lists.instruments = pack.instruments.kinds;
  return lists;
}

int run_schema(const SchemaArgs& args, Console& console) {
  const auto pack = require_pack(args.rules, console);
  Output output(args.output);
  output.start();
  output.write(record_schema(lists_of(*pack)));
  output.close();
  return kDone;
}

}  // namespace

Command add_schema(CLI::App& root) {
  CLI::App& app = *root.add_subcommand("schema", "writes the JSON Schema of the records");
  auto args = std::make_shared<SchemaArgs>();
  add_output_option(app, args->output);
  add_pack_options(app, args->rules);
  const auto console = add_console_options(app);
  app.footer("Example:\n  coopmine schema > record.schema.json");
  return {&app, console, [args](Console& out) { return run_schema(*args, out); }};
}

}  // namespace coopmine
