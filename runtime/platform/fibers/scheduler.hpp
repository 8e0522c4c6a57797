// The run queue of fibers and the clock of their schedule; threads.cpp builds the platform's threads on it.
//
// One OS thread runs everything here and a fiber is only left in wait(), yield() and wait_readable(), so nothing is
// locked. The exception are signal handlers: they may call wake(), which then only sets a flag.
//
// The order is fixed: first come, first served, a time slice being a number of safepoints. PORTALIS_SCHEDULE=seed
// chooses the next fiber and the length of slices by a generator started with the seed, and puts the program on
// virtual time: clocks move a little with each look and jump when every fiber sleeps. So one seed is one schedule,
// timeouts included, as long as the program reads nothing from outside.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

#include "runtime/platform/fibers/context.hpp"

namespace portalis::platform {

struct Fiber {
  Context* context = nullptr;
  void* slots[size_t(Slot::Count)] = {};
  void (*entry)(void*) = nullptr;
  void* argument = nullptr;
  void (*body)() = nullptr;
  uint64_t id = 1;                                 // the main fiber's
  std::atomic<uint32_t> ended{0};
  bool detached = false;
  // While it waits:
  const std::atomic<uint32_t>* word = nullptr;     // the one it sleeps on
  uint32_t expected = 0;
  bool timed_out = false;
  int descriptor = -1;                             // or what it wants to read
  int64_t deadline = INT64_MAX;
  uint32_t timer = 0;                              // place in the heap of deadlines, from 1
  Fiber *next = nullptr, *previous = nullptr;      // in the queue of its word
};

extern Fiber* current_fiber;

// Gives a fiber a stack and makes it runnable: it will run body(), which ends with end_fiber(). false: no memory.
bool schedule(Fiber* fiber, size_t stack_size, void (*body)());
// The current fiber is over: `fiber->ended` is set and its context freed; a detached one is deleted.
[[noreturn]] void end_fiber();
void delete_fiber(Fiber* fiber);

}  // namespace portalis::platform
