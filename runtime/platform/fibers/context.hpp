// A stack to run on and the way from one to another: what the fiber scheduler needs of the machine. One
// implementation for each kind of machine: fibers/native/context.cpp, wasi/context.cpp (Asyncify).
#pragma once

#include <cstddef>
#include <cstdint>

#include "runtime/platform/system.hpp"

namespace portalis::platform {

struct Context;                                    // a stack with what is suspended on it

// Makes a context that will run entry(argument), which must never return. Null: no memory.
Context* make_context(size_t stack_size, void (*entry)(void*), void* argument);
// The context the main thread runs on.
Context* main_context();
// Only a context that will never be switched to again, and not the running one.
void free_context(Context* context);
StackBounds stack_of(const Context* context);
// Suspends `from`, which is running, and goes on where `to` was suspended. Returns when someone switches back.
void switch_context(Context* from, Context* to);

inline constexpr size_t smallest_stack = 16 << 10;

// -- What the scheduler needs of the system while no fiber can run -------------------------------------------
// Sleeps until the deadline (INT64_MAX: none), until one of the descriptors has something to read, or until a signal
// comes in; not at all if `wake_up` is set already. readable[i] says which. With deadline 0: only looks.
void idle(int64_t deadline, const int* descriptors, bool* readable, size_t count, const volatile int& wake_up);

}  // namespace portalis::platform
