// Threads and per-thread storage on Linux, by POSIX threads.
#include <pthread.h>
#include <sys/auxv.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>

#include "runtime/platform/platform.hpp"

namespace portalis::platform {

namespace {

constexpr size_t max_name = 15;  // the kernel's limit, without the final zero

struct Start {
  void (*entry)(void*);
  void* argument;
  char name[max_name + 1];
};

void* run(void* raw) {
  Start start = *static_cast<Start*>(raw);
  free(raw);
  if (start.name[0]) pthread_setname_np(pthread_self(), start.name);
  start.entry(start.argument);
  return nullptr;
}

void copy_name(char* out, const char* name) {
  size_t size = name ? strlen(name) : 0;
  if (size > max_name) {
    size = max_name;
    while (size > 0 && (name[size] & 0xC0) == 0x80) --size;  // never half a UTF-8 character
  }
  if (size) memcpy(out, name, size);
  out[size] = 0;
}

}  // namespace

StartResult start_thread(void (*entry)(void*), void* argument, const ThreadOptions& options, ThreadHandle& out) {
  auto* start = static_cast<Start*>(malloc(sizeof(Start)));
  if (!start) return StartResult::NoResources;
  start->entry = entry;
  start->argument = argument;
  copy_name(start->name, options.name);

  pthread_attr_t attributes;
  pthread_attr_t* with = nullptr;
  if (options.stack_size) {
    pthread_attr_init(&attributes);
    with = &attributes;
    if (pthread_attr_setstacksize(with, options.stack_size) != 0) {
      pthread_attr_destroy(with);
      free(start);
      return StartResult::BadStackSize;
    }
  }
  pthread_t thread;
  int error = pthread_create(&thread, with, run, start);
  if (with) pthread_attr_destroy(with);
  if (error) {
    free(start);
    return StartResult::NoResources;
  }
  out.value = uintptr_t(thread);
  return StartResult::Started;
}

void join_thread(ThreadHandle thread) { pthread_join(pthread_t(thread.value), nullptr); }

void detach_thread(ThreadHandle thread) { pthread_detach(pthread_t(thread.value)); }

void set_current_thread_name(const char* name) {
  char shortened[max_name + 1];
  copy_name(shortened, name);
  pthread_setname_np(pthread_self(), shortened);
}

// Asked of the system once for each thread: a fork's child, which would have another id, is no concern of ours.
uint64_t current_native_id() {
  thread_local uint64_t id = 0;
  if (!id) id = uint64_t(syscall(SYS_gettid));
  return id;
}

bool is_main_thread() { return current_native_id() == uint64_t(getpid()); }

// The first thread's stack ends with the path the program was started by and a pointer's room (Linux, fs/exec.c); glibc reads all
// mappings of the process to find that out.
static StackBounds main_stack() {
  constexpr uintptr_t page = 4096;
  auto path = reinterpret_cast<const char*>(getauxval(AT_EXECFN));
  rlimit limit;
  if (!path || getrlimit(RLIMIT_STACK, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return {};
  uintptr_t highest = (reinterpret_cast<uintptr_t>(path) + strlen(path) + 1 + sizeof(void*) + page - 1) & ~(page - 1);
  if (limit.rlim_cur >= highest) return {};
  return {reinterpret_cast<char*>(highest - (limit.rlim_cur & ~(page - 1))), reinterpret_cast<char*>(highest)};
}

StackBounds current_stack() {
  thread_local StackBounds bounds;
  if (bounds.lowest) return bounds;
  if (is_main_thread()) bounds = main_stack();
  if (bounds.lowest) return bounds;
  pthread_attr_t attributes;
  if (pthread_getattr_np(pthread_self(), &attributes) != 0) return bounds;
  void* lowest;
  size_t size;
  size_t guard = 0;
  if (pthread_attr_getstack(&attributes, &lowest, &size) == 0) {
    pthread_attr_getguardsize(&attributes, &guard);
    bounds.lowest = static_cast<char*>(lowest);
    bounds.highest = bounds.lowest + size;
    // glibc counts the guard pages of threads it created as part of the stack.
    if (!is_main_thread()) bounds.lowest += guard;
  }
  pthread_attr_destroy(&attributes);
  return bounds;
}

// -- Fibers: none here ----------------------------------------------------------------------------------------
bool threads_are_fibers() { return false; }
void install_switch_hooks(SwitchHooks) {}
bool time_slice_over() { return false; }

// The program's own data, by the linker: most of it is written while it starts.
extern "C" char data_start[] __attribute__((weak)), edata[] __attribute__((weak));
int run_main(int (*program)(void*), void* argument) {
  if (data_start && data_start < edata) fill_memory(data_start, static_cast<size_t>(edata - data_start));
  return program(argument);
}
void on_deadlock(void (*)()) {}          // the system's threads may always be woken from outside
void wait_readable(int) {}

// -- Storage ------------------------------------------------------------------------------------------------
// The values are trivially destructible, so that late destructors of other thread_locals may still read them;
// a separate object, touched when a value is stored, has the destructor that hands them back.

namespace {

constexpr size_t slot_count = size_t(Slot::Count);
std::atomic<void (*)(void*)> destructors[slot_count];
thread_local void* values[slot_count];

struct SlotCleaner {
  bool armed = false;
  ~SlotCleaner() {
    for (size_t i = slot_count; i-- > 0;) {
      void* value = values[i];
      values[i] = nullptr;
      auto destroy = destructors[i].load(std::memory_order_acquire);
      if (value && destroy) destroy(value);
    }
  }
};
thread_local SlotCleaner cleaner;

}  // namespace

void* thread_slot(Slot slot) { return values[size_t(slot)]; }

void set_thread_slot(Slot slot, void* value) {
  cleaner.armed = true;
  values[size_t(slot)] = value;
}

void set_thread_slot_destructor(Slot slot, void (*destroy)(void*)) {
  destructors[size_t(slot)].store(destroy, std::memory_order_release);
}

}  // namespace portalis::platform
