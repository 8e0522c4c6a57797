// Helpers of the concurrency tests: run n threads, small random numbers, sizes that sanitizers can bear.
#pragma once

#include <gtest/gtest.h>

#include <memory>

#include "portalis/thread.hpp"

namespace portalis::test {

#if defined(PORTALIS_SANITIZE_THREAD) || defined(PORTALIS_SANITIZE_ADDRESS)
inline constexpr bool sanitized = true;
#else
inline constexpr bool sanitized = false;
#endif

// Runs body(i) on n threads at once and waits for them. With n == 0 nothing runs.
template <class Body>
void run_threads(int n, Body body) {
  std::unique_ptr<Thread[]> threads(new Thread[size_t(n)]);
  for (int i = 0; i < n; ++i) {
    ASSERT_EQ(threads[size_t(i)].start([&body, i] { body(i); }, {.stack_size = sanitized ? 0u : 128u << 10}), Thread::Started);
  }
}

// Work to share out, about the same in all for any number of threads.
inline int share(int total, int threads) {
  int scaled = sanitized ? total / 10 : total;
  return threads > 0 ? scaled / threads + 1 : 0;
}

struct Random {
  explicit Random(int seed) : state(uint32_t(seed) * 2654435761u + 12345u) {}
  uint32_t operator()(uint32_t below) {
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    return state % below;
  }
  uint32_t state;
};

#define PORTALIS_THREAD_COUNTS ::testing::Values(0, 1, 2, 8, 64)

class WithThreads : public ::testing::TestWithParam<int> {
 protected:
  int threads() const { return GetParam(); }
};

}  // namespace portalis::test
