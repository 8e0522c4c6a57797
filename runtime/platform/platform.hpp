// What an operating system or engine must supply; each folder beside this file is one whole implementation.
//
// Everything above (locks, channels, pools, Python's threads) is written against these few functions, so a
// new target is one new folder. The rules a back end must keep:
//
// - wait_on_word/wake_word are a futex: the comparison with `expected` and going to sleep are one step with
//   respect to wake_word on the same word. Waking nobody is fine, and so is waking somebody for nothing:
//   every caller looks at the word again.
// - wake_word may be called with the address of a word whose memory was freed in the meantime, and from a
//   signal handler; it must not touch the word itself.
// - A back end with fibers instead of threads switches in wait_on_word, wait_readable and yield, and nowhere
//   else; slots then belong to the fiber.
//
// Back ends of threads: native (one OS thread each), fibers (all on one OS thread, cooperative, one deterministic
// schedule; fibers/), single (wasi/single.cpp: programs that never start a thread).
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

namespace portalis::platform {

// -- Time ------------------------------------------------------------------------------------------------
int64_t now();         // monotonic, nanoseconds
int64_t wall_clock();  // since 1970-01-01 UTC, nanoseconds
int64_t process_time();  // processor time this process has used, nanoseconds
int64_t thread_time();   // and this thread

// -- Processor -------------------------------------------------------------------------------------------
unsigned cpu_count();  // that this process may use; at least 1
void yield();          // let another runnable thread have the processor
void relax();          // one step of a busy loop

// Cryptographically strong. False if the system has no source.
bool random_bytes(void* out, size_t size);

// -- Memory ----------------------------------------------------------------------------------------------
// Zeroed memory in whole system pages; `size` and `alignment` are powers of two of at least 64 KiB. Null if
// there is none. map and unmap are slow: callers take large pieces and keep them.
void* map_memory(size_t size, size_t alignment);
void unmap_memory(void* address, size_t size);
// The contents are no longer needed: they may read as before or as zeros afterwards. Page-aligned.
void discard_memory(void* address, size_t size);
// A hint: the memory, from malloc too, is large and will be used all over. Any address and size.
void prefer_large_pages(void* address, size_t size);
// A hint: all of the memory will soon be written, so that the system may fill it at once instead of with a fault for each
// page. Any address and size.
void fill_memory(void* address, size_t size);
// malloc() and free(), for buffers of some size: what malloc gets from the system for them is filled.
void* allocate_memory(size_t size);

// -- Sleeping --------------------------------------------------------------------------------------------
// Sleeps while `word` holds `expected`. False only if `deadline` (absolute, monotonic ns; INT64_MAX: none)
// has passed; true for every other reason to look again.
bool wait_on_word(const std::atomic<uint32_t>& word, uint32_t expected, int64_t deadline);
void wake_word(const std::atomic<uint32_t>& word, uint32_t how_many);

// -- Threads ---------------------------------------------------------------------------------------------
struct ThreadHandle {
  uintptr_t value = 0;
};

struct ThreadOptions {
  const char* name = nullptr;  // copied; may be shortened by the system
  size_t stack_size = 0;       // 0: the system's default
};

enum class StartResult : uint8_t { Started, NoResources, BadStackSize };

// Every started thread must be joined or detached exactly once.
StartResult start_thread(void (*entry)(void*), void* argument, const ThreadOptions& options, ThreadHandle& out);
void join_thread(ThreadHandle thread);
void detach_thread(ThreadHandle thread);

void set_current_thread_name(const char* name);
uint64_t current_native_id();  // what the system's own tools show for this thread
bool is_main_thread();         // the thread that entered main()

struct StackBounds {
  char* lowest = nullptr;   // first usable byte
  char* highest = nullptr;  // one past the last
};
StackBounds current_stack();

// -- Fibers ------------------------------------------------------------------------------------------------
// True where threads are fibers: they share the OS thread's thread_locals, so whoever keeps state per thread in
// thread_locals moves it in the hooks, which run around every switch on the fiber that leaves and on the one
// that comes. Where threads are the system's, the hooks are never called.
bool threads_are_fibers();
struct SwitchHooks {
  void (*leaving)();
  void (*entering)();
};
void install_switch_hooks(SwitchHooks hooks);
// Asked at the safepoints of a fiber that is not alone: true when it should yield() now.
bool time_slice_over();
// Runs `program`, the whole of main(), on the main thread; its result. A back end may need to be below main().
int run_main(int (*program)(void*), void* argument);
// `report` runs when every thread waits and nothing can wake any of them; afterwards the process ends with status 1.
void on_deadlock(void (*report)());
// Before a read that may block for long: lets other fibers run until `descriptor` has something to read.
void wait_readable(int descriptor);

// -- Signals -----------------------------------------------------------------------------------------------
// `handler` runs in signal context, on any thread, when the user asks the program to stop (Ctrl-C).
void on_interrupt_request(void (*handler)());
// Likewise when the user asks what the program is doing (SIGQUIT, Ctrl-\\).
void on_report_request(void (*handler)());
// For signal handlers that others install: runs handler(number) so that it may call wake_word().
void run_in_signal_context(void (*handler)(int), int number);
// Ends the process the way an unhandled Ctrl-C does, so that a shell sees it (status 130).
[[noreturn]] void end_by_interrupt();
[[noreturn]] void end_process(int status);   // at once: no destructors, other threads stop where they are

// -- Storage per thread (or fiber) ------------------------------------------------------------------------
enum class Slot : uint8_t { ParkingLot, ThreadCache, Executor, Runtime, Count };
void* thread_slot(Slot slot);
void set_thread_slot(Slot slot, void* value);
// `destroy` runs on each exiting thread that holds a non-null value. Install before the first value.
void set_thread_slot_destructor(Slot slot, void (*destroy)(void*));

}  // namespace portalis::platform
