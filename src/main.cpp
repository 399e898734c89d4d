#include "cli/cli.h"

int main(int argc, char** argv) { return coopmine::run_command_line(argc, argv); }
