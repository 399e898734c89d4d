#include "cli/stop.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <system_error>

namespace coopmine {
namespace {

constexpr std::chrono::milliseconds kPatience{50};  // between two looks for a second signal

// The signals that would end the program.
sigset_t watched() {
  sigset_t set;
  sigemptyset(&set);
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction now {};
    if (sigaction(number, nullptr, &now) == 0 && now.sa_handler != SIG_IGN) sigaddset(&set, number);
  }
  return set;
}

// The next signal; 0: none so far.
int take_signal(int signals) {
  signalfd_siginfo info{};
  const bool got = ::read(signals, &info, sizeof info) == static_cast<ssize_t>(sizeof info);
  return got ? static_cast<int>(info.ssi_signo) : 0;
}

[[noreturn]] void die_of(int number) {
  std::signal(number, SIG_DFL);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, number);
  pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
  ::raise(number);
  ::_exit(128 + number);
}

}  // namespace

StopOnSignal::StopOnSignal(WriteGate& gate) {
  const sigset_t set = watched();
  signals_ = ::signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
  finished_ = ::eventfd(0, EFD_CLOEXEC);
  if (signals_ < 0 || finished_ < 0) throw std::system_error(errno, std::generic_category(), "can't watch for signals");
  pthread_sigmask(SIG_BLOCK, &set, &before_);
  watcher_ = std::thread([this, &gate] { watch(gate); });
}

StopOnSignal::~StopOnSignal() {
  const std::uint64_t one = 1;
  while (::write(finished_, &one, sizeof one) < 0 && errno == EINTR) {
  }
  watcher_.join();
  ::close(signals_);
  ::close(finished_);
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

void StopOnSignal::watch(WriteGate& gate) const {
  std::array<pollfd, 2> events{{{signals_, POLLIN, 0}, {finished_, POLLIN, 0}}};
  while (true) {
    if (::poll(events.data(), events.size(), -1) < 0) continue;
    if (const int number = take_signal(signals_); number != 0) {
      while (!gate.try_lock_for(kPatience)) {
        if (const int second = take_signal(signals_); second != 0) die_of(second);
      }
      die_of(number);
    }
    if (events[1].revents != 0) return;
  }
}

}  // namespace coopmine
