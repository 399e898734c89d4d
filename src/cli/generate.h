// What is written from the options as CLI11 holds them, besides help: man pages and completions for shells.
//
//     coopmine --generate man | man -l -
//     coopmine --generate man-extract > coopmine-extract.1
//     coopmine --generate bash > /etc/bash_completion.d/coopmine
#pragma once

#include <optional>
#include <string>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

namespace coopmine {

// `what`: man, man-COMMAND, bash, zsh or fish; nullopt for anything else.
[[nodiscard]] std::optional<std::string> generated(const CLI::App& root, const std::string& what);

}  // namespace coopmine
