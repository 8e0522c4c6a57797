// Fibers by Asyncify: wasm-opt --asyncify rewrites the program so that its calls can be undone (unwound, locals and all,
// into a buffer) and redone. A switch unwinds the running fiber down to run_main(), which redoes the next one.
//
// What must hold:
// - switch_context() and resume(), which call asyncify_*, stay out of line: Asyncify does not rewrite those two and
//   relies on the boundary.
// - Unwinding skips the code that moves __stack_pointer back, and redoing skips the code that moves it down: it is
//   put where it was at the switch. Each fiber has a C stack of its own; the main fiber's begins a gap below
//   run_main()'s frame, because run_main() calls functions while that fiber is suspended.
// - Unwinding goes into one buffer, since its size is not known before and too small a one traps; what was used of it
//   is then copied to a buffer of the fiber's own.
#include <cstdlib>
#include <cstring>
#include <new>

#include "runtime/platform/fibers/context.hpp"
#include "runtime/platform/wasi/wasi.hpp"

#define ASYNCIFY(name) __attribute__((import_module("asyncify"), import_name(#name)))
extern "C" {
ASYNCIFY(start_unwind) void asyncify_start_unwind(void*);
ASYNCIFY(stop_unwind) void asyncify_stop_unwind();
ASYNCIFY(start_rewind) void asyncify_start_rewind(void*);
ASYNCIFY(stop_rewind) void asyncify_stop_rewind();
extern char __stack_low, __stack_high;
}

namespace portalis::platform {

struct AsyncifyBuffer {                            // Asyncify's layout
  char* current;
  char* end;
};

struct Context {
  char* stack = nullptr;                           // null: the main fiber's, which is the program's
  size_t size = 0;
  char* stack_pointer = nullptr;
  char* frames = nullptr;                          // what unwinding saved
  size_t frames_size = 0, frames_capacity = 0;
  void (*entry)(void*) = nullptr;
  void* argument = nullptr;
  bool started = false;
};

namespace {

constexpr size_t default_stack = 1 << 20, unwind_size = 16 << 20, gap = 16 << 10;

Context main_fiber;
Context* running = &main_fiber;
Context* next = nullptr;
Context* spare = nullptr;                          // one of the default size, kept for the next fiber
AsyncifyBuffer unwinding;
char* unwind_buffer = nullptr;
bool redoing = false;

struct Main {
  int (*program)(void*);
  void* argument;
  int result;
  bool done;
};

void run_main_fiber(void* raw) {
  auto* main = static_cast<Main*>(raw);
  main->result = main->program(main->argument);
  main->done = true;
}

inline char* stack_pointer() {
  char* p;
  __asm__ volatile("global.get __stack_pointer\n local.set %0" : "=r"(p));
  return p;
}
inline void set_stack_pointer(char* p) { __asm__ volatile("local.get %0\n global.set __stack_pointer" ::"r"(p)); }

[[gnu::noinline]] void enter(Context* context) { context->entry(context->argument); }

// Runs a fiber until it switches away (or main() returns).
[[gnu::noinline]] void resume(Context* context, const Main& main) {
  char* here = stack_pointer();
  if (context->started) {
    redoing = true;
    AsyncifyBuffer saved{context->frames + context->frames_size, context->frames + context->frames_capacity};
    set_stack_pointer(context->stack_pointer);
    asyncify_start_rewind(&saved);
    enter(context);
  } else {
    context->started = true;
    set_stack_pointer(context->stack_pointer);
    enter(context);
  }
  if (!main.done) asyncify_stop_unwind();
  set_stack_pointer(here);
}

void keep_frames(Context* context) {
  size_t used = size_t(unwinding.current - unwind_buffer);
  if (used > context->frames_capacity) {
    free(context->frames);
    context->frames_capacity = used + used / 2;
    context->frames = static_cast<char*>(malloc(context->frames_capacity));
    if (!context->frames) abort();
  }
  memcpy(context->frames, unwind_buffer, used);
  context->frames_size = used;
}

}  // namespace

Context* make_context(size_t stack_size, void (*entry)(void*), void* argument) {
  if (!unwind_buffer && !(unwind_buffer = static_cast<char*>(malloc(unwind_size)))) return nullptr;
  size_t size = ((stack_size ? stack_size : default_stack) + 15) & ~size_t{15};
  Context* context = spare;
  if (context && context->size == size) {
    spare = nullptr;
  } else {
    auto* stack = static_cast<char*>(aligned_alloc(16, size));
    void* memory = stack ? malloc(sizeof(Context)) : nullptr;
    if (!memory) {
      free(stack);
      return nullptr;
    }
    context = new (memory) Context;
    context->stack = stack;
    context->size = size;
  }
  context->stack_pointer = context->stack + size;
  context->entry = entry;
  context->argument = argument;
  context->started = false;
  return context;
}

Context* main_context() { return &main_fiber; }

void free_context(Context* context) {
  if (!spare && context->size == default_stack) {
    spare = context;
    return;
  }
  free(context->frames);
  free(context->stack);
  free(context);
}

StackBounds stack_of(const Context* context) {
  if (context->stack) return {context->stack, context->stack + context->size};
  return {&__stack_low, &__stack_high};
}

[[gnu::noinline]] void switch_context(Context* from, Context* to) {
  if (redoing) {
    asyncify_stop_rewind();
    redoing = false;
    return;
  }
  from->stack_pointer = stack_pointer();
  next = to;
  unwinding = {unwind_buffer, unwind_buffer + unwind_size};
  asyncify_start_unwind(&unwinding);
}

int run_main(int (*program)(void*), void* argument) {
  enter_current_folder();
  Main main{program, argument, 0, false};
  main_fiber.entry = run_main_fiber;
  main_fiber.argument = &main;
  main_fiber.stack_pointer = stack_pointer() - gap;
  for (;;) {
    resume(running, main);
    if (main.done) return main.result;
    keep_frames(running);
    running = next;
  }
}

}  // namespace portalis::platform
