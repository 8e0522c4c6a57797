// The promises of platform.hpp, checked on this system.
#include "runtime/platform/platform.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <vector>

namespace portalis::platform {
namespace {

TEST(Clock, NeverGoesBackAndIsInNanoseconds) {
  int64_t before = now();
  for (int i = 0; i < 1000; ++i) ASSERT_GE(now(), before);
  EXPECT_GT(wall_clock(), int64_t(1600000000) * 1000000000);
}

TEST(Futex, DifferentValueReturnsAtOnce) {
  std::atomic<uint32_t> word{1};
  EXPECT_TRUE(wait_on_word(word, 2, INT64_MAX));
}

TEST(Futex, PassedDeadlineIsATimeout) {
  std::atomic<uint32_t> word{1};
  EXPECT_FALSE(wait_on_word(word, 1, 0));
  int64_t limit = now() + 5000000;
  while (wait_on_word(word, 1, limit)) {
  }
  EXPECT_GE(now(), limit);
}

TEST(Futex, WakesASleeper) {
  std::atomic<uint32_t> word{0};
  ThreadHandle thread;
  ASSERT_EQ(start_thread(
                [](void* raw) {
                  auto& word = *static_cast<std::atomic<uint32_t>*>(raw);
                  while (word.load() == 0) wait_on_word(word, 0, INT64_MAX);
                },
                &word, {}, thread),
            StartResult::Started);
  word.store(1);
  wake_word(word, 1);
  join_thread(thread);
}

TEST(Threads, StackBoundsHoldTheStack) {
  auto check = [](void*) {
    auto* here = static_cast<char*>(__builtin_frame_address(0));   // a local may lie elsewhere under AddressSanitizer
    StackBounds bounds = current_stack();
    EXPECT_LT(bounds.lowest, here);
    EXPECT_GT(bounds.highest, here);
    *bounds.lowest = 1;  // usable: not a guard page
  };
  ThreadHandle thread;
  ASSERT_EQ(start_thread(check, nullptr, {.name = "a name longer than fifteen", .stack_size = 256 << 10}, thread),
            StartResult::Started);
  join_thread(thread);
  auto* here = static_cast<char*>(__builtin_frame_address(0));
  EXPECT_LT(current_stack().lowest, here);
  EXPECT_GT(current_stack().highest, here);
  *current_stack().lowest = 1;             // the system's limit is not below
}

TEST(Threads, BadStackSizeIsReported) {
  ThreadHandle thread;
  EXPECT_EQ(start_thread([](void*) {}, nullptr, {.stack_size = 1}, thread), StartResult::BadStackSize);
}

TEST(Threads, IdsDifferAndMainIsKnown) {
  struct Seen {
    uint64_t id;
    bool is_main;
  } seen{};
  ThreadHandle thread;
  ASSERT_EQ(start_thread(
                [](void* raw) {
                  auto* seen = static_cast<Seen*>(raw);
                  seen->id = current_native_id();
                  seen->is_main = is_main_thread();
                },
                &seen, {}, thread),
            StartResult::Started);
  join_thread(thread);
  EXPECT_NE(seen.id, current_native_id());
  EXPECT_FALSE(seen.is_main);
  EXPECT_TRUE(is_main_thread());
}

TEST(Slots, ArePerThreadAndDestroyedAtExit) {
  static std::atomic<int> destroyed{0};
  set_thread_slot_destructor(Slot::Executor, [](void* value) { destroyed += int(uintptr_t(value)); });
  std::vector<ThreadHandle> threads(8);
  for (auto& thread : threads) {
    ASSERT_EQ(start_thread(
                  [](void*) {
                    EXPECT_EQ(thread_slot(Slot::Executor), nullptr);
                    set_thread_slot(Slot::Executor, reinterpret_cast<void*>(3));
                  },
                  nullptr, {}, thread),
              StartResult::Started);
  }
  for (auto& thread : threads) join_thread(thread);
  EXPECT_EQ(destroyed, 24);
  EXPECT_EQ(thread_slot(Slot::Executor), nullptr);
  set_thread_slot_destructor(Slot::Executor, nullptr);
}

TEST(Random, FillsEverything) {
  unsigned char bytes[64] = {};
  ASSERT_TRUE(random_bytes(bytes, sizeof bytes));
  int zeros = 0;
  for (unsigned char byte : bytes) zeros += byte == 0;
  EXPECT_LT(zeros, 16);
}

}  // namespace
}  // namespace portalis::platform
