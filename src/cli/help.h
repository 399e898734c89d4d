// Help texts, written from the options as CLI11 holds them.
//
//     coopmine schema - writes the JSON Schema of the records
//
//     Usage: coopmine schema [options]
//
//     Options:
//       -h, --help          shows this help and ends
//
//     Example:
//       coopmine schema > record.schema.json
#pragma once

#include <string>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

namespace coopmine {

class HelpWriter : public CLI::FormatterBase {
 public:
  std::string make_help(const CLI::App* app, std::string name,
                        CLI::AppFormatMode mode) const override;
};

}  // namespace coopmine
