#include "cli/cli.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

int main(int argc, char** argv) {
#ifdef __GLIBC__
  // A run asks for its memory once and keeps it: giving large pieces back to the system and asking for them anew costs
  // more than all it does for a short article.
  mallopt(M_MMAP_THRESHOLD, 256 << 20);
  mallopt(M_TRIM_THRESHOLD, 256 << 20);
  mallopt(M_TOP_PAD, 4 << 20);
#endif
  return coopmine::run_command_line(argc, argv);
}
