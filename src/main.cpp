#include "cli/cli.h"

#include <cstdlib>  // says whether the library is glibc

#if defined(__GLIBC__) && defined(__linux__)
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <memory>

namespace {

// A run asks for its memory once, in large pages, and keeps it: giving pieces back to the system and asking for them
// anew, page by page, costs more than all it does for a short article.
void prepare_memory() {
  constexpr int kKept = 256 << 20;
  constexpr int kAtOnce = 32 << 20;
  constexpr std::uintptr_t kLargePage = 2 << 20;
  mallopt(M_MMAP_THRESHOLD, kKept);
  mallopt(M_TRIM_THRESHOLD, kKept);
  mallopt(M_TOP_PAD, kAtOnce);
  const std::unique_ptr<void, decltype(&std::free)> first(std::malloc(kLargePage), &std::free);  // more than there is: the heap grows
  const auto begin = (reinterpret_cast<std::uintptr_t>(first.get()) + kLargePage - 1) / kLargePage * kLargePage;
  const auto end = reinterpret_cast<std::uintptr_t>(sbrk(0)) / kLargePage * kLargePage;
  if (begin < end && end - begin <= 2 * kAtOnce) madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
}

}  // namespace
#else
namespace {
void prepare_memory() {}
}  // namespace
#endif

int main(int argc, char** argv) {
  prepare_memory();
  return coopmine::run_command_line(argc, argv);
}
