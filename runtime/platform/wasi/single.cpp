// Programs that never start a thread: no scheduler, and nothing for Asyncify to rewrite.
#include <cstddef>

#include "runtime/platform/fibers/context.hpp"
#include "runtime/platform/wasi/wasi.hpp"

extern "C" char __stack_low, __stack_high;

namespace portalis::platform {
namespace {

void* slots[size_t(Slot::Count)];
void (*deadlock_report)() = nullptr;

}  // namespace

int64_t now() { return system_now(); }
int64_t wall_clock() { return system_wall_clock(); }
unsigned cpu_count() { return 1; }
void yield() {}
void relax() {}

bool wait_on_word(const std::atomic<uint32_t>& word, uint32_t expected, int64_t deadline) {
  if (word.load(std::memory_order_acquire) != expected) return true;
  if (deadline == INT64_MAX) {                     // nobody is there to change it
    if (auto report = deadlock_report) {
      deadlock_report = nullptr;
      report();
    }
    end_process(1);
  }
  const volatile int nothing = 0;
  while (now() < deadline) idle(deadline, nullptr, nullptr, 0, nothing);
  return false;
}
void wake_word(const std::atomic<uint32_t>&, uint32_t) {}

StartResult start_thread(void (*)(void*), void*, const ThreadOptions&, ThreadHandle&) { return StartResult::NoResources; }
void join_thread(ThreadHandle) {}
void detach_thread(ThreadHandle) {}
void set_current_thread_name(const char*) {}
uint64_t current_native_id() { return 1; }
bool is_main_thread() { return true; }
StackBounds current_stack() { return {&__stack_low, &__stack_high}; }

bool threads_are_fibers() { return false; }
void install_switch_hooks(SwitchHooks) {}
bool time_slice_over() { return false; }
int run_main(int (*program)(void*), void* argument) {
  enter_current_folder();
  return program(argument);
}
void on_deadlock(void (*report)()) { deadlock_report = report; }
void wait_readable(int) {}

void* thread_slot(Slot slot) { return slots[size_t(slot)]; }
void set_thread_slot(Slot slot, void* value) { slots[size_t(slot)] = value; }
void set_thread_slot_destructor(Slot, void (*)(void*)) {}

}  // namespace portalis::platform
