// Worker threads whose results come back in the order in which the work was handed in.
//
//     OrderedWorkers<Batch, Lines> workers(8, work);
//     while (auto batch = read_batch()) {
//       while (workers.full()) write(workers.take());
//       workers.submit(std::move(*batch));
//     }
//     while (workers.pending() != 0) write(workers.take());
//
// At most `threads` * kDepth pieces are in flight, so memory stays bounded however slow one piece is.
// With one thread the work is done where it is handed in and no thread is started.  What `work` throws
// comes out of take().  All members are called from one thread; `work` must be safe to call from
// several.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace coopmine {

template <class In, class Out>
class OrderedWorkers {
 public:
  static constexpr std::size_t kDepth = 4;

  OrderedWorkers(unsigned threads, std::function<Out(In&&)> work)
      : limit_(threads < 1 ? 1 : threads), work_(std::move(work)) {}
  OrderedWorkers(const OrderedWorkers&) = delete;
  OrderedWorkers& operator=(const OrderedWorkers&) = delete;
  // Waits for the pieces that have begun; those that have not are dropped.
  ~OrderedWorkers() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
      queue_.clear();
    }
    wake_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }

  // Pieces handed in and not yet taken.
  [[nodiscard]] std::size_t pending() const { return results_.size(); }
  [[nodiscard]] bool full() const {
    return pending() >= (limit_ == 1 ? std::size_t{1} : limit_ * kDepth);
  }

  void submit(In&& piece) {
    std::packaged_task<Out()> task([this, piece = std::move(piece)]() mutable {
      return work_(std::move(piece));
    });
    results_.push_back(task.get_future());
    if (limit_ == 1) return task();
    {
      const std::lock_guard lock(mutex_);
      queue_.push_back(std::move(task));
    }
    wake_.notify_one();
    if (threads_.size() < limit_) threads_.emplace_back([this] { run(); });
  }

  // Whether the oldest piece is done, so that take() would not wait.
  [[nodiscard]] bool ready() const {
    return pending() != 0 &&
           results_.front().wait_for(std::chrono::seconds(0)) == std::future_status::ready;
  }

  // The result of the oldest piece; waits for it.  There must be one pending.
  Out take() {
    std::future<Out> oldest = std::move(results_.front());
    results_.pop_front();
    return oldest.get();
  }

 private:
  void run() {
    std::unique_lock lock(mutex_);
    while (true) {
      wake_.wait(lock, [this] { return closed_ || !queue_.empty(); });
      if (queue_.empty()) return;
      std::packaged_task<Out()> task = std::move(queue_.front());
      queue_.pop_front();
      lock.unlock();
      task();
      lock.lock();
    }
  }

  const std::size_t limit_;
  const std::function<Out(In&&)> work_;
  std::deque<std::future<Out>> results_;  // oldest first; used by the caller's thread alone
  std::vector<std::thread> threads_;
  std::mutex mutex_;  // guards queue_ and closed_
  std::condition_variable wake_;
  std::deque<std::packaged_task<Out()>> queue_;
  bool closed_ = false;
};

}  // namespace coopmine
