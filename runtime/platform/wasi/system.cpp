// Clocks, randomness, memory, the end of the process and waiting for the outside world, by WASI preview 1.
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <ctime>

#include <unistd.h>
#include <wasi/api.h>

#include "runtime/platform/fibers/context.hpp"
#include "runtime/platform/wasi/wasi.hpp"

// Debian's compiler-rt for wasm32 is compiled with stack protection, and its C library does not bring what that needs.
extern "C" {
uintptr_t __stack_chk_guard = 0x2f6c3a95;
[[noreturn]] void __stack_chk_fail() { abort(); }
}

namespace portalis::platform {
namespace {

int64_t read_clock(__wasi_clockid_t id) {
  __wasi_timestamp_t time = 0;
  return __wasi_clock_time_get(id, 1, &time) == 0 ? int64_t(time) : -1;
}

}  // namespace

int64_t system_now() { return read_clock(__WASI_CLOCKID_MONOTONIC); }

int64_t system_wall_clock() { return read_clock(__WASI_CLOCKID_REALTIME); }

// Engines need not have clocks of processor time.
int64_t process_time() {
  int64_t time = read_clock(__WASI_CLOCKID_PROCESS_CPUTIME_ID);
  return time >= 0 ? time : system_now();
}

int64_t thread_time() {
  int64_t time = read_clock(__WASI_CLOCKID_THREAD_CPUTIME_ID);
  return time >= 0 ? time : process_time();
}

bool random_bytes(void* out, size_t size) { return __wasi_random_get(static_cast<uint8_t*>(out), size) == 0; }

void enter_current_folder() {
  if (const char* folder = getenv("PWD")) (void)chdir(folder);
}

// A WebAssembly memory only grows: what is unmapped serves later allocations of the program.
void* map_memory(size_t size, size_t alignment) {
  void* memory = aligned_alloc(alignment, size);
  if (memory) memset(memory, 0, size);
  return memory;
}

void unmap_memory(void* address, size_t) { free(address); }

void discard_memory(void*, size_t) {}
void prefer_large_pages(void*, size_t) {}
void fill_memory(void*, size_t) {}
void* allocate_memory(size_t size) { return malloc(size); }

void on_interrupt_request(void (*)()) {}           // no signals: Ctrl-C ends the engine
void on_report_request(void (*)()) {}
void run_in_signal_context(void (*)(int), int) {}
bool in_signal_handler() { return false; }

void end_by_interrupt() { _Exit(130); }

void end_process(int status) { _Exit(status); }

void idle(int64_t deadline, const int* descriptors, bool* readable, size_t count, const volatile int&) {
  if (deadline == INT64_MAX && count == 0) return;
  auto* wanted = static_cast<__wasi_subscription_t*>(calloc(count + 1, sizeof(__wasi_subscription_t)));
  auto* events = static_cast<__wasi_event_t*>(calloc(count + 1, sizeof(__wasi_event_t)));
  if (!wanted || !events) abort();
  for (size_t i = 0; i < count; ++i) {
    wanted[i].userdata = i;
    wanted[i].u.tag = __WASI_EVENTTYPE_FD_READ;
    wanted[i].u.u.fd_read.file_descriptor = __wasi_fd_t(descriptors[i]);
  }
  size_t subscriptions = count;
  if (deadline != INT64_MAX) {
    int64_t left = deadline > 0 ? deadline - system_now() : 0;
    wanted[count].userdata = count;
    wanted[count].u.tag = __WASI_EVENTTYPE_CLOCK;
    wanted[count].u.u.clock.id = __WASI_CLOCKID_MONOTONIC;
    wanted[count].u.u.clock.timeout = left > 0 ? __wasi_timestamp_t(left) : 0;
    ++subscriptions;
  }
  size_t happened = 0;
  if (__wasi_poll_oneoff(wanted, events, subscriptions, &happened) != 0) {
    for (size_t i = 0; i < count; ++i) readable[i] = true;   // an engine that cannot poll this: then the read may block
  }
  for (size_t i = 0; i < happened; ++i) {
    if (events[i].userdata < count) readable[events[i].userdata] = true;
  }
  free(events);
  free(wanted);
}

}  // namespace portalis::platform
