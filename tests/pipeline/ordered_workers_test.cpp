#include <atomic>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "pipeline/ordered_workers.h"

using coopmine::OrderedWorkers;

namespace {

// Hands in 0..count-1 and gives the results in the order they came out.
std::vector<int> squares(unsigned threads, int count) {
  OrderedWorkers<int, int> workers(threads, [](int&& n) {
    for (int spin = 0; spin < (n % 7) * 1000; ++spin) std::this_thread::yield();
    return n * n;
  });
  std::vector<int> out;
  for (int n = 0; n < count; ++n) {
    while (workers.full()) out.push_back(workers.take());
    workers.submit(int{n});
  }
  while (workers.pending() != 0) out.push_back(workers.take());
  return out;
}

}  // namespace

TEST_CASE("results come in the order of the work, whatever the number of threads") {
  const std::vector<int> one = squares(1, 200);
  REQUIRE(one.size() == 200);
  CHECK(one[199] == 199 * 199);
  CHECK(squares(2, 200) == one);
  CHECK(squares(8, 200) == one);
  CHECK(squares(0, 200) == one);
  CHECK(squares(8, 0).empty());
}

TEST_CASE("no more pieces are in flight than threads times depth") {
  std::atomic<int> alive{0};
  std::atomic<int> most{0};
  struct Piece {
    explicit Piece(std::atomic<int>& counter) : count(&counter) { ++*count; }
    ~Piece() { --*count; }
    Piece(const Piece&) = delete;
    Piece& operator=(const Piece&) = delete;
    std::atomic<int>* count;
  };
  {
    OrderedWorkers<std::shared_ptr<Piece>, std::shared_ptr<Piece>> workers(
        3, [](std::shared_ptr<Piece>&& piece) { return std::move(piece); });
    for (int i = 0; i < 500; ++i) {
      while (workers.full()) workers.take();
      workers.submit(std::make_shared<Piece>(alive));
      if (alive > most) most = alive.load();
    }
  }
  CHECK(alive == 0);
  CHECK(most <= 3 * static_cast<int>(OrderedWorkers<int, int>::kDepth) + 3);
}

TEST_CASE("what the work throws comes out of take") {
  for (const unsigned threads : {1U, 4U}) {
    OrderedWorkers<int, int> workers(threads, [](int&& n) {
      if (n == 1) throw std::runtime_error("one");
      return n;
    });
    workers.submit(0);
    CHECK(workers.take() == 0);
    workers.submit(1);
    CHECK_THROWS_WITH(workers.take(), "one");
    workers.submit(2);
    CHECK(workers.take() == 2);
  }
}

TEST_CASE("work that nobody takes is dropped at the end") {
  OrderedWorkers<int, std::string> workers(2, [](int&& n) { return std::to_string(n); });
  for (int n = 0; n < 8; ++n) workers.submit(int{n});
  CHECK(workers.pending() == 8);
  CHECK(workers.full());
}
