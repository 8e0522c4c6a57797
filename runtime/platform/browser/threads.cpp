// Threads and per-thread storage in a browser, by Emscripten's POSIX threads: each is a Web Worker.
//
// Only the page's main thread can create a worker or hand out one that is free, which takes messages to it and back.
// That is the slow path: finished threads are used again above this layer (sync/thread_cache.cpp), and the page starts
// some workers in advance (web/library.js), so that most threads start by one notify.
#include <emscripten/stack.h>
#include <emscripten/threading.h>
#include <pthread.h>

#include <cstdlib>

#include "runtime/platform/platform.hpp"

namespace portalis::platform {

namespace {

constexpr size_t default_stack = 1 << 20, smallest_stack = 32 << 10, largest_stack = 256 << 20;
constexpr size_t slot_count = size_t(Slot::Count);

std::atomic<void (*)(void*)> destructors[slot_count];
thread_local constinit void* values[slot_count] = {};
thread_local constinit bool is_started = false;
thread_local constinit uint64_t native_id = 0;
std::atomic<uint64_t> last_native_id{0};

struct Start {
  void (*entry)(void*);
  void* argument;
};

void* run(void* raw) {
  Start start = *static_cast<Start*>(raw);
  free(raw);
  is_started = true;
  start.entry(start.argument);
  for (size_t i = slot_count; i-- > 0;) {
    void* value = values[i];
    values[i] = nullptr;
    auto destroy = destructors[i].load(std::memory_order_acquire);
    if (value && destroy) destroy(value);
  }
  return nullptr;
}

}  // namespace

StartResult start_thread(void (*entry)(void*), void* argument, const ThreadOptions& options, ThreadHandle& out) {
  size_t stack_size = options.stack_size ? options.stack_size : default_stack;
  if (stack_size < smallest_stack || stack_size > largest_stack) return StartResult::BadStackSize;
  auto* start = static_cast<Start*>(malloc(sizeof(Start)));
  if (!start) return StartResult::NoResources;
  *start = {entry, argument};
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, stack_size);
  pthread_t thread;
  int error = pthread_create(&thread, &attributes, run, start);
  pthread_attr_destroy(&attributes);
  if (error) {
    free(start);
    return StartResult::NoResources;
  }
  out.value = uintptr_t(thread);
  return StartResult::Started;
}

void join_thread(ThreadHandle thread) { pthread_join(pthread_t(thread.value), nullptr); }

void detach_thread(ThreadHandle thread) { pthread_detach(pthread_t(thread.value)); }

// The browser's tools show workers by names of their own.
void set_current_thread_name(const char*) {}

uint64_t current_native_id() {
  if (!native_id) native_id = last_native_id.fetch_add(1, std::memory_order_relaxed) + 1;
  return native_id;
}

bool is_main_thread() { return !is_started && !emscripten_is_main_browser_thread(); }

StackBounds current_stack() {
  return {reinterpret_cast<char*>(emscripten_stack_get_end()), reinterpret_cast<char*>(emscripten_stack_get_base())};
}

bool threads_are_fibers() { return false; }
void install_switch_hooks(SwitchHooks) {}
bool time_slice_over() { return false; }
int run_main(int (*program)(void*), void* argument) { return program(argument); }
void on_deadlock(void (*)()) {}

void* thread_slot(Slot slot) { return values[size_t(slot)]; }

void set_thread_slot(Slot slot, void* value) { values[size_t(slot)] = value; }

void set_thread_slot_destructor(Slot slot, void (*destroy)(void*)) {
  destructors[size_t(slot)].store(destroy, std::memory_order_release);
}

}  // namespace portalis::platform
