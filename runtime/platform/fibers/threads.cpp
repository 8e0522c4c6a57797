// Threads that are fibers: starting, joining and ending them, and their storage.
#include <cstdlib>
#include <new>

#include "runtime/platform/fibers/scheduler.hpp"

namespace portalis::platform {
namespace {

constexpr size_t slot_count = size_t(Slot::Count);
void (*destructors[slot_count])(void*);

void run() {
  Fiber* self = current_fiber;
  self->entry(self->argument);
  for (size_t i = slot_count; i-- > 0;) {
    void* value = self->slots[i];
    self->slots[i] = nullptr;
    if (value && destructors[i]) destructors[i](value);
  }
  end_fiber();
}

Fiber* fiber_of(ThreadHandle thread) { return reinterpret_cast<Fiber*>(thread.value); }

}  // namespace

StartResult start_thread(void (*entry)(void*), void* argument, const ThreadOptions& options, ThreadHandle& out) {
  static uint64_t last_id = 1;
  if (options.stack_size && options.stack_size < smallest_stack) return StartResult::BadStackSize;
  void* memory = malloc(sizeof(Fiber));
  if (!memory) return StartResult::NoResources;
  auto* fiber = new (memory) Fiber;
  fiber->entry = entry;
  fiber->argument = argument;
  fiber->id = ++last_id;
  if (!schedule(fiber, options.stack_size, run)) {
    delete_fiber(fiber);
    return StartResult::NoResources;
  }
  out.value = reinterpret_cast<uintptr_t>(fiber);
  return StartResult::Started;
}

void join_thread(ThreadHandle thread) {
  Fiber* fiber = fiber_of(thread);
  while (!fiber->ended.load(std::memory_order_acquire)) wait_on_word(fiber->ended, 0, INT64_MAX);
  delete_fiber(fiber);
}

void detach_thread(ThreadHandle thread) {
  Fiber* fiber = fiber_of(thread);
  if (fiber->ended.load(std::memory_order_acquire)) delete_fiber(fiber);
  else fiber->detached = true;
}

void set_current_thread_name(const char*) {}       // the system sees only one thread

uint64_t current_native_id() { return current_fiber->id; }
bool is_main_thread() { return current_fiber->id == 1; }

StackBounds current_stack() { return stack_of(current_fiber->context ? current_fiber->context : main_context()); }

unsigned cpu_count() { return 1; }       // so that nobody polls for what another fiber would have to do
void relax() {}

void* thread_slot(Slot slot) { return current_fiber->slots[size_t(slot)]; }
void set_thread_slot(Slot slot, void* value) { current_fiber->slots[size_t(slot)] = value; }
void set_thread_slot_destructor(Slot slot, void (*destroy)(void*)) { destructors[size_t(slot)] = destroy; }

}  // namespace portalis::platform
