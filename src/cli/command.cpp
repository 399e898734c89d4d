#include "cli/command.h"

#include <map>
#include <vector>

namespace coopmine {

std::shared_ptr<ConsoleConfig> add_console_options(CLI::App& app) {
  auto config = std::make_shared<ConsoleConfig>();
  app.add_flag("-q,--quiet", config->quiet, "says nothing but errors");
  app.add_flag("-v,--verbose", config->verbose, "says more: what was read, what was found");
  const std::map<std::string, ColorChoice> choices{
      {"auto", ColorChoice::Auto}, {"always", ColorChoice::Always}, {"never", ColorChoice::Never}};
  app.add_option_function<std::string>(
         "--color",
         [config, choices](const std::string& word) {
           const auto choice = choices.find(word);
           if (choice == choices.end()) {
             throw UsageError("--color: unknown choice '" + word +
                              "' (auto, always or never)");
           }
           config->color = choice->second;
         },
         "colours: auto (on a terminal, unless NO_COLOR is set), always or never")
      ->type_name("WHEN");
  return config;
}

void add_output_option(CLI::App& app, std::string& path) {
  app.add_option("-o,--output", path, "where to write (default, and '-': standard output)")
      ->type_name("FILE");
}

void add_pack_options(CLI::App& app, PackSource& source) {
  app.add_option("--rules", source.folder,
                 "folder of rules that extends or replaces those shipped with the program")
      ->type_name("DIR");
  app.add_option("--lang", source.lang, "language of the rules and of the articles (default: en)")
      ->type_name("CODE");
}

std::shared_ptr<const RulePack> require_pack(const PackSource& source, Console& console) {
  Diagnostics faults;
  auto pack = load_pack(source, faults);
  if (!pack) {
    console.faults(faults);
    throw RulesWrong();
  }
  // It lasts as long as the program, and taking it apart at the end would cost more time than many an article.
  static auto& kept = *new std::vector<std::shared_ptr<const RulePack>>;
  kept.push_back(pack);
  return pack;
}

}  // namespace coopmine
