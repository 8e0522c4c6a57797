// The deque of one pool thread: its owner pushes and pops at the bottom, others steal from the top.
//
// Chase and Lev's growing circular deque ("Dynamic Circular Work-Stealing Deque", 2005), with the orderings of
// Le, Pop, Cohen and Zappa Nardelli (2013) made seq_cst where they have fences, which sanitizers cannot see.
//
// Invariants: top_ only grows. Elements top_ .. bottom_-1 are in the ring. For the last element owner and
// thieves decide by a compare-and-swap on top_. A ring that was outgrown stays readable until the deque is
// destroyed, since a slow thief may still look into it; what it reads there is thrown away if its
// compare-and-swap fails, and right if it succeeds.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <vector>

#include "portalis/executor/pool.hpp"

namespace portalis {

class WorkDeque {
 public:
  using Task = Pool::Task;

  WorkDeque() { ring_.store(add_ring(64), std::memory_order_relaxed); }

  // Owner only.
  void push(Task* task) {
    int64_t bottom = bottom_.load(std::memory_order_relaxed);
    int64_t top = top_.load(std::memory_order_acquire);
    Ring* ring = ring_.load(std::memory_order_relaxed);
    if (bottom - top > ring->mask) ring = grow(*ring, top, bottom);
    ring->at(bottom).store(task, std::memory_order_release);
    bottom_.store(bottom + 1, std::memory_order_seq_cst);
  }
  // Owner only: the newest task, or null.
  Task* pop() {
    int64_t bottom = bottom_.load(std::memory_order_relaxed) - 1;
    Ring* ring = ring_.load(std::memory_order_relaxed);
    bottom_.store(bottom, std::memory_order_seq_cst);
    int64_t top = top_.load(std::memory_order_seq_cst);
    Task* task = nullptr;
    if (top < bottom) return ring->at(bottom).load(std::memory_order_acquire);
    if (top == bottom) {
      task = ring->at(bottom).load(std::memory_order_acquire);
      if (!top_.compare_exchange_strong(top, top + 1, std::memory_order_seq_cst)) task = nullptr;
    }
    bottom_.store(bottom + 1, std::memory_order_seq_cst);
    return task;
  }
  // Any thread: the oldest task, or null if there is none.
  Task* steal() {
    for (;;) {
      int64_t top = top_.load(std::memory_order_seq_cst);
      if (top >= bottom_.load(std::memory_order_seq_cst)) return nullptr;
      Task* task = ring_.load(std::memory_order_acquire)->at(top).load(std::memory_order_acquire);
      if (top_.compare_exchange_strong(top, top + 1, std::memory_order_seq_cst)) return task;
    }
  }
  bool is_empty() const { return top_.load(std::memory_order_seq_cst) >= bottom_.load(std::memory_order_seq_cst); }

 private:
  struct Ring {
    explicit Ring(int64_t size) : mask(size - 1), slots(new std::atomic<Task*>[size_t(size)]) {}
    std::atomic<Task*>& at(int64_t position) { return slots[size_t(position & mask)]; }
    int64_t mask;
    std::unique_ptr<std::atomic<Task*>[]> slots;
  };

  Ring* add_ring(int64_t size) {
    rings_.push_back(std::make_unique<Ring>(size));
    return rings_.back().get();
  }
  Ring* grow(Ring& old, int64_t top, int64_t bottom) {
    Ring* ring = add_ring(2 * (old.mask + 1));
    for (int64_t i = top; i < bottom; ++i)
      ring->at(i).store(old.at(i).load(std::memory_order_relaxed), std::memory_order_relaxed);
    ring_.store(ring, std::memory_order_release);
    return ring;
  }

  alignas(64) std::atomic<int64_t> top_{0};
  alignas(64) std::atomic<int64_t> bottom_{0};
  std::atomic<Ring*> ring_;
  std::vector<std::unique_ptr<Ring>> rings_;  // owner only
};

}  // namespace portalis
